"""Whom a story speaks of: every name in it, its short forms, and what the story says of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..story import SourceKind, Span
from . import _lexicon as lex
from . import _outlets as outlets
from ._first_names import gender_of
from ._kinds import kind_of_name
from ._phrase import Phrase, after_role, gender_of_noun, is_common_noun
from ._words import Word, is_initial, singular, words

#: "a former West London rapper": an article, at most five words, a noun.
_SOMEBODY: Final = re.compile(
    r"\b(?P<article>an?|the|this|that|one)\s+(?P<rest>(?:[\w’'\"“”.-]+\s+){0,4}?(?P<noun>[a-z][a-z-]{2,}|\d\d-year-old))\b"
    r"(?=\s*(?:[,.;:(\"”]|who\b|said\b|says\b|has\b|had\b|was\b|is\b|in\b|at\b|from\b|of\b|and\b|to\b|told\b|with\b|for\b|on\b|claims?\b|claimed\b|named\b|called\b|$|[a-z]+ed\b))",
    re.IGNORECASE,
)
_APPOSITION: Final = re.compile(
    r",\s(?P<told>(?:an?|the|who (?:is|was)|his|her|their|[\w’'.-]+[’']s|\d\d,)\s?[^,.;:()\n]{3,70})"
)
_GAP: Final = re.compile(r"\s+|\.\s+|\s*&\s*")
_ROLE_BEFORE: Final = 5  #: words before a name in which what somebody is may stand


@dataclass(slots=True)
class Entity:
    """Somebody or something a story names or describes; grows while the story is read."""

    number: int
    name: Span
    kind: SourceKind
    key: tuple[str, ...]
    plural: bool = False
    gender: str | None = None
    head: str = ""
    short: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)  #: head nouns the story uses for it
    mentions: list[Span] = field(default_factory=list)
    description: Span | None = None
    apposition: Span | None = None  #: what stands behind its name where it is no source
    spoke: int = 0  #: how often it was a source so far
    last: int = -1  #: where it was last mentioned, while reading on
    named: bool = True
    author: bool = False  #: the story's own "we"
    sure: bool = False  #: whether more than its capitals shows it to be a person


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, without accents, articles and endings of web addresses."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    found = re.findall(
        r"\w+", re.sub(r"[’']s\b|\.(?:com|org|net|co\.uk|tv|news)\b|(?<=\b\w)\.", "", plain.lower())
    )
    return tuple(word for word in found if word not in ("the", "a", "an"))


class Entities:
    """All entities of one story, looked up by name, short form, role or nearness."""

    def __init__(self, text: str, use_list: bool = True) -> None:
        self._text = text
        self._use_list = use_list
        self.all: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = {}
        self._by_key: dict[tuple[str, ...], Entity] = {}
        self._outlets: dict[str, Entity] = {}  #: by the list's name: "AP" is the Associated Press

    def scan(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Registers every name of more than one word, and acronyms, in `text[start:end]`."""
        found = []
        if self._use_list:
            for span, listed in outlets.outlets_in(self._text, start, end):
                known = self._outlets.get(listed.name) or self.find_name(
                    self._text[span[0] : span[1]], "outlet"
                )
                if known is None:
                    known = self.add(span, "outlet")
                elif known.kind == "organisation":
                    self.make_outlet(known)
                found.append((span, known))
        for run, before, after in _runs(self._text, words(self._text, start, end)):
            made = self._from_run(run, before, after)
            if made:
                found.append(made)
        return found

    def scan_people(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Registers whom `text[start:end]` speaks of by a noun ("a London nun", "the 29-year-old")."""
        found = []
        for match in _SOMEBODY.finditer(self._text, start, end):
            noun = match["noun"].lower()
            one = singular(noun)
            if one not in lex.PERSON_NOUNS and not noun.endswith("-year-old"):
                continue
            begin = match.start("rest")
            article = match["article"].lower()
            known = next((e for e in reversed(self.all) if one in e.roles and e.last <= match.start()), None)
            if known is None and article in ("the", "this", "that"):
                continue
            if known is None or article in ("a", "an"):
                known = self.add(
                    (begin, match.end("noun")), "unnamed", head=one, named=False, plural=one != noun
                )
                known.gender = gender_of_noun(noun)
            known.roles.add(one)
            known.mentions.append((begin, match.end("noun")))
            found.append(((match.start(), match.end("noun")), known))
        return found

    def _from_run(
        self, run: Sequence[Word], before: Sequence[Word], after: int
    ) -> tuple[Span, Entity] | None:
        titled = False
        gender = None
        while len(run) > 1 and run[0].low in lex.DEMONYMS and len(run) > 2:
            run = run[1:]
        while len(run) > 1 and run[0].low in lex.TITLES and run[0].low not in lex.KEPT_TITLES:
            gender = gender or {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m"}.get(run[0].low)
            titled, run = True, run[1:]
        past = after_role(run)
        titled, run = titled or past > 0, run[past:]
        if not run or all(word.low in lex.DEMONYMS for word in run):
            return None
        role = next((singular(w.low) for w in before[-1:] if singular(w.low) in lex.PERSON_NOUNS), None)
        kind = kind_of_name(self._text, run, titled or role is not None, use_list=self._use_list)
        span = (run[0].start, run[-1].start + len(run[-1].bare))
        known = self.find_name(self._text[span[0] : span[1]], kind)
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
            known.roles.add(role)
        told, apposition = _roles_after(self._text, after)
        known.apposition = known.apposition or apposition
        known.roles.update(told)
        known.sure = known.sure or titled or role is not None or bool(told) or known.gender is not None
        known.mentions.append(span)
        return span, known

    def add(
        self, name: Span, kind: SourceKind, *, head: str = "", named: bool = True, plural: bool = False
    ) -> Entity:
        """A new entity."""
        shape = self._text[name[0] : name[1]]
        key = key_of(shape)
        entity = Entity(
            len(self.all), name, kind, key, plural, head=head or (key[-1] if key else ""), named=named
        )
        if named and kind == "person":
            entity.gender = gender_of(key[0]) if key else None
        self.all.append(entity)
        if named and kind == "outlet":
            self._list(entity, shape)
        if named:
            self._by_key.setdefault(key, entity)
            for word in set(key):
                self._by_word.setdefault(word, []).append(entity)
            initials = "".join(w[0] for w in key if w not in ("of", "for", "and", "in", "on"))
            # "CDC" leaves out the "and Prevention" of its name.
            for short in {initials, initials[:-1]}:
                if len(short) > 2:
                    entity.short.add(short)
                    self._by_word.setdefault(short, []).append(entity)
        return entity

    def _list(self, entity: Entity, shape: str) -> None:
        listed = outlets.lookup(shape) if self._use_list else None
        if listed is not None:
            self._outlets.setdefault(listed.name, entity)

    def make_outlet(self, entity: Entity) -> None:
        """Takes a name for an outlet's, since a place in the story shows it to be one."""
        entity.kind = "outlet"
        self._list(entity, self._text[entity.name[0] : entity.name[1]])

    def find_name(self, name: str, kind: SourceKind | None = None) -> Entity | None:
        """The entity that a name stands for: the same words, a last or first name, an acronym, a part."""
        key = key_of(name)
        if not key:
            return None
        listed = outlets.lookup(name) if self._use_list else None
        if listed is not None and listed.name in self._outlets:
            return self._outlets[listed.name]
        if key in self._by_key:
            return self._fullest(self._by_key[key])
        if len(key) == 1:
            return self._by_single(key[0], name)
        best = None
        for entity in self._by_word.get(key[-1], ()):
            if kind and entity.kind != kind and "organisation" not in (kind, entity.kind):
                continue
            if (
                set(key) <= set(entity.key)
                or (set(entity.key) <= set(key) and len(entity.key) > 1)
                or (entity.kind == "person" and entity.key[-1] == key[-1] and _compatible(entity.key, key))
            ):
                best = best or entity
        return self._fullest(best) if best else None

    def _by_single(self, word: str, name: str) -> Entity | None:
        near = self._by_word.get(word, [])
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
        fuller = [
            e
            for e in self._by_word.get(entity.key[0], ())
            if e is not entity and len(e.key) > 1 and (e.key[-1] == entity.key[0] or entity.key[0] in e.short)
        ]
        return fuller[0] if len(fuller) == 1 else entity

    def author(self, word: Span) -> Entity:
        """Whoever writes the story, as it speaks of itself ("we")."""
        known = next((e for e in self.all if e.author), None)
        if known is None:
            known = self.add(word, "unnamed", named=False)
            known.author = True
        return known

    def main_person(self) -> Entity | None:
        """The person whom the story names oftenest."""
        ranked = self.main_people()
        return ranked[0] if ranked else None

    def main_people(self) -> list[Entity]:
        """The persons of the story, the one with the most mentions first."""
        people = [e for e in self.all if e.named and e.kind == "person" and (e.sure or e.spoke)]
        return sorted(people, key=lambda e: (-len(e.mentions) - 2 * e.spoke, e.number))

    @property
    def last_names(self) -> frozenset[str]:
        """The last words of the names of persons."""
        return frozenset(e.key[-1] for e in self.all if e.named and e.kind == "person" and len(e.key) > 1)

    def note(self, entity: Entity, span: Span, phrase: Phrase | None = None) -> None:
        """Keeps a mention and what it tells."""
        entity.mentions.append(span)
        entity.last = max(entity.last, span[0])
        if phrase is None:
            return
        if phrase.gender and phrase.form != "pronoun":
            entity.gender = phrase.gender
        if phrase.form == "pronoun" and phrase.gender and entity.gender is None:
            entity.gender = phrase.gender
        if phrase.short:
            entity.short.add(phrase.short.lower().rstrip("."))
            self._by_word.setdefault(phrase.short.lower().rstrip("."), []).append(entity)
        if phrase.form == "description":
            entity.roles.add(phrase.head)
        if phrase.description:
            entity.description = entity.description or phrase.description
            entity.roles.update(roles_in(self._text, phrase.description))
        if phrase.form == "name" and phrase.name[1] - phrase.name[0] > entity.name[1] - entity.name[0]:
            key = key_of(self._text[phrase.name[0] : phrase.name[1]])
            if set(entity.key) <= set(key):
                entity.name, entity.key = phrase.name, key
                self._by_key.setdefault(key, entity)


def roles_in(text: str, span: Span) -> set[str]:
    """The head nouns of persons, bodies and media that a description begins with."""
    out = set()
    for word in words(text, *span)[:14]:
        one = singular(word.low)
        if one in lex.PERSON_NOUNS or one in lex.ORGANISATION_NOUNS or one in lex.OUTLET_NOUNS:
            out.add(one)
        if word.low in ("who", "which", "that", "whose"):
            break
    return out


def _roles_after(text: str, at: int) -> tuple[set[str], Span | None]:
    """What stands in apposition behind a name: ", the director of the film,"; its nouns, and where."""
    match = _APPOSITION.match(text, at)
    if match is None:
        return set(), None
    roles = roles_in(text, match.span())
    span = match.span("told")
    return roles, (span[0], span[0] + len(match["told"].rstrip())) if roles else None


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names with the same last word may be one person's: no first names that differ."""
    return one[0] == other[0] or (one[0][0] == other[0][0] and (len(one[0]) == 1 or len(other[0]) == 1))


def _runs(text: str, every: Sequence[Word]) -> Iterable[tuple[Sequence[Word], Sequence[Word], int]]:
    """Runs of capitalised words that may be a name, the words before each, and where it ends."""
    index = 0
    while index < len(every):
        word = every[index]
        if (
            not word.capital
            or word.low in lex.NO_NAMES
            or (word.text[0].isdigit() and not word.bare[-1].isalpha())
        ):
            index += 1
            continue
        end = index + 1
        while end < len(every) and not every[end - 1].possessive:
            gap = text[every[end - 1].end : every[end].start]
            if not _GAP.fullmatch(gap) or (
                "." in gap and not (is_initial(every[end - 1]) or every[end - 1].low in lex.TITLES)
            ):
                break
            if "\n" in gap:
                break
            step = every[end]
            if step.capital and step.low not in lex.NO_NAMES:
                end += 1
            elif (
                (
                    step.low in lex.NAME_PARTICLES
                    or step.low in ("of", "for")
                    or (step.low == "and" and any(w.low == "of" for w in every[index:end]))
                )
                and end + 1 < len(every)
                and every[end + 1].capital
                and every[end + 1].low not in lex.NO_NAMES
                and text[step.end : every[end + 1].start] == " "
                and (
                    step.low not in ("of", "for")
                    or every[end - 1].low in lex.ORGANISATION_HEADS
                    or every[end - 1].low in ("voice", "times", "bank", "house")
                )
            ):
                end += 2
            else:
                break
        run = every[index:end]
        single = len(run) == 1
        if not (
            single and ((is_common_noun(run[0].low) and not run[0].acronym) or _opens_sentence(text, run[0]))
        ):
            yield run, every[max(0, index - _ROLE_BEFORE) : index], run[-1].end
        index = end


def _opens_sentence(text: str, word: Word) -> bool:
    """Whether a capital may only come from the beginning of a sentence."""
    if word.acronym or (len(word.bare) > 2 and any(c.isupper() for c in word.bare[1:])):
        return False
    before = text[: word.start].rstrip(" \t\u00a0")[-1:]
    return before in ("", "\n", ".", "!", "?", ":", '"', "“", "‘", "'", "”")
