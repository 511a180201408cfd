"""Gives every claim its source, the outlet whose reporter it is, and nobody where nobody is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..story import Span
from ._agentless import agentless_signs
from ._cited import Cited
from ._claims import Claim, Link, overlaps
from ._entities import Entities
from ._kinds import is_outlet
from ._nearby import Nearby
from ._offers import Offers
from ._resolve import Resolved, Resolver
from ._told_to import ToldTo
from ._words import words

_SPEECH: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ell(?:s|ing)?)|claim\w*|wr(?:ote|ites?)|stat\w+|add(?:ed|s)|warn\w*|announc\w+|admit\w*|"
    r"confirm\w*|den(?:y|ied|ies)|insist\w*|explain\w*|issued|described|called|asked|confess\w*|revealed)\b",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"\b(?:reports?|reported|according to|says?|said|writes?|wrote|via|claims?|reveals?)$", re.IGNORECASE
)
_MOST_JOINT: Final = 6  #: outlets that say one thing together
_POSSESSIVE: Final = re.compile(r"[’']s?$")


class Identifier:
    """Identifies the claims of one story."""

    def __init__(
        self,
        text: str,
        claims: list[Claim],
        sentences: Sequence[Span],
        resolver: Resolver,
        entities: Entities,
        use_list: bool,
    ) -> None:
        self._text = text
        self._claims = claims
        self._sentences = sentences
        self._resolver = resolver
        self._entities = entities
        self._use_list = use_list
        self._nearby = Nearby(sentences, sorted(claims, key=lambda c: (c.at, c.index)))
        self.told = ToldTo(text, sentences, resolver, entities, self._nearby, use_list)
        self._through: dict[int, Link] = {}  #: reporters and sources by the outlet whose they are

    def run(self) -> None:
        """Fills in `who` and `relays` of every claim, in the order of the text."""
        ordered = sorted(self._claims, key=lambda c: (c.at, c.index))
        cited = Cited(self._text, self._sentences, self._resolver, self._nearby)
        for claim in ordered:
            self._who(claim)
            self.told.spoken_to(claim)
            self.told.published_in(claim)
            cited.cites(claim)
            cited.quoted(claim)
        for beside in self._nearby.by_sentence():
            self.told.by_outlet(beside)
        cited.mark_pointers(self._claims)
        offers = Offers(self._text, self._sentences, self._resolver, self._entities)
        offers.add(ordered, self._nearby.sentence_of)

    def _who(self, claim: Claim) -> None:
        outer = self._claims[claim.outer].who if claim.outer is not None else []
        speaker = outer[0].entity if outer else None
        sentence = self._sentences[self._nearby.sentence_of(claim)]
        if claim.cue and not overlaps(claim.source, *sentence):
            # A source of another sentence is less likely than a name right behind the verb.
            beside = _source_beside(self._text, claim.cue[-1], sentence[1])
            claim.source = (beside,) if beside else claim.source
        if claim.source:
            claim.source = (*claim.source[:-1], self._resolver.whole(claim.source[-1]))
        for number, part in enumerate(_joint(self._text, claim.source[0]) if claim.source else ()):
            found = self._resolver.resolve(part, part[0], speaker)
            if found is None:
                continue
            self._resolver.mention(part, found.entity)
            link = Link(found.entity, claim.cue, found.why, signs=found.signs)
            if number and claim.who:
                claim.joint.append(link)
                continue
            claim.form = found.form
            claim.who = [
                link,
                *(
                    Link(one.entity, claim.cue, one.why, "source" if one.close else "rival", one.signs)
                    for one in found.candidates
                ),
            ]
            self._employer(claim, found)
        if not claim.who:
            sign = (claim.cue or claim.content)[0]
            claim.who = [Link(self._resolver.unattributed(sign), claim.cue, "nobody is named for it")]
        self._nobody(claim)
        if claim.who[0].entity is not self._resolver.nobody and not claim.guess:
            self._resolver.spoke(claim.who[0].entity, claim.at)

    def _employer(self, claim: Claim, found: Resolved) -> None:
        """ "9to5Mac's Mark Gurman": the outlet he writes for stands between him and the reader."""
        if found.entity.kind == "outlet":
            return
        if found.owner is None:
            through = self._through.get(found.entity.number)
            if through is not None:
                claim.relays.append(through)
            return
        shape = _POSSESSIVE.sub("", self._text[found.owner[0] : found.owner[1]])
        span = (found.owner[0], found.owner[0] + len(shape))
        known = self._entities.find_name(shape)
        if (known and known.kind == "outlet") or is_outlet(self._text, span, use_list=self._use_list):
            entity = known or self._entities.add(span, "outlet")
            link = Link(entity, (span,), "it is whose reporter or source this is", "employer")
            self._through[found.entity.number] = link
            claim.relays.append(link)

    def _nobody(self, claim: Claim) -> None:
        """ "reportedly said": somebody unnamed stands between the source and the reader."""
        if not claim.cue or claim.who[0].entity is self._resolver.nobody:
            return
        signs = [span for low, high in claim.cue for span in agentless_signs(self._text, low, high)]
        if not signs:
            return
        nobody = Link(self._resolver.unattributed(signs[0]), tuple(signs), "nobody is named for it", "nobody")
        if _SPEECH.search(self._text, claim.cue[0][0], claim.cue[-1][1]):
            claim.relays.insert(0, nobody)
        else:
            claim.who = [nobody, *claim.who]


def _source_beside(text: str, cue: Span, end: int) -> Span | None:
    """The name right behind a cue that was found without a source: "…, reports MailOnline"."""
    if not _REPORTS.search(text, *cue):
        return None
    following = words(text, cue[1], min(end, cue[1] + 60))
    if not following or text[cue[1] : following[0].start].strip():
        return None
    run = following[1:] if following[0].low == "the" else following
    high = 0
    while high < len(run) and (run[high].capital or "." in run[high].bare or run[high].text[0] == "@"):
        if high and text[run[high - 1].end : run[high].start].strip():
            break
        high += 1
    return (following[0].start, run[high - 1].start + len(run[high - 1].bare)) if high else None


_AND: Final = re.compile(r"(?:,? and |, as well as | as well as |,? along with )(?=(?:the |The |an? )?[A-Z])")
_LISTED: Final = re.compile(r", (?=(?:the |The |an? )?[A-Z])")


def _joint(text: str, source: Span) -> list[Span]:
    """The outlets of "the Post, the Mail and Reuters"; one part where all speak as one ("he and she")."""
    words_ = text[source[0] : source[1]]
    match = _AND.search(words_)
    if not match:
        return [source]
    parts = [(source[0] + match.end(), source[1])]
    start = 0
    for end in (*(m.start() for m in _LISTED.finditer(words_, 0, match.start())), match.start()):
        parts.insert(-1, (source[0] + start, source[0] + end))
        start = end + 2
    if len(parts) <= _MOST_JOINT and all(is_outlet(text, _bare(text, part)) for part in parts):
        return parts
    return [source]


def _bare(text: str, span: Span) -> Span:
    start = span[0] + (4 if text[span[0] : span[0] + 4].lower() == "the " else 0)
    return start, span[1]
