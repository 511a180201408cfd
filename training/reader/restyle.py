"""Writes a window's quotation marks in another style, so that the reader does not hang on one.

PolNeAR's papers use straight and curly double marks; a British tabloid uses single ones, others angle
marks. What is a quotation is told to the encoder as a feature too; it is sometimes withheld here,
because it is sometimes wrong on a badly kept page.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_STRAIGHT, _CURLY_OPEN, _CURLY_CLOSE = 1000, 1523, 1524
_DOUBLE = np.array([_STRAIGHT, _CURLY_OPEN, _CURLY_CLOSE])
#: Opening and closing mark of each style, as ids of MiniLM's vocabulary.
_STYLES = np.array(
    [
        (_STRAIGHT, _STRAIGHT),
        (_CURLY_OPEN, _CURLY_CLOSE),
        (1520, 1521),  # ‘ ’
        (1005, 1005),  # ' '
        (1077, 1090),  # « »
    ]
)
CHANGED = 0.3  #: share of windows that get another style
WITHHELD = 0.05  #: share of windows that get no quotation feature

Integers = NDArray[np.int64]


def restyled(ids: Integers, quote: Integers, rng: np.random.Generator) -> tuple[Integers, Integers]:
    """The window's pieces and quotation feature, perhaps changed. Both of shape (pieces,)."""
    if rng.random() < CHANGED:
        opening, closing = _STYLES[rng.integers(len(_STYLES))]
        marks = np.isin(ids, _DOUBLE) & (quote > 0)
        begins = marks & (np.concatenate(([0], quote[:-1])) == 0)
        ends = marks & (np.concatenate((quote[1:], [0])) == 0) & ~begins
        ids = np.where(begins, opening, np.where(ends, closing, ids))
    if rng.random() < WITHHELD:
        quote = np.zeros_like(quote)
    return ids, quote
