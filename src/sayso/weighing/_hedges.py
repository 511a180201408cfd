"""Finds the words that weaken, deny or question a claim, each with its exact span and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..story import Certainty, Span
from ._hedge_kinds import KINDS, LEANS_TO, Kind
from ._hedge_words import WORDS

_ANY: Final = re.compile(
    "|".join(rf"(?P<{kind}>{'|'.join(WORDS[kind])})" for kind in KINDS).join((r"(?<!\w)(?:", r")(?!\w)|\?+")),
    re.IGNORECASE,
)


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
    stop = len(text) if end is None else end
    return [Expression(hit.start(), hit.end(), _kind(hit)) for hit in _ANY.finditer(text, start, stop)]


def _kind(hit: re.Match[str]) -> Kind:
    return next((kind for kind in KINDS if kind == hit.lastgroup), "question")
