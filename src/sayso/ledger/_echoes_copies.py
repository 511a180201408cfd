"""Reprints and wire copy: stories that stand word for word in others."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ._echoes_overlap import CREDITED, REPRINT, Overlap, likely_pairs, overlap, passages
from ._echoes_sketch import sharing
from ._echoes_stories import Told, is_earlier, stories
from ._echoes_wire import Wire, wires_of

#: Pairs that share less of their runs than this are not looked at closely.
_WORTH_A_LOOK = 0.08


@dataclass(frozen=True, slots=True)
class Link:
    """An echo to be written; `story` is the later or derived one."""

    story: Told
    of: Told
    kind: str
    score: float
    evidence: dict[str, Any]
    circular: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    later: Told
    earlier: Told
    overlap: Overlap
    agency: str | None
    wires: tuple[dict[str, Any], ...]

    @property
    def strength(self) -> tuple[float, float, str, str]:
        """How near a pair is, the nearest first when sorted."""
        return -self.overlap.share, -self.overlap.whole, self.earlier.key, self.later.key


def copies(connection: sqlite3.Connection, told: Sequence[Told]) -> list[Link]:
    """The reprints and wire copy among a group's stories, and between them and the rest of the ledger.

    In the group each story is linked to the earlier one that it shares most with, and no story of a family
    of reprints is left without a link; across groups every pair is linked.
    """
    wires = {one.story: wires_of(connection, one) for one in told}
    inside = [
        pair
        for a, b in likely_pairs(told, _WORTH_A_LOOK)
        if (pair := _pair(told[a], told[b], wires)) is not None
    ]
    chosen = _chosen(inside)
    chosen += _across(connection, told, wires)
    return [_link(pair) for pair in chosen]


def _across(
    connection: sqlite3.Connection, told: Sequence[Told], wires: dict[int, tuple[Wire, ...]]
) -> list[_Pair]:
    here = {one.story for one in told}
    reached = {
        one.story: [other for other in sharing(connection, one.story) if other not in here] for one in told
    }
    others = {
        one.story: one for one in stories(connection, sorted({o for few in reached.values() for o in few}))
    }
    found = []
    for one in told:
        for number in reached[one.story]:
            other = others.get(number)
            if other is None:
                continue
            if number not in wires:
                wires[number] = wires_of(connection, other)
            pair = _pair(one, other, wires)
            if pair is not None:
                found.append(pair)
    return found


def _pair(one: Told, other: Told, wires: dict[int, tuple[Wire, ...]]) -> _Pair | None:
    """What two stories are to each other: None unless enough of one stands in the other."""
    found = overlap(one, other)
    if not found.reaches(CREDITED):
        return None
    mine = {wire.agency: wire for wire in wires[one.story]}
    theirs = {wire.agency: wire for wire in wires[other.story]}
    both = [agency for agency in mine if agency in theirs]
    if not both and not found.reaches(REPRINT):
        return None
    agency = next(iter(both or mine or theirs), None)
    later, earlier = (other, one) if is_earlier(one, other) else (one, other)
    if agency and agency in mine and mine[agency].by_outlet:
        later, earlier = other, one  # the agency is where it comes from, whatever the dates
    elif agency and agency in theirs and theirs[agency].by_outlet:
        later, earlier = one, other
    evidence = tuple(
        wire[agency].evidence(told.id) for told, wire in ((one, mine), (other, theirs)) if agency in wire
    )
    return _Pair(later, earlier, found, agency, evidence)


def _chosen(pairs: Iterable[_Pair]) -> list[_Pair]:
    """For each story the nearest earlier one; then the nearest of all for whoever has none."""
    ordered = sorted(pairs, key=lambda pair: pair.strength)
    linked: set[int] = set()
    by_later: dict[int, list[_Pair]] = defaultdict(list)
    for pair in ordered:
        by_later[pair.later.story].append(pair)
    chosen = [some[0] for _, some in sorted(by_later.items())]
    for pair in chosen:
        linked |= {pair.later.story, pair.earlier.story}
    for pair in ordered:
        if not {pair.later.story, pair.earlier.story} <= linked:
            chosen.append(pair)
            linked |= {pair.later.story, pair.earlier.story}
    return chosen


def _link(pair: _Pair) -> Link:
    percent = round(100 * pair.overlap.share)
    why = f"{percent} % of the own words of one stand word for word in the other"
    evidence: dict[str, Any] = {
        "share": round(pair.overlap.share, 4),
        "words": pair.overlap.words,
        "passages": passages(pair.later, pair.earlier),
    }
    if pair.agency:
        why += f"; {pair.agency} is credited"
        evidence |= {"agency": pair.agency, "credits": list(pair.wires)}
    kind = "wire" if pair.agency else "reprint"
    return Link(pair.later, pair.earlier, kind, round(pair.overlap.share, 4), {"why": why, **evidence})
