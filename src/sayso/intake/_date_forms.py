"""The written forms of a date and a time of day, and what they come to in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_CLOCK: Final = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>(?-i:(?:GMT|UTC)(?:[+-]\d{1,2}:?\d{0,2})?|[A-Z]{1,4}T\b|BST\b|CEST\b|Z\b)|[+-]\d\d:?\d\d\b)?\)?"
)
_GLUE: Final = r"(?:\s*(?:,|\bat\b|\bon\b|-|–|—|\||·|•|/)\s*|\s+){1,2}"
_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)\b"

#: Forms of a date, most particular first; a clock may stand on either side.
_DATES: Final = tuple(
    re.compile(rf"(?<![\w/.-])(?:{clock_before}){form}(?:{clock_after})", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<monthnumber>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"{_WEEKDAY}{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s*{_YEAR}",
        rf"{_WEEKDAY}(?P<first>\d{{1,2}})(?P<sep>[./-])(?P<second_number>\d{{1,2}})(?P=sep){_YEAR}",
    )
    for clock_before, clock_after in (
        (rf"{_CLOCK}{_GLUE}", ""),
        ("", rf"(?:T|{_GLUE}){_CLOCK}"),
        ("", ""),
    )
)
_ZONES: Final = {
    "GMT": 0, "UTC": 0, "Z": 0, "BST": 60, "WET": 0, "CET": 60, "CEST": 120, "EET": 120, "EST": -300,
    "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "HST": -600,
    "AKST": -540, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "SGT": 480,
    "HKT": 480,
}  # fmt: skip
_US_ZONES: Final = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}


def iso(value: str) -> str | None:
    """A date of any common form as ISO 8601, or None when it is none; years 1900 to 2100 only."""
    value = value.strip()[:80]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value if is_day(value) else None
    if re.match(r"\d{4}-?\d\d-?\d\d[T ]\d", value):
        try:
            stamp = datetime.fromisoformat(re.sub(r"\s+([+-]\d\d:?\d\d)$", r"\1", value))
        except ValueError:
            stamp = None
        if stamp is not None:
            return stamp.isoformat(timespec="seconds") if 1900 <= stamp.year <= 2100 else None
    if re.fullmatch(r"(?:19|20)\d{6}", value):
        day = f"{value[:4]}-{value[4:6]}-{value[6:]}"
        return day if is_day(day) else None
    if re.fullmatch(r"1\d{9}(?:\d{3})?", value):  # seconds or milliseconds since 1970
        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    found = next(written_dates(value), None)
    return found[2] if found else None


def is_day(day: str) -> bool:
    try:
        return 1900 <= date.fromisoformat(day).year <= 2100
    except ValueError:
        return False


def written_dates(line: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and ISO value of the dates in a line, in order, no two overlapping."""
    if len(line) > 2000 or not re.search(r"\d", line):
        return
    found: list[tuple[int, int, str]] = []
    for pattern in _DATES:
        for match in pattern.finditer(line):
            span = match.span()
            if any(span[0] < b and a < span[1] for a, b, _ in found):
                continue
            value = _value(match)
            if value:
                found.append((*span, value))
    yield from sorted(found)


def _value(match: re.Match[str]) -> str | None:
    part = {key: text for key, text in match.groupdict().items() if text}
    year = int(part["year"])
    if "first" in part:
        first, second = int(part["first"]), int(part["second_number"])
        if first > 12 >= second or first == second:
            day, month = first, second
        elif second > 12 >= first:
            day, month = second, first
        elif 1 <= first <= 12 and 1 <= second <= 12:
            return str(year)
        else:
            return None
    elif "monthnumber" in part:
        day, month = int(part["day"]), int(part["monthnumber"])
    else:
        day, month = int(part["day"]), MONTHS.index(part["month"][:3].lower()) + 1
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    return _clocked(when, part)


def _clocked(when: date, part: dict[str, str]) -> str:
    """The date, with the time of day where one is given (an hour alone is none)."""
    if "hour" not in part or not ("minute" in part or "half" in part):
        return when.isoformat()
    hour = int(part["hour"])
    if "half" in part:
        if not 1 <= hour <= 12:
            return when.isoformat()
        hour = hour % 12 + (12 if part["half"].lower().startswith("p") else 0)
    stamp = datetime(
        when.year, when.month, when.day, hour, int(part.get("minute", 0)), int(part.get("second", 0))
    )
    minutes = _offset(part.get("zone", ""), when)
    if minutes is not None:
        stamp = stamp.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    return stamp.isoformat()


def _offset(zone: str, when: date) -> int | None:
    """Minutes east of UTC of a zone's short name; None when it has several meanings or none."""
    zone = zone.upper()
    number = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d\d?):?(\d\d)?", zone)
    if number:
        minutes = int(number[2]) * 60 + int(number[3] or 0)
        return (minutes if number[1] == "+" else -minutes) if minutes < 24 * 60 else None
    if zone in _US_ZONES:
        return _US_ZONES[zone] + (60 if _us_summer(when) else 0)
    return _ZONES.get(zone)


def _us_summer(when: date) -> bool:
    """Whether US clocks are ahead: second Sunday in March to first in November (since 2007)."""
    march, november = date(when.year, 3, 8), date(when.year, 11, 1)
    return (
        march + timedelta(days=6 - march.weekday())
        <= when
        < november + timedelta(days=6 - november.weekday())
    )
