"""How figures of one thing stand to each other: echoed, same, revised, conflicting, later.

- echoed: the same figure, from the same origin, or taken over from the other story
- same: the figures are equal, or one number fits both ("at least 20" and "35")
- revised: the same origin gives another figure for, or on, another day
- conflicting: no number fits both, and the days do not tell them apart
- later: no number fits both, another origin gives it for another day: it may have moved
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from ._figures_dates import days_of
from ._figures_rows import Row
from ._figures_things import Thing
from ._figures_values import compatible

Kind = Literal["same", "revised", "conflicting", "echoed", "later"]

#: Other amounts of a thing, the latest before it, that an amount is held against; bounds the work.
_HELD_AGAINST: Final = 8


class Link(NamedTuple):
    """`a` is the earlier figure."""

    a: Row
    b: Row
    kind: Kind
    why: str


def links_of(thing: Thing, echoes: Mapping[int, set[int]]) -> Iterator[Link]:
    """The links of one thing's figures, at most one a pair; `echoes` gives the stories that a story echoes.

    Every figure is linked to the first that is equal to it (an origin's own, or the one it echoes, before
    others), to what its origin said last, and, if it is the first of its amount, to the amounts before it.
    """
    done: set[tuple[int, int]] = set()
    first_of: dict[object, Row] = {}
    last_of: dict[str, Row] = {}
    before: deque[Row] = deque(maxlen=_HELD_AGAINST)
    by_story: dict[tuple[int, object], Row] = {}
    by_outlet: dict[tuple[str, object], Row] = {}
    for row in thing.members:
        amount = row.amount.key
        found: list[tuple[Row | None, bool]] = [
            (_echoed(row, echoes, by_story, by_outlet), True),
            (first_of.get((row.origin, amount)) if row.origin else None, True),
            (first_of.get(amount), False),
        ]
        for other, echoed in found:
            if other is not None and (link := _equal(other, row, echoed)) and _new(link, done):
                yield link
                break
        if row.origin in last_of and (link := _by_same(last_of[row.origin], row)) and _new(link, done):
            yield link
        if amount not in first_of:
            for other in before:
                if (link := _between(other, row, echoes)) and _new(link, done):
                    yield link
            before.append(row)
        first_of.setdefault(amount, row)
        by_story.setdefault((row.story, amount), row)
        if row.outlet:
            by_outlet.setdefault((row.outlet.casefold(), amount), row)
        if row.origin:
            first_of.setdefault((row.origin, amount), row)
            last_of[row.origin] = row


def _new(link: Link, done: set[tuple[int, int]]) -> bool:
    pair = link.a.figure, link.b.figure
    if pair in done or pair[0] == pair[1]:
        return False
    done.add(pair)
    return True


def _echoed(
    row: Row,
    echoes: Mapping[int, set[int]],
    by_story: Mapping[tuple[int, object], Row],
    by_outlet: Mapping[tuple[str, object], Row],
) -> Row | None:
    """The equal figure of a story that this one's story echoes, or of an outlet that this one passes on."""
    amount = row.amount.key
    found = [by_story[story, amount] for story in echoes.get(row.story, ()) if (story, amount) in by_story]
    if found:
        return min(found, key=lambda other: other.order)
    names = [*row.through, row.origin_name]
    for name in names:
        other = by_outlet.get((name.casefold(), amount))
        if other is not None and other.story != row.story:
            return other
    return None


def _equal(a: Row, b: Row, echoed: bool) -> Link | None:
    if a.story == b.story and a.origin == b.origin:
        return None  # a story that repeats itself
    if not echoed:
        return Link(a, b, "same", f"“{a.words}” and “{b.words}” are the same figure")
    if a.origin is not None and a.origin == b.origin:
        return Link(a, b, "echoed", f"the same figure from the same origin, {b.origin_name}")
    return Link(a, b, "echoed", f"the same figure, taken over from {a.outlet or 'the earlier story'}")


def _by_same(a: Row, b: Row) -> Link | None:
    """What an origin said last, against what it says now."""
    if a.amount.key == b.amount.key or a.story == b.story:
        return None
    told = f"{b.origin_name}: “{a.words}”, then “{b.words}”"
    apart = _apart(a, b)
    if apart:
        return Link(a, b, "revised", f"{told}, {apart}")
    if compatible(a.amount, b.amount):
        return Link(a, b, "same", f"{told}; one number fits both")
    return Link(a, b, "conflicting", f"{told}, and the days do not tell them apart")


def _between(a: Row, b: Row, echoes: Mapping[int, set[int]]) -> Link | None:
    """The first figures of two amounts."""
    if a.story == b.story and a.origin == b.origin:
        return None  # one voice in one story: more likely two things than two opinions
    told = f"“{a.words}” ({a.origin_name}) and “{b.words}” ({b.origin_name})"
    if compatible(a.amount, b.amount):
        return Link(a, b, "same", f"{told}; one number fits both")
    if a.story in echoes.get(b.story, ()):
        return Link(
            a, b, "conflicting", f"{told}: the later story takes over the earlier with another figure"
        )
    apart = _apart(a, b)
    if apart:
        return Link(a, b, "later", f"{told}, {apart}: it may have moved")
    return Link(a, b, "conflicting", f"{told}: no number fits both, and the days do not tell them apart")


def _apart(a: Row, b: Row) -> str | None:
    """How two figures lie apart in time; None when nothing shows that they do."""
    days_a, days_b = a.days, b.days
    if days_a is None or days_b is None or (days_a[0] <= days_b[1] and days_b[0] <= days_a[1]):
        return None
    return f"{_dated(a)} and {_dated(b)}"


def _dated(row: Row) -> str:
    return f"as of {row.as_of}" if days_of(row.as_of) else f"published {(row.published or '')[:10]}"
