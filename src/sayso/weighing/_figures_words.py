"""Numbers in words: cardinals, shares, and words like "dozens" and "a few hundred"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from ._figures_cardinals import cardinal
from ._figures_number import AMBIGUOUS, PARTS, SCALES, SUFFIXES, Number, and_a_half, low_at, with_magnitude
from ._figures_tokens import HYPHENS, Token

#: What "hundreds" and the like are several of.
_SEVERAL_OF: Final = {
    "dozen": 12, "score": 20, "ten": 10, "hundred": 100, **SCALES,
}  # fmt: skip
_PLURALS: Final = {f"{word}s": value for word, value in _SEVERAL_OF.items()}
#: What a share is taken of.
_OF: Final = frozenset("of the a an its their his her our my all these those that this your".split())


def read_words(toks: Sequence[Token], at: int) -> Number | None:
    """The number in words that begins at a token, or None."""
    return _several(toks, at) or _half(toks, at) or _words(toks, at)


def _words(toks: Sequence[Token], at: int) -> Number | None:
    """A cardinal in words, or a share with one above the line ("two thirds", "a quarter of")."""
    first = toks[at].low
    if first in ("a", "an"):
        return _one_of(toks, at)
    number = cardinal(toks, at)
    if number is None or number.value is None:
        return None
    part = _share_of(toks, number)
    if part is not None:
        return _of_a_scale(toks, part)
    return with_magnitude(toks, and_a_half(toks, number))


def _share_of(toks: Sequence[Token], number: Number) -> Number | None:
    """The share with a cardinal above the line: "two thirds", "three-quarters of", "one fifth of"."""
    after = number.end + (low_at(toks, number.end) in HYPHENS)
    part, of = low_at(toks, after), low_at(toks, after + 1)
    if number.value is None or part not in PARTS or not 0 < number.value < 10 or number.scaled:
        return None
    several = part.endswith("s")
    if several == (number.value == 1):
        return None
    hyphened = after > number.end
    if part in ("quarters", "quarter", "halves") and not (hyphened or of in _OF):
        return None  # "two quarters" may be half a year
    if not several and of not in _OF and not _ends(toks, after + 1):
        return None  # "one third person"
    return Number(after + 1, number.value / PARTS[part], share=True, spelled=True)


def _ends(toks: Sequence[Token], at: int) -> bool:
    return at >= len(toks) or toks[at].kind == "mark"


def _one_of(toks: Sequence[Token], at: int) -> Number | None:
    """ "a hundred", "a dozen", "a quarter of", "a million and a half"."""
    word = low_at(toks, at + 1)
    if word in ("hundred", "dozen") or word in SCALES:
        number = cardinal(toks, at + 1, implied=True)
        return None if number is None else _trailing_half(toks, number)
    if word not in PARTS or word.endswith("s") or word == "half":
        return None
    if low_at(toks, at + 2) != "of" and not _ends(toks, at + 2):
        return None  # "a third man"
    return _of_a_scale(toks, Number(at + 2, Fraction(1, PARTS[word]), share=True, spelled=True))


def _trailing_half(toks: Sequence[Token], number: Number) -> Number:
    """ "a million and a half" is one and a half million."""
    after = [low_at(toks, number.end + n) for n in range(3)]
    if number.value is None or number.value not in SCALES.values() or after != ["and", "a", "half"]:
        return number
    return replace(number, end=number.end + 3, value=number.value * Fraction(3, 2))


def _of_a_scale(toks: Sequence[Token], share: Number) -> Number:
    """ "a quarter of a million" is a number, no share."""
    if [low_at(toks, share.end + n) for n in range(2)] == ["of", "a"]:
        factor = SCALES.get(low_at(toks, share.end + 2))
        if factor is not None:
            return share.times(factor, share.end + 3)
    return share


def _half(toks: Sequence[Token], at: int) -> Number | None:
    """ "half a million", "half-a-dozen", "a half dozen"; "half of", "half the", "half" alone."""
    start = at + (toks[at].low in ("a", "one") and low_at(toks, at + 1) == "half")
    if low_at(toks, start) != "half":
        return None
    words: list[str] = []
    after = start + 1
    while after < len(toks) and len(words) < 2:
        if toks[after].low not in HYPHENS:
            words.append(toks[after].low)
        after += 1
        factor = SUFFIXES.get(words[-1]) if words else None
        if factor and words[-1] not in AMBIGUOUS and (len(words) == 1 or words[0] in ("a", "an")):
            return Number(start + 1, Fraction(1, 2), spelled=True).times(factor, after)
    if low_at(toks, start + 1) in HYPHENS and not toks[start + 1].spaced:
        return None  # half-brother, half-hour
    return Number(start + 1, Fraction(1, 2), share=True, spelled=True)


def _several(toks: Sequence[Token], at: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "several hundred", "a couple of dozen"."""
    first, second = toks[at].low, low_at(toks, at + 1)
    if first in _PLURALS:
        return _plural(toks, at, Fraction(1))
    if first in ("several", "many"):
        return _few(toks, at + 1)
    if first in ("a", "few") and (first == "few" or second == "few"):
        return _few(toks, at + 2 - (first == "few"))
    start = at + (first in ("a", "another"))
    if low_at(toks, start) != "couple":
        return None
    after = start + 1 + (low_at(toks, start + 1) == "of")
    factor = SUFFIXES.get(low_at(toks, after))
    number = Number(start + 1, Fraction(2), approx=True, spelled=True)
    if factor and low_at(toks, after) not in AMBIGUOUS:
        return number.times(factor, after + 1)
    # "a couple" alone is a man and a woman.
    if low_at(toks, after) == "more":
        return replace(number, end=after)
    near = toks[after : after + 4]
    return replace(number, end=after) if after > start + 1 and any(token.plural for token in near) else None


def _plural(toks: Sequence[Token], at: int, factor: Fraction) -> Number | None:
    """Two or more of each word of a chain like "tens of thousands"; never fewer is meant."""
    scale, end = Fraction(_PLURALS[toks[at].low]), at + 1
    if toks[at].low in ("tens", "scores") and low_at(toks, end) != "of":
        return None
    for _ in range(2):
        following = end + (low_at(toks, end) == "of")
        word = low_at(toks, following)
        if following == end or word not in _PLURALS or _PLURALS[word] < scale:
            break
        scale, end = scale * _PLURALS[word], following + 1
    if toks[at].low == "tens" and end == at + 1:
        return None
    return Number(end, None, low=2 * scale * factor, approx=True, spelled=True, scaled=True)


def _few(toks: Sequence[Token], at: int) -> Number | None:
    """Two to ten of a magnitude: "several hundred", "a few thousand", "a few hundred thousand"."""
    at += low_at(toks, at) == "of"
    word, scale, end = low_at(toks, at), Fraction(1), at
    while word in _SEVERAL_OF and word not in ("score", "ten") and end < at + 2:
        scale, end = scale * _SEVERAL_OF[word], end + 1
        word = low_at(toks, end)
    if end == at:
        if word in _PLURALS and word not in ("tens", "scores"):
            return _plural(toks, at, Fraction(1))
        return None
    return Number(end, None, low=2 * scale, high=10 * scale, approx=True, spelled=True, scaled=True)
