"""The tree of a story's sources: the reader at its root, relays on the way, origins at the ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ._chain_words import Step, Way
from ._sayings import Saying

#: Ways longer than this many steps lose some from their middle in the tree.
_DEEPEST: Final = 6


@dataclass(slots=True)
class Branch:
    """One source on one way to the reader: `claims` pass through it, and those in `own` begin with it."""

    step: Step | None
    depth: int
    claims: list[Saying] = field(default_factory=list)
    own: list[Saying] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)

    def walk(self) -> Iterator[Branch]:
        """This branch and all that grow from it, each before what grows from it."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


def tree_of(claimed: Sequence[Saying], ways: Mapping[int, Way]) -> Branch:
    """The tree of the claims whose source is clear; the branches with most claims first."""
    root = Branch(None, 0)
    children: dict[tuple[int, str], Branch] = {}
    for saying in claimed:
        way = ways.get(saying.number)
        if way is None or way.unclear:
            continue
        for steps in dict.fromkeys((way.steps, *filter(None, way.also))):
            _grow(root, children, saying, steps)
    for branch in root.walk():
        branch.branches.sort(key=lambda one: (-len(one.claims), one.claims[0].number))
    return root


def _grow(
    root: Branch, children: dict[tuple[int, str], Branch], saying: Saying, steps: tuple[Step, ...]
) -> None:
    at = root
    _once(at.claims, saying)
    for step in steps if len(steps) <= _DEEPEST else (*steps[: _DEEPEST - 1], steps[-1]):
        key = (id(at), step.id)
        if key not in children:
            children[key] = Branch(step, at.depth + 1)
            at.branches.append(children[key])
        at = children[key]
        _once(at.claims, saying)
    _once(at.own, saying)


def _once(sayings: list[Saying], saying: Saying) -> None:
    if not sayings or sayings[-1] is not saying:
        sayings.append(saying)
