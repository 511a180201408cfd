"""The record of a number, the words for magnitudes, and what may follow any number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ._figures_tokens import HYPHENS, Token

SCALES: Final = {
    "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
#: How magnitudes are written after digits.
SUFFIXES: Final = SCALES | {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6, "b": 10**9, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "cr": 10**7, "hundred": 100, "dozen": 12,
}  # fmt: skip
#: Suffixes that are units as well ("300m" may be metres); whoever knows the context decides.
AMBIGUOUS: Final = frozenset(["k", "m", "b", "cr", "mil"])
PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number from one token to before another.

    `value` is None where only bounds are given: "dozens" is at least two dozen, "a few hundred" from
    two to ten hundred. `share` marks a part of a whole ("half of", "two thirds").
    """

    end: int
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    approx: bool = False
    share: bool = False
    spelled: bool = False  #: written in words
    suffix: str | None = None  #: a magnitude, or an ambiguous suffix, right after digits
    scaled: bool = False  #: has a magnitude of its own

    def times(self, factor: Fraction | int, end: int, suffix: str | None = None) -> Number:
        """This number in units of `factor`."""

        def by(part: Fraction | None) -> Fraction | None:
            return None if part is None else part * factor

        return replace(
            self,
            end=end,
            value=by(self.value),
            low=by(self.low),
            high=by(self.high),
            share=False,
            suffix=suffix,
            scaled=True,
        )


def low_at(toks: Sequence[Token], at: int) -> str:
    return toks[at].low if at < len(toks) else ""


def and_a_half(toks: Sequence[Token], number: Number) -> Number:
    """ "two and a half", "two-and-a-half", "three and a quarter"."""
    if number.value is None or number.share:
        return number
    at = number.end
    words: list[str] = []
    while at < len(toks) and len(words) < 3:
        if toks[at].low not in HYPHENS:
            words.append(toks[at].low)
        elif toks[at].spaced:
            break
        at += 1
    if words[:2] in (["and", "a"], ["and", "one"]) and words[2:] in (["half"], ["quarter"], ["third"]):
        return replace(number, end=at, value=number.value + Fraction(1, PARTS[words[2]]))
    if words[:2] == ["and", "three"] and words[2:] == ["quarters"]:
        return replace(number, end=at, value=number.value + Fraction(3, 4))
    return number


def with_magnitude(toks: Sequence[Token], number: Number) -> Number:
    """The number with the magnitudes after it: "1.2 million", "5bn", "12-million", "2 lakh crore"."""
    for _ in range(2):
        at = number.end
        if at + 1 < len(toks) and toks[at].low in HYPHENS and not toks[at + 1].spaced and not toks[at].spaced:
            at += 1
        word = low_at(toks, at)
        factor = SUFFIXES.get(word)
        if factor is None or (number.scaled and word not in SCALES):
            break
        if word in AMBIGUOUS and (number.spelled or (toks[at].spaced and word != "m") or number.scaled):
            break
        number = number.times(factor, at + 1, word)
        if word in AMBIGUOUS:
            break
    return number
