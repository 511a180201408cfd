"""Looks up names: by their words, a last or first name, an acronym or a part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from ..story import SourceKind
from . import _lexicon as lex
from . import _outlets as outlets
from ._entity import Entity, key_of

#: Of so many entities that share a word the one that is meant is among the first.
_MOST_ALIKE: Final = 64


_SMALL: Final = frozenset("of for and in on to".split())


class NameIndex:
    """The named entities of one story by the words of their names."""

    def __init__(self, use_list: bool) -> None:
        self._use_list = use_list
        self._by_word: dict[str, list[Entity]] = {}
        self._by_key: dict[tuple[str, ...], Entity] = {}
        self._outlets: dict[str, Entity] = {}  #: by the list's name: "AP" is the Associated Press

    def add(self, entity: Entity) -> None:
        """Keeps a name, its words and the initials of a long one."""
        key = entity.key
        self._by_key.setdefault(key, entity)
        for word in set(key):
            self._by_word.setdefault(word, []).append(entity)
        for short in _initials(entity):
            self.add_short(entity, short)

    def add_short(self, entity: Entity, short: str) -> None:
        """Keeps a short form of a name."""
        if short in entity.short:
            return
        entity.short.add(short)
        self._by_word.setdefault(short, []).append(entity)

    def add_key(self, entity: Entity) -> None:
        """Keeps the fuller name that an entity has got."""
        self._by_key.setdefault(entity.key, entity)

    def add_outlet(self, entity: Entity, shape: str) -> None:
        """Keeps an outlet by its name in the list, if it has one."""
        listed = outlets.lookup(shape) if self._use_list else None
        if listed is not None:
            self._outlets.setdefault(listed.name, entity)

    def listed(self, name: str) -> Entity | None:
        """The outlet of that name in the list."""
        return self._outlets.get(name)

    def find(self, name: str, kind: SourceKind | None = None, gender: str | None = None) -> Entity | None:
        """The entity that a name stands for: the same words, a last or first name, an acronym, a part.

        `gender` is what a title tells ("Mrs Lund").
        """
        key = key_of(name)
        if not key:
            return None
        listed = outlets.lookup(name) if self._use_list else None
        if listed is not None and listed.name in self._outlets:
            return self._outlets[listed.name]
        if key in self._by_key and self._by_key[key].gender in (None, gender or self._by_key[key].gender):
            return self._fullest(self._by_key[key])
        if len(key) == 1:
            return self._by_single(key[0], gender)
        best = None
        for entity in islice(self._by_word.get(key[-1], ()), _MOST_ALIKE):
            if kind and entity.kind != kind and "organisation" not in (kind, entity.kind):
                continue
            if (
                set(key) <= set(entity.key)
                or (set(entity.key) <= set(key) and len(entity.key) > 1)
                or (entity.kind == "person" and entity.key[-1] == key[-1] and _compatible(entity.key, key))
            ):
                best = entity
                break
        return self._fullest(best) if best else None

    def _alias(self, word: str) -> Entity | None:
        """Whom a short form means that is no initials."""
        long = lex.ALIASES.get(word)
        if long is None:
            return None
        near = islice(self._by_word.get(long[0], ()), _MOST_ALIKE)
        return next((e for e in near if e.key[: len(long)] == long and e.kind != "outlet"), None)

    def _by_single(self, word: str, gender: str | None) -> Entity | None:
        alias = self._alias(word)
        if alias is not None:
            return alias
        near = self._by_word.get(word, [])[:_MOST_ALIKE]
        if gender:
            near = [e for e in near if e.gender in (None, gender)]
        last = [e for e in near if e.kind == "person" and e.key[-1] == word and len(e.key) > 1]
        first = [e for e in near if e.kind == "person" and e.key[0] == word and len(e.key) > 1]
        short = [e for e in near if word in e.short]
        part = [e for e in near if e.kind in ("outlet", "organisation", "post") and len(e.key) > 1]
        for group in (last, short, first, part):
            if group:
                return self._fullest(max(group, key=lambda e: (e.spoke, e.last, -e.number)))
        return None

    def _fullest(self, entity: Entity) -> Entity:
        """The entity with the fuller form of a short key ("Somers" → "Lucy Somers"), if only one has it."""
        if len(entity.key) > 1 or not entity.key:
            return entity
        alias = self._alias(entity.key[0]) if entity.named else None
        if alias is not None:
            return alias
        fuller = [
            e
            for e in islice(self._by_word.get(entity.key[0], ()), _MOST_ALIKE)
            if e is not entity and len(e.key) > 1 and (e.key[-1] == entity.key[0] or entity.key[0] in e.short)
        ]
        return fuller[0] if len(fuller) == 1 else entity


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names with the same last word may be one person's: no first names that differ."""
    return one[0] == other[0] or (one[0][0] == other[0][0] and (len(one[0]) == 1 or len(other[0]) == 1))


def _initials(entity: Entity) -> set[str]:
    """ "cdc" of the Centers for Disease Control and Prevention, "spca" of a national one, "un"."""
    whole = "".join(word[0] for word in entity.key if word not in _SMALL)
    found = {whole, whole[:-1]}  # "CDC" leaves out the "and Prevention" of its name
    if entity.key and entity.key[0] in lex.DEMONYMS | lex.COUNTRIES:
        found.add(whole[1:])
    short = {one for one in found if len(one) > 2}
    return short | {whole} if entity.kind == "organisation" and len(whole) == 2 else short
