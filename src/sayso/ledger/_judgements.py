"""What people decided: kept for ever, dated and named, undone but never deleted."""

from __future__ import annotations

import sqlite3
from typing import Any, Final, Literal

import msgspec

from ..errors import DocumentError
from ._resolve import stories_behind
from ._sql import insert

SCHEMA: Final = "sayso/judgement/1"

Verb = Literal["same", "not-same", "wrong-chain", "not-a-claim"]
VERBS: Final[tuple[Verb, ...]] = ("same", "not-same", "wrong-chain", "not-a-claim")


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: `verb` about the thing with the key `a` (and `b`), `by` whom, `at` what time (ISO 8601).

    Keys outlive rows, so a judgement holds again when what it speaks of is read again.
    """

    verb: Verb
    a: str
    b: str | None = None
    by: str
    at: str
    note: str | None = None
    undone_by: str | None = None
    undone_at: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The judgement as plain JSON values, in the form that `sayso add --jsonl` takes over."""
        return {"schema": SCHEMA, **msgspec.to_builtins(self)}

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Judgement:
        """Reads one back. Raises `DocumentError`."""
        try:
            return msgspec.convert(document, cls)
        except msgspec.ValidationError as error:
            raise DocumentError(f"not a valid {SCHEMA} line: {error}") from error


def keep_judgement(connection: sqlite3.Connection, judgement: Judgement) -> bool:
    """Writes a judgement down and marks the groups it bears on stale; False when it was there already.

    A copy that was undone elsewhere undoes the one that is here.
    """
    row = connection.execute(
        "SELECT judgement, undone_at FROM judgement"
        ' WHERE verb = ? AND a = ? AND b IS ? AND "by" = ? AND at = ?',
        (judgement.verb, judgement.a, judgement.b, judgement.by, judgement.at),
    ).fetchone()
    if row is not None and (judgement.undone_at is None or row["undone_at"] is not None):
        return False
    if row is None:
        insert(connection, "judgement", **msgspec.structs.asdict(judgement))
    else:
        connection.execute(
            "UPDATE judgement SET undone_by = ?, undone_at = ? WHERE judgement = ?",
            (judgement.undone_by, judgement.undone_at, row["judgement"]),
        )
    touch(connection, judgement)
    return True


def judgements(connection: sqlite3.Connection, *, in_force: bool = False) -> list[Judgement]:
    """All judgements in the order in which they were made, or those in force only.

    Of several about the same pair the newest is in force, unless it was undone.
    """
    table = "judgement_in_force" if in_force else "judgement"
    rows = connection.execute(
        f'SELECT verb, a, b, "by", at, note, undone_by, undone_at FROM {table} ORDER BY judgement'
    )
    return [Judgement(**row) for row in rows]


def touch(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Marks the groups of the stories that a judgement speaks of stale."""
    for key in filter(None, (judgement.a, judgement.b)):
        for story in stories_behind(connection, key):
            connection.execute(
                'UPDATE story_group SET stale = 1 WHERE "group" ='
                ' (SELECT "group" FROM group_story WHERE story = ?)',
                (story,),
            )
