"""The words of a claim that carry it, brought to stems that can be compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST: Final = 60

#: Words that any two sentences may share.
STOP: Final = frozenset(
    """
    a an the of to in on at for from with by as and or but is are was were be been being it its this that
    these those he she they his her their him them i you we your our my me us who whom which what when where
    why how after before into over out up down off about than then so if not no nor do does did has have had
    will would can could may might just also very more most new says say said
    """.split()
)
_ENDINGS: Final = ("ingly", "edly", "ing", "ed", "ly", "ies", "es", "s")


class ClaimWord(NamedTuple):
    """A word at `start:end` and its stem."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without case, possessive, the commonest endings and a double last letter; only for comparing."""
    low = word[:_LONGEST].casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low.removesuffix(ending) + ("y" if ending == "ies" else "")
            break
    if low.endswith("e") and len(low) > 4:
        return low[:-1]
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] else low


def stems_of(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of all words of `text[start:end]`."""
    return frozenset(stem(match[0]) for match in WORD.finditer(text, start, end))


def claim_words(claim: str) -> tuple[ClaimWord, ...]:
    """The words of a claim that are not common to all sentences, each stem once, in order."""
    found: dict[str, ClaimWord] = {}
    for match in WORD.finditer(claim):
        if len(match[0]) > 1 and match[0].lower() not in STOP:
            key = stem(match[0])
            found.setdefault(key, ClaimWord(match.start(), match.end(), key))
    return tuple(found.values())
