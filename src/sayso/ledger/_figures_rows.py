"""The figures of a group's current stories, with all that they are compared by."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ._figures_dates import Days, days_of
from ._figures_values import Amount
from ._figures_words import Counted, counted, stems_of
from ._keys import figure_key

#: Characters on either side of a figure that are looked at for its sentence.
_REACH: Final = 160
_BREAK: Final = re.compile(r"[.!?…][\"'”’)]*\s|\n")
#: "three more boys", "another two": a part of something, or what is added to it.
_PART_BEFORE: Final = re.compile(
    r"\b(?:another|other|additional|further|remaining|extra|more)\s+$", re.IGNORECASE
)
_PART_AFTER: Final = re.compile(r"\s+(?:more|other|others|additional|further|extra)\b", re.IGNORECASE)
#: "the 12-inch model", "a 17-year-old": what it is, not how much of it there is.
_NAME: Final = re.compile(r"\w-[^\W\d]")

_QUERY: Final = """
SELECT f.*, s.key AS story_key, s.outlet, s.published,
       substr(s.text, max(f.start - :reach, 0) + 1, min(f.start, :reach)) AS before,
       substr(s.text, f.end + 1, :reach) AS after
FROM group_story g JOIN story s USING (story) JOIN figure f ON f.story = s.story
WHERE g."group" = :group AND s.current = 1
ORDER BY s.key, f.start, f.end, f.figure
"""
_CHAINS: Final = """
SELECT h.attribution, h.chain, h.position, h.origin, src.name, src.kind, e.entity, e.name AS entity_name
FROM group_story g JOIN figure f ON f.story = g.story JOIN hop h ON h.attribution = f.attribution
JOIN source src ON src.source = h.source LEFT JOIN entity_source es ON es.source = src.source
LEFT JOIN entity e ON e.entity = es.entity
WHERE g."group" = :group GROUP BY h.attribution, h.chain, h.position
ORDER BY h.attribution, h.chain, h.position
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: where it stands, what it counts, who says so (`origin`; None: nobody in particular).

    `own` says that it stands in the outlet's own voice. `through` names the outlets it passed, as the
    story has them. `as_of` is a day, ISO week, month, quarter or year; `published` the story's own date.
    `sentence` is where the sentence begins, `context` its words; `part` says that the figure is a part of
    something or added to it, `named` that it belongs to a name.
    """

    figure: int
    key: str
    start: int
    story: int
    story_key: str
    outlet: str | None
    published: str | None
    as_of: str | None
    amount: Amount
    counted: Counted
    unit: str | None
    what: str | None
    scope: str | None
    words: str
    context: frozenset[str]
    sentence: int
    part: bool
    named: bool
    origin: str | None
    origin_name: str
    own: bool
    through: tuple[str, ...]

    @property
    def days(self) -> Days | None:
        """The first and the last day that it may hold for: `as_of`, else the day of its story."""
        return days_of(self.as_of) or days_of(self.published)

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Earlier first: by the day it holds for, else the day of its story; undated last; then by place."""
        days = self.days
        return (
            days[0].isoformat() if days else "~",
            self.published or "~",
            self.story_key,
            self.start,
            self.key,
        )


def rows_of(connection: sqlite3.Connection, group: int) -> list[Row]:
    """All figures of a group, in an order that does not depend on when a story was added."""
    chains = _chains(connection, group)
    return list(_rows(connection, group, chains))


def _rows(connection: sqlite3.Connection, group: int, chains: dict[int, list[sqlite3.Row]]) -> Iterator[Row]:
    seen: set[tuple[int, int, int]] = set()
    for row in connection.execute(_QUERY, {"group": group, "reach": _REACH}):
        place = row["story"], row["start"], row["end"]
        if place in seen:
            continue
        seen.add(place)
        chain = chains.get(row["attribution"], [])
        before, after = _sentence(row["before"], row["after"])
        origin, name = _origin(chain, row)
        yield Row(
            figure=row["figure"],
            key=figure_key(row["story_key"], row["start"], row["end"]),
            start=row["start"],
            story=row["story"],
            story_key=row["story_key"],
            outlet=row["outlet"],
            published=row["published"],
            as_of=row["as_of"],
            amount=Amount(row["value"], row["low"], row["high"], bool(row["approx"])),
            counted=counted(row["what"], row["unit"]),
            unit=row["unit"],
            what=row["what"],
            scope=row["scope"],
            words=row["words"],
            context=stems_of(before) | stems_of(after),
            sentence=row["start"] - len(before),
            part=bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after)),
            named=bool(_NAME.search(row["words"])),
            origin=origin,
            origin_name=name,
            own=row["attribution"] is None,
            through=tuple(hop["name"] for hop in chain[:-1]),
        )


def _chains(connection: sqlite3.Connection, group: int) -> dict[int, list[sqlite3.Row]]:
    """The main chain of each attribution that a figure stands in."""
    found: dict[int, list[sqlite3.Row]] = {}
    for hop in connection.execute(_CHAINS, {"group": group}):
        if hop["chain"] == 0:
            found.setdefault(hop["attribution"], []).append(hop)
    return found


def _origin(chain: list[sqlite3.Row], row: sqlite3.Row) -> tuple[str | None, str]:
    """A key and a name for whoever the figure rests on; no key for nobody in particular."""
    if not chain:
        if row["attribution"] is not None:
            return None, "source unclear"
        return (f"outlet:{row['outlet'].casefold()}" if row["outlet"] else None), "own voice"
    last = chain[-1]
    if last["name"] == "unattributed":
        return None, "unattributed"
    if last["entity"] is not None:
        return f"entity:{last['entity']}", last["entity_name"]
    if last["kind"] == "unnamed":
        return f"unnamed:{row['story']}:{last['name'].casefold()}", last["name"]
    return f"{last['kind']}:{last['name'].casefold()}", last["name"]


def _sentence(before: str, after: str) -> tuple[str, str]:
    """What stands around a figure in its sentence, as far as it is near."""
    breaks = list(_BREAK.finditer(before))
    end = _BREAK.search(after)
    return before[breaks[-1].end() :] if breaks else before, after[: end.start()] if end else after
