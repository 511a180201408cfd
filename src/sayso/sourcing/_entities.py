"""Whom a story speaks of: every name in it, its short forms, and what the story says of each."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from heapq import heappop, heappush, nsmallest
from typing import Final

from ..story import SourceKind, Span
from . import _lexicon as lex
from . import _outlets as outlets
from ._entity import Entity, key_of
from ._first_names import gender_of
from ._gender import gender_of_noun
from ._kinds import kind_of_name
from ._name_index import NameIndex
from ._name_run import bare_name, only_office
from ._name_scan import SOMEBODY, name_runs, roles_after, roles_in
from ._phrase import Phrase
from ._places import Places
from ._words import Word, singular, words

__all__ = ["Entities", "Entity", "key_of"]


#: "(LSU)" behind a name.
_SHORT: Final = re.compile(r"[ \u00a0]?\([“\"]?([A-Z][\w&-]{1,9})[”\"]?\)")
#: What a company may be called too: "Acme, the leader in pumps".
_OF_COMPANIES: Final = frozenset("leader maker owner creator developer supplier partner rival giant".split())


class Entities:
    """All entities of one story, looked up by name, short form, role or nearness."""

    def __init__(self, text: str, use_list: bool = True) -> None:
        self._text = text
        self._use_list = use_list
        self.all: list[Entity] = []
        self._names = NameIndex(use_list)
        self._by_role: dict[str, Entity] = {}  #: whom the story met last of those it calls so
        self._author: Entity | None = None
        self._places = Places()
        self._outlet_places = Places()
        self._last_names: Counter[str] = Counter()
        self._most_named: list[tuple[int, int]] = []  #: a heap, with stale entries

    def scan(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Registers every name of more than one word, and acronyms, in `text[start:end]`."""
        found = []
        if self._use_list:
            for span, listed in outlets.outlets_in(self._text, start, end):
                known = self._names.listed(listed.name) or self.find_name(
                    self._text[span[0] : span[1]], "outlet"
                )
                if known is None:
                    known = self.add(span, "outlet")
                elif known.kind == "organisation":
                    self.make_outlet(known)
                found.append((span, known))
        for run, before, after in name_runs(self._text, words(self._text, start, end)):
            made = self._from_run(run, before, after)
            if made:
                found.append(made)
        return found

    def scan_people(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Registers whom `text[start:end]` speaks of by a noun ("a London nun", "the 29-year-old")."""
        found = []
        for match in SOMEBODY.finditer(self._text, start, end):
            noun = match["noun"].lower()
            one = singular(noun)
            if one not in lex.PERSON_NOUNS and not noun.endswith("-year-old"):
                continue
            begin = match.start("rest")
            article = match["article"].lower()
            known = self._by_role.get(one)
            if known is None and article in ("the", "this", "that"):
                continue
            if known is None or article in ("a", "an"):
                known = self.add(
                    (begin, match.end("noun")), "unnamed", head=one, named=False, plural=one != noun
                )
                known.gender = gender_of_noun(noun)
            self._add_roles(known, (one,))
            self._mention(known, (begin, match.end("noun")))
            found.append(((match.start(), match.end("noun")), known))
        return found

    def _from_run(
        self, run: Sequence[Word], before: Sequence[Word], after: int
    ) -> tuple[Span, Entity] | None:
        run, titled, gender = bare_name(run, before)
        if not run or all(word.low in lex.DEMONYMS for word in run) or only_office(run):
            return None
        role = next((singular(w.low) for w in before[-1:] if singular(w.low) in lex.PERSON_NOUNS), None)
        kind = kind_of_name(self._text, run, titled or role is not None, use_list=self._use_list)
        if before and before[-1].low in lex.USERS:
            kind = "post"
        span = (run[0].start, run[-1].start + len(run[-1].bare))
        known = self.find_name(self._text[span[0] : span[1]], kind, gender)
        if known is None:
            known = self.add(span, kind, head=run[-1].low)
        elif (
            kind == "outlet"
            and known.kind in ("organisation", "person")
            and known.key == key_of(self._text[span[0] : span[1]])
        ):
            self.make_outlet(known)
        if gender:
            known.gender = gender
        if role:
            self._add_roles(known, (role,))
        short = _SHORT.match(self._text, after) if len(run) > 1 else None
        if short and kind != "person" and "".join(known.key).startswith(short[1][0].lower()):
            self._names.add_short(known, short[1].lower())
        told, apposition = roles_after(self._text, after)
        known.apposition = known.apposition or apposition
        self._add_roles(known, told)
        if apposition and len(run) == 1:
            self._called_person(known, run[0], told, apposition[0])
        known.sure = known.sure or titled or role is not None or bool(told) or known.gender is not None
        self._mention(known, span)
        return span, known

    def _called_person(self, known: Entity, word: Word, told: Container[str], at: int) -> None:
        """Takes a single name for a person's in "Oke, a deckhand on the ferry,"."""
        nouns = (lex.PERSON_NOUNS - _OF_COMPANIES, lex.ORGANISATION_NOUNS | lex.OUTLET_NOUNS)
        person, other = (any(noun in told for noun in some) for some in nouns)
        if known.kind != "organisation" or known.key != (word.low,) or word.acronym or other or not person:
            return
        if self._text.startswith(("a ", "an "), at) and word.low not in lex.COUNTRIES:
            known.kind = "person"

    def add(
        self, name: Span, kind: SourceKind, *, head: str = "", named: bool = True, plural: bool = False
    ) -> Entity:
        """A new entity."""
        shape = self._text[name[0] : name[1]]
        key = key_of(shape)
        entity = Entity(
            len(self.all), name, kind, key, plural, head=head or (key[-1] if key else ""), named=named
        )
        entity.acronym = len(shape) > 1 and shape.isupper()
        if named and kind == "person":
            entity.gender = gender_of(key[0]) if key else None
        self.all.append(entity)
        self._count_last_name(entity, 1)
        self._place(entity, name[0])
        if named and kind == "outlet":
            self._names.add_outlet(entity, shape)
        if named:
            self._names.add(entity)
        return entity

    def make_outlet(self, entity: Entity) -> None:
        """Takes a name for an outlet's, since a place in the story shows it to be one."""
        self._count_last_name(entity, -1)
        entity.kind = "outlet"
        for at in (*(span[0] for span in entity.mentions), entity.name[0]):
            self._outlet_places.add(at, entity.number)
        self._names.add_outlet(entity, self._text[entity.name[0] : entity.name[1]])

    def find_name(
        self, name: str, kind: SourceKind | None = None, gender: str | None = None
    ) -> Entity | None:
        """The entity that a name stands for: the same words, a last or first name, an acronym, a part."""
        return self._names.find(name, kind, gender)

    def author(self, word: Span) -> Entity:
        """Whoever writes the story, as it speaks of itself ("we")."""
        if self._author is None:
            self._author = self.add(word, "unnamed", named=False)
            self._author.author = True
        return self._author

    def main_person(self) -> Entity | None:
        """The person whom the story names oftenest."""
        while self._most_named:
            entity = self.all[self._most_named[0][1]]
            if _is_person(entity) and _rank(entity) == self._most_named[0]:
                return entity
            heappop(self._most_named)
        return None

    def main_people(self, most: int) -> list[Entity]:
        """The persons of the story, the one with the most mentions first."""
        return nsmallest(most, filter(_is_person, self.all), key=_rank)

    @property
    def last_names(self) -> Container[str]:
        """The last words of the names of persons."""
        return self._last_names

    def near(self, low: int, high: int) -> list[Entity]:
        """Entities that are mentioned or named in a stretch, in the order in which the story was read."""
        return [self.all[number] for number in sorted(set(self._places.between(low, high)))]

    def last_before(self, entity: Entity, at: int) -> int | None:
        """Where an entity was last mentioned before `at`."""
        index = bisect_left(entity.starts, at) - 1
        if index >= 0:
            return entity.starts[index]
        return entity.name[0] if entity.name[0] < at else None

    def last_outlet(self, at: int) -> Entity | None:
        """The outlet that was mentioned last before `at`."""
        for where, numbers in self._outlet_places.back_from(at):
            for number in numbers:
                entity = self.all[number]
                if entity.kind == "outlet" and self.last_before(entity, at) == where:
                    return entity
        return None

    def spoke(self, entity: Entity, at: int) -> None:
        """Takes down that an entity was a source."""
        entity.spoke += 1
        entity.last = max(entity.last, at)
        heappush(self._most_named, _rank(entity))

    def _mention(self, entity: Entity, span: Span) -> None:
        entity.mentions.append(span)
        insort(entity.starts, span[0])
        self._place(entity, span[0])
        heappush(self._most_named, _rank(entity))

    def _place(self, entity: Entity, at: int) -> None:
        self._places.add(at, entity.number)
        if entity.kind == "outlet":
            self._outlet_places.add(at, entity.number)

    def _add_roles(self, entity: Entity, roles: Iterable[str]) -> None:
        entity.roles.update(roles)
        for role in roles:
            known = self._by_role.get(role)
            if known is None or known.number < entity.number:
                self._by_role[role] = entity

    def _count_last_name(self, entity: Entity, step: int) -> None:
        if entity.named and entity.kind == "person" and len(entity.key) > 1:
            self._last_names[entity.key[-1]] += step
            if not self._last_names[entity.key[-1]]:
                del self._last_names[entity.key[-1]]

    def note(self, entity: Entity, span: Span, phrase: Phrase | None = None) -> None:
        """Keeps a mention and what it tells."""
        self._mention(entity, span)
        entity.last = max(entity.last, span[0])
        if phrase is None:
            return
        if phrase.gender and phrase.form != "pronoun":
            entity.gender = phrase.gender
        if phrase.form == "pronoun" and phrase.gender and entity.gender is None:
            entity.gender = phrase.gender
        if phrase.short:
            self._names.add_short(entity, phrase.short.lower().rstrip("."))
        if phrase.form == "description":
            self._add_roles(entity, (phrase.head,))
        if phrase.through:
            self._add_roles(entity, (phrase.through,))
        if phrase.description:
            entity.description = entity.description or phrase.description
            self._add_roles(entity, roles_in(self._text, phrase.description))
        if phrase.form == "name" and phrase.name[1] - phrase.name[0] > entity.name[1] - entity.name[0]:
            key = key_of(self._text[phrase.name[0] : phrase.name[1]])
            if set(entity.key) <= set(key):
                self._count_last_name(entity, -1)
                entity.name, entity.key = phrase.name, key
                self._count_last_name(entity, 1)
                self._place(entity, phrase.name[0])
                self._names.add_key(entity)


def _is_person(entity: Entity) -> bool:
    """Whether a name is surely a person's."""
    return entity.named and entity.kind == "person" and (entity.sure or entity.spoke > 0)


def _rank(entity: Entity) -> tuple[int, int]:
    """How much a story is about somebody, the most first."""
    return -len(entity.mentions) - 2 * entity.spoke, entity.number
