"""Adds many stories in few transactions, in order, and tells of each only when it is committed."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

from ..errors import DocumentError
from ..story import Story
from ._add import Added, add
from ._inputs import InputBytes, keep_input
from ._judgements import Judgement, keep_judgement
from ._store import transaction

#: A transaction ends after so many stories or seconds: few enough that other writers wait only briefly.
_STORIES: Final = 256
_SECONDS: Final = 0.25


class New(msgspec.Struct, frozen=True):
    """A story to add, with its document as it came and the bytes it was read from, where there are any."""

    story: Story
    document: bytes | None = None
    data: bytes | None = None


class Refused(msgspec.Struct, frozen=True):
    """A story that contradicts itself; the others are added all the same."""

    id: str
    message: str


class Kept(msgspec.Struct, frozen=True):
    """A judgement, or input bytes, that came from another ledger; `new` if they were not here yet."""

    what: str
    new: bool


Item = New | Judgement | InputBytes
_Other = TypeVar("_Other")


def add_many(
    connection: sqlite3.Connection,
    items: Iterable[Item | _Other],
    *,
    again: bool = False,
    now: str | None = None,
) -> Iterator[Added | Refused | Kept | _Other]:
    """Adds stories and judgements as they come and says for each, in order, what came of it.

    Anything else comes out as it went in. An answer is given only after its transaction was committed. When
    the caller is interrupted while items are still coming, those that have come are committed.
    """
    waiting: list[Item | _Other] = []
    began = time.monotonic()
    try:
        for item in items:
            if not waiting:
                began = time.monotonic()
            waiting.append(item)
            if len(waiting) >= _STORIES or time.monotonic() - began > _SECONDS:
                done, waiting = _commit(connection, waiting, again, now), []
                yield from done
        done, waiting = _commit(connection, waiting, again, now), []
    except BaseException as error:
        if waiting and not isinstance(error, sqlite3.Error):  # adding once more what is there does no harm
            _commit(connection, waiting, again, now)
        raise
    yield from done


def _commit(
    connection: sqlite3.Connection,
    batch: list[Item | _Other],
    again: bool,
    now: str | None,
) -> list[Added | Refused | Kept | _Other]:
    others = [item for item in batch if not isinstance(item, New | Judgement | InputBytes)]
    if len(others) == len(batch):  # nothing to write
        return list(others)
    with transaction(connection):
        return [_one(connection, item, again, now) for item in batch]


def _one(
    connection: sqlite3.Connection, item: Item | _Other, again: bool, now: str | None
) -> Added | Refused | Kept | _Other:
    if isinstance(item, Judgement):
        return Kept("judgement", keep_judgement(connection, item))
    if isinstance(item, InputBytes):
        return Kept("input", keep_input(connection, item.sha256, item.data))
    if not isinstance(item, New):
        return item
    try:
        return add(connection, item.story, document=item.document, data=item.data, again=again, now=now)
    except DocumentError as error:
        return Refused(item.story.id, str(error))
