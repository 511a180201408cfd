"""The date for which a sentence gives its figures, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS: Final = "mon tue wed thu fri sat sun".split()
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY: Final = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9:]|[.,][0-9])"
_YEAR: Final = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_COUNT: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FORMS: Final = re.compile(
    rf"(?P<mdy>\b(?P<m1>{_MONTH})\s(?P<d1>{_DAY})(?:,?\s(?P<y1>{_YEAR}))?)"
    rf"|(?P<dmy>\b(?P<d2>{_DAY})\s(?:of\s)?(?P<m2>{_MONTH})(?:,?\s(?P<y2>{_YEAR}))?)"
    r"|(?P<iso>\b(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]\b)"
    rf"|(?P<quarter>\b(?:(?P<q>first|second|third|fourth)\squarter|Q(?P<q2>[1-4]))(?:\s(?:of\s)?(?P<y4>{_YEAR}))?)"
    rf"|(?P<my>\b(?:in|of|late|early|mid|during|by|last|this)[\s-](?P<m3>{_MONTH})(?!\s{_DAY}\b)(?:,?\s(?:of\s)?(?P<y3>{_YEAR}))?)"
    r"|(?P<weekday>\b(?:(?P<which>last|this|next|every|each|on|the)\s)?"
    r"(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
    r"|(?P<near>\b(?i:yesterday|today|tonight|this\s(?:morning|afternoon|evening)|last\snight|overnight)\b)"
    r"|(?P<span>\b(?i:(?P<lt>last|this)\s(?P<unit>week|month|year|quarter))\b)"
    r"|(?P<ago>\b(?P<n>[0-9]{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\s"
    r"(?P<au>day|week|month|year)s?\sago\b)"
    rf"|(?P<year>\b(?:in|during|by)\s(?P<y5>{_YEAR})(?!s))"
)
#: Words before a date that make it a beginning, an end or another bound, not the date of the count.
_NOT_THEN: Final = re.compile(
    r"\b(?:since|until|till|before|after|from|between|through|ended|ending|starting|beginning|born|dated"
    r"|due|expected|scheduled|planned|prior\sto|published|founded|established|next|anniversary\sof|remember|of\sthe)(?:\s(?:on|in|the|to|late|early))*\s*$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\bby\s(?:the\s)?$", re.IGNORECASE)
_AS_OF: Final = re.compile(
    r"\b(?:as\sof|as\sat|by|up\sto|so\sfar)(?:\s(?:late|early|the|on))*\s*$", re.IGNORECASE
)
#: "The Sunday Herald", "Bloody Sunday", "Black Friday": names, no days.
_NAME_AROUND: Final = re.compile(
    r"(?:\b(?:Mail\son|Bloody|Black|Cyber|Good|Super|Easter|Palm|Giving|Fat|Ash|Ruby|The|Manic)\s)$"
)
_NAME_AFTER: Final = re.compile(
    r"\s(?:Times|Mirror|Telegraph|Mail|Express|People|World|Herald|Post|Star|Sun|Night|Business)\b"
)
#: "the September 11 attacks", "the May 6 election": the date names an event.
_OF_AN_EVENT: Final = re.compile(
    r",?\s(?:(?:terror(?:ist)?|presidential|general|parliamentary|suicide)\s)?"
    r"(?:attacks?|anniversary|deadline|bombings?|massacre|elections?|vote|referendum|summit|revolution|uprising)\b"
)
_CONTEXT: Final = 28


@dataclass(frozen=True, slots=True)
class Dated:
    """A date named at `start:end`; `value` is ISO 8601 of a day, week, month, quarter or year."""

    start: int
    end: int
    value: str
    as_of: bool  #: stands after "as of" or the like


def published_day(published: str | None) -> date | None:
    """The day of a story's date, or None where it has none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def dates_in(text: str, start: int, end: int, published: date | None) -> list[Dated]:
    """The dates that a sentence names and that lie in the past, in order."""
    return list(_dates(text, start, end, published))


def _dates(text: str, start: int, end: int, published: date | None) -> Iterator[Dated]:
    for match in _FORMS.finditer(text, start, end):
        left = text[max(start, match.start() - _CONTEXT) : match.start()]
        right = text[match.end() : min(end, match.end() + _CONTEXT)]
        if _NOT_THEN.search(left) or _OF_AN_EVENT.match(right):
            continue
        try:
            value = _value(match, published, left, right)
        except (ValueError, OverflowError):
            continue
        if value is not None:
            by = match[0].lower().startswith("by ") or _BY.search(left)
            if by and published is None:
                continue  # it may lie ahead
            as_of = bool(_AS_OF.search(left) or by)
            yield Dated(match.start(), match.end(), value, as_of)


def nearest(dates: list[Dated], at: int) -> str | None:
    """The date of a figure that stands at `at`: one "as of" which it is given, else the nearest."""
    if not dates:
        return None
    return min(dates, key=lambda dated: (not dated.as_of, abs(dated.start - at), dated.start)).value


def days_of(value: str) -> tuple[date, date] | None:
    """The first and the last day of an `as_of` value; None when it is none."""
    try:
        if "/" in value:
            first, last = (days_of(part) for part in value.split("/", 1))
            return (first[0], last[1]) if first and last else None
        if "-W" in value:
            first_day = date.fromisoformat(value)
            return first_day, first_day + timedelta(days=6)
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            return date(parts[0], parts[1], 1), _month_end(parts[0], parts[1])
        day = date.fromisoformat(value)
    except (ValueError, TypeError):
        return None
    return day, day


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _value(match: re.Match[str], published: date | None, left: str, right: str) -> str | None:
    form = match.lastgroup
    part = match.groupdict()
    form = next(
        name
        for name in ("mdy", "dmy", "iso", "quarter", "my", "weekday", "near", "span", "ago", "year")
        if part[name]
    )
    if form == "iso":
        return _past(date.fromisoformat(match[0]), published)
    if form in ("mdy", "dmy"):
        month, day, year = (
            (part["m1"], part["d1"], part["y1"]) if form == "mdy" else (part["m2"], part["d2"], part["y2"])
        )
        return _day(_month(month), int(re.sub(r"\D", "", day)), year, published)
    if form == "my":
        return _whole_month(_month(part["m3"]), part["y3"], published)
    if form == "quarter":
        return _quarter(_QUARTERS[part["q"] or part["q2"]], part["y4"], published)
    if form == "year":
        return part["y5"] if published is None or int(part["y5"]) <= published.year else None
    if published is None:
        return None
    if form == "weekday":
        if (
            part["which"] in ("next", "every", "each")
            or _NAME_AROUND.search(left)
            or _NAME_AFTER.match(right)
        ):
            return None
        if part["which"] == "the" and re.match(r"\s[A-Z]", right):
            return None
        return _weekday(part["w"], part["which"] == "last", published)
    return _relative(form, part, published)


def _relative(form: str, part: dict[str, str | None], published: date) -> str | None:
    if form == "near":
        back = (part["near"] or "").lower() in ("yesterday", "last night")
        return (published - timedelta(days=back)).isoformat()
    if form == "span":
        return _span((part["unit"] or "").lower(), (part["lt"] or "").lower() == "last", published)
    words = part["n"] or "1"
    return _ago(_COUNT.get(words) or int(words), part["au"] or "day", published)


def _month(words: str) -> int:
    return _MONTHS.index(words[:3].lower()) + 1


def _past(day: date, published: date | None) -> str | None:
    return day.isoformat() if published is None or day <= published else None


def _day(month: int, day: int, year: str | None, published: date | None) -> str | None:
    """A day, its year that of the last time there was one; None for one just ahead or without any year."""
    if year is not None:
        return _past(date(int(year), month, day), published)
    if published is None:
        return None
    this = date(published.year, month, day)
    if this <= published:
        return this.isoformat()
    return date(published.year - 1, month, day).isoformat() if (this - published).days > 60 else None


def _whole_month(month: int, year: str | None, published: date | None) -> str | None:
    if year is not None:
        ahead = published is not None and (int(year), month) > (published.year, published.month)
        return None if ahead else f"{year}-{month:02}"
    if published is None:
        return None
    if month <= published.month:
        return f"{published.year}-{month:02}"
    return f"{published.year - 1}-{month:02}" if month - published.month > 2 else None


def _quarter(quarter: int, year: str | None, published: date | None) -> str | None:
    if year is None and published is None:
        return None
    which = int(year) if year else published.year if published else 0
    if published is not None and (which, quarter * 3 - 2) > (published.year, published.month):
        if year:
            return None
        which -= 1
    return f"{which}-{quarter * 3 - 2:02}/{which}-{quarter * 3:02}"


def _weekday(word: str, last: bool, published: date) -> str:
    """The last such day up to that of publication; "last Monday" on a Monday is a week before."""
    back = (published.weekday() - _WEEKDAYS.index(word[:3].lower())) % 7
    return (published - timedelta(days=back or (7 if last else 0))).isoformat()


def _span(unit: str, last: bool, published: date) -> str:
    if unit == "week":
        return _week(published - timedelta(weeks=last))
    if unit == "year":
        return str(published.year - last)
    if unit == "month":
        return _months_back(published, int(last))
    quarter = (published.month - 1) // 3 - last
    year = published.year + quarter // 4
    first = quarter % 4 * 3 + 1
    return f"{year}-{first:02}/{year}-{first + 2:02}"


def _ago(count: int, unit: str, published: date) -> str:
    if unit == "day":
        return (published - timedelta(days=count)).isoformat()
    if unit == "week":
        return _week(published - timedelta(weeks=count))
    if unit == "month":
        return _months_back(published, count)
    return f"{published.year - count:04}"


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _months_back(published: date, count: int) -> str:
    months = published.year * 12 + published.month - 1 - count
    return f"{months // 12:04}-{months % 12 + 1:02}"
