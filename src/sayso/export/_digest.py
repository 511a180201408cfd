"""What the reports show of a story: its head, its sources with what each says, and its shares.

Nothing here is found anew: it is the story's own records, counted, sorted and grouped for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..story import Attribution, DateCandidate, Role, Span, Spans, Story, Unread

#: An attribution below this confidence is more likely wrong than right, and marked as unsure.
UNSURE_BELOW: Final = 0.5

#: Words shown of what was not read.
EXCERPT: Final = 12

NO_SOURCE: Final = "no source given"

#: The same pronoun twice may be two people; such sources are not put together.
_PRONOUNS: Final = frozenset(
    ["i", "he", "she", "they", "it", "we", "you", "who", "this", "that", "these", "those", "which", "one"]
)

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s")
_AGE = re.compile(r"-P(?:(\d+)([YMWD])|T(\d+)([HM]))")
_AGE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as a reader meets it; `number` counts from 1 in the order of the text."""

    number: int
    attribution: Attribution
    role: Role

    @property
    def unsure(self) -> bool:
        """Whether its confidence is below `UNSURE_BELOW`."""
        return self.attribution.confidence < UNSURE_BELOW


@dataclass(frozen=True, slots=True)
class Voice:
    """All sayings whose source stands there in the same words; `words` is None when none is given."""

    words: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What was not read for one reason: how often, how many words, and the first of them."""

    what: str
    why: str
    places: int
    words: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Shares:
    """The body's words: how many there are, and the percentages of the three kinds, 100 in all.

    `attributed` lies in some content; `naming` only in a source or cue; `own` is the outlet's own voice.
    """

    words: int
    attributed: int
    naming: int
    own: int


def sayings(story: Story) -> tuple[Saying, ...]:
    """The story's attributions, numbered in the order their contents stand in the text."""
    ordered = sorted(story.attributions or (), key=lambda found: (_first(found.content), _appears(found)))
    return tuple(Saying(n, found, _role(story, found)) for n, found in enumerate(ordered, 1))


def voices(story: Story, said: Sequence[Saying]) -> tuple[Voice, ...]:
    """The sayings by the exact words of their source, in order of first appearance, sourceless last.

    A pronoun stands by itself each time.
    """
    groups: dict[str, list[Saying]] = {}
    for saying in said:
        words = " ".join(words_of(story, saying.attribution.source).split())
        key = words.casefold()
        groups.setdefault(f"{key} {saying.number}" if key in _PRONOUNS else key, []).append(saying)

    def order(item: tuple[str, list[Saying]]) -> tuple[bool, int]:
        return not item[0], min(_appears(saying.attribution) for saying in item[1])

    return tuple(
        Voice(words_of(story, members[0].attribution.source) if key else None, tuple(members))
        for key, members in sorted(groups.items(), key=order)
    )


def shares(story: Story) -> Shares | None:
    """How the body's words divide; None without body words or when attributions were not looked for."""
    if not isinstance(story.attributions, tuple):
        return None
    starts = [
        match.start()
        for block in story.blocks
        if block.role == "body"
        for match in _WORD.finditer(story.text, block.start, block.end)
    ]
    if not starts:
        return None
    contents = _flags(story, (span for found in story.attributions for span in found.content))
    naming = _flags(story, (span for found in story.attributions for span in found.source + found.cue))
    attributed = sum(contents[start] for start in starts)
    own = sum(not contents[start] and not naming[start] for start in starts)
    percent_in, percent_own = round(100 * attributed / len(starts)), round(100 * own / len(starts))
    return Shares(len(starts), percent_in, 100 - percent_in - percent_own, percent_own)


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


def headline(story: Story) -> str | None:
    """The story's headline: as its page gives it, else as the text has it."""
    if story.headline:
        return story.headline
    return next((story.text[b.start : b.end] for b in story.blocks if b.role == "headline"), None)


def word_count(story: Story) -> int:
    """Words of everything but furniture."""
    return sum(count_words(story.text[b.start : b.end]) for b in story.blocks if b.role != "furniture")


def count_words(text: str) -> int:
    """Runs of letters and digits."""
    return sum(1 for _ in _WORD.finditer(text))


def cut(text: str, longest: int) -> tuple[str, int]:
    """The first `longest` words, to the next white space, and how many words were left out."""
    for n, match in enumerate(_WORD.finditer(text), 1):
        if n == longest:
            gap = _GAP.search(text, match.end())
            kept = text[: gap.start()] if gap else text
            return kept, count_words(text[len(kept) :])
    return text, 0


def date_of(story: Story) -> tuple[str, str] | None:
    """The chosen date in plain words, and why it was chosen."""
    chosen = next((date for date in story.dates if date.chosen), None)
    if chosen is not None:
        return when(story.published or chosen.value), why_of(chosen)
    return (when(story.published), "given with the story") if story.published else None


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


def words_of(story: Story, spans: Iterable[Span]) -> str:
    """The exact words of some spans, pieces joined by an ellipsis."""
    return story.words_of(inside(story, spans))


def inside(story: Story, spans: Iterable[Span]) -> Spans:
    """The spans clipped to the text, empty ones left out (a document from elsewhere may hold any)."""
    size = len(story.text)
    clipped = ((max(0, start), min(size, end)) for start, end in spans)
    return tuple((start, end) for start, end in clipped if start < end)


def _role(story: Story, found: Attribution) -> Role:
    return story.blocks[found.block].role if 0 <= found.block < len(story.blocks) else "body"


def _first(spans: Spans) -> int:
    return min((start for start, _ in spans), default=0)


def _appears(found: Attribution) -> int:
    return _first(found.source or found.cue or found.content)


def _flags(story: Story, spans: Iterable[Span]) -> bytearray:
    flags = bytearray(len(story.text))
    for start, end in inside(story, spans):
        flags[start:end] = b"\1" * (end - start)
    return flags
