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
from ._antecedents import CLOSE, Antecedents, itself_signs
from ._entities import Entities, Entity
from ._phrase import Phrase, parse
from ._words import words

#: Of the others whom a pronoun may mean so many are named as such.
_SHOWN: Final = 2
_GAP: Final = 9  #: characters between a name and the "who" behind it


@dataclass(slots=True)
class Candidate:
    """Somebody else whom a source may mean; `close` when the choice is unclear for it."""

    entity: Entity
    why: str
    close: bool
    signs: tuple[str, ...]


@dataclass(slots=True)
class Resolved:
    """Whom a source means, why, and who else may be meant."""

    entity: Entity
    why: str
    candidates: list[Candidate] = field(default_factory=list)
    form: str = "none"
    owner: Span | None = None  #: the words in "X's spokesman" that name whose
    signs: tuple[str, ...] = ()  #: for the entity, where it had to be found out


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
        self._back = Antecedents(text, entities, self._mentions, self._starts, self.spoken)
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

    def whole(self, span: Span) -> Span:
        """A source with the rest of the name that its end cuts ("the Mail On" of "the Mail On Sunday")."""
        index = bisect_left(self._starts, span[1]) - 1
        if index >= 0:
            (low, high), entity = self._mentions[index]
            if span[0] <= low < span[1] < high and entity.named:
                return span[0], high
        return span

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
        known = self._entities.find_name(shape, phrase.kind, phrase.gender)
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
        if low in lex.PRONOUNS_READER:
            return Resolved(self._entities.author(phrase.name), f"“{low}” is whoever reads the story")
        if low in lex.PRONOUNS_FIRST and outer is not None:
            return Resolved(outer, f"“{low}” in the words of the source")
        if low in lex.PRONOUNS_FIRST and not self._in_quotation(phrase.span[0]):
            return Resolved(self._entities.author(phrase.name), f"“{low}” is whoever writes the story")
        if low in lex.PRONOUNS_RELATIVE:
            near = self._right_before(phrase.span[0])
            if near is not None:
                return Resolved(near, f"“{low}” goes back to the words before it")
        ranked = self._back.of_pronoun(phrase, at, (outer, self.nobody))
        if not ranked:
            made = self._entities.add(phrase.name, phrase.kind, head=low, named=False, plural=phrase.plural)
            return Resolved(made, f"“{low}”, and nobody before it fits")
        best = ranked[0]
        others = [
            Candidate(
                one.entity,
                f"{best.score - one.score:.1f} less near",
                rank < _SHOWN and best.score - one.score < CLOSE,
                one.signs,
            )
            for rank, one in enumerate(ranked[1:])
        ]
        why = f"“{low}” goes back to the nearest that fits"
        return Resolved(best.entity, why, others, signs=best.signs)

    def _in_quotation(self, at: int) -> bool:
        index = bisect_left(self._quoted, (at + 1,)) - 1
        return index >= 0 and self._quoted[index][0] <= at < self._quoted[index][1]

    def _right_before(self, at: int) -> Entity | None:
        """The name or description that ends right before a relative pronoun."""
        index = bisect_left(self._starts, at) - 1
        if index >= 0:
            span, entity = self._mentions[index]
            if at - span[1] < _GAP and not re.search(r"[^\W\d]", self._text[span[1] : at]):
                return entity  # "Anna Lund, 31, who"
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
        made = self._entities.add(
            phrase.name, phrase.kind, head=phrase.head, named=False, plural=phrase.plural
        )
        made.gender = phrase.gender
        new = Candidate(made, "may be somebody not met before", True, itself_signs(phrase))
        known = [] if self._owned_by_name(phrase) else self._back.of_description(phrase, at, self.nobody)
        others = [
            Candidate(one.entity, f"may be “the {phrase.head}”", one.score > 0, one.signs) for one in known
        ]
        if known and known[0].score > 0 and phrase.definite:
            why = f"“the {phrase.head}” goes back to the one described so"
            return Resolved(known[0].entity, why, [new, *others[1:]], signs=known[0].signs)
        for one in others:
            one.close = False
        return Resolved(made, "described, not named", others, signs=new.signs)

    def _owned_by_name(self, phrase: Phrase) -> bool:
        """ "Yemen's defence ministry" says by itself which one."""
        if phrase.owner is None:
            return False
        return self._text[phrase.owner[0]].isupper()

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
