"""The stories among which echoes are looked for, and which of two is the earlier."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from ._shingles import Hashes, Words, runs, words_in

_AT_ONCE = 400
#: A quotation, closed in its paragraph; one that goes on in the next paragraph is open at the end of this.
#: Single marks are also apostrophes: they have to be closed, with a good many letters between.
_QUOTED = re.compile(
    r"“[^”“\n]*(?:”|(?=\n)|\Z)|\"[^\"\n]*(?:\"|(?=\n)|\Z)|«[^»«\n]*(?:»|(?=\n)|\Z)"
    r"|(?<!\w)‘[^‘\n]{20,2000}?’(?!\w)|(?<!\w)'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){20,2000}'(?!\w)"
)


@dataclass(frozen=True)
class Told:
    """One current story, its words made when they are first needed; `group` is None outside all groups."""

    story: int
    key: str
    id: str
    outlet: str | None
    published: str | None
    text: str
    group: int | None
    credits: tuple[str, ...]

    @cached_property
    def words(self) -> Words:
        """Its words and their places."""
        return words_in(self.text)

    @cached_property
    def runs(self) -> Hashes:
        """Its runs of words, by place."""
        return runs(self.words)

    @cached_property
    def different_runs(self) -> Hashes:
        """Its different runs of words, ascending."""
        return np.unique(self.runs)

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        return len(self.words)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Stretches of text in quotation marks, the marks with them."""
        return [match.span() for match in _QUOTED.finditer(self.text)]

    @cached_property
    def own(self) -> NDArray[np.bool_]:
        """For each word whether it is the story's own, outside quotation marks."""
        if not self.quotes:
            return np.ones(len(self.words), np.bool_)
        starts = np.array([start for start, _ in self.quotes])
        ends = np.array([end for _, end in self.quotes])
        place = np.searchsorted(starts, self.words.starts, side="right") - 1
        inside: NDArray[np.bool_] = (place >= 0) & (self.words.starts < ends[np.maximum(place, 0)])
        return ~inside

    @cached_property
    def moment(self) -> tuple[datetime, bool] | None:
        """When it was published (UTC), and whether to the minute; None when it does not say so."""
        if not self.published:
            return None
        try:
            found = datetime.fromisoformat(self.published.strip())
        except ValueError:
            return None
        exact = len(self.published.strip()) > 10
        return (found if found.tzinfo else found.replace(tzinfo=UTC)), exact


def stories(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Told]:
    """The current ones among some stories, by key."""
    found = []
    for start in range(0, len(numbers), _AT_ONCE):
        some = list(numbers[start : start + _AT_ONCE])
        marks = ",".join("?" * len(some))
        credits: dict[int, list[str]] = {}
        for story, name in connection.execute(
            f"SELECT DISTINCT story, name FROM credit WHERE story IN ({marks}) ORDER BY rowid", some
        ):
            credits.setdefault(story, []).append(name)
        found += [
            Told(row[0], row[1], row[2], row[3], row[4], row[5], row[6], tuple(credits.get(row[0], ())))
            for row in connection.execute(
                'SELECT story, key, id, outlet, published, text, "group" FROM story'
                f" LEFT JOIN group_story USING (story) WHERE current = 1 AND story IN ({marks})",
                some,
            )
        ]
    return sorted(found, key=lambda told: told.key)


def is_earlier(one: Told, other: Told) -> bool:
    """Whether the first is the earlier: by date; where dates do not tell, the fuller; then the lower key."""
    order = by_date(one, other)
    if order:
        return order < 0
    return (-one.length, one.key) < (-other.length, other.key)


def by_date(one: Told, other: Told) -> int:
    """-1 when the first was published before the second, 1 when after, 0 when the dates do not tell."""
    a, b = one.moment, other.moment
    if a is None or b is None:
        return 0
    if a[1] and b[1]:
        return (a[0] > b[0]) - (a[0] < b[0])
    first, second = (moment[0].astimezone(UTC).date() for moment in (a, b))
    return (first > second) - (first < second)


def earliest(some: Iterable[Told]) -> Told:
    """The earliest of some stories, taken in the order of their keys where dates do not order them all."""
    return reduce(
        lambda first, one: one if is_earlier(one, first) else first, sorted(some, key=lambda told: told.key)
    )
