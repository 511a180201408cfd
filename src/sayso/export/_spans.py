"""Words of a story by their spans: clipped, counted, cut short, and with some of them marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..story import Span, Spans, Story

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s")

#: What stands between the pieces of a content.
JOINT = " … "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a story, cut after so many: runs of text with whether each is marked."""

    runs: tuple[tuple[str, bool], ...]
    left_out: int

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(words for words, _ in self.runs)


def words_of(story: Story, spans: Iterable[Span]) -> str:
    """The exact words of some spans, pieces joined by an ellipsis."""
    return story.words_of(inside(story, spans))


def inside(story: Story, spans: Iterable[Span]) -> Spans:
    """The spans clipped to the text, empty ones left out (a document from elsewhere may hold any)."""
    size = len(story.text)
    clipped = ((max(0, start), min(size, end)) for start, end in spans)
    return tuple((start, end) for start, end in clipped if start < end)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping and touching ones made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


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


def excerpt(story: Story, spans: Iterable[Span], marks: Iterable[Span], longest: int) -> Excerpt:
    """The words of the spans as `cut` cuts them, those that lie in `marks` marked."""
    pieces = inside(story, spans)
    kept, left_out = cut(story.words_of(pieces), longest)
    at, found = 0, list[Span]()
    wanted = merged(inside(story, marks))
    ends = [end for _, end in wanted]
    for start, end in pieces:
        for mark in range(bisect_right(ends, start), len(wanted)):
            first, last = wanted[mark]
            if first >= end or at > len(kept):
                break
            found.append((at + max(first, start) - start, at + min(last, end) - start))
        at += end - start + len(JOINT)
    return Excerpt(_runs(kept, merged(found)), left_out)


def _runs(text: str, marks: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    edges = [0, *(min(edge, len(text)) for mark in marks for edge in mark), len(text)]
    runs = ((text[start:end], n % 2 == 1) for n, (start, end) in enumerate(pairwise(edges)))
    return tuple(run for run in runs if run[0])
