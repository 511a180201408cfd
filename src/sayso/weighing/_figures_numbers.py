"""Reads a single number: digits, fractions, or words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from ._figures_number import Number, and_a_half, low_at, with_magnitude
from ._figures_tokens import HYPHENS, Token
from ._figures_words import read_words

_SIGNS: Final = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_DENOMINATORS: Final = frozenset(["2", "3", "4", "5", "6", "8", "10"])


def read_number(toks: Sequence[Token], at: int) -> Number | None:
    """The longest number that begins at a token, or None."""
    token = toks[at]
    if token.masked:
        return None
    if token.kind in ("number", "fraction"):
        return _digits(toks, at)
    if token.kind != "word":
        return None
    return read_words(toks, at)


def _digits(toks: Sequence[Token], at: int) -> Number:
    token = toks[at]
    if token.kind == "fraction":
        number = Number(at + 1, Fraction(*_SIGNS[token.text]), share=True)
    else:
        number = Number(at + 1, Fraction(token.text.replace(",", "")))
        number = _with_fraction(toks, at, number)
    return with_magnitude(toks, and_a_half(toks, number))


def _with_fraction(toks: Sequence[Token], at: int, number: Number) -> Number:
    """ "1/2", "2 1/2", "2-1/2", "2½"."""
    fraction = _slash(toks, at)
    if fraction is not None:
        return Number(at + 3, fraction, share=True)
    whole = number.value
    following = at + 1 + (low_at(toks, at + 1) in HYPHENS and not toks[at + 1].spaced)
    if whole is None or whole.denominator != 1 or following >= len(toks):
        return number
    if toks[following].kind == "fraction":
        return Number(following + 1, whole + Fraction(*_SIGNS[toks[following].text]))
    fraction = _slash(toks, following) if toks[following].kind == "number" else None
    return number if fraction is None else Number(following + 3, whole + fraction)


def _slash(toks: Sequence[Token], at: int) -> Fraction | None:
    if at + 2 >= len(toks) or toks[at + 1].low != "/" or toks[at + 1].spaced or toks[at + 2].spaced:
        return None
    over, under = toks[at].text, toks[at + 2].text
    if under not in _DENOMINATORS or not over.isdigit() or len(over) > 2 or int(over) >= int(under):
        return None
    return None if low_at(toks, at + 3) == "/" else Fraction(int(over), int(under))
