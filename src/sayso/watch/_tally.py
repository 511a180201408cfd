"""What came of asking a feed and reading its stories, and how that is told."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from ._clock import stamp

_LONGEST: Final = 1_000

Outcome = Literal["new", "unchanged", "failed", "postponed"]


@dataclass(slots=True)
class Tally:
    """One visit to a feed. `open` counts stories still to be read, `troubles` those that failed in a row."""

    feed: str
    outcome: Outcome = "unchanged"
    why: str = ""
    failures: int = 0
    next: datetime | None = None
    new: int = 0
    versions: int = 0
    known: int = 0
    refused: int = 0
    waiting: int = 0
    unlinked: int = 0
    left_out: int = 0
    open: int = 0
    troubles: int = 0

    def line(self) -> str:
        """The visit in one line."""
        words = {"failed": f"failed ({self.why})", "postponed": f"not asked ({self.why})"}.get(self.outcome)
        parts = [words] if words else []
        if words and self.outcome == "failed" and self.failures > 1:
            parts.append(f"{self.failures} times in a row")
        parts += self.counts() or (
            [] if words else ["unchanged" if self.outcome == "unchanged" else "nothing new"]
        )
        if self.unlinked:
            parts.append(f"{self.unlinked} item{_s(self.unlinked)} without a usable link")
        if self.left_out:
            parts.append(f"{self.left_out} item{_s(self.left_out)} beyond the first thousand left out")
        after = f"; next {stamp(self.next)}" if self.next else ""
        return f"{self.feed}: {', '.join(parts)}{after}"

    def counts(self) -> list[str]:
        """The numbers of stories that are not zero, in words."""
        return [f"{number} {word}" for number, word in _counts(self) if number]


@dataclass(slots=True)
class Summary:
    """What came of a whole run. A feed stands for what came of it last."""

    new: int = 0
    versions: int = 0
    known: int = 0
    refused: int = 0
    waiting: int = 0
    last: dict[str, Tally] = field(default_factory=dict)

    def add(self, tally: Tally) -> None:
        """Counts a visit."""
        self.new += tally.new
        self.versions += tally.versions
        self.known += tally.known
        self.refused += tally.refused
        before = self.last.get(tally.feed)
        self.waiting += tally.waiting - (before.waiting if before else 0)
        self.last[tally.feed] = tally

    @property
    def failed(self) -> int:
        """How many feeds failed when they were asked last."""
        return sum(tally.outcome == "failed" or bool(tally.failures) for tally in self.last.values())

    def line(self) -> str:
        """The run in one line."""
        feeds = len(self.last)
        asked = sum(tally.outcome in ("new", "unchanged") for tally in self.last.values())
        counts = [f"{number} {word}" for number, word in _counts(self) if number] or ["nothing new"]
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{feeds} feed{_s(feeds)}, {asked} answered{failed}; stories: {', '.join(counts)}"


def one_line(text: str) -> str:
    """Text from elsewhere as it may be shown: one line of some length, nothing that steers a terminal."""
    clean = "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in " ".join(text.split())
    )
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"


def _counts(tally: Tally | Summary) -> tuple[tuple[int, str], ...]:
    return (
        (tally.new, "new"),
        (tally.versions, "changed"),
        (tally.known, "known"),
        (tally.refused, "refused"),
        (tally.waiting, "waiting"),
    )


def _s(number: int) -> str:
    return "" if number == 1 else "s"
