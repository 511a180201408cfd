"""The figures of a story in words: what stands there, and how it was read."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ..story import Figure, Story
from ._facts import when
from ._sayings import known
from ._spans import words_of


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure: the story's words, and the reading of them ("about 2,400,000 £, repair")."""

    words: str
    reading: str


def figures_by_claim(story: Story) -> dict[str | None, tuple[Counted, ...]]:
    """The figures by the id of the attribution they belong to; None holds the outlet's own.

    A figure of an attribution that the document no longer holds stays under that id.
    """
    found: dict[str | None, list[Counted]] = {}
    for figure in known(story.figures, ()):
        found.setdefault(figure.attribution, []).append(
            Counted(" ".join(words_of(story, figure.spans).split()), _reading(figure))
        )
    return {identity: tuple(figures) for identity, figures in found.items()}


def _reading(figure: Figure) -> str:
    told: Iterable[str | None] = (
        " ".join(filter(None, (amount_words(figure), figure.unit))),
        figure.what if figure.what != figure.unit else None,
        figure.scope,
        f"as of {when(figure.as_of)}" if figure.as_of else None,
    )
    return ", ".join(part for part in told if part)


class Amount(Protocol):
    """What a figure says in numbers: a value, or bounds of which either may be open."""

    @property
    def approx(self) -> bool: ...
    @property
    def value(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


def amount_words(figure: Amount) -> str:
    """A figure in numbers: "20 or more", "about 40", "10 to 15"."""
    about = "about " if figure.approx else ""
    if figure.value is not None:
        return about + number_words(figure.value)
    if figure.low is not None and figure.high is not None:
        return f"{about}{number_words(figure.low)} to {number_words(figure.high)}"
    if figure.low is not None:
        return f"{about}{number_words(figure.low)} or more"
    if figure.high is not None:
        return f"{about}{number_words(figure.high)} or fewer"
    return "a number not given"


def number_words(value: float) -> str:
    """A number for a reader: grouped by thousands, no digits after the point that are not needed."""
    if not math.isfinite(value):
        return "a number not given"
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    shown = f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0").rstrip(".")
    return shown.replace("-", "−")
