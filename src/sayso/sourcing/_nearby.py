"""Which claims a sentence signals, and which of them some words in it are nearest to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from ..story import Span
from ._claims import Claim

_MANY: Final = 40  #: claims or outlets in one sentence
T = TypeVar("T")


class Nearby:
    """The claims that reading found, by the sentence that signals them."""

    def __init__(self, sentences: Sequence[Span], claims: Iterable[Claim]) -> None:
        self._starts = [start for start, _ in sentences]
        self._claims: dict[int, list[Claim]] = {}
        for claim in claims:
            if not claim.guess:
                self._claims.setdefault(self.sentence_of(claim), []).append(claim)

    def sentence_of(self, claim: Claim) -> int:
        """The number of the sentence in which a claim is signalled."""
        anchor = claim.cue or claim.source or claim.content
        return max(0, bisect_right(self._starts, anchor[0][0]) - 1)

    def by_sentence(self) -> Iterable[Sequence[Claim]]:
        """The claims of each sentence that has any."""
        return self._claims.values()

    def of(self, sentence: int) -> Sequence[Claim]:
        """The claims of a sentence."""
        return self._claims.get(sentence, ())

    def around(self, sentence: int, lead: Span) -> Sequence[Claim]:
        """The claims of a sentence, or those around some words where it has very many."""
        return around(self.of(sentence), lead[0], lambda claim: claim.at)

    def nearest(self, among: Iterable[Claim], lead: Span, otherwise: Claim) -> Claim:
        """The one of some claims whose cue is the nearest to some words."""
        return min(among, key=lambda claim: _distance(claim.cue, lead), default=otherwise)


def around(every: Sequence[T], at: int, place: Callable[[T], int]) -> Sequence[T]:
    """All of some ordered things, or the nearest to a place where there are very many."""
    if len(every) <= _MANY:
        return every
    index = bisect_right(every, at, key=place)
    return every[max(0, index - _MANY // 2) : index + _MANY // 2]


def _distance(cue: Sequence[Span], lead: Span) -> int:
    return min(max(0, lead[0] - high, low - lead[1]) for low, high in cue)
