"""A story's attributions as a reader meets them: numbered, and each inside the one that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from msgspec import UnsetType

from ..story import Attribution, Role, Span, Spans, Story
from ._spans import inside, merged

#: An attribution below this confidence is more likely wrong than right, and marked as unsure.
UNSURE_BELOW: Final = 0.5

NO_SOURCE: Final = "no source given"

#: How deep attributions are shown inside one another; what lies deeper is shown at this depth.
DEEPEST: Final = 3

#: Words that join an attribution to the one it holds ("that she had told him that …") and say nothing more.
_JOINING: Final = frozenset(
    """
    that and but who which as had has have been was were is are to a an the her him them me us it on in of
    """.split()
)

_WORD = re.compile(r"\w+")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as a reader meets it; `number` counts from 1 in the order of the text."""

    number: int
    attribution: Attribution
    role: Role

    @property
    def unsure(self) -> bool:
        """Whether its confidence is below `UNSURE_BELOW`."""
        return self.attribution.confidence < UNSURE_BELOW

    @property
    def hedges(self) -> Spans:
        """Where all its hedge words stand."""
        return tuple(span for hedge in known(self.attribution.hedges, ()) for span in hedge.spans)


def known(value: _T | UnsetType, otherwise: _T) -> _T:
    """The value, or another where no step has filled it."""
    return otherwise if isinstance(value, UnsetType) else value


def sayings(story: Story) -> tuple[Saying, ...]:
    """The story's attributions, numbered in the order their contents stand in the text."""
    ordered = sorted(known(story.attributions, ()), key=lambda found: (first(found.content), appears(found)))
    return tuple(Saying(n, found, _role(story, found)) for n, found in enumerate(ordered, 1))


def held(said: Sequence[Saying]) -> dict[int, tuple[Saying, ...]]:
    """The sayings to show under another, by that other's number; none is under itself."""
    parents = _parents(said)
    depths = _depths(parents)
    under: dict[int, list[Saying]] = {}
    home: dict[int, int] = {}
    for saying in sorted(said, key=lambda saying: (depths[saying.number], saying.number)):
        outer = parents[saying.number]
        if outer is not None:
            home[saying.number] = outer if depths[outer] < DEEPEST else home[outer]
            under.setdefault(home[saying.number], []).append(saying)
    return {number: tuple(inner) for number, inner in under.items()}


def claims(story: Story, said: Sequence[Saying]) -> tuple[Saying, ...]:
    """What counts as a claim of its own: all sayings but those that only pass on the ones they hold."""
    inner: dict[str, list[Attribution]] = {}
    for saying in said:
        outer = known(saying.attribution.within, None)
        if outer is not None:
            inner.setdefault(outer, []).append(saying.attribution)
    return tuple(s for s in said if not _passes_on(story, s.attribution, inner.get(s.attribution.id, ())))


def first(spans: Spans) -> int:
    """Where the first of some spans begins, 0 where there is none."""
    return min((start for start, _ in spans), default=0)


def appears(found: Attribution) -> int:
    """Where an attribution's source first stands, else its cue, else its content."""
    return first(found.source or found.cue or found.content)


def _role(story: Story, found: Attribution) -> Role:
    return story.blocks[found.block].role if 0 <= found.block < len(story.blocks) else "body"


def _parents(said: Sequence[Saying]) -> dict[int, int | None]:
    numbers: dict[str, int] = {}
    for saying in said:
        numbers.setdefault(saying.attribution.id, saying.number)
    return {s.number: numbers.get(known(s.attribution.within, None) or "") for s in said}


def _depths(parents: dict[int, int | None]) -> dict[int, int]:
    """How many others hold each; a ring of attributions, which no reader can follow, is cut open."""
    depths: dict[int, int] = {}
    for start in parents:
        trail: list[int] = []
        on_trail: set[int] = set()
        at: int | None = start
        while at is not None and at not in depths:
            if at in on_trail:
                parents[trail[-1]] = None
                break
            trail.append(at)
            on_trail.add(at)
            at = parents[at]
        for number in reversed(trail):
            outer = parents[number]
            depths[number] = 0 if outer is None else depths[outer] + 1
    return depths


def _passes_on(story: Story, outer: Attribution, inner: Iterable[Attribution]) -> bool:
    """Whether the inner ones' words are all that the outer says, but for the words that join them."""
    taken = merged(inside(story, (span for one in inner for span in one.source + one.cue + one.content)))
    if not taken:
        return False
    left = _without(merged(inside(story, outer.content)), taken)
    words = (match[0] for span in left for match in _WORD.finditer(story.text, *span))
    return all(word.casefold() in _JOINING for word in words)


def _without(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """What is left of some spans in order when others in order are taken out of them."""
    left, n = list[Span](), 0
    for start, end in spans:
        at = start
        while n < len(taken) and taken[n][0] < end:
            if taken[n][1] > at:
                left.append((at, max(at, taken[n][0])))
                at = taken[n][1]
            if taken[n][1] > end:
                break
            n += 1
        if at < end:
            left.append((at, end))
    return [(start, end) for start, end in left if start < end]
