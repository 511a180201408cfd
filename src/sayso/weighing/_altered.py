"""Figures and quotations of a headline that the body gives otherwise or does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from ..story import Finding, Span
from ._body import Body
from ._claim_words import STOP, WORD, stem
from ._figures_masks import masks
from ._figures_quantities import Quantity, quantities
from ._figures_tokens import Token
from ._framing import QUOTED

#: Figures within this share of each other are the same, rounded.
_ROUNDED: Final = Fraction(6, 100)
_NOUN_REACH: Final = 3
#: A sentence longer than this is a table or a list; only its beginning is read.
_LONGEST: Final = 4000
_DIGIT_OR_WORD: Final = re.compile(r"\w")


class _Amount:
    """A quantity with what it counts: a unit, or the stems of the words after it."""

    def __init__(self, text: str, toks: Sequence[Token], found: Quantity) -> None:
        self.span = toks[found.start].start, toks[found.end - 1].end
        self.text = text[slice(*self.span)]
        self.unit = found.unit_key
        self.value, self.low, self.high = found.value, found.low, found.high
        after = [t.text for t in toks[found.end : found.end + _NOUN_REACH] if t.kind == "word"]
        self.nouns = frozenset(stem(word) for word in after if word.lower() not in STOP)

    def counts_like(self, other: _Amount) -> bool:
        """Whether both measure in one unit, or count things of one name."""
        if self.unit or other.unit:
            return self.unit == other.unit
        return bool(self.nouns & other.nouns)

    def fits(self, other: _Amount) -> bool:
        """Whether one may stand for the other."""
        if self.value is not None and other.value is not None:
            return abs(self.value - other.value) <= _ROUNDED * max(abs(self.value), abs(other.value))
        return _reaches(self, other) and _reaches(other, self)


def changed_figures(claim: str, body: Body, sentences: Sequence[Span]) -> Iterator[Finding]:
    """Figures of the claim that the body has nowhere, and others of the kind in its likest sentences."""
    mine = list(_amounts(claim, 0, len(claim)))
    if not mine or not sentences:
        return
    near = [amount for start, end in sentences for amount in _amounts(body.text, start, end)]
    rivals = [(one, [other for other in near if one.counts_like(other)]) for one in mine]
    if not any(others for _, others in rivals):
        return
    every = [amount for start, end in body.spans for amount in _amounts(body.text, start, end)]
    for one, others in rivals:
        if others and not any(one.fits(other) for other in every):
            yield Finding("figure_changed", one.text, (others[0].span,))


def altered_quotations(claim: str, body: Body, sentences: Sequence[Span]) -> Iterator[Finding]:
    """Words in the claim's quotation marks that do not stand in the body in that order."""
    quoted = [match[1] or match[2] for match in QUOTED.finditer(claim)]
    if not quoted:
        return
    have = f" {' '.join(_plain(body.text))} "
    for words in quoted:
        wanted = " ".join(_plain(words))
        if wanted and f" {wanted} " not in have:
            yield Finding("quotation_altered", words, tuple(sentences[:1]))


def _plain(text: str) -> Iterator[str]:
    """The words of a quotation or a body as they are compared."""
    return (stem(match[0]) for match in WORD.finditer(text))


def _amounts(text: str, start: int, end: int) -> Iterator[_Amount]:
    if not _DIGIT_OR_WORD.search(text, start, end):
        return
    end = min(end, start + _LONGEST)
    toks, found = quantities(text, start, end, masks(text, start, end))
    yield from (_Amount(text, toks, quantity) for quantity in found)


def _reaches(one: _Amount, other: _Amount) -> bool:
    low = one.low if one.low is not None else one.value
    high = other.high if other.high is not None else other.value
    if one.low is None and one.high is not None:
        low = None
    if other.high is None and other.low is not None:
        high = None
    return low is None or high is None or low <= high * (1 + _ROUNDED)
