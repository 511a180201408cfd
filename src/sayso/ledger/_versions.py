"""The versions of a story side by side: what was dropped, hardened, softened, added."""

from __future__ import annotations

import sqlite3
import zlib

import msgspec

from ..errors import LedgerError
from ..story import Story
from ._versions_compare import Change, changes


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a story; `changes` are those since the version before it, none for the first.

    `retrieved` is when it was fetched, `added` when this ledger took it in (ISO 8601).
    """

    story: str
    version: int
    key: str
    url: str | None
    outlet: str | None
    headline: str | None
    published: str | None
    retrieved: str | None
    added: str
    changes: tuple[Change, ...] = ()


def versions(connection: sqlite3.Connection, which: str | None = None) -> list[Version]:
    """Versions of the story with this id, URL or key, or of every story that has several, oldest first.

    Raises `LedgerError` when there is no such story.
    """
    found: list[Version] = []
    for id in _ids(connection, which):
        before: Story | None = None
        for row in connection.execute("SELECT * FROM story WHERE id = ? ORDER BY version", (id,)):
            story = Story.from_dict(msgspec.json.decode(zlib.decompress(row["document"])))
            found.append(
                Version(
                    story=id,
                    version=row["version"],
                    key=row["key"],
                    url=row["url"],
                    outlet=row["outlet"],
                    headline=row["headline"],
                    published=row["published"],
                    retrieved=row["retrieved"],
                    added=row["added"],
                    changes=changes(before, story) if before is not None else (),
                )
            )
            before = story
    return found


def _ids(connection: sqlite3.Connection, which: str | None) -> list[str]:
    if which is None:
        return [
            row[0]
            for row in connection.execute("SELECT DISTINCT id FROM story WHERE version > 1 ORDER BY id")
        ]
    rows = connection.execute(
        "SELECT DISTINCT id FROM story WHERE id = ? OR url = ? OR key = ? ORDER BY id", (which, which, which)
    )
    ids = [row[0] for row in rows]
    if not ids:
        raise LedgerError(f"there is no story {which!r}; give its id or URL as search prints them")
    return ids
