"""The days that a date of a story or a figure may stand for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

Days: TypeAlias = tuple[date, date]


@lru_cache(maxsize=10_000)
def days_of(value: str | None) -> Days | None:
    """The first and the last day of an ISO 8601 day, moment, week, month, year, or two of them with a `/`.

    None when it is none of these.
    """
    if not value:
        return None
    try:
        first, slash, last = value.partition("/")
        if slash:
            ends = days_of(first), days_of(last)
            return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
        return _days(value.partition("T")[0].partition(" ")[0])
    except (ValueError, OverflowError):
        return None


def _days(value: str) -> Days:
    if "W" in value:
        day = date.fromisoformat(value)
        return (day, day) if value.count("-") == 2 else (day, day + timedelta(days=6))
    parts = value.split("-")
    if len(parts) == 1 and len(value) == 4:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(parts) == 2:
        year, month = map(int, parts)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date.fromisoformat(value)
    return day, day
