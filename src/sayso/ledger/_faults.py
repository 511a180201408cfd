"""What goes wrong with the file, said in one line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import LedgerError

_WORDS: Final = {
    sqlite3.SQLITE_NOTADB: "is no ledger (not an SQLite file); choose another file",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a copy, or save what is left with: sqlite3 FILE .recover",
    sqlite3.SQLITE_FULL: "the disk is full; what was committed is safe: make room and run again",
    sqlite3.SQLITE_BUSY: "another program has been writing to it for minutes; stop that one or wait",
    sqlite3.SQLITE_LOCKED: "another program has been writing to it for minutes; stop that one or wait",
    sqlite3.SQLITE_PERM: "may not be opened; check its permissions",
    sqlite3.SQLITE_AUTH: "may not be opened; check its permissions",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns errors of SQLite that are the file's or the disk's into `LedgerError`; bugs stay bugs."""
    try:
        yield
    except sqlite3.Error as error:
        message = _message(path, error)
        if message is None:
            raise
        raise LedgerError(f"{path}: {message}") from error


def _message(path: Path, error: sqlite3.Error) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR):
        return _unwritable(path, error)
    return _WORDS.get(primary)


def _unwritable(path: Path, error: sqlite3.Error) -> str:
    """A ledger needs a folder it can write to, even for reading: SQLite keeps its log beside the file."""
    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder}; make it first"
    if not _writable(folder):
        return (
            f"the folder {folder} is read-only, and a ledger needs to write beside itself; copy it elsewhere"
        )
    if path.exists() and not _writable(path):
        return "is read-only; change its permissions, or copy it elsewhere"
    return f"cannot be read or written ({error}); check the disk"


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
