"""One panel of the drawing of figures: its axes, and a mark for every figure at its day and number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..ledger import CountedThing, Told
from ._axes import Dates, Numbers, dates, numbers
from ._figure_text import mark_words
from ._figure_words import amount_words
from ._svg import SHAPES, text, width_of, words

#: Room of a panel for figures without any date.
_UNDATED: Final = 96.0
#: Two marks nearer than this stand side by side.
_APART: Final = 14.0
_ARROW: Final = 20.0
_LARGEST: Final = 1e300

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Mark:
    """Equal figures of one source for one day: the first of them, and how many."""

    told: Told
    times: int
    source: int


class Panel:
    """Draws one thing between `left` and `right`, `top` and `bottom`, in the drawing's units."""

    def __init__(self, thing: CountedThing, left: float, right: float, top: float, bottom: float) -> None:
        self._left, self._right, self._top, self._bottom = left, right, top, bottom
        self._sources = _sources(thing)
        self._disputed = {
            mark.of for told in thing.figures for mark in told.marks if mark.kind == "conflicting"
        }
        self._marks = _gathered(thing, self._sources)
        values = [
            value
            for mark in self._marks
            for value in (mark.told.value, mark.told.low, mark.told.high)
            if value is not None
        ]
        self._numbers: Numbers = numbers(values or [0.0], bottom - 4, top + 4)
        days = [day for mark in self._marks for day in _days(mark.told)]
        undated = any(not _days(mark.told) for mark in self._marks)
        self._dates: Dates | None = None
        self._dated_right = right
        if days:
            self._dated_right = right - (_UNDATED if undated else 0.0)
            self._dates = dates(days, left + 24, self._dated_right - 40)
        self._undated = undated
        self._boxes: list[Box] = []

    @property
    def legend(self) -> list[tuple[int, str]]:
        """The number of each source's mark, and its name."""
        found: dict[int, list[str]] = {}
        for name, number in self._sources.items():
            found.setdefault(number, []).append(name)
        return [
            (number, names[0] if len(names) == 1 else f"{len(names)} others")
            for number, names in found.items()
        ]

    def axes(self) -> str:
        """Lines and words for numbers and days."""
        parts = []
        for y, name in self._numbers.ticks():
            parts.append(f'<path class="rule" d="M{self._left:g} {y:.1f}H{self._right:g}"/>')
            parts.append(text(self._left - 8, y + 4, name, "soft end"))
        base = self._bottom + 18
        if self._dates is not None:
            for x, name in self._dates.ticks():
                parts.append(f'<path class="rule" d="M{x:.1f} {self._bottom:g}v5"/>')
                parts.append(text(x, base, name, "soft mid"))
            if self._undated:
                x = self._dated_right
                parts.append(f'<path class="rule" d="M{x:.1f} {self._top:g}V{self._bottom + 5:g}"/>')
                parts.append(text((x + self._right) / 2, base, "no date", "soft mid"))
        else:
            parts.append(
                text((self._left + self._right) / 2, base, "no date is known of any of them", "soft mid")
            )
        return "".join(parts)

    def marks(self) -> str:
        """All figures, side by side where they would meet, and their numbers where there is room."""
        placed = [(mark, *self._place(mark)) for mark in self._marks]
        return "".join([self._drawn(*one) for one in placed] + self._labels(placed))

    def _place(self, mark: _Mark) -> tuple[float, float]:
        told = mark.told
        y_low, y_high = self._extent(told)
        wanted = self._x(told)
        left, right = self._limits(told)
        for step in range(120):
            x = wanted + _APART * ((step + 1) // 2) * (1 if step % 2 else -1)
            box = (x - 6, y_high - 6, x + 6, y_low + 6)
            if left <= x <= right and not self._taken(box):
                break
        else:
            x = wanted
            box = (x - 6, y_high - 6, x + 6, y_low + 6)
        self._boxes.append(box)
        return x, self._y(told)

    def _taken(self, box: Box) -> bool:
        return any(_meet(box, other) for other in self._boxes)

    def _x(self, told: Told) -> float:
        days = told.as_of_days or told.published_day
        if days is None or self._dates is None:
            left, right = self._limits(told)
            if self._dates is not None:
                return (left + right) / 2
            # Without days the place across says nothing: each source has a column of its own.
            columns = max(self._sources.values()) + 1
            return left + (right - left) * (self._sources[_source(told)] + 0.5) / columns
        return (self._dates.at(days[0]) + self._dates.at(days[1])) / 2

    def _limits(self, told: Told) -> tuple[float, float]:
        if self._dates is None:
            return self._left + 10, self._right - 10
        if _days(told):
            return self._left + 8, self._dated_right - 8
        return self._dated_right + 10, self._right - 6

    def _y(self, told: Told) -> float:
        for value in (told.value, told.low, told.high):
            if value is not None:
                return self._numbers.at(value)
        return self._numbers.at(self._numbers.low)

    def _extent(self, told: Told) -> tuple[float, float]:
        """From where down to where up a mark reaches."""
        y = self._y(told)
        low = self._numbers.at(told.low) if told.low is not None and told.value is None else y
        high = self._numbers.at(told.high) if told.high is not None and told.value is None else y
        if told.value is None and told.high is None:
            high = y - _ARROW
        if told.value is None and told.low is None:
            low = y + _ARROW
        return max(low, high), min(low, high)

    def _drawn(self, mark: _Mark, x: float, y: float) -> str:
        told = mark.told
        parts = [f"<title>{words(_title(mark))}</title>"]
        parts += self._period(told, x, y)
        shape = f'<g class="{"full" if told.as_of_days else "open"}">{SHAPES[mark.source]}</g>'
        low, high = self._extent(told)
        if told.value is None:
            parts.append(self._bounds(told, x, low, high))
        parts.append(f'<g transform="translate({x:.1f} {y:.1f})">{shape}</g>')
        if told.value is None and told.low is not None and told.high is not None:
            parts.append(f'<g transform="translate({x:.1f} {high:.1f})">{shape}</g>')
        kind = mark_words(told)
        if told.key in self._disputed:
            kind = "conflicting"
        if kind in ("conflicting", "revised", "later", "echoed"):
            style = {"conflicting": "", "later": " revised"}.get(kind, f" {kind}")
            parts.append(f'<circle class="ring{style}" cx="{x:.1f}" cy="{y:.1f}" r="9"/>')
        return f'<g class="c{mark.source}">{"".join(parts)}</g>'

    def _bounds(self, told: Told, x: float, low: float, high: float) -> str:
        if told.low is not None and told.high is not None:
            ends = f"M{x - 4:.1f} {low:.1f}h8M{x - 4:.1f} {high:.1f}h8"
            return f'<path class="bound" d="M{x:.1f} {low:.1f}V{high:.1f}{ends}"/>'
        if told.low is not None:
            return f'<path class="bound" d="M{x:.1f} {low:.1f}V{high:.1f}m-3.5 4 3.5-4 3.5 4"/>'
        if told.high is not None:
            return f'<path class="bound" d="M{x:.1f} {high:.1f}V{low:.1f}m-3.5-4 3.5 4 3.5-4"/>'
        return ""

    def _period(self, told: Told, x: float, y: float) -> list[str]:
        """The days that a figure may hold for, and the way to the day on which it was published."""
        if self._dates is None or told.as_of_days is None:
            return []
        parts = []
        first, last = map(self._dates.at, told.as_of_days)
        if last - first > 2:
            ends = f"M{first:.1f} {y - 3:.1f}v6M{last:.1f} {y - 3:.1f}v6"
            parts.append(f'<path class="bound" d="M{first:.1f} {y:.1f}H{last:.1f}{ends}"/>')
            self._boxes.append((first, y - 4, last, y + 4))
        if told.published_day is not None:
            day = self._dates.at(told.published_day[0])
            if abs(day - x) > 10:
                self._boxes.append((min(x, day), y - 4, max(x, day) + 2, y + 4))
                parts.append(f'<path class="late" d="M{x:.1f} {y:.1f}H{day:.1f}"/>')
                parts.append(f'<path class="bound" d="M{day:.1f} {y - 4:.1f}v8"/>')
        return parts

    def _labels(self, placed: list[tuple[_Mark, float, float]]) -> list[str]:
        """The numbers beside the marks, each once for marks side by side, where nothing else stands."""
        parts = []
        done: set[tuple[str, float]] = set()
        for mark, x, y in placed:
            told = mark.told
            name = (
                amount_words(told).replace("about ", "≈ ").removesuffix(" or more").removesuffix(" or fewer")
            )
            if mark.times > 1:
                name += f" ×{mark.times}"
            if (name, y) in done:
                continue
            width = width_of(name)
            for left, base in (
                (x + 12, y + 4),
                (x - 12 - width, y + 4),
                (x - width / 2, y - 13),
                (x - width / 2, y + 21),
            ):
                box = (left - 2, base - 11, left + width + 2, base + 3)
                inside = (
                    self._left <= box[0]
                    and box[2] <= self._right
                    and self._top - 12 <= box[1]
                    and box[3] <= self._bottom
                )
                if inside and not self._taken(box):
                    self._boxes.append(box)
                    parts.append(text(left, base, name))
                    done.add((name, y))
                    break
        return parts


def _sources(thing: CountedThing) -> dict[str, int]:
    """The number of each source's mark: the most frequent have their own, the others share one."""
    counts = Counter(_source(told) for told in thing.figures)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    own = len(SHAPES) if len(ranked) <= len(SHAPES) else len(SHAPES) - 1
    return {name: min(n, own) for n, name in enumerate(ranked)}


def _source(told: Told) -> str:
    return f"own voice of {told.outlet}" if told.source == "own voice" and told.outlet else told.source


def _gathered(thing: CountedThing, sources: dict[str, int]) -> list[_Mark]:
    found: dict[tuple[object, ...], list[Told]] = {}
    for told in filter(_can_be_drawn, thing.figures):
        days = told.as_of_days, told.published_day
        numbers_of = told.value, told.low, told.high, told.approx
        found.setdefault((sources[_source(told)], numbers_of, days), []).append(told)
    # The mark with the most to say stands for its equals.
    return [
        _Mark(
            min(equals, key=lambda told: (not mark_words(told), told.key)),
            len(equals),
            sources[_source(equals[0])],
        )
        for equals in found.values()
    ]


def _can_be_drawn(told: Told) -> bool:
    """Whether a figure has a number, and all its numbers have a place on an axis."""
    given = [value for value in (told.value, told.low, told.high) if value is not None]
    return bool(given) and all(abs(value) < _LARGEST for value in given)


def _days(told: Told) -> list[date]:
    return [day for days in (told.as_of_days, told.published_day) if days for day in days]


def _title(mark: _Mark) -> str:
    told = mark.told
    when = f"as of {told.as_of}" if told.as_of else "as of no day given"
    published = f"published {told.published[:10]}" if told.published else "no date of publication"
    kind = mark_words(told)
    through = f", through {', '.join(told.through)}" if told.through else ""
    outlet = f", in {told.outlet}" if told.outlet else ""
    times = f", {mark.times} times" if mark.times > 1 else ""
    why = next((f" ({one.kind}: {one.why})" for one in told.marks if one.kind == kind and kind != "same"), "")
    return f"{_source(told)}{through}{outlet}: “{told.words}”, {when}, {published}{times}{why}"


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
