"""Finds who is meant by a name that a chain's end was given: a body, a maker, a surname alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ._names_fold import NATIONS, acronym, body_tokens, is_acronym, joined, person_tokens

#: An entity's row, name and kind.
Entity = tuple[int, str, str]
#: A name is taken for somebody met this many times as often as anybody else of that name.
_FAR_MORE: Final = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for in an event: `key` is equal for one person or body."""

    key: str
    name: str
    kind: str
    entity: int | None
    why: str


class EventNames:
    """The entities of an event, by every way to name them."""

    def __init__(self, linked: Mapping[int, Entity]) -> None:
        self._linked = linked
        self._weight = Counter(linked.values())
        self._exact: dict[str, Entity] = {}
        self._short: dict[str, set[Entity]] = defaultdict(set)
        self._last: dict[str, set[Entity]] = defaultdict(set)
        self._without_nation: dict[str, set[Entity]] = defaultdict(set)
        for entity in sorted(set(linked.values()), key=lambda e: (e[1], e[0])):
            self._exact.setdefault(joined(entity[1]), entity)
            if entity[2] != "person" and acronym(entity[1]):
                self._short[acronym(entity[1])].add(entity)
            if entity[2] == "person":
                self._exact.setdefault("".join(person_tokens(entity[1])), entity)
                self._last[person_tokens(entity[1])[-1]].add(entity) if person_tokens(entity[1]) else None
            else:
                self._without_nation[_bare(entity[1])].add(entity)

    def find(self, name: str, kind: str, source: int | None) -> Known:
        """Who a name is; a name nobody else has stands for itself."""
        entity = self._linked.get(source) if source is not None else None
        if entity is not None:
            return _known(entity, "")
        for key in (joined(name), "".join(person_tokens(name))):
            if key and key in self._exact:
                return _known(self._exact[key], f"“{name}” is {self._exact[key][1]}")
        if is_acronym(name) and (entity := self._one_of(self._short[joined(name)])) is not None:
            return _known(entity, f"“{name}” are the first letters of {entity[1]}")
        tokens = person_tokens(name)
        entity = self._one_of(self._last[tokens[0]]) if len(tokens) == 1 else None
        if entity is not None:
            return _known(entity, f"the event has no other {name} than {entity[1]}, who says the same")
        entity = self._one_of(self._without_nation[_bare(name)]) if kind != "person" else None
        if entity is not None:
            return _known(entity, f"“{name}” is {entity[1]}")
        return Known(f"n:{joined(name)}", name, kind, None, "")

    def _one_of(self, entities: set[Entity]) -> Entity | None:
        """The only one of a name, or the one that far more sources mean."""
        ranked = sorted(entities, key=lambda e: (-self._weight[e], e))
        if len(ranked) > 1 and self._weight[ranked[0]] < _FAR_MORE * self._weight[ranked[1]]:
            return None
        return ranked[0] if ranked else None


def _bare(name: str) -> str:
    return "".join(token for token in body_tokens(name) if token not in NATIONS) or joined(name)


def _known(entity: Entity, why: str) -> Known:
    return Known(f"e:{entity[0]}", entity[1], entity[2], entity[0], why)


def fullest(names: Iterable[str]) -> str:
    """The name that says most: the most words, then the commonest, then the first in the alphabet."""
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name] += 1
    return min(counts, key=lambda n: (-min(len(n.split()), 8), -counts[n], n))
