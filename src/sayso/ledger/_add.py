"""Takes stories into the ledger: each once, versions beside each other, bytes kept with them."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from datetime import UTC, datetime
from typing import Any, Final, Literal

import msgspec
from msgspec import UnsetType

from ..errors import DocumentError
from ..story import Story
from . import _echoes, _groups
from ._inputs import keep_input
from ._keys import story_key
from ._rows import insert_rows
from ._sql import insert
from ._store import transaction

#: Documents shrink to a fifth; higher levels cost more time than they save room.
_LEVEL: Final = 5


class Added(msgspec.Struct, frozen=True):
    """What adding a story did: a `new` id, another `version` of a known one, the same `again`, or nothing.

    `story` and `group` are row numbers of this ledger; a `known` story changed nothing.
    """

    what: Literal["new", "version", "again", "known"]
    id: str
    key: str
    story: int
    version: int
    group: int | None = None


def add(
    connection: sqlite3.Connection,
    story: Story,
    *,
    document: bytes | None = None,
    data: bytes | None = None,
    again: bool = False,
    now: str | None = None,
) -> Added:
    """Adds one story in a transaction (or a part of the one that is open).

    `document` is the story document as it came, as UTF-8 JSON (made from `story` when not given), `data` the
    bytes that were read, `now` the time to note (ISO 8601). A known id with a known text changes nothing,
    whatever else the document says, unless `again` is set: then the document takes the place of the one that
    was there, as after reading with a newer model. With another text the story becomes a new version.

    Raises `DocumentError`; the ledger is then as it was before.
    """
    key = story_key(story.id, story.text)
    try:
        known = _known(connection, key, story.id)
        if known is not None and not again:  # most of a second run ends here, without the write lock
            return known
        content = document or story.to_json().encode()
        with transaction(connection):
            known = _known(connection, key, story.id)  # another writer may have added it while we waited
            if known is None:
                return _insert(connection, story, key, content, data, now or _now())
            return _replace(connection, story, known, content, data) if again else known
    except UnicodeEncodeError as error:
        raise DocumentError("the document holds half a character, which no text can") from error


def _known(connection: sqlite3.Connection, key: str, id: str) -> Added | None:
    row = connection.execute(
        'SELECT s.story, s.version, g."group" FROM story s LEFT JOIN group_story g USING (story)'
        " WHERE s.key = ?",
        (key,),
    ).fetchone()
    return None if row is None else Added("known", id, key, row[0], row[1], row[2])


def _insert(
    connection: sqlite3.Connection, story: Story, key: str, document: bytes, data: bytes | None, now: str
) -> Added:
    before = connection.execute(
        "SELECT story, version FROM story WHERE id = ? AND current = 1", (story.id,)
    ).fetchone()
    if before is not None:
        connection.execute("UPDATE story SET current = 0 WHERE story = ?", (before["story"],))
        _leave(connection, before["story"])
    version = 1 if before is None else before["version"] + 1
    row = insert(
        connection,
        "story",
        key=key,
        id=story.id,
        version=version,
        text=story.text,
        text_sha256=hashlib.sha256(story.text.encode()).hexdigest(),
        added=now,
        **_fields(story, document),
    )
    if data is not None:
        keep_input(connection, story.input.sha256, data)
    insert_rows(connection, story, row, key)
    group = _join(connection, story, row)
    return Added("new" if before is None else "version", story.id, key, row, version, group)


def _replace(
    connection: sqlite3.Connection, story: Story, known: Added, document: bytes, data: bytes | None
) -> Added:
    """Puts another reading of the same text in the place of the one that was there; keys stay."""
    held = connection.execute(
        "SELECT document, current FROM story WHERE story = ?", (known.story,)
    ).fetchone()
    if zlib.decompress(held["document"]) == document:
        return known
    if held["current"]:
        _leave(connection, known.story)
    for table in ("attribution", "source", "voice", "figure", "record", "finding", "credit"):
        connection.execute(f"DELETE FROM {table} WHERE story = ?", (known.story,))
    fields = _fields(story, document)
    connection.execute(
        f"UPDATE story SET {', '.join(f'{name} = ?' for name in fields)} WHERE story = ?",
        (*fields.values(), known.story),
    )
    if data is not None:
        keep_input(connection, story.input.sha256, data)
    insert_rows(connection, story, known.story, known.key)
    group = _join(connection, story, known.story) if held["current"] else None
    return Added("again", story.id, known.key, known.story, known.version, group)


def _join(connection: sqlite3.Connection, story: Story, row: int) -> int:
    """Takes the current version of a story into a group."""
    group = _groups.place(connection, row, story.text, story.published, story.outlet)
    _echoes.sketch(connection, row, story.text)
    return group


def _leave(connection: sqlite3.Connection, row: int) -> None:
    """Takes a story out of its group."""
    _groups.withdraw(connection, row)
    _echoes.forget(connection, row)


def _fields(story: Story, document: bytes) -> dict[str, Any]:
    """What a row of `story` takes from the document and another reading may change."""
    made_by = None if isinstance(story.made_by, UnsetType) else story.made_by
    return {
        "url": story.url,
        "outlet": story.outlet,
        "headline": story.headline,
        "published": story.published,
        "language": story.language,
        "input_kind": story.input.kind,
        "input_ref": story.input.ref,
        "input_sha256": story.input.sha256,
        "retrieved": story.input.retrieved,
        "sayso": made_by.sayso if made_by else None,
        "model": made_by.model if made_by else None,
        "document": zlib.compress(document, _LEVEL),
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
