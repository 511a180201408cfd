"""Opens a ledger: one SQLite file in WAL mode, brought up to date by numbered migrations."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ..errors import LedgerError
from ._faults import explained
from ._keys import make

#: Marks the file as a ledger for `file(1)` and for us: "says".
APPLICATION_ID: Final = 0x73617973
#: Seconds to wait for another writer before giving up; transactions are short (a batch of stories, a group).
PATIENCE: Final = 300.0
_STEP: Final = 0.5
_MIGRATION: Final = re.compile(r"(\d{4})_\w+\.sql")


class Store:
    """An open ledger file. `connection` gives `sqlite3.Row`s and is in autocommit until `transaction()`.

    Raises `LedgerError` for a file that cannot be opened, is no ledger, or comes from a newer sayso.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        if not create and not self.path.exists():
            raise LedgerError(f"{self.path}: no such ledger; sayso add {self.path} FILE makes one")
        if self.path.is_dir():
            raise LedgerError(f"{self.path}: is a directory; name a file")
        with explained(self.path):
            self.connection = sqlite3.connect(self.path, timeout=_STEP, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self) -> None:
        connection = self.connection
        connection.row_factory = sqlite3.Row
        version = _patiently(connection, "PRAGMA user_version").fetchone()[0]
        newest = max(number for number, _ in migrations())
        _refuse_foreign(connection, self.path, version, newest)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")
        # A crash of the machine may lose the last commits, never the file; a killed process loses none.
        connection.execute("PRAGMA synchronous = NORMAL")
        if version < newest:
            _patiently(connection, "PRAGMA journal_mode = WAL")
            migrate(connection)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction, see `transaction`."""
        with explained(self.path), transaction(self.connection) as connection:
            yield connection

    def close(self) -> None:
        """Closes the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            with explained(self.path):
                raise error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Takes the write lock, waiting for other writers; commits at the end, undoes everything on an error.

    Inside another transaction it is a part of that one (a savepoint).
    """
    if connection.in_transaction:
        connection.execute("SAVEPOINT part")
        try:
            yield connection
        except BaseException:
            if connection.in_transaction:  # a full disk may have ended it already
                connection.execute("ROLLBACK TO part")
                connection.execute("RELEASE part")
            raise
        connection.execute("RELEASE part")
        return
    _patiently(connection, "BEGIN IMMEDIATE")
    try:
        yield connection
        _patiently(connection, "COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _patiently(connection: sqlite3.Connection, statement: str) -> sqlite3.Cursor:
    """Executes a statement that may have to wait for others, in steps, so that Ctrl-C is heard."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def migrations() -> list[tuple[int, str]]:
    """The numbered steps that lead from an empty file to the schema of this version, in order."""
    folder = files(__package__) / "migrations"
    found = ((match, file) for file in folder.iterdir() if (match := _MIGRATION.fullmatch(file.name)))
    return sorted((int(match[1]), file.read_text("utf8")) for match, file in found)


def migrate(connection: sqlite3.Connection) -> None:
    """Runs the steps that this file has not seen, all in one transaction.

    A step may call `sayso_key(kind, part, …)`, see `_keys.make`.
    """
    connection.create_function("sayso_key", -1, make, deterministic=True)
    with transaction(connection):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for number, script in migrations():
            if number > version:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        if version:
            from ._refresh import regroup  # which needs this module

            regroup(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _statements(script: str) -> Iterator[str]:
    """A script's statements; `executescript` would commit before it begins."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


def _refuse_foreign(connection: sqlite3.Connection, path: Path, version: int, newest: int) -> None:
    """Writing into somebody else's database would be worse than not opening it."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and not (empty and version == 0):
        raise LedgerError(f"{path}: is a database, but no ledger; choose another file")
    if version > newest:
        raise LedgerError(
            f"{path}: was made by a newer sayso (schema {version}, this one knows {newest}); update sayso"
        )
