"""Figures that count the same thing in two versions and are not the same any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..story import Figure, Span, Story
from ._rows import given

Key = Callable[[Figure], str | None]
Value = tuple[float | None, float | None, float | None, bool]


def changed_figures(
    old: Story, new: Story, matched: Iterable[tuple[Span, Span]]
) -> list[tuple[Figure, Figure]]:
    """Pairs (old, new) of figures that differ: within claims that belong together, then all over the story.

    `matched` are the places of claims that belong together. Within them the unit must be the same, elsewhere
    what is counted and where as well; figures that stand in both versions are left out.
    """
    was, now = given(old.figures), given(new.figures)
    paired: list[tuple[list[Figure], list[Figure], Key]] = [
        ([one for one in was if _inside(one, a)], [one for one in now if _inside(one, b)], _unit)
        for a, b in matched
    ]
    found: list[tuple[Figure, Figure]] = []
    seen: set[int] = set()
    for before, after, key in [*paired, (list(was), list(now), _counted)]:
        for one, other in _differing(before, after, key):
            if id(one) not in seen and id(other) not in seen:
                seen |= {id(one), id(other)}
                found.append((one, other))
    return found


def _differing(before: list[Figure], after: list[Figure], key: Key) -> Iterator[tuple[Figure, Figure]]:
    keys = {key(one) for one in before} & {key(one) for one in after}
    for what in sorted(filter(None, keys)):
        old = {_value(one): one for one in reversed(before) if key(one) == what}
        new = {_value(one): one for one in reversed(after) if key(one) == what}
        gone = sorted((one for value, one in old.items() if value not in new), key=_place)
        come = sorted((one for value, one in new.items() if value not in old), key=_place)
        yield from zip(gone, come, strict=False)


def _inside(figure: Figure, place: Span) -> bool:
    return place[0] <= figure.spans[0][0] and figure.spans[-1][1] <= place[1]


def _place(figure: Figure) -> Span:
    return figure.spans[0]


def _value(figure: Figure) -> Value:
    return figure.value, figure.low, figure.high, figure.approx


def _unit(figure: Figure) -> str | None:
    return "|" + (figure.unit or "").casefold()


def _counted(figure: Figure) -> str | None:
    """What is counted and where; None where the story leaves that open."""
    if not figure.what:
        return None
    return "|".join((figure.what, figure.unit or "", figure.scope or "")).casefold()
