"""Axes of drawings: round numbers and round dates, and where they stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ._figure_words import number_words

#: Days between dates on an axis, the finest first; months and years from the first of them on.
_STEPS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A linear axis of numbers from `low` to `high`, drawn upwards from `bottom` to `top`."""

    low: float
    high: float
    bottom: float
    top: float

    def at(self, value: float) -> float:
        """Where a number stands."""
        part = (value - self.low) / (self.high - self.low)
        return self.bottom + (self.top - self.bottom) * min(max(part, 0.0), 1.0)

    def ticks(self) -> list[tuple[float, str]]:
        """Round numbers with their places, five or fewer steps apart."""
        step = _round_step((self.high - self.low) / 4)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [(self.at(n * step), _short(n * step)) for n in range(first, last + 1)]


def numbers(values: list[float], bottom: float, top: float) -> Numbers:
    """The axis that shows all of some numbers; from zero unless they lie far from it."""
    low, high = min(values), max(values)
    if low >= 0 and low < 0.6 * high:
        low = 0.0
    if high <= 0 and high > 0.6 * low:
        high = 0.0
    if low == high:
        low, high = low - max(abs(low) * 0.1, 1.0), high + max(abs(high) * 0.1, 1.0)
    room = (high - low) * 0.12
    return Numbers(low - (room if low != 0 else 0.0), high + (room if high != 0 else 0.0), bottom, top)


@dataclass(frozen=True, slots=True)
class Dates:
    """An axis of days from `first` to `last`, drawn from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day stands."""
        span = (self.last - self.first).days or 1
        part = ((day - self.first).days) / span
        return self.left + (self.right - self.left) * min(max(part, 0.0), 1.0)

    def ticks(self, room: float = 92.0) -> list[tuple[float, str]]:
        """Round dates with their places, no two nearer than `room`."""
        most = max(1, int((self.right - self.left) / room))
        days = (self.last - self.first).days or 1
        for step in _STEPS:
            if days / step <= most:
                return [
                    (self.at(day), f"{day.day} {day:%b} {day.year:04}")
                    for day in _every(self.first, self.last, step)
                ]
        for months in _MONTHS:
            found = _months(self.first, self.last, months)
            if len(found) <= most + 1:
                return [
                    (self.at(day), f"{day:%b} {day.year:04}" if months < 12 else f"{day.year:04}")
                    for day in found
                ]
        return [(self.at(self.first), f"{self.first.year:04}"), (self.at(self.last), f"{self.last.year:04}")]


def dates(days: list[date], left: float, right: float) -> Dates:
    """The axis that shows all of some days."""
    return Dates(min(days), max(days), left, right)


def _every(first: date, last: date, step: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]


def _months(first: date, last: date, step: int) -> list[date]:
    start = first.year * 12 + first.month - 1 + (first.day > 1)
    start += -start % step
    end = last.year * 12 + last.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(start, end + 1, step) if n // 12 >= 1]


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= least * (1 - 1e-9))


def _short(value: float) -> str:
    for size, word in ((1e12, " tn"), (1e9, " bn"), (1e6, " m")):
        if abs(value) >= size:
            return f"{value / size:.4g}{word}".replace("-", "−")
    return number_words(round(value, 10))
