"""Puts the figures of a group together that count the same thing.

Two figures count the same thing when the unit, what happened and the noun agree, what else is said of the
noun does not tell them apart, and they do not hold for different places or people. Sums, shares and measures,
which have no noun of their own, must share words. A person's "same" and "not same" go first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from ._figures_rows import Row
from ._figures_values import compatible
from ._figures_words import stems_of

#: Things with the same noun that a figure is held against, the largest first; bounds the work.
_TRIED: Final = 12
#: Things that a figure looks at under one word.
_LOOKED_AT: Final = 50
#: Nouns that many different things are counted by: the sentences must share words too.
_VAGUE: Final = frozenset("unit copy device item product piece sale time part thing version way one".split())


@dataclass(slots=True, eq=False)
class Thing:
    """Figures that count the same; the first of them, by time, stands for all. `why` goes with each."""

    members: list[Row] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)
    amounts: set[object] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    voices: dict[tuple[int, str], list[Row]] = field(default_factory=dict)

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
        why = _agrees(row, thing)
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


def _too_vague(row: Row) -> bool:
    """Whether a figure says too little to choose between several things: "40 injured", of two places."""
    return row.scope is None or row.counted.head is None


def _agrees(row: Row, thing: Thing) -> str | None:
    """Why a figure counts the same as a thing's first figure; None when it does not, or may not."""
    first = thing.first
    mine, other = row.counted, first.counted
    if mine.unit != other.unit or mine.outcome != other.outcome:
        return None
    scope = _scope_agrees(row, first)
    if scope is None:
        return None
    if any(_contradicts(row, one) for one in thing.voices.get((row.story, row.origin_name), ())):
        return None
    equal = row.amount.key in thing.amounts
    shared = mine.words & other.words
    nearby = (row.context & first.context) - shared
    if mine.unit is not None:
        return _sum_agrees(row, thing, shared, nearby, equal, scope)
    if mine.head is None or other.head is None:
        if mine.outcome is None or not (equal or nearby or mine.head == other.head):
            return None
        return _told(("what happened", mine.outcome), scope)
    if mine.head != other.head or not _noun_agrees(row, thing, bool(nearby), equal):
        return None
    return _told(("noun", " ".join(sorted(shared))), ("what happened", mine.outcome), scope)


def _noun_agrees(row: Row, thing: Thing, nearby: bool, equal: bool) -> bool:
    """Whether what is said beside one noun, and the sentences, do not tell two figures apart."""
    mine, other = row.counted, thing.first.counted
    apart = mine.more and other.more and not mine.more & other.more
    if mine.outcome:
        return not apart or compatible(row.amount, thing.first.amount)
    vague = mine.head in _VAGUE and not mine.more & other.more
    return not apart and (equal or (not vague and nearby and _same_size(row, thing)))


def _sum_agrees(
    row: Row,
    thing: Thing,
    shared: frozenset[str],
    nearby: frozenset[str],
    equal: bool,
    scope: tuple[str, str | None],
) -> str | None:
    """Sums, shares and measures: an equal one needs a word in common, another most of its words."""
    least = min(len(row.counted.words), len(thing.first.counted.words))
    close = least > 0 and len(shared) * 2 >= least and len(nearby) >= 1
    if equal and (shared or len(nearby) >= 2):
        return _told(("unit", row.unit), ("words", " ".join(sorted(shared or nearby)[:6])), scope)
    if close and (len(shared) >= 2 or len(nearby) >= 2) and _same_size(row, thing):
        return _told(("unit", row.unit), ("words", " ".join(sorted(shared)[:6])), scope)
    return None


def _contradicts(row: Row, member: Row) -> bool:
    """Whether two figures of one voice in one story do not fit: it then speaks of two things."""
    return not compatible(row.amount, member.amount) and (row.as_of is None or row.as_of == member.as_of)


def _same_size(row: Row, thing: Thing) -> bool:
    """Whether two sums are near enough to be counts of one thing: within a factor of ten."""
    if compatible(row.amount, thing.first.amount):
        return True
    mine, other = (one.value or one.low or one.high or 0.0 for one in (row.amount, thing.first.amount))
    return mine * other > 0 and 0.1 <= mine / other <= 10


def _scope_agrees(row: Row, first: Row) -> tuple[str, str | None] | None:
    if not row.scope or not first.scope:
        return "scope", None
    mine, other = stems_of(row.scope), stems_of(first.scope)
    if mine <= other or other <= mine or row.scope.casefold() == first.scope.casefold():
        return "scope", row.scope
    return None


def _told(*parts: tuple[str, str | None]) -> str:
    return "same " + ", same ".join(f"{name} ({words})" for name, words in parts if words)


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
