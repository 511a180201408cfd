"""Every date a story gives for itself: where it stands, what it says, and which one to believe.

"Published 7:07 PM EST Nov 19, 2019" is a date in a line, "2 hours ago" an age. Values are ISO 8601;
an age is a negative duration ("-PT2H") until the time of retrieval makes a date of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from ..story import DateCandidate
from ._date_forms import MONTHS, is_day, written_dates

_UNIT: Final = {
    "s": "S", "m": "M", "h": "H", "d": "D", "w": "W", "mo": "MO", "y": "Y", "sec": "S", "min": "M", "hr": "H",
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "MO", "year": "Y", "yr": "Y",
}  # fmt: skip
_UNITS: Final = "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|mo|[smhdwy]"
_AGO: Final = re.compile(
    rf"\b(?P<count>\d{{1,3}}|an?|one|two|three)\s*(?P<unit>{_UNITS})\s+ago\b|\b(?P<word>yesterday|just\s+now)\b",
    re.IGNORECASE,
)
#: "The Evening Bell2d", "Bell · 3h": an age at the end of a short line, glued to the outlet or not.
_GLUED: Final = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[·•|–—-]\s)|(?<=[·•|])|^)(?P<count>\d{1,2})\s?(?P<unit>mo|[mhdwy])\s*$"
)
#: Longer lines that end in "5m" or hold "yesterday" tell a story.
_AGE_LINE: Final = 60
_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_MODIFIED: Final = re.compile(r"modif|updat|revis|edited|last.?changed", re.IGNORECASE)
_PUBLISHED: Final = re.compile(r"publi|posted|issued|released|created|first|pub_?date|pubdate", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?P<modified>(?:last\s+)?(?:updated|modified|edited|revised))|(?P<published>(?:first\s+)?published|posted|issued|filed|created)",
    re.IGNORECASE,
)
_URL_DATE: Final = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:[/-]?(?P<day>0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)",
    re.IGNORECASE,
)
_PLACES: Final = ("json-ld", "meta", "time", "text", "url")


def dates_in_line(
    text: str, start: int, end: int, *, retrieved: str | None = None, origin: str = "text"
) -> list[DateCandidate]:
    """The dates and ages in `text[start:end]`, one line, with their spans in `text`.

    An age gives its duration and, when `retrieved` (ISO) is known, a second candidate with the date.
    """
    line = text[start:end]
    out: list[DateCandidate] = []
    taken: list[tuple[int, int]] = []
    for first, last, value in written_dates(line):
        taken.append((first, last))
        why = "stands in the text"
        if len(value) == 4:
            why += "; the order of day and month is unclear"
        said = _origin(origin, line[:first])
        out.append(DateCandidate(value, said, ((start + first, start + last),), False, why))
    ages = [*_AGO.finditer(line), *_GLUED.finditer(line)] if len(line) <= _AGE_LINE else []
    for age in ages:
        if any(age.start() < b and a < age.end() for a, b in taken):
            continue
        taken.append(age.span())
        groups = age.groupdict()
        spans = ((start + age.start(), start + age.end()),)
        said = _origin(origin, line[: age.start()])
        value, back = _age(groups)
        out.append(DateCandidate(value, said, spans, False, "the page gives an age, not a date"))
        if retrieved and (then := _before(retrieved, back, value)):
            why = f"is {value[1:]} before the page was retrieved"
            out.append(DateCandidate(then, said, spans, False, why))
    return out


def _origin(origin: str, before: str) -> str:
    """The origin, with what the words before the date call it."""
    labels = [*_LABEL.finditer(before)]
    if not labels:
        return origin
    return f"{origin} updated" if labels[-1]["modified"] else f"{origin} published"


def _age(groups: dict[str, str | None]) -> tuple[str, timedelta]:
    """The ISO duration of an age, and its length."""
    word = groups.get("word")
    if word:
        return ("-P1D", timedelta(days=1)) if word.lower() == "yesterday" else ("-PT0S", timedelta())
    raw = (groups["count"] or "1").lower()
    count = _COUNTS.get(raw) or int(raw)
    unit = (groups["unit"] or "").lower()
    letter = _UNIT[unit if unit in _UNIT else unit.rstrip("s")]
    back = {
        "S": timedelta(seconds=count), "M": timedelta(minutes=count), "H": timedelta(hours=count),
        "D": timedelta(days=count), "W": timedelta(weeks=count), "MO": timedelta(days=30 * count),
        "Y": timedelta(days=365 * count),
    }[letter]  # fmt: skip
    return (f"-PT{count}{letter}" if letter in "SMH" and letter != "MO" else f"-P{count}{letter[0]}"), back


def _before(retrieved: str, back: timedelta, duration: str) -> str | None:
    """The date an age points to, no finer than the age itself."""
    try:
        then = datetime.fromisoformat(retrieved) - back
    except (ValueError, OverflowError):
        return None
    if "T" in duration:
        return then.isoformat(timespec="minutes")
    return then.strftime("%Y-%m") if duration[-1] in "MY" else then.date().isoformat()


def date_in_url(url: str) -> DateCandidate | None:
    """The date in the path of an address ("/2019/11/19/"), when there is one."""
    match = _URL_DATE.search(url)
    if not match:
        return None
    month = match["month"].lower()
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1
    value = f"{match['year']}-{number:02d}" + (f"-{match['day']}" if match["day"] else "")
    if match["day"] and not is_day(value):
        return None
    return DateCandidate(value, "url", None, False, "stands in the address")


def _rank(candidate: DateCandidate) -> tuple[bool, int, int, bool]:
    """Sorts the most believable publication date first."""
    said = 2 if _MODIFIED.search(candidate.origin) else 0 if _PUBLISHED.search(candidate.origin) else 1
    place = next((i for i, name in enumerate(_PLACES) if candidate.origin.startswith(name)), len(_PLACES))
    return (candidate.value.startswith("-"), said, place, len(candidate.value) < 10)


def choose(candidates: Iterable[DateCandidate], retrieved: str | None = None) -> tuple[DateCandidate, ...]:
    """The same candidates, each date once per origin, one of them chosen, every one with its reason.

    Said to be published comes before unsaid, and unsaid before said to be updated; JSON-LD before
    meta tags, time elements, the text and the address; a date before an age. A date more than a day
    after `retrieved` is never chosen.
    """
    seen: dict[tuple[str, str], DateCandidate] = {}
    for candidate in candidates:
        key = (candidate.value, candidate.origin)
        if key not in seen or (seen[key].spans is None and candidate.spans):
            seen[key] = candidate
    unique = list(seen.values())
    possible = [c for c in unique if not _after(c.value, retrieved)]
    if not possible:
        return tuple(unique)
    best = min(possible, key=_rank)
    return tuple(_explained(candidate, best, unique) for candidate in unique)


def _after(value: str, retrieved: str | None) -> bool:
    if not retrieved or value.startswith("-") or len(value) < 10:
        return False
    try:
        return date.fromisoformat(value[:10]) > date.fromisoformat(retrieved[:10]) + timedelta(days=1)
    except ValueError:
        return False


def _explained(
    candidate: DateCandidate, best: DateCandidate, others: Sequence[DateCandidate]
) -> DateCandidate:
    chosen = candidate is best
    if not chosen and _MODIFIED.search(candidate.origin):
        return msgspec.structs.replace(candidate, why=_also(candidate.why, "says when the story was changed"))
    if not chosen:
        said = "says when the story was published" if _PUBLISHED.search(candidate.origin) else "another date"
        return msgspec.structs.replace(candidate, why=_also(candidate.why, said))
    if best.value.startswith("-"):
        reason = "the only sign of the story's age"
    elif _PUBLISHED.search(best.origin):
        reason = "says when the story was published"
    elif _MODIFIED.search(best.origin):
        reason = "no date of publication is given; this is when the story was changed"
    else:
        reason = "the best date the page gives"
    agree = sorted({c.origin for c in others if c is not best and c.value[:10] == best.value[:10]})
    if agree:
        reason += "; same day: " + ", ".join(agree)
    return msgspec.structs.replace(candidate, chosen=True, why=_also(candidate.why, reason))


def _also(why: str, reason: str) -> str:
    return f"{why}; {reason}" if why and reason else why or reason


def published(candidates: Iterable[DateCandidate]) -> str | None:
    """The chosen date, unless all that is known is an age."""
    return next((c.value for c in candidates if c.chosen and not c.value.startswith("-")), None)
