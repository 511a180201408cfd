"""Runs of words ("shingles", Broder 1997), by which verbatim overlap is found and measured."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

#: Words in a run: short enough to survive a changed word in eight, long enough not to come about by chance.
WIDTH: Final = 5
#: Words of a story that are compared; nobody reprints more.
_MOST: Final = 40_000
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)
_ODD: Final = np.uint64(0xFF51AFD7ED558CCD)
_HALF: Final = np.uint64(33)
#: Passages with so many differing words between them are shown as one.
_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: a hash of each (case and form of apostrophe aside), where it starts and ends."""

    hashes: Hashes
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.hashes)


def words_in(text: str) -> Words:
    """The words of a text with their places, up to a number that no reprint exceeds."""
    matches = list(islice(_WORD.finditer(text), _MOST))
    spans = np.array([match.span() for match in matches], np.int64).reshape(-1, 2)
    hashes = np.fromiter((_hash(match[0]) for match in matches), np.uint64, len(matches))
    return Words(hashes, spans[:, 0].copy(), spans[:, 1].copy())


def runs_in(text: str) -> tuple[Hashes, int]:
    """The different runs of words of a text, ascending, and the number of its words; places are not kept."""
    words = _WORD.findall(text)[:_MOST]
    hashes = np.fromiter(map(_hash, words), np.uint64, len(words))
    return np.unique(_runs(hashes, WIDTH)), len(words)


@lru_cache(1 << 16)
def _hash(word: str) -> int:
    data = word.casefold().replace("’", "'").encode("utf8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


def runs(words: Words, width: int = WIDTH) -> Hashes:
    """A hash for each run of `width` words, by the place of its first; none in a shorter text."""
    return _runs(words.hashes, width)


def _runs(hashes: Hashes, width: int) -> Hashes:
    count = len(hashes) - width + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    total = np.zeros(count, np.uint64)
    for place in range(width):
        total = total * _PRIME + hashes[place : place + count]
    # Sums of products are too regular for MinHash: mixed as in MurmurHash3's last step.
    total ^= total >> _HALF
    total *= _ODD
    total ^= total >> _HALF
    return total


def covered(mine: Hashes, theirs: Hashes, words: int, width: int = WIDTH) -> NDArray[np.bool_]:
    """For each of a story's words whether it stands in a run of words that another story has too.

    `mine` are the story's runs by place, `theirs` the other's, ascending.
    """
    edges = np.zeros(words + 1, np.int64)
    places = np.flatnonzero(among(mine, theirs))
    np.add.at(edges, places, 1)
    np.add.at(edges, places + width, -1)
    return np.cumsum(edges)[:words] > 0


def among(some: Hashes, ascending: Hashes) -> NDArray[np.bool_]:
    """For each of some runs whether it is one of others, which are in ascending order."""
    if not len(ascending):
        return np.zeros(len(some), np.bool_)
    places = np.searchsorted(ascending, some)
    places[places == len(ascending)] = 0
    found: NDArray[np.bool_] = ascending[places] == some
    return found


def stretches(mark: NDArray[np.bool_], gap: int = _GAP) -> list[tuple[int, int]]:
    """Runs of marked words as (first, after the last), those with few unmarked ones between them joined."""
    places = np.flatnonzero(mark)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > gap + 1)
    firsts = places[np.concatenate([[0], breaks + 1])]
    lasts = places[np.concatenate([breaks, [len(places) - 1]])]
    return [(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]


def span(words: Words, first: int, after: int) -> tuple[int, int]:
    """The stretch of text from one word to another."""
    return int(words.starts[first]), int(words.ends[after - 1])


def longest(found: Sequence[tuple[int, int]], number: int) -> list[tuple[int, int]]:
    """The longest stretches, in the order of the text."""
    return sorted(sorted(found, key=lambda one: (one[0] - one[1], one))[:number])
