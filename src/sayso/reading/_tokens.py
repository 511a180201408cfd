"""Cuts paragraphs into word pieces and gives each the marks the encoder cannot see.

The encoder is uncased, so a word's capitals come back as a feature; and a quotation that runs over
paragraphs is told to it the same way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..story import Span
from ._quotes import Quotation
from ._wordpiece import WordPiece

CASES: Final = 5  #: lower, Capitalised, CAPITALS, mixed or digits, punctuation
OUTSIDE: Final = 0
INSIDE: Final = 1
CONTINUED: Final = 2  #: inside a quotation that an earlier paragraph left open
QUOTE_STATES: Final = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of a stream of paragraphs, flat.

    Arrays of shape (pieces,): `ids`, `quote`, `case`, `word` (index of the piece's word). Arrays of
    shape (words,): `starts`, `ends` (offsets into the text), `first` (index of the first piece),
    `paragraph` (index of the paragraph).
    """

    ids: NDArray[np.int64]
    quote: NDArray[np.int64]
    case: NDArray[np.int64]
    word: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.int64]
    paragraph: NDArray[np.int64]


def tokenize(
    tokenizer: WordPiece, text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> Tokens:
    """Word pieces of all paragraphs. A word is what the tokenizer splits at spaces and punctuation.

    `quotations` are those of the paragraphs, in the order of the text.
    """
    ids: list[int] = []
    word: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    first: list[int] = []
    paragraph: list[int] = []
    for number, (low, high) in enumerate(paragraphs):
        for start, end, pieces in tokenizer.words(text, low, high):
            word += [len(starts)] * len(pieces)
            starts.append(start)
            ends.append(end)
            first.append(len(ids))
            paragraph.append(number)
            ids += pieces
    word_quote = _states_of(starts, quotations)
    word_case = np.array([_case(text[s:e]) for s, e in zip(starts, ends, strict=True)], dtype=np.int64)
    owners = np.array(word, dtype=np.int64)
    return Tokens(
        ids=np.array(ids, dtype=np.int64),
        quote=word_quote[owners] if len(owners) else owners,
        case=word_case[owners] if len(owners) else owners,
        word=owners,
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        first=np.array(first, dtype=np.int64),
        paragraph=np.array(paragraph, dtype=np.int64),
    )


def _states_of(starts: Sequence[int], quotations: Sequence[Quotation]) -> NDArray[np.int64]:
    """For each word whether it stands outside, inside, or inside a continued quotation."""
    begins = [quotation.start for quotation in quotations]
    found = np.full(len(starts), OUTSIDE, dtype=np.int64)
    for index, start in enumerate(starts):
        at = bisect_right(begins, start) - 1
        if at >= 0 and start < quotations[at].end:
            found[index] = CONTINUED if quotations[at].continued else INSIDE
    return found


def _case(word: str) -> int:
    if not any(map(str.isalnum, word)):
        return 4
    if word.islower():
        return 0
    if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3
