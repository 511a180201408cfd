"""Lays a text of any length out in windows that the encoder can read.

Every word is decided in exactly one window, with words before and after it as context; a window
begins at a paragraph where it can, so that a quotation and its cue are seen together.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ._tokens import Tokens

CLS: Final = 101
SEP: Final = 102
SENTENCE_ENDS: Final = (1012, 1029, 999)  #: . ? !
HASHED: Final = 8  #: word pieces that a place is known by


@dataclass(frozen=True, slots=True)
class WindowSizes:
    """Window sizes in word pieces."""

    core: int  #: decided in this window
    left: int  #: context before
    right: int  #: context after


@dataclass(frozen=True, slots=True)
class Window:
    """Words `low:high` are seen, words `core_low:core_high` are decided here.

    Arrays of shape (pieces,) for the network; `rows` of shape (high - low,) holds the row of each
    word's first piece.
    """

    low: int
    high: int
    core_low: int
    core_high: int
    ids: NDArray[np.int64]
    quote: NDArray[np.int64]
    case: NDArray[np.int64]
    rows: NDArray[np.int64]

    @property
    def core_rows(self) -> NDArray[np.int64]:
        """The rows of the words that are decided here."""
        return self.rows[self.core_low - self.low : self.core_high - self.low]


def lay_out(tokens: Tokens, sizes: WindowSizes, shift: int = 0) -> Iterator[Window]:
    """The windows of a text in order. `shift` pieces are taken off the first one (for tests)."""
    words = len(tokens.starts)
    cost = np.append(tokens.first, len(tokens.ids))  # pieces before each word
    low, room = 0, max(1, sizes.core - shift)
    while low < words:
        high = _cut(tokens, cost, low, room)
        left = int(np.searchsorted(cost, cost[low] - sizes.left, side="left"))
        right = int(np.searchsorted(cost, cost[high] + sizes.right, side="right")) - 1
        yield _window(tokens, left, max(high, min(right, words)), low, high)
        low, room = high, sizes.core


def _cut(tokens: Tokens, cost: NDArray[np.int64], low: int, room: int) -> int:
    """Where a window's core ends: at a paragraph that leaves it at least half full, else at a sentence.

    Of several such places the one whose next words have the least hash is taken (content-defined
    chunking, as in LBFS, Muthitacharoen et al. 2001). So the same passage is read in the same window
    whatever stands far before it, and a paragraph put in above changes nothing below.
    """
    words = len(tokens.starts)
    full = max(low + 1, int(np.searchsorted(cost, cost[low] + room, side="right")) - 1)
    if full >= words:
        return words
    half = max(low + 1, int(np.searchsorted(cost, cost[low] + room // 2, side="left")))
    reach = slice(half - 1, full)
    ends_paragraph = tokens.paragraph[reach] != tokens.paragraph[half : full + 1]
    ends_sentence = np.isin(tokens.ids[tokens.first[reach]], SENTENCE_ENDS)
    for ends in (ends_paragraph, ends_sentence):
        places = np.flatnonzero(ends) + half
        if len(places):
            return int(min(places.tolist(), key=lambda word: (_hash(tokens, word), word)))
    return full


def _hash(tokens: Tokens, word: int) -> int:
    first = int(tokens.first[word])
    return zlib.crc32(tokens.ids[first : first + HASHED].tobytes())


def _window(tokens: Tokens, low: int, high: int, core_low: int, core_high: int) -> Window:
    piece_low = int(tokens.first[low])
    piece_high = int(tokens.first[high]) if high < len(tokens.first) else len(tokens.ids)
    owner = tokens.word[piece_low:piece_high]
    paragraph = tokens.paragraph[owner]
    # One [SEP] goes in before the first piece of every further paragraph.
    breaks = np.flatnonzero(np.diff(paragraph)) + 1
    ids = np.insert(tokens.ids[piece_low:piece_high], breaks, SEP)
    quote = np.insert(tokens.quote[piece_low:piece_high], breaks, 0)
    case = np.insert(tokens.case[piece_low:piece_high], breaks, 4)
    at = (
        np.arange(piece_high - piece_low)
        + 1
        + np.searchsorted(breaks, np.arange(piece_high - piece_low), "right")
    )
    return Window(
        low=low,
        high=high,
        core_low=core_low,
        core_high=core_high,
        ids=np.concatenate(([CLS], ids, [SEP])),
        quote=np.concatenate(([0], quote, [0])),
        case=np.concatenate(([4], case, [4])),
        rows=at[tokens.first[low:high] - piece_low],
    )
