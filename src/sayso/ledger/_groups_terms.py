"""The words that tell events apart, and how much each of them weighs.

A word weighs by its rarity (Spärck Jones 1972: inverse document frequency) among 1,683 news stories of other
events, counted once and shipped (`term_stories.tsv`, made by `python -m training.grouping`), plus the events
of the ledger itself: a name that is everywhere in a ledger on one subject tells little there. Events are
counted, not stories, or a much reported event would lose the very words that hold it together.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

#: Each word with how often it stands in a text, and whether ever without a capital.
Counts = Mapping[str, tuple[int, bool]]

#: What is read of a story; more adds nothing to what it is about, and cost must not follow it.
READ: Final = 120_000
#: A vector holds so many terms at most.
KEPT: Final = 80
_LIKELY: Final = 120
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
_LONGEST: Final = 40
#: Of the running words of an English story four in five stand in one background story of a hundred or more;
#: of other languages' hardly one in three.
_ENGLISH: Final = 0.4
_COMMON: Final = 0.01
#: From here on scripts put no spaces between words (CJK, kana) or are rare enough not to mind.
_UNSPACED: Final = "\u2e80"


def word_counts(text: str) -> dict[str, tuple[int, bool]]:
    """Each word of a text in lower case: how often it stands there, and whether ever without a capital."""
    found: dict[str, tuple[int, bool]] = {}
    for raw, count in Counter(_WORD.findall(text[:READ])).items():
        word = raw[:-2] if raw.endswith(_POSSESSIVE) else raw
        if len(word) < 2 or (len(word) > _LONGEST and word[0] < _UNSPACED):
            continue
        for part in _pairs(word) if word[0] >= _UNSPACED else (word,):
            low = part.lower()
            before, plain = found.get(low, (0, False))
            found[low] = before + count, plain or part[0].islower()
    return found


def _pairs(word: str) -> Iterable[str]:
    return (word[place : place + 2] for place in range(min(len(word) - 1, 2_000)))


@lru_cache(1 << 16)
def term_of(word: str) -> int:
    """The number of a word: 63 bits of its hash, the same in every ledger."""
    digest = hashlib.blake2b(word.encode("utf8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


@cache
def background() -> tuple[Mapping[str, int], int]:
    """In how many of the background's stories each word stands, and how many they are."""
    rows = files(__package__).joinpath("term_stories.tsv").read_text("utf8").splitlines()
    known = {word: int(count) for word, count in (row.split("\t") for row in rows[1:])}
    return known, int(rows[0].split("\t")[1])


def likely(counts: Counts) -> dict[str, tuple[int, bool]]:
    """The words that may be among the weightiest, by the background alone; few enough to look up."""
    return {word: counts[word] for word, _ in weigh(counts, {}, 0, _LIKELY)}


def weigh(
    counts: Counts, events: Mapping[str, int], groups: int, number: int = KEPT
) -> list[tuple[str, float]]:
    """The weightiest words, at most `number`, with their weights: (1 + ln count) · ln(rarity).

    `events` says in how many of the ledger's `groups` groups a word has stood.
    """
    known, stories = background()
    total = stories + groups + 1
    common = _COMMON * stories
    foreign = _is_foreign(counts, known, common)
    found = []
    for word, (count, plain) in counts.items():
        weight = math.log(total / (known.get(word, 1) + events.get(word, 0) + 1))
        if count > 1:
            weight *= 1 + math.log(count)
        if foreign and plain:
            # The short ones among them are another language's "the" and "of".
            weight *= min(1.0, max(0.0, (len(word) - 2) / 6))
        if weight > 0:
            found.append((word, weight))
    found.sort(key=lambda one: (-one[1], one[0]))
    return found[:number]


def _is_foreign(counts: Counts, known: Mapping[str, int], common: float) -> bool:
    running = read = 0
    for word, (count, _) in counts.items():
        running += count
        if known.get(word, 0) >= common:
            read += count
    return read < _ENGLISH * running
