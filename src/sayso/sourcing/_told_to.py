"""Whom a source speaks to: the outlets that a sentence names as told, and what they publish."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..story import Span
from ._addressee import Addressee, addressees
from ._claims import Claim, Link, covered
from ._entities import Entities, Entity
from ._nearby import Nearby, around
from ._resolve import Resolver

#: Roles of people who are told things to report them.
_PRESS: Final = frozenset(
    "journalist reporter correspondent writer blogger editor columnist host anchor".split()
)
_PUBLISHED: Final = re.compile(r"(?:quoted|cited|reported|published|carried|interviewed)\b", re.IGNORECASE)
_SAYS_SO: Final = re.compile(
    r"\b(?:reports?|reported|reporting|according to|says?|said|writes?|wrote|claims?|claimed|per|via|"
    r"notes?|noted)\b",
    re.IGNORECASE,
)


class ToldTo:
    """Fills in `relays` of the claims of one story."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        resolver: Resolver,
        entities: Entities,
        nearby: Nearby,
        use_list: bool,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._resolver = resolver
        self._entities = entities
        self._nearby = nearby
        self._use_list = use_list
        self._spoken: dict[int, list[tuple[Addressee, Entity]]] = {}

    def spoken_to(self, claim: Claim) -> None:
        number = self._nearby.sentence_of(claim)
        for found, entity in around(self._addressees(number), claim.at, lambda one: one[0].lead[0]):
            if self._belongs_elsewhere(claim, number, found.lead) or entity is claim.who[0].entity:
                continue
            if entity in [link.entity for link in claim.relays] or (
                covered(claim.source, *found.span) and not covered(claim.source, *found.lead)
            ):
                continue
            lead = self._text[found.lead[0] : found.lead[1]].strip()
            kind = _kind_of_lead(lead.lower(), found.named)
            claim.relays.append(Link(entity, (found.lead,), f"“{lead}” names the outlet", kind))

    def every(self) -> list[tuple[Addressee, Entity, Span]]:
        """All outlets spoken to in the story, with their sentences."""
        return [
            (found, entity, self._sentences[number])
            for number in range(len(self._sentences))
            for found, entity in self._addressees(number)
        ]

    def published_in(self, claim: Claim) -> None:
        """ "according to a report in the Post": the report is the outlet's own."""
        if claim.who[0].entity is not self._resolver.nobody or not claim.source or not claim.relays:
            return
        end = claim.source[-1][1]
        for link in claim.relays:
            if link.kind != "nobody" and link.cue and -60 < link.cue[0][0] - end < 4:
                claim.who = [Link(link.entity, claim.cue, "the report is this outlet's")]
                claim.relays = [other for other in claim.relays if other is not link]
                claim.form = "name"
                return

    def by_outlet(self, beside: Sequence[Claim]) -> None:
        """ "Officials confirmed it, the Post reports": the outlet's claim of a sentence relays the others."""
        papers = [
            c
            for c in beside
            if c.outer is None
            and c.who[0].entity.kind == "outlet"
            and c.cue
            and _SAYS_SO.search(self._text, c.cue[0][0], c.cue[-1][1])
        ]
        for claim in beside:
            if claim.outer is not None or not papers or claim.who[0].entity.kind == "outlet":
                continue
            outlet = papers[0].who[0].entity
            if all(outlet is not link.entity for link in claim.relays):
                claim.relays.append(
                    Link(outlet, papers[0].cue, "the same sentence gives it as the outlet's", "sentence")
                )

    def _addressees(self, number: int) -> list[tuple[Addressee, Entity]]:
        """The outlets spoken to in a sentence; found once."""
        if number not in self._spoken:
            start, end = self._sentences[number]
            self._spoken[number] = [
                (found, entity)
                for found in addressees(
                    self._text, start, end, use_list=self._use_list, known=self._kind_of, press=self._is_press
                )
                if (entity := self._addressed(found.span, found.named, found.head)) is not None
            ]
        return self._spoken[number]

    def _addressed(self, span: Span, named: bool, head: str) -> Entity | None:
        if not named:
            return self._resolver.outlet_meant(head, span[0])
        entity = self._entities.find_name(self._text[span[0] : span[1]])
        entity = entity or self._entities.add(span, "outlet", head=head)
        if entity.kind == "person" and entity.roles & _PRESS:
            self._entities.note(entity, span)
            return entity
        if entity.kind in ("person", "unnamed", "document"):
            return None
        if entity.kind == "organisation":
            self._entities.make_outlet(entity)
        self._entities.note(entity, span)
        return entity

    def _belongs_elsewhere(self, claim: Claim, sentence: int, lead: Span) -> bool:
        """Whether an addressee stands in a content, or beside the cue of another claim of the sentence."""
        if covered(claim.source, *lead):
            # "a source quoted in the Post" came through it; "a blog linked to the Post" did not.
            return _PUBLISHED.match(self._text, *lead) is None
        if covered(claim.content, *lead):
            return True
        with_cue = [c for c in self._nearby.around(sentence, lead) if c.cue]
        nearest = self._nearby.nearest(with_cue, lead, claim)
        return nearest is not claim and nearest.outer != claim.index and claim.outer != nearest.index

    def _is_press(self, name: str) -> bool:
        """Whether a name is a journalist's, by what the story calls its bearer."""
        known = self._entities.find_name(name)
        return known is not None and known.kind == "person" and bool(known.roles & _PRESS)

    def _kind_of(self, name: str) -> str | None:
        known = self._entities.find_name(name)
        return known.kind if known else None


def _kind_of_lead(lead: str, named: bool) -> str:
    """What the words before (or behind) an outlet's name make of it."""
    first = lead.split()[0] if lead else ""
    if first in ("to", "by", "with", "for", "at", "on", "in", "over"):
        return f"beside:{first}"
    if first in ("according", "citing", "quoting", "per", "via"):
        return "cited"
    if first.startswith(("report", "wr", "sa", "claim", "note")) or first in (
        "has",
        "had",
        "have",
        "previously",
        "earlier",
        "first",
    ):
        return "reports"
    return "spoken_to" if named else "paper"
