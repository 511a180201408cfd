"""Whom a pronoun or a description may mean: those the story spoke of before, with the signs for each.

A score by hand puts them in order; the chain model weighs the signs (`_choice.py`) and may take another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._entities import Entities, Entity
from ._may_mean import BODIES, PIECES, agrees, could_be, fits, meant
from ._phrase import Phrase
from ._roles import alike
from ._words import singular, words

#: Characters beyond which a pronoun is not looked up.
_REACH: Final = 2500
#: Characters beyond which a description is not.
_ROLE_REACH: Final = 8000
#: So many are offered.
MOST: Final = 5
#: A candidate this close in score to the best one makes the choice unclear.
CLOSE: Final = 1.5
_LAST: Final = 6  #: speakers looked back to
_STEPS: Final = ((60, "0"), (150, "1"), (300, "2"), (600, "3"), (1200, "4"))
_WORDS_TOLD: Final = 12  #: words of what is told of somebody that a description may take up


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody who may be meant: how likely by hand, and the signs for it."""

    entity: Entity
    score: float
    signs: tuple[str, ...]


def far_by_characters(distance: int) -> str:
    """A distance in steps."""
    return next((name for most, name in _STEPS if distance <= most), "5")


class Antecedents:
    """Looks back in one story; `mentions`, `starts`, `spoken` are the resolver's lists, as they grow."""

    def __init__(
        self,
        text: str,
        entities: Entities,
        mentions: Sequence[tuple[Span, Entity]],
        starts: Sequence[int],
        spoken: Sequence[tuple[int, Entity]],
    ) -> None:
        self._text = text
        self._entities = entities
        self._mentions = mentions
        self._starts = starts
        self._spoken = spoken

    # ---- pronouns

    def of_pronoun(self, phrase: Phrase, at: int, without: Sequence[Entity | None]) -> list[Meant]:
        """Entities that a pronoun at a place may mean, best first; none of `without`."""
        scores: dict[int, tuple[float, Entity, Span]] = {}
        high = bisect_left(self._starts, at)
        low = bisect_left(self._starts, at - _REACH)
        sentence = sentence_start(self._text, at, _REACH)
        for index in range(high - 1, low - 1, -1):
            span, entity = self._mentions[index]
            if entity in without or not fits(phrase, entity):
                continue
            score = self._nearness(span, at, sentence, entity)
            if entity.number not in scores or score > scores[entity.number][0]:
                scores[entity.number] = (score, entity, span)
        heard = self._heard(at)
        for rank, (where, entity) in enumerate(heard):
            if entity in without or not fits(phrase, entity) or at - where > _REACH:
                continue
            score = self._nearness((where, where), at, sentence, entity) + max(0.0, 1.6 - 0.4 * rank)
            if entity.number not in scores or score > scores[entity.number][0]:
                scores[entity.number] = (score, entity, (where, where))
        best = sorted(scores.values(), key=lambda item: -item[0])[:MOST]
        last = [entity for _, entity in heard]
        out = []
        for rank, (score, entity, span) in enumerate(best):
            behind = best[0][0] - score
            signs = self._pronoun_signs(phrase, entity, span, at, sentence, rank, behind, last)
            out.append(Meant(entity, score, signs))
        return out

    def _heard(self, at: int) -> list[tuple[int, Entity]]:
        """The last speakers before a place, the last first."""
        return [item for item in reversed(self._spoken[-2 * _LAST :]) if item[0] <= at][:_LAST]

    def _nearness(self, span: Span, at: int, sentence: int, entity: Entity) -> float:
        score = -(at - span[0]) / 350
        if self._is_subject(span):
            score += 0.9
        if span[0] >= sentence:
            score += 0.3
        if entity.gender is not None:
            score += 0.4
        if entity.kind == "person" and not entity.sure:
            score -= 1.0
        return score + 0.15 * min(4, entity.spoke)

    def _is_subject(self, span: Span) -> bool:
        """Whether a mention opens its sentence."""
        return span[0] - sentence_start(self._text, span[0], 30) < 25

    def _pronoun_signs(
        self, phrase: Phrase, entity: Entity, span: Span, at: int, sentence: int, rank: int, behind: float,
        last: Sequence[Entity],
    ) -> tuple[str, ...]:  # fmt: skip
        word = "they" if phrase.head in lex.PRONOUNS_PLURAL else "he" if phrase.gender else phrase.head
        spoke = min(2, entity.spoke)
        place = last.index(entity) if entity in last else 9
        where = "same" if span[0] >= sentence else "before"
        known = "fits" if phrase.gender and entity.gender else "open"
        return (
            f"ante:{word}:rank{min(3, rank)}",
            f"ante:{word}:behind{min(4, int(behind / 0.5))}",
            f"ante:{word}:far{far_by_characters(at - span[0])}",
            f"ante:{word}:{entity.kind}:{'plural' if entity.plural else 'one'}",
            f"ante:{word}:{entity.kind}:named{min(3, len(entity.mentions))}",
            f"ante:{word}:{known}:{'sure' if entity.sure else 'unsure'}",
            f"ante:{word}:heard{min(3, place)}",
            f"ante:{word}:spoke{spoke}",
            f"ante:{word}:{'subject' if self._is_subject(span) else 'object'}:{where}",
            f"ante:{word}:{'named' if entity.named else 'described'}",
        )

    # ---- descriptions

    def of_description(self, phrase: Phrase, at: int, nobody: Entity | None) -> list[Meant]:
        """Entities that a description may mean, best first."""
        said = {singular(w.low) for w in words(self._text, *phrase.name)}
        found: list[tuple[float, Entity, int]] = []
        for entity in self._entities.near(at - _ROLE_REACH, at):
            where = self._entities.last_before(entity, at)
            if where is None or entity is nobody or not agrees(phrase, entity) or entity.author:
                continue
            score = self._meant(phrase, entity, at - where, said)
            if score is not None:
                found.append((score, entity, at - where))
        found.sort(key=lambda item: -item[0])
        last = [entity for _, entity in self._heard(at)]
        return [
            Meant(entity, score, self._description_signs(phrase, entity, distance, rank, last, said))
            for rank, (score, entity, distance) in enumerate(found[:MOST])
        ]

    def _meant(self, phrase: Phrase, entity: Entity, distance: int, said: set[str]) -> float | None:
        """How likely a description means an entity mentioned so many characters before."""
        score = meant(phrase, entity, distance)
        if score is not None:
            return score
        if not could_be(phrase, entity):
            return None
        return -0.5 - distance / 1500 + 0.2 * min(3, entity.spoke) + 0.5 * self._shared(entity, said)

    def _told_of(self, entity: Entity) -> Iterator[str]:
        """Words the story uses for an entity: its name, and what stands beside it."""
        yield from entity.key
        yield from entity.roles
        for span in (entity.name, entity.description, entity.apposition):
            if span is not None:
                yield from (singular(w.low) for w in words(self._text, *span)[:_WORDS_TOLD])

    def _shared(self, entity: Entity, said: set[str]) -> int:
        """How many words of a description the story uses for an entity."""
        return min(2, len(said & set(self._told_of(entity)) - lex.DETERMINERS))

    def _description_signs(
        self, phrase: Phrase, entity: Entity, distance: int, rank: int, last: Sequence[Entity], said: set[str]
    ) -> tuple[str, ...]:
        way = "the" if phrase.definite else "a"
        role = (
            "same" if phrase.head in entity.roles or phrase.head == entity.head
            else "alike" if alike(phrase.head, entity.roles)
            else "medium" if phrase.head in lex.OUTLET_NOUNS
            else "body" if phrase.head in BODIES
            else "piece" if phrase.head in PIECES
            else "other"
        )  # fmt: skip
        place = last.index(entity) if entity in last else 9
        return (
            f"desc:{way}:{role}:{entity.kind}",
            f"desc:{way}:{role}:rank{min(2, rank)}",
            f"desc:{way}:{role}:shared{self._shared(entity, said)}",
            f"desc:{way}:far{far_by_characters(distance)}",
            f"desc:{way}:{role}:heard{min(3, place)}",
            f"desc:{way}:spoke{min(2, entity.spoke)}:{entity.kind}",
            f"desc:{way}:{'named' if entity.named else 'described'}",
            f"desc:head:{phrase.head}:{entity.kind}",
        )


def itself_signs(phrase: Phrase) -> tuple[str, ...]:
    """The signs for a description that means nobody met before."""
    way = "the" if phrase.definite else "a"
    return (
        f"desc:{way}:itself",
        f"desc:{way}:itself:{phrase.kind}",
        f"desc:{way}:itself:{'plural' if phrase.plural else 'one'}",
        f"desc:{way}:itself:{'owned' if phrase.owner else 'free'}",
        f"desc:head:{phrase.head}:itself",
    )


def sentence_start(text: str, at: int, reach: int) -> int:
    """Where the sentence at a place begins, or a place `reach` characters before."""
    low = max(0, at - reach)
    return max(low, text.rfind(". ", low, at) + 2, text.rfind("\n", low, at) + 1)
