"""Finds the words that weaken, deny or question a claim, each with its exact span and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..story import Certainty, Span
from ._hedge_kinds import KINDS, LEANS_TO, Kind
from ._hedge_words import NAMES, WORDS


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that weaken, deny or question, `text[start:end]`."""

    start: int
    end: int
    kind: Kind

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.start, self.end

    @property
    def leans_to(self) -> Certainty:
        """The certainty these words speak for when nothing speaks against them."""
        return LEANS_TO.get(self.kind, "asserted")


def expressions(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """All such words in `text[start:end]`, in order, none overlapping another."""
    stretch = text[start:end]
    return [
        Expression(start + hit.start(), start + hit.end(), _kind(hit))
        for hit in _any_kind().finditer(_small(stretch))
        if not (stretch[hit.start()].isupper() and hit[0].split(" ", 1)[0].capitalize() in NAMES)
    ]


@lru_cache(maxsize=1)
def _any_kind() -> re.Pattern[str]:
    """All words, a named group for each kind; made at first use, for it takes a tenth of a second.

    It looks for small letters: one that had to ignore case itself would take several times as long.
    """
    kinds = "|".join(f"(?P<{kind}>{'|'.join(WORDS[kind])})" for kind in KINDS)
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)|\?+")


def _small(text: str) -> str:
    """The text in small letters, as long as before."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def _kind(hit: re.Match[str]) -> Kind:
    return next((kind for kind in KINDS if kind == hit.lastgroup), "question")
