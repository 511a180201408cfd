"""Gives speech that runs on into a paragraph without a cue to the speaker before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Span, Spans
from ._quotes import Quotation

_WORD: Final = re.compile(r"\w+")
#: A shorter quotation is a name or a scare quote oftener than speech.
_FEWEST_WORDS: Final = 5
#: Share of a paragraph's words that must stand in quotation marks for it to be speech alone.
_ALL_SPEECH: Final = 0.85

#: What is left of the confidence in the speaker: after a quotation left open, and after a closed one.
_OPEN: Final = 0.95
_CLOSED: Final = 0.6

WHY: Final = "a paragraph of speech with no cue of its own goes on from the quotation before it"


@dataclass(frozen=True, slots=True)
class Speech:
    """A paragraph of speech with the speaker of the paragraph before."""

    source: Spans
    content: Spans
    confidence: float
    why: str


def continued_speech(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    found: Sequence[tuple[Spans, Spans, float]],
) -> list[Speech]:
    """Paragraphs that are nothing but speech, right after a quotation with a known source.

    `found` holds source, content and confidence of what the model found. A paragraph of which the
    model has already attributed anything is left alone. Where the paragraph before left its
    quotation open, the convention says that the same person goes on; where it did not, the speaker
    is only likely to be the same, and the confidence says so.
    """
    pieces = sorted((span, source, sure) for source, content, sure in found for span in content)
    quotes, contents = _Cursor([q.span for q in quotations]), _Cursor([piece[0] for piece in pieces])
    speeches: list[Speech] = []
    speaker: tuple[Spans, float] | None = None
    for start, end in paragraphs:
        here = [quotations[i] for i in quotes.within(start, end)]
        attributed = [pieces[i] for i in contents.within(start, end)]
        if speaker and not attributed and _is_speech(text, start, end, here):
            source, sure = speaker
            sure *= _OPEN if here[0].continued else _CLOSED
            speeches.append(Speech(source, tuple(q.span for q in here), round(sure, 3), WHY))
            continue
        speaker = None
        if here and here[-1].end >= end - 1:
            owners = [piece for piece in attributed if piece[0][1] > here[-1].start and piece[1]]
            speaker = (owners[-1][1], owners[-1][2]) if owners else None
    return speeches


def _is_speech(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> bool:
    spoken = sum(len(_WORD.findall(text, q.start, q.end)) for q in quotations)
    return spoken >= _FEWEST_WORDS and spoken >= _ALL_SPEECH * len(_WORD.findall(text, start, end))


class _Cursor:
    """Walks along sorted spans once, so that a whole text takes one pass."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._at = 0

    def within(self, start: int, end: int) -> range:
        """Indices of the spans that begin in `start:end`; calls must come in order."""
        while self._at < len(self._spans) and self._spans[self._at][0] < start:
            self._at += 1
        first = self._at
        while self._at < len(self._spans) and self._spans[self._at][0] < end:
            self._at += 1
        return range(first, self._at)
