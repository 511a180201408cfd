"""Offers whoever the story names elsewhere for a source that it does not name here.

"A South Korean newspaper" of the lead is the Chosun Ilbo two paragraphs on; "a report" is some outlet's; the
pronoun may be the person whom the whole story is about. Offers are options, weighed with all others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._claims import Claim, Link
from ._entities import Entities, Entity
from ._resolve import Resolver
from ._roles import alike
from ._signs import fifths
from ._words import singular

#: Sentences in which a lead's "an expert" is usually named.
_NEXT_LINES: Final = 3
#: Sentences in which somebody described is named.
_FORWARD: Final = 6
#: Sentences in which an outlet or a body described is named.
_FAR: Final = 12
_MOST_LATER: Final = 2
_LOOKED_AT: Final = 80  #: mentions looked at behind a claim
_FORWARD_CLAIMS: Final = 8

_NEAR: Final = 60  #: characters around a name in which it is described
_MOST_AGAIN: Final = 12  #: claims looked at for one that says the same again
_READ: Final = 600  #: characters of a content that are compared
_WORD: Final = re.compile(r"[^\W\d_]{4,}|\d+")


def _telling(text: str, low: int, high: int) -> Iterator[str]:
    """Words of four letters and more, and numbers, in lower case."""
    return (word.lower() for word in _WORD.findall(text, low, high))


class Offers:
    """Adds to `who` of the claims of one story."""

    def __init__(self, text: str, sentences: Sequence[Span], resolver: Resolver, entities: Entities) -> None:
        self._text = text
        self._starts = [start for start, _ in sentences]
        self._resolver = resolver
        self._entities = entities
        self._kept: dict[int, set[str]] = {}

    def add(self, ordered: Sequence[Claim], sentence_of: Callable[[Claim], int]) -> None:
        """Offers for every claim that needs some; `ordered` are the claims as they stand in the text."""
        self._mentions = self._resolver.mentions()
        self._at = [span[0] for span, _ in self._mentions]
        self._sentence_of = sentence_of
        self._claims_of: dict[int, list[Claim]] = {}
        for claim in ordered:
            if not claim.guess:
                for link in (*claim.who[:1], *claim.relays):
                    self._claims_of.setdefault(link.entity.number, []).append(claim)
        self._of_kind = Counter(
            one.kind for one in {e.number: e for _, e in self._mentions}.values() if one.named
        )
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
                beside = self._beside(claim, later.source[0] if later.source else one.name)
                again = fifths(self._restated(claim, (later,)))
                signs = (
                    f"next:rank{offered}",
                    f"next:kind:{one.kind}",
                    f"next:beside{beside}",
                    f"next:again{again}",
                    f"next:{fits}:again{again}",
                )
                claim.who.append(Link(one, claim.cue, "named and described further on", kind, signs))
            offered += 1

    def _named_later(self, claim: Claim) -> None:
        """An outlet or a body only described, or a report that is nobody's, may be named further on."""
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
        for rank, (one, span) in enumerate(self._later(claim, kinds)):
            far = bisect_right(self._starts, span[0]) - 1 - start
            beside = self._beside(claim, span)
            again = fifths(self._restated(claim, self._claims_of.get(one.number, ())))
            signs = (
                f"later:{head}:{one.kind}:rank{rank}",
                f"later:{head}:far{min(4, far // 2)}",
                f"later:{way}:{head}",
                f"later:noun:{noun}",
                f"later:{head}:spoke{min(2, one.spoke)}",
                f"later:{head}:beside{beside}",
                f"later:{head}:again{again}",
                f"later:only{int(self._of_kind.get(one.kind, 0) == 1)}:{head}",
                f"later:{head}:before{int(min((one.name[0], *one.starts[:1])) < claim.at)}",
            )
            claim.who.append(Link(one, claim.cue, "named further on", "later", signs))

    def _beside(self, claim: Claim, span: Span) -> int:
        """How many of the words that describe a source stand beside a name: "the Ilbo, a Korean daily"."""
        if not claim.source:
            return 0
        low, high = max(0, span[0] - _NEAR), min(len(self._text), span[1] + _NEAR)
        said = {singular(w) for w in _telling(self._text, *claim.source[0])}
        return min(2, len(said & {singular(w) for w in _telling(self._text, low, high)}))

    def _restated(self, claim: Claim, others: Iterable[Claim]) -> float:
        """The largest share of a claim's words that another behind it says again."""
        mine = self._words_of(claim)
        shares = (
            len(mine & self._words_of(one)) / max(1, min(len(mine), len(self._words_of(one))))
            for one in islice((o for o in others if o.at > claim.at), _MOST_AGAIN)
        )
        return max(shares, default=0.0)

    def _words_of(self, claim: Claim) -> set[str]:
        """The telling words of a content; kept."""
        if claim.index not in self._kept:
            self._kept[claim.index] = {
                w for low, high in claim.content for w in _telling(self._text, low, min(high, low + _READ))
            }
        return self._kept[claim.index]

    def _later(self, claim: Claim, kinds: Sequence[str]) -> Iterator[tuple[Entity, Span]]:
        """The first different entities of some kinds that are named behind a claim."""
        seen = {link.entity.number for link in (*claim.who, *claim.relays)}
        index = bisect_left(self._at, claim.end)
        behind = self._sentence_of(claim) + _FAR + 1
        last = self._starts[behind] if behind < len(self._starts) else len(self._text)
        given = 0
        for span, entity in self._mentions[index : index + _LOOKED_AT]:
            if span[0] >= last or given >= _MOST_LATER:
                return
            if entity.named and entity.kind in kinds and entity.number not in seen:
                seen.add(entity.number)
                given += 1
                yield entity, span

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
