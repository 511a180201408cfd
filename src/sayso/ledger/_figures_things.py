"""Puts the figures of a group together that count the same thing (see `_figures_agree`).

A person's "same" and "not same" go before all rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from ._figures_agree import agreement, contradicts
from ._figures_rows import Row

#: Things with the same noun that a figure is held against, the largest first; bounds the work.
_TRIED: Final = 12
#: Things that a figure looks at under one word.
_LOOKED_AT: Final = 50


@dataclass(slots=True, eq=False)
class Thing:
    """Figures that count the same; the first of them, by time, stands for all. `why` goes with each."""

    members: list[Row] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)
    amounts: set[object] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    voices: dict[tuple[int, str], list[Row]] = field(default_factory=dict)
    sentences: dict[tuple[int, int], list[Row]] = field(default_factory=dict)

    @property
    def first(self) -> Row:
        """The member that others were held against."""
        return self.members[0]

    def add(self, row: Row, why: str) -> None:
        """Takes a figure in, with the reason."""
        self.members.append(row)
        self.amounts.add(row.amount.key)
        self.keys.add(row.key)
        self.voices.setdefault((row.story, row.origin_name), []).append(row)
        self.sentences.setdefault((row.story, row.sentence), []).append(row)
        self.why[row.figure] = why


Pair = frozenset[str]


def things_of(rows: Iterable[Row], same: Iterable[Pair] = (), not_same: Iterable[Pair] = ()) -> list[Thing]:
    """All things counted, in order of their first figure.

    `same` and `not_same` are pairs of figures' keys that a person has decided on.
    """
    apart: dict[str, set[str]] = defaultdict(set)
    for pair in not_same:
        for key in pair:
            apart[key] |= pair - {key}
    index: dict[tuple[str | None, str | None, str], list[Thing]] = defaultdict(list)
    things: list[Thing] = []
    # Figures that say more of what they count come first: the vaguer then find their place or stay alone.
    for row in sorted(rows, key=lambda row: (_vagueness(row), row.order)):
        handles = [(row.counted.unit, row.counted.outcome, word) for word in _handles(row)]
        thing, why = _place(row, handles, index, apart.get(row.key, set()))
        if thing is None:
            thing, why = Thing(), "the first of its kind here"
            things.append(thing)
        thing.add(row, why)
        for handle in handles:
            if thing not in index[handle]:
                index[handle].append(thing)
    things = _joined(things, same)
    for thing in things:
        thing.members.sort(key=lambda row: row.order)
    return sorted(things, key=lambda thing: thing.first.order)


def _vagueness(row: Row) -> tuple[bool, bool, int]:
    return row.counted.head is None, row.scope is None, -len(row.counted.more)


def _handles(row: Row) -> list[str]:
    """The words under which a figure looks for others of its thing."""
    counts = row.counted
    if counts.unit is not None:
        return sorted(counts.words) or sorted(row.context)[:40]
    if counts.head is None:
        return ["*"]
    return [counts.head, "*"] if counts.outcome else [counts.head]


def _place(
    row: Row,
    handles: Sequence[tuple[str | None, str | None, str]],
    index: dict[tuple[str | None, str | None, str], list[Thing]],
    apart: set[str],
) -> tuple[Thing | None, str]:
    tried: Counter[int] = Counter()
    known: dict[int, Thing] = {}
    for handle in handles:
        for thing in index[handle][:_LOOKED_AT]:
            tried[id(thing)] += 1
            known[id(thing)] = thing
    ranked = sorted(
        known.values(), key=lambda thing: (-tried[id(thing)], -len(thing.members), thing.first.order)
    )
    found = []
    for thing in ranked[:_TRIED]:
        if apart and not apart.isdisjoint(thing.keys):
            continue
        why = _why(row, thing)
        if why is not None:
            found.append((thing, why))
    if not found:
        return None, ""
    if len(found) > 1 and _too_vague(row):
        equal = [one for one in found if row.amount.key in one[0].amounts]
        if len(equal) != 1:
            return None, ""
        return equal[0]
    return found[0]


def _why(row: Row, thing: Thing) -> str | None:
    """Why a figure counts the same as a thing; None when it does not, or may not."""
    near = (
        *thing.voices.get((row.story, row.origin_name), ()),
        *thing.sentences.get((row.story, row.sentence), ()),
    )
    if any(contradicts(row, one) for one in near):
        return None
    return agreement(row, thing.first, equal=row.amount.key in thing.amounts)


def _too_vague(row: Row) -> bool:
    """Whether a figure says too little to choose between several things: "40 injured", of two places."""
    return row.scope is None or row.counted.head is None


def _joined(things: list[Thing], same: Iterable[Pair]) -> list[Thing]:
    """Things that a person has said to be the same, made one."""
    of = {member.key: thing for thing in things for member in thing.members}
    for pair in sorted(same, key=sorted):
        found = [of[key] for key in sorted(pair) if key in of]
        if len(found) == 2 and found[0] is not found[1]:
            into, gone = found
            for member in gone.members:
                into.add(member, "a person said that it counts the same")
                of[member.key] = into
            things.remove(gone)
    return things
