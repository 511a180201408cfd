"""Says who a source is: pronouns, short forms and descriptions to the one the story means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._agentless import is_agentless
from ._entities import Entities, Entity
from ._phrase import Phrase, parse
from ._words import words

#: Characters beyond which a pronoun is not looked up.
_REACH: Final = 2500
#: Characters beyond which a description is not: no score is above nothing there.
_ROLE_REACH: Final = 8000
#: Nouns for any body that has been named.
_BODIES: Final = frozenset(
    "company firm group organisation organization agency body department force ministry giant "
    "retailer".split()
)
#: A candidate this close in score to the best one makes the choice unclear.
_CLOSE: Final = 1.5


@dataclass(slots=True)
class Resolved:
    """Whom a source means, why, and who else may be meant."""

    entity: Entity
    why: str
    candidates: list[tuple[Entity, str]] = field(default_factory=list)
    form: str = "none"
    owner: Span | None = None  #: the words in "X's spokesman" that name whose


class Resolver:
    """Resolves the sources of one story; calls must come in the order of the text."""

    def __init__(
        self,
        text: str,
        entities: Entities,
        mentions: Sequence[tuple[Span, Entity]],
        use_list: bool,
        quoted: Sequence[Span] = (),
    ) -> None:
        self._text = text
        self._entities = entities
        self._mentions = sorted(mentions, key=lambda item: item[0])
        self._starts = [span[0] for span, _ in self._mentions]
        self._use_list = use_list
        self._quoted = sorted(quoted)
        self.spoken: list[tuple[int, Entity]] = []  #: who was a source, and where
        self.nobody: Entity | None = None
        self._described: dict[str, Entity] = {}  #: what a description was taken for, by its words

    def person_before(self, at: int) -> Entity | None:
        """The person named last before a place, else the one the story names oftenest."""
        for index in range(
            bisect_left(self._starts, at) - 1, max(-1, bisect_left(self._starts, at) - 40), -1
        ):
            entity = self._mentions[index][1]
            if entity.kind == "person" and entity.sure:
                return entity
        return self._entities.main_person()

    def unattributed(self, span: Span) -> Entity:
        """Nobody in particular: one for a story."""
        if self.nobody is None:
            self.nobody = self._entities.add(span, "unnamed", named=False, head="")
        return self.nobody

    def resolve(self, source: Span, at: int, outer: Entity | None = None) -> Resolved | None:
        """Who the words at `source` mean; `outer` is the speaker of the content they stand in."""
        if is_agentless(self._text, source):
            return Resolved(self.unattributed(source), "nobody is named for it")
        phrase = parse(self._text, source, use_list=self._use_list, names=self._entities.last_names)
        if phrase is None:
            return None
        found = self._by_form(phrase, at, outer)
        self._entities.note(found.entity, source, phrase)
        found.owner, found.form = phrase.owner, phrase.form
        return found

    def spoke(self, entity: Entity, at: int) -> None:
        """Takes down that an entity was a source."""
        self._entities.spoke(entity, at)
        self.spoken.append((at, entity))

    def _by_form(self, phrase: Phrase, at: int, outer: Entity | None) -> Resolved:
        if phrase.form == "name":
            return self._by_name(phrase)
        if phrase.form == "pronoun":
            return self._by_pronoun(phrase, at, outer)
        return self._by_description(phrase, at)

    def _by_name(self, phrase: Phrase) -> Resolved:
        shape = phrase.words(self._text)
        known = self._entities.find_name(shape, phrase.kind)
        if known is not None:
            if phrase.kind == "outlet" and known.kind == "organisation":
                self._entities.make_outlet(known)
            why = "named" if known.name == phrase.name or len(known.key) <= 1 else "a short form of the name"
            return Resolved(known, why)
        return Resolved(
            self._entities.add(phrase.name, phrase.kind, head=phrase.head, plural=phrase.plural), "named"
        )

    # ---- pronouns

    def _by_pronoun(self, phrase: Phrase, at: int, outer: Entity | None) -> Resolved:
        low = phrase.head
        if low in lex.PRONOUNS_FIRST and outer is not None:
            return Resolved(outer, f"“{low}” in the words of the source")
        if low in lex.PRONOUNS_FIRST and not self._in_quotation(phrase.span[0]):
            return Resolved(self._entities.author(phrase.name), f"“{low}” is whoever writes the story")
        if low in lex.PRONOUNS_RELATIVE:
            near = self._right_before(phrase.span[0])
            if near is not None:
                return Resolved(near, f"“{low}” goes back to the words before it")
        ranked = self._ranked(phrase, at, outer)
        if not ranked:
            made = self._entities.add(phrase.name, phrase.kind, head=low, named=False, plural=phrase.plural)
            return Resolved(made, f"“{low}”, and nobody before it fits")
        best = ranked[0]
        others = [
            (e, f"{best[0] - score:.1f} less near") for score, e in ranked[1:3] if best[0] - score < _CLOSE
        ]
        return Resolved(best[1], f"“{low}” goes back to the nearest that fits", others)

    def _in_quotation(self, at: int) -> bool:
        index = bisect_left(self._quoted, (at + 1,)) - 1
        return index >= 0 and self._quoted[index][0] <= at < self._quoted[index][1]

    def _right_before(self, at: int) -> Entity | None:
        """The name or description that ends right before a relative pronoun."""
        index = bisect_left(self._starts, at) - 1
        if index >= 0:
            span, entity = self._mentions[index]
            if not re.search(r"\w", self._text[span[1] : at]):
                return entity
        marks = (". ", "\n", "; ", " that ", " as ", " and ")
        begin = max(self._text.rfind(mark, max(0, at - 130), at) for mark in marks)
        before = words(self._text, max(begin, at - 120), at)
        start = len(before)
        for index in range(len(before) - 1, -1, -1):
            if before[index].low in lex.DETERMINERS or before[index].capital:
                start = index
                if before[index].low in lex.DETERMINERS:
                    break
            elif len(before) - index > 8:
                break
        if start < len(before):
            phrase = parse(self._text, (before[start].start, before[-1].end), use_list=self._use_list)
            if phrase and phrase.form != "pronoun":
                found = self._by_form(phrase, at, None)
                self._entities.note(found.entity, phrase.span, phrase)
                return found.entity
        return None

    def _ranked(self, phrase: Phrase, at: int, outer: Entity | None) -> list[tuple[float, Entity]]:
        """Entities that a pronoun may mean, best first."""
        scores: dict[int, tuple[float, Entity]] = {}
        high = bisect_left(self._starts, at)
        low = bisect_left(self._starts, at - _REACH)
        sentence = _sentence_start(self._text, at, _REACH)
        for index in range(high - 1, low - 1, -1):
            span, entity = self._mentions[index]
            if entity is outer or not _fits(phrase, entity):
                continue
            score = self._nearness(span, at, sentence, entity)
            if entity.number not in scores or score > scores[entity.number][0]:
                scores[entity.number] = (score, entity)
        for rank, (where, entity) in enumerate(reversed(self.spoken[-6:])):
            if entity is outer or entity is self.nobody or not _fits(phrase, entity) or at - where > _REACH:
                continue
            score = self._nearness((where, where), at, sentence, entity) + max(0.0, 1.6 - 0.4 * rank)
            if entity.number not in scores or score > scores[entity.number][0]:
                scores[entity.number] = (score, entity)
        return sorted(scores.values(), key=lambda item: -item[0])

    def _nearness(self, span: Span, at: int, sentence: int, entity: Entity) -> float:
        score = -(at - span[0]) / 350
        if span[0] - _sentence_start(self._text, span[0], 30) < 25:
            score += 0.9  # the subject of its sentence
        if span[0] >= sentence:
            score += 0.3
        if entity.gender is not None:
            score += 0.4
        if entity.kind == "person" and not entity.sure:
            score -= 1.0
        return score + 0.15 * min(4, entity.spoke)

    # ---- descriptions

    def _by_description(self, phrase: Phrase, at: int) -> Resolved:
        shape = phrase.words(self._text).casefold()
        known = self._described.get(shape)
        if known is not None and known.kind != "outlet":
            return Resolved(known, "described in the same words before")
        found = self._described_as(phrase, at)
        self._described[shape] = found.entity
        return found

    def _described_as(self, phrase: Phrase, at: int) -> Resolved:
        made: Entity | None = None
        if phrase.definite and not self._owned_by_name(phrase):
            known = self._by_role(phrase, at)
            if known is not None:
                made = self._entities.add(
                    phrase.name, phrase.kind, head=phrase.head, named=False, plural=phrase.plural
                )
                made.gender = phrase.gender
                why = f"“the {phrase.head}” goes back to the one described so"
                return Resolved(known, why, [(made, "may be somebody not met before")])
        made = self._entities.add(
            phrase.name, phrase.kind, head=phrase.head, named=False, plural=phrase.plural
        )
        made.gender = phrase.gender
        return Resolved(made, "described, not named")

    def _owned_by_name(self, phrase: Phrase) -> bool:
        """ "Yemen's defence ministry" says by itself which one."""
        if phrase.owner is None:
            return False
        return self._text[phrase.owner[0]].isupper()

    def _by_role(self, phrase: Phrase, at: int) -> Entity | None:
        """The nearest entity that the story calls by this noun."""
        head = phrase.head
        if head in ("report", "story", "article", "account", "piece"):
            return self._entities.last_outlet(at)
        best: tuple[float, Entity] | None = None
        for entity in self._entities.near(at - _ROLE_REACH, at):
            where = self._entities.last_before(entity, at)
            if where is None or entity is self.nobody or not _agrees(phrase, entity):
                continue
            score = _meant(phrase, entity, at - where)
            if score is not None and (best is None or score > best[0]):
                best = (score, entity)
        return best[1] if best and best[0] > 0 else None

    def outlet_meant(self, head: str, at: int) -> Entity | None:
        """The outlet that "the paper" or "the website" means."""
        return self._entities.last_outlet(at)

    def mentions(self) -> list[tuple[Span, Entity]]:
        """All mentions so far, in the order of the text."""
        return list(self._mentions)

    def mention(self, span: Span, entity: Entity) -> None:
        """Adds a mention found while reading (a described source), for pronouns after it."""
        index = bisect_left(self._starts, span[0])
        self._starts.insert(index, span[0])
        self._mentions.insert(index, (span, entity))


def _says_nothing_new(head: str) -> bool:
    """Whether a noun fits any person ("the 29-year-old", "the man")."""
    return head.endswith("-year-old") or head in (
        "man", "woman", "boy", "girl", "teenager", "teen", "mother", "father", "native", "resident"
    )  # fmt: skip


def _agrees(phrase: Phrase, entity: Entity) -> bool:
    """Whether a description and an entity agree in number and gender."""
    if entity.plural != phrase.plural and entity.kind in ("person", "unnamed"):
        return False
    return not (phrase.gender and entity.gender and phrase.gender != entity.gender)


def _meant(phrase: Phrase, entity: Entity, distance: int) -> float | None:
    """How likely a description means an entity mentioned so many characters before; None where it cannot."""
    head = phrase.head
    if (head in entity.roles or head == entity.head) and _kind_fits(head, entity):
        score = 2.0 - distance / 2500
    elif head in lex.OUTLET_NOUNS and entity.kind == "outlet":
        score = 1.4 - distance / 800
    elif head in _BODIES and entity.kind == "organisation":
        score = 1.0 - distance / 800
    elif _says_nothing_new(head) and entity.kind == "person" and not phrase.plural and entity.spoke:
        # A person already heard may be meant by a new noun ("the 29-year-old").
        score = 0.5 - distance / 600
    else:
        return None
    return score + 0.2 * min(3, entity.spoke)


def _kind_fits(head: str, entity: Entity) -> bool:
    """Whether a noun can mean that kind of thing."""
    if head in lex.PERSON_NOUNS:
        return entity.kind in ("person", "unnamed")
    if head in lex.OUTLET_NOUNS:
        return entity.kind in ("outlet", "organisation", "post")
    return entity.kind not in ("person", "unnamed") or head == entity.head


def _fits(phrase: Phrase, entity: Entity) -> bool:
    if phrase.gender:
        one = entity.kind in ("person", "unnamed", "post") and not entity.plural
        return one and (entity.gender is None or entity.gender == phrase.gender)
    if phrase.head in lex.PRONOUNS_PLURAL or phrase.head in ("we", "us", "our"):
        return entity.plural or entity.kind in ("organisation", "outlet")
    if phrase.head in ("i", "me", "my"):
        return entity.kind in ("person", "unnamed") and not entity.plural
    place = not entity.spoke and all(word in lex.COUNTRIES for word in entity.key)
    return entity.kind in ("organisation", "outlet", "document", "other") and not entity.plural and not place


def _sentence_start(text: str, at: int, reach: int) -> int:
    """Where the sentence at a place begins, or a place `reach` characters before."""
    low = max(0, at - reach)
    return max(low, text.rfind(". ", low, at) + 2, text.rfind("\n", low, at) + 1)
