"""Cardinal numbers in words: "twenty-five thousand six hundred and twelve", "two point five"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ._figures_number import SCALES, Number, low_at
from ._figures_tokens import HYPHENS, Token

_ONES: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
} | {"fourty": 40}
_DIGIT_WORDS: Final = {word: str(value) for word, value in _ONES.items() if value < 10}
#: Beyond any scale.
_ENDLESS: Final = 10**15


def cardinal(toks: Sequence[Token], at: int, *, implied: bool = False) -> Number | None:
    """The cardinal in words that begins at a token; `implied` reads "hundred" there as one hundred."""
    reading = _Reading(group=1 if implied else 0, last="a" if implied else "")
    end = position = at
    while position < len(toks) and not toks[position].masked:
        word = toks[position].low
        if word in HYPHENS and end > at and not toks[position].spaced:
            if position + 1 >= len(toks) or toks[position + 1].spaced:
                break
        elif word == "and" and reading.last in ("hundred", *SCALES):
            if low_at(toks, position + 1) not in _ONES | _TENS:
                break
        elif word == "dozen" and reading.group and not reading.total:
            return Number(position + 1, Fraction(reading.group * 12), spelled=True, scaled=True)
        elif reading.takes(word):
            end = position + 1
        else:
            break
        position += 1
    if end == at:
        return None
    value = Fraction(reading.total + reading.group)
    return _point(toks, Number(end, value, spelled=True, scaled=reading.scaled))


@dataclass(slots=True)
class _Reading:
    """A cardinal as far as it has been read: what is complete, and the group below the next scale."""

    group: int
    last: str
    total: int = 0
    scale: int = _ENDLESS
    scaled: bool = False

    def takes(self, word: str) -> bool:
        """Goes on with a word of number; False when it cannot follow."""
        if word in _ONES or word in _TENS:
            if not self._has_room(word):
                return False
            self.group += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word == "hundred" and 1 <= self.group <= 99:
            self.group, self.scaled = self.group * 100, True
        elif word in SCALES and self.group and SCALES[word] < self.scale:
            self.scale = SCALES[word]
            self.total, self.group, self.scaled = self.total + self.group * self.scale, 0, True
        else:
            return False
        self.last = word
        return True

    def _has_room(self, word: str) -> bool:
        if not self.last:
            return True
        if self.last in _ONES or self.last == "a" or word == "zero":
            return False
        unit = 0 < _ONES.get(word, 0) < 10
        return self.group % 100 == 0 or (self.last in _TENS and unit)


def _point(toks: Sequence[Token], number: Number) -> Number:
    """ "two point five"."""
    if low_at(toks, number.end) != "point" or number.value is None:
        return number
    digits, at = "", number.end + 1
    while at < len(toks) and toks[at].low in _DIGIT_WORDS and len(digits) < 6:
        digits, at = digits + _DIGIT_WORDS[toks[at].low], at + 1
    if not digits:
        return number
    return replace(number, end=at, value=number.value + Fraction(int(digits), 10 ** len(digits)))
