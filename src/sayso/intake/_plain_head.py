"""What a plain text says of itself: headline, outlet, dates and credits, read from lines of those roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..story import Credit, DateCandidate, Role
from ._credits import agencies_in, credits_in_line, credits_in_paragraph
from ._dates import choose, dates_in_line
from ._line_signs import content_words
from ._lines import Line
from ._plain_outlet import outlet_age

#: A line of small print is short; what a longer one says after this many characters is not looked at.
_SMALL_PRINT: Final = 400
#: An outlet's name at the end of a page title.
_OUTLET_WORDS: Final = 5
_AFTER_TITLE = re.compile(r"^\s*[|·•»–—:-]+\s*(?P<outlet>[^|·•»]{2,40})$")


class Head(NamedTuple):
    """The page's own data, as far as its text gives any."""

    headline: str | None
    outlet: str | None
    dates: tuple[DateCandidate, ...]
    credits: tuple[Credit, ...]


def head_of(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> Head:
    """Read the head from lines that have roles."""
    headline = _headline(text, lines, roles)
    outlet: str | None = None
    dates: list[DateCandidate] = []
    for line in _of(lines, roles, "dateline", "byline"):
        end = min(line.end, line.start + _SMALL_PRINT)
        age = outlet_age(text[line.start : end])
        found = dates_in_line(text, line.start, end)
        if age and not found:
            spans = ((line.start + age.start, line.start + age.end),)
            found = [DateCandidate(age.age, "text", spans, False, "the page gives an age, not a date")]
        if age and not any(date.value[0].isdigit() for date in found):
            outlet = outlet or age.outlet
        dates += found
    if outlet is None and headline:
        outlet = _after_title(text, lines, roles, headline)
    return Head(headline, outlet, choose(dates), tuple(_credits(text, lines, roles)))


def _credits(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Credit]:
    """Agencies and contributors, from credit lines, bylines, and the edges of paragraphs."""
    for line, role in zip(lines, roles, strict=True):
        end = min(line.end, line.start + _SMALL_PRINT)
        if role == "credit":
            yield from credits_in_line(text, line.start, end)
        elif role == "byline":
            yield from agencies_in(text, line.start, end)
        elif role in ("body", "caption", "standfirst"):
            yield from credits_in_paragraph(text, line.start, line.end)


def _of(lines: Sequence[Line], roles: Sequence[Role], *wanted: Role) -> Iterator[Line]:
    return (line for line, role in zip(lines, roles, strict=True) if role in wanted)


def _headline(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> str | None:
    """The headline's words; a title broken over lines is joined by spaces."""
    found = " ".join(" ".join(text[line.start : line.end].split()) for line in _of(lines, roles, "headline"))
    return found or None


def _after_title(text: str, lines: Sequence[Line], roles: Sequence[Role], headline: str) -> str | None:
    """The outlet in a page title among the furniture: "Headline | Outlet", or nearly so on the first line."""
    for line in _of(lines, roles, "furniture"):
        shown = " ".join(text[line.start : min(line.end, line.start + _SMALL_PRINT)].split())
        if shown.startswith(headline) and (rest := _AFTER_TITLE.match(shown[len(headline) :])):
            return rest["outlet"].strip()
    if roles[0] != "furniture":
        return None
    title, _, outlet = re.sub(r"\s[-|–—]+\s", "\n", lines[0].head[:_SMALL_PRINT]).rpartition("\n")
    words = content_words(headline.lower().split())
    if len(words & content_words(title.lower().split())) * 2 < len(words) or not words:
        return None
    return outlet if outlet[:1].isupper() and len(outlet.split()) <= _OUTLET_WORDS else None
