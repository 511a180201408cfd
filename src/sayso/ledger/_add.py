"""Takes stories into the ledger: each once, versions beside each other, bytes kept with them."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from datetime import UTC, datetime
from typing import Final, Literal

import msgspec
from msgspec import UnsetType

from ..errors import DocumentError
from ..story import Story
from ._hooks import call
from ._keys import story_key
from ._rows import insert_rows
from ._sql import insert
from ._store import transaction

#: Documents shrink to a fifth; higher levels cost more time than they save room.
_LEVEL: Final = 5


class Added(msgspec.Struct, frozen=True):
    """What adding a story did: a `new` id, another `version` of a known one, or nothing (`known`)."""

    what: Literal["new", "version", "known"]
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
    now: str | None = None,
) -> Added:
    """Adds one story in a transaction (or a part of the one that is open).

    `document` is the story document as it came, as UTF-8 JSON (made from `story` when not given), `data` the
    bytes that were read, `now` the time to note (ISO 8601). A known id with a known text changes nothing,
    whatever else the document says; with another text the story becomes a new version.

    Raises `DocumentError`; the ledger is then as it was before.
    """
    key = story_key(story.id, story.text)
    known = _known(connection, key, story.id)
    if known is not None:  # most of a second run ends here, without the write lock
        return known
    try:
        with transaction(connection):
            # Another writer may have added it while we waited.
            return _known(connection, key, story.id) or _insert(connection, story, key, document, data, now)
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
    connection: sqlite3.Connection,
    story: Story,
    key: str,
    document: bytes | None,
    data: bytes | None,
    now: str | None,
) -> Added:
    before = connection.execute(
        "SELECT story, version FROM story WHERE id = ? AND current = 1", (story.id,)
    ).fetchone()
    if before is not None:
        connection.execute("UPDATE story SET current = 0 WHERE story = ?", (before["story"],))
        call("_groups", "withdraw", connection, before["story"])
        call("_echoes", "forget", connection, before["story"])
    version = 1 if before is None else before["version"] + 1
    row = _story(connection, story, key, version, document or story.to_json().encode(), now or _now())
    if data is not None:
        _keep(connection, story, data)
    insert_rows(connection, story, row, key)
    group = call("_groups", "place", connection, row, story.text, story.published, story.outlet)
    call("_echoes", "sketch", connection, row, story.text)
    return Added("new" if before is None else "version", story.id, key, row, version, group)


def _story(
    connection: sqlite3.Connection, story: Story, key: str, version: int, document: bytes, now: str
) -> int:
    made_by = None if isinstance(story.made_by, UnsetType) else story.made_by
    return insert(
        connection,
        "story",
        key=key,
        id=story.id,
        version=version,
        url=story.url,
        outlet=story.outlet,
        headline=story.headline,
        published=story.published,
        language=story.language,
        text=story.text,
        text_sha256=hashlib.sha256(story.text.encode()).hexdigest(),
        input_kind=story.input.kind,
        input_ref=story.input.ref,
        input_sha256=story.input.sha256,
        retrieved=story.input.retrieved,
        added=now,
        sayso=made_by.sayso if made_by else None,
        model=made_by.model if made_by else None,
        document=zlib.compress(document, _LEVEL),
    )


def _keep(connection: sqlite3.Connection, story: Story, data: bytes) -> None:
    """The bytes under the digest that the document gives for its input."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != story.input.sha256:
        raise DocumentError("the bytes are not those that the document was made from")
    connection.execute(
        "INSERT OR IGNORE INTO input_bytes (sha256, size, data) VALUES (?, ?, ?)",
        (digest, len(data), zlib.compress(data, _LEVEL)),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
