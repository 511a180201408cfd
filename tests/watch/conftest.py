from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import Limits
from sayso.ledger import Ledger
from sayso.watch import Clock, Options, Watcher

from .site import Site, open_site


class SetClock(Clock):
    """A clock that goes on only when somebody waits; `slept` are the waits in seconds."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)

    def later(self, **units: float) -> None:
        self.time += timedelta(**units)


class Watching:
    """A ledger, a clock, and what was said."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = SetClock()
        self.ledger = Ledger(path, create=True)
        self.said: list[str] = []

    def watcher(self, **options: Any) -> Watcher:
        options.setdefault("limits", Limits(timeout=5.0))
        return Watcher(self.ledger, Options(**options), say=self.said.append, clock=self.clock)

    def once(self, *feeds: str, **options: Any) -> Any:
        """A run as from cron, by a watcher that remembers only what the ledger does."""
        self.said.clear()
        return self.watcher(**options).once(feeds)

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.ledger.connection.execute(question)]

    def stories(self) -> set[str]:
        return {row[0] for row in self.rows("SELECT id FROM story WHERE current = 1")}

    def states(self) -> dict[str, str]:
        return dict(self.rows("SELECT url, state FROM feed_item"))  # type: ignore[arg-type]


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def other() -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    watching = Watching(tmp_path / "news.ledger")
    yield watching
    watching.ledger.close()
