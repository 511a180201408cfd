"""What is known of a story as a whole: headline, date, length, and what was not read of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..story import DateCandidate, Story, Unread
from ._spans import count_words, cut, inside, words_of

#: Words shown of what was not read.
EXCERPT: Final = 12

_AGE = re.compile(r"-P(?:(\d+)([YMWD])|T(\d+)([HM]))")
_AGE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


@dataclass(frozen=True, slots=True)
class Gap:
    """What was not read for one reason: how often, how many words, and the first of them."""

    what: str
    why: str
    places: int
    words: int
    excerpt: str


def headline(story: Story) -> str | None:
    """The story's headline: as its page gives it, else as the text has it."""
    if story.headline:
        return story.headline
    return next((story.text[b.start : b.end] for b in story.blocks if b.role == "headline"), None)


def word_count(story: Story) -> int:
    """Words of everything but furniture."""
    return sum(count_words(story.text[b.start : b.end]) for b in story.blocks if b.role != "furniture")


def date_of(story: Story) -> tuple[str, str] | None:
    """The chosen date in plain words, and why it was chosen."""
    chosen = next((date for date in story.dates if date.chosen), None)
    if chosen is not None:
        return when(story.published or chosen.value), why_of(chosen)
    return (when(story.published), "what was given with the story") if story.published else None


def age_of(story: Story) -> str | None:
    """What the page says of its date where no date could be made of it: "2d"."""
    spans = next((date.spans for date in story.dates if date.spans and not date.chosen), None)
    return words_of(story, spans) if spans else None


def why_of(date: DateCandidate) -> str:
    """Where a date candidate came from, and what was made of it."""
    return f"{date.origin}: {date.why}" if date.why else date.origin


def when(value: str) -> str:
    """An ISO 8601 date, time or negative age in plain words; any other value as it is."""
    age = _AGE.fullmatch(value)
    if age:
        count, unit = (age[1], _AGE_UNITS[age[2]]) if age[1] else (age[3], _AGE_UNITS["T" + age[4]])
        return f"{count} {unit}{'' if count == '1' else 's'} before it was saved"
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment.day} {moment:%B %Y}"
    if len(value) <= len("2025-03-04"):
        return day
    return f"{day}, {moment:%H:%M}" + (f" {moment:%Z}" if moment.tzinfo else "")


def gaps(story: Story) -> tuple[Gap, ...]:
    """What was not read, by what it is and why, in order of first appearance."""
    groups: dict[tuple[str, str], list[Unread]] = {}
    for unread in story.unread:
        groups.setdefault((unread.what, unread.why), []).append(unread)
    made = []
    for (what, why), members in groups.items():
        spans = inside(
            story, [(u.start, u.end) for u in members if u.start is not None and u.end is not None]
        )
        words = " … ".join(" ".join(story.text[start:end].split()) for start, end in spans)
        excerpt, left_out = cut(words, EXCERPT)
        made.append(Gap(what, why, len(members), count_words(words), excerpt + (" …" if left_out else "")))
    return tuple(made)


def plural(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
