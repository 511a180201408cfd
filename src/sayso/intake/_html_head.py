"""What stands above a story's first paragraph: headline, standfirst, byline, dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..story import Role
from ._dates import dates_in_line
from ._html_align import words_of
from ._html_region import below
from ._html_segments import Place, Segment
from ._html_signs import (
    APPEAL,
    BYLINE,
    BYLINE_NAME,
    DATELINE_NAME,
    DECK_NAME,
    FURNITURE_NAME,
    HEADINGS,
    STANDFIRST_NAME,
    UPDATED,
)

#: Share of words a heading and a page title have in common when they say the same in other words.
ALIKE = 0.6
#: Bylines and datelines are short; a longer line of a part named so is a biography.
SMALL = 160
#: A standfirst says something; a shorter line is a label.
STANDFIRST = 25
STANDFIRST_WORDS = 6
#: How far above the headline a byline or a date may stand.
ABOVE = 4
#: One for publication, one for the last change; more are other stories'.
DATELINES = 2

_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?\W*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·»«:-]+\s+")


def headline_of(
    segments: Sequence[Segment], titles: Sequence[str], outlet: str | None, kept: set[int]
) -> int | None:
    """Index of the story's title where it stands as title, or None when the page shows none.

    The segment nearest to a title that the page gives for itself; of equals the one that stands
    closest above the story.
    """
    site = words_of(outlet or "")
    wanted = [(words, worth) for title in titles for words, worth in _variants(title) if words != site]
    first = min((i for i in kept if len(segments[i].text) > 80), default=min(kept, default=len(segments)))
    best: tuple[float, int] | None = None
    for index, segment in enumerate(segments):
        if segment.kind != "text" or segment.place.hidden or len(segment.text) > 400:
            continue
        score = _likeness(words_of(segment.text), wanted)
        if segment.place.inside("h1"):
            score += 1.0
        elif score and segment.place.inside(*HEADINGS):
            score += 0.3
        if score < 1.0 or (score == 1.0 and len(words_of(segment.text)) < 3):
            continue
        if segment.place.inside("nav", "footer", "aside") or index > first + 1:
            score -= 0.8
        rank = (score, -abs(first - index))
        if best is None or rank > (best[0], -abs(first - best[1])):
            best = (score, index)
    return best[1] if best else None


def _variants(title: str) -> list[tuple[list[str], float]]:
    """A title, and without the outlet's name after or before it, with what the same words are worth."""
    parts = _SEPARATOR.split(title)
    out = [(words_of(title), 3.0)]
    if len(parts) > 1:
        out += [(words_of(" ".join(parts[:-1])), 2.8), (words_of(" ".join(parts[1:])), 2.2)]
    return [(words, worth) for words, worth in out if words]


def _likeness(words: list[str], wanted: list[tuple[list[str], float]]) -> float:
    """3 for the same words, less for a part of them or most of them, else 0."""
    best = 0.0
    mine = set(words)
    for title, worth in wanted:
        if words == title:
            best = max(best, worth)
        elif len(words) >= 3 and title[: len(words)] == words:
            best = max(best, 2.0)
        elif len(mine & set(title)) > ALIKE * len(mine | set(title)):
            best = max(best, 1.5)
    return best


def same_words(segments: Sequence[Segment], index: int) -> set[int]:
    """The other segments that repeat a headline."""
    words = words_of(segments[index].text)
    return {
        i for i, s in enumerate(segments) if i != index and s.kind == "text" and words_of(s.text) == words
    }


def head_role(segment: Segment, home: Place | None, descriptions: Sequence[list[str]]) -> Role | None:
    """The role of a line that stands about the headline and above the first paragraph."""
    text = segment.text
    places = below(segment, home)
    own = " ".join(place.names for place in places[:3])
    if segment.place.inside("nav", "footer", "figure", "figcaption") or APPEAL.search(text):
        return None
    styles = " ".join(segment.styles)
    if len(text) <= SMALL:
        if BYLINE.search(text) and not text.endswith("."):
            return "byline"
        if UPDATED.search(text) or _CLOCK.search(text) or _all_date(text):
            return "dateline"
        if BYLINE_NAME.search(own) or BYLINE_NAME.search(styles):
            return "byline"
        if (DATELINE_NAME.search(own) or "time" in styles.split()) and re.search(r"\d", text):
            return "dateline"
    if (
        len(text) < STANDFIRST
        or segment.link_share > 0.5
        or any(FURNITURE_NAME.search(p.names) for p in places)
    ):
        return None
    if STANDFIRST_NAME.search(own) or any(place.tag in HEADINGS[1:] for place in places):
        return "standfirst"
    words = words_of(text)
    return "standfirst" if any(words == description for description in descriptions) else None


def leading_role(segments: Sequence[Segment], roles: Sequence[Role | None], first: int) -> Role | None:
    """The role of the first line taken for body when it is none: a date, or a heading of a whole sentence."""
    segment = segments[first]
    if "body" not in roles[first + 1 :]:
        return None
    if len(segment.text) <= SMALL and _all_date(segment.text):
        return "dateline"
    own = " ".join(place.names for place in list(segment.place.above())[:2])
    deck = segment.place.inside(*HEADINGS[1:]) or DECK_NAME.search(own)
    return "standfirst" if deck and len(words_of(segment.text)) >= STANDFIRST_WORDS else None


def _all_date(text: str) -> bool:
    """Whether a line is a date or an age and little else."""
    spans = [span for date in dates_in_line(text, 0, len(text)) for span in date.spans or ()]
    covered = sum(end - start for start, end in set(spans))
    return bool(spans) and covered >= 0.5 * len(text)
