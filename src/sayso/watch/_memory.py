"""What watching remembers, in the ledger: feeds, their items, and how hosts want to be asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..ledger import Ledger
from ._clock import moment, stamp
from ._item import FeedContent, Item

#: An item that its feed calls changed is read again, at most so often (seconds).
READ_AGAIN: Final = 3_600


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed. `next`: not to be asked before; `failures` in a row."""

    url: str
    etag: str | None
    last_modified: str | None
    next: datetime | None
    failures: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item whose story is to be read, what the feed says of it, and how often that failed."""

    feed: str
    url: str
    title: str | None
    published: str | None
    tries: int


class Memory:
    """The tables `feed`, `feed_item` and `host` of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def one(self, statement: str, *values: object) -> sqlite3.Row | None:
        """The first row that a question finds."""
        row: sqlite3.Row | None = self._ledger.connection.execute(statement, values).fetchone()
        return row

    @contextmanager
    def together(self) -> Iterator[sqlite3.Connection]:
        """What is noted inside is noted together, or not at all."""
        with self._ledger.transaction() as connection:
            yield connection

    def feed(self, url: str) -> FeedState:
        """What is known of a feed; a new one is due at once."""
        row = self.one("SELECT * FROM feed WHERE url = ?", url)
        if row is None:
            return FeedState(url, None, None, None, 0, None)
        return FeedState(
            url, row["etag"], row["last_modified"], moment(row["next"]), row["failures"], row["error"]
        )

    def note_success(
        self, url: str, now: datetime, next: datetime, etag: str | None, last_modified: str | None
    ) -> None:
        """The feed answered; `etag` and `last_modified` go with the next request."""
        with self.together() as connection:
            _make_feed(connection, url)
            connection.execute(
                "UPDATE feed SET etag = ?, last_modified = ?, checked = ?, next = ?, failures = 0,"
                " error = NULL, asked = asked + 1 WHERE url = ?",
                (etag, last_modified, stamp(now), stamp(next), url),
            )

    def note_failure(self, url: str, now: datetime, next: datetime, error: str) -> None:
        """The feed could not be had, and why."""
        with self.together() as connection:
            _make_feed(connection, url)
            connection.execute(
                "UPDATE feed SET checked = ?, next = ?, failures = failures + 1, error = ?, asked = asked + 1"
                " WHERE url = ?",
                (stamp(now), stamp(next), error, url),
            )

    def postpone(self, url: str, next: datetime) -> None:
        """The feed was not asked; it is due later."""
        with self.together() as connection:
            _make_feed(connection, url)
            connection.execute("UPDATE feed SET next = ? WHERE url = ?", (stamp(next), url))

    def note_items(self, url: str, content: FeedContent, now: datetime) -> int:
        """Notes the items that are new or changed as waiting, and gives their number.

        A changed item (another stamp or title) waits again if its page was read more than an hour ago.
        """
        with self.together() as connection:
            _make_feed(connection, url)
            connection.execute(
                "UPDATE feed SET title = coalesce(?, title) WHERE url = ?", (content.title, url)
            )
            # the oldest first, as they appeared: feeds list the newest first
            places = enumerate(reversed(content.items))
            return sum(_note_item(connection, url, item, place, now) for place, item in places)

    def waiting(self, url: str, now: datetime) -> list[Waiting]:
        """The items of a feed whose stories may be read now, those not tried yet first."""
        rows = self._ledger.connection.execute(
            "SELECT url, title, published, tries FROM feed_item WHERE feed = ? AND state = 'waiting'"
            " AND (next IS NULL OR next <= ?) ORDER BY tries, seen, place, url",
            (url, stamp(now)),
        )
        return [Waiting(url, *row) for row in rows]

    def postponed(self, url: str) -> int:
        """How many items of a feed wait, for whatever."""
        row = self.one("SELECT count(*) FROM feed_item WHERE feed = ? AND state = 'waiting'", url)
        return int(row[0]) if row else 0

    def kept_elsewhere(self, item: Waiting, now: datetime) -> str | None:
        """The id of the item's story when another feed has had it read (within the hour, if not new)."""
        row = self.one(
            "SELECT other.story, other.read, mine.read AS before FROM feed_item other, feed_item mine"
            " WHERE other.url = ? AND other.state = 'kept' AND other.feed != ?"
            " AND mine.feed = ? AND mine.url = other.url ORDER BY other.read DESC LIMIT 1",
            item.url,
            item.feed,
            item.feed,
        )
        if row is None or (row["before"] is not None and _age(row["read"], now) > READ_AGAIN):
            return None
        return str(row["story"])

    def was_asked_last(self, url: str) -> bool:
        """Whether the feed has been asked since the last of its stories was tried."""
        row = self.one(
            "SELECT coalesce(f.checked >= max(i.tried), f.checked IS NOT NULL)"
            " FROM feed f LEFT JOIN feed_item i ON i.feed = f.url WHERE f.url = ?",
            url,
        )
        return bool(row and row[0])

    def note_begun(self, item: Waiting, now: datetime) -> None:
        """The item's story is about to be read: counted now, so that one that ends the program is, too."""
        with self.together() as connection:
            connection.execute(
                "UPDATE feed_item SET tries = ?, tried = ? WHERE feed = ? AND url = ?",
                (item.tries + 1, stamp(now), item.feed, item.url),
            )

    def note_left(self, item: Waiting) -> None:
        """The item's story was not tried after all."""
        with self.together() as connection:
            connection.execute(
                "UPDATE feed_item SET tries = ? WHERE feed = ? AND url = ?",
                (item.tries, item.feed, item.url),
            )

    def note_kept(self, item: Waiting, story: str, now: datetime) -> None:
        """The item's story is in the ledger."""
        self._note_item(item, "kept", None, item.tries, None, story, now)

    def note_refused(self, item: Waiting, error: str, now: datetime) -> None:
        """The item's story will not be tried again unless the feed calls it changed."""
        self._note_item(item, "refused", error, item.tries + 1, None, None, now)

    def note_retry(self, item: Waiting, error: str, next: datetime) -> None:
        """The item's story could not be had and will be tried again."""
        self._note_item(item, "waiting", error, item.tries + 1, next, None, None)

    def _note_item(
        self,
        item: Waiting,
        state: str,
        error: str | None,
        tries: int,
        next: datetime | None,
        story: str | None,
        read: datetime | None,
    ) -> None:
        with self.together() as connection:
            connection.execute(
                "UPDATE feed_item SET state = ?, error = ?, tries = ?, next = ?, story = coalesce(?, story),"
                " read = coalesce(?, read) WHERE feed = ? AND url = ?",
                (state, error, tries, next and stamp(next), story, read and stamp(read), item.feed, item.url),
            )


def _make_feed(connection: sqlite3.Connection, url: str) -> None:
    connection.execute("INSERT INTO feed (url) VALUES (?) ON CONFLICT DO NOTHING", (url,))


def _note_item(connection: sqlite3.Connection, feed: str, item: Item, place: int, now: datetime) -> bool:
    row = connection.execute(
        "SELECT title, stamp, state, read FROM feed_item WHERE feed = ? AND url = ?", (feed, item.url)
    ).fetchone()
    if row is None:
        connection.execute(
            "INSERT INTO feed_item (feed, url, seen, place, state, title, published, stamp)"
            " VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?)",
            (feed, item.url, stamp(now), place, item.title, item.published, item.stamp),
        )
        return True
    if (row["title"], row["stamp"]) == (item.title, item.stamp):
        return False
    if row["state"] != "waiting" and _age(row["read"], now) <= READ_AGAIN:
        return False
    connection.execute(
        "UPDATE feed_item SET state = 'waiting', title = ?, published = ?, stamp = ?, error = NULL,"
        " tries = 0, next = NULL WHERE feed = ? AND url = ?",
        (item.title, item.published, item.stamp, feed, item.url),
    )
    return bool(row["state"] != "waiting")


def _age(noted: str | None, now: datetime) -> float:
    then = moment(noted)
    return float("inf") if then is None else (now - then).total_seconds()
