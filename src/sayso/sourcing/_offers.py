"""Offers whoever the story names elsewhere for a source that it does not name here.

"A South Korean newspaper" of the lead is the Chosun Ilbo two paragraphs on; "a report" is some outlet's; the
pronoun may be the person whom the whole story is about. Offers are options, weighed with all others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._claims import Claim, Link
from ._entities import Entities, Entity
from ._resolve import Resolver
from ._roles import alike

#: Sentences in which a lead's "an expert" is usually named.
_NEXT_LINES: Final = 3
#: Sentences in which somebody described is named.
_FORWARD: Final = 6
#: Sentences in which an outlet or a body described is named.
_FAR: Final = 12
_MOST_LATER: Final = 2
_LOOKED_AT: Final = 80  #: mentions looked at behind a claim
_FORWARD_CLAIMS: Final = 8


class Offers:
    """Adds to `who` of the claims of one story."""

    def __init__(
        self, text: str, sentences: Sequence[Span], resolver: Resolver, entities: Entities
    ) -> None:
        self._text = text
        self._starts = [start for start, _ in sentences]
        self._resolver = resolver
        self._entities = entities

    def add(self, ordered: Sequence[Claim], sentence_of: Callable[[Claim], int]) -> None:
        """Offers for every claim that needs some; `ordered` are the claims as they stand in the text."""
        self._mentions = self._resolver.mentions()
        self._at = [span[0] for span, _ in self._mentions]
        self._sentence_of = sentence_of
        for place, claim in enumerate(ordered):
            self._next_person(ordered, place, claim)
            self._named_later(claim)
        self._main_person(ordered)

    def _next_person(self, ordered: Sequence[Claim], place: int, claim: Claim) -> None:
        """ "an expert" may be whoever is named and described a few lines further on for the first time."""
        who = claim.who[0].entity
        if claim.form != "description" or who.kind != "unnamed" or who.plural or not claim.source:
            return
        start = self._sentence_of(claim)
        offered = 0
        for later in ordered[place + 1 : place + 1 + 2 * _FORWARD_CLAIMS]:
            if later.guess:
                continue
            if self._sentence_of(later) - start > _FORWARD or offered >= _MOST_LATER:
                break
            one = later.who[0].entity
            if later.form != "name" or one.kind not in ("person", "post") or one.starts[0] < claim.at:
                continue
            if any(one is link.entity for link in claim.who):
                continue
            if not (who.gender and one.gender and who.gender != one.gender):
                heard = {c.who[0].entity.number for c in ordered[:place] if c.form == "name"} - {one.number}
                near = "near" if self._sentence_of(later) - start < _NEXT_LINES else "far"
                fits = "fits" if alike(who.head, one.roles) else "unlike"
                kind = f"next:{near}:{fits}:heard{min(2, len(heard))}"
                signs = (f"next:rank{offered}", f"next:kind:{one.kind}")
                claim.who.append(Link(one, claim.cue, "named and described further on", kind, signs))
            offered += 1

    def _named_later(self, claim: Claim) -> None:
        """An outlet or a body that is only described, or a report that is nobody's, may be named further on."""
        who = claim.who[0].entity
        nobody = who is self._resolver.nobody
        if not nobody and (who.named or claim.form != "description" or who.kind in ("person", "unnamed")):
            return
        kinds = ("organisation",) if who.kind == "organisation" else ("outlet", "post")
        start = self._sentence_of(claim)
        source = self._text[claim.source[0][0] : claim.source[-1][1]].lower() if claim.source else ""
        article = source.split(" ", 1)[0] if source else ""
        way = article if article in ("a", "an", "the", "some", "several") else "bare" if source else "none"
        head = "nobody" if nobody else who.head if who.head in lex.OUTLET_NOUNS else who.kind
        noun = source.split()[-1].rstrip("s") if nobody and source else head
        for rank, (one, at) in enumerate(self._later(claim, kinds)):
            far = bisect_right(self._starts, at) - 1 - start
            signs = (
                f"later:{head}:{one.kind}:rank{rank}",
                f"later:{head}:far{min(4, far // 2)}",
                f"later:{way}:{head}",
                f"later:noun:{noun}",
                f"later:{head}:spoke{min(2, one.spoke)}",
                f"later:{head}:before{int(one.name[0] < claim.at or any(at < claim.at for at in one.starts[:1]))}",
            )
            claim.who.append(Link(one, claim.cue, "named further on", "later", signs))

    def _later(self, claim: Claim, kinds: Sequence[str]) -> Iterator[tuple[Entity, int]]:
        """The first different entities of some kinds that are named behind a claim."""
        seen = {link.entity.number for link in (*claim.who, *claim.relays)}
        index = bisect_left(self._at, claim.end)
        last = self._starts[min(len(self._starts) - 1, self._sentence_of(claim) + _FAR)]
        given = 0
        for span, entity in self._mentions[index : index + _LOOKED_AT]:
            if span[0] > last or given >= _MOST_LATER:
                return
            if entity.named and entity.kind in kinds and entity.number not in seen:
                seen.add(entity.number)
                given += 1
                yield entity, span[0]

    def _main_person(self, claims: Sequence[Claim]) -> None:
        """Whoever the story is about may be meant by a pronoun or by a description in its first lines."""
        people = self._entities.main_people(2)
        for claim in claims:
            who = claim.who[0].entity
            if claim.form == "name" or who is self._resolver.nobody or who.plural:
                continue
            if who.kind in ("outlet", "organisation"):
                continue
            for rank, main in enumerate(people):
                differ = who.gender and main.gender and who.gender != main.gender
                if not differ and all(main is not link.entity for link in claim.who):
                    claim.who.append(Link(main, claim.cue, "a person the story is about", f"main{rank}"))
