"""On whom a source says it rests ("Reuters, citing officials"), and who says "I" in what an outlet quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..story import Span
from ._claims import Claim, Link, covered
from ._nearby import Nearby
from ._resolve import Resolver

_CITING: Final = re.compile(
    r"\b(?:citing|quoting|quoted|cited|attributing (?:it|this|the \w+) to|referring to|relying on|"
    r"has (?:it|learned) from|"
    r"hear(?:d|s)? from)\s+(?!by\b|as\b|in\b|on\b|that\b)(?:(?:an?|the)\s+)?(?:[\"“](?=\w))?",
    re.IGNORECASE,
)
_CITED_ENDS: Final = re.compile(
    r"[,;:”\"]|\s(?:report(?:s|ed)?|adds?|added|says?|said|who|which|that|as saying|saying|claims?|claimed|"
    r"has|have|had|is|was)\b"
)
_POINTER: Final = 8  #: most words of whom somebody cites
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|my|me|we|our)\b")
_CITED_REACH: Final = 2000  #: characters around a claim in which it may cite somebody


class Cited:
    """Fills in `behind` and `pointer` of the claims of one story."""

    def __init__(self, text: str, sentences: Sequence[Span], resolver: Resolver, nearby: Nearby) -> None:
        self._text = text
        self._sentences = sentences
        self._resolver = resolver
        self._nearby = nearby

    def cites(self, claim: Claim) -> None:
        """ "Reuters, citing officials, reports": the officials stand behind the outlet."""
        if claim.who[0].entity.kind not in ("outlet", "document", "post", "unnamed", "organisation"):
            return
        number = self._nearby.sentence_of(claim)
        start, end = self._sentences[number]
        start, end = max(start, claim.at - _CITED_REACH), min(end, claim.end + _CITED_REACH)
        for match in _CITING.finditer(self._text, start, end):
            if covered(claim.content, *match.span()) or self._cites_elsewhere(claim, number, match.span()):
                continue
            stop = _CITED_ENDS.search(self._text, match.end(), min(end, match.end() + 120))
            high = stop.start() if stop else min(end, match.end() + 120)
            part = (match.end(), match.end() + len(self._text[match.end() : high].rstrip(" .,;:")))
            if part[1] <= part[0]:
                continue
            found = self._resolver.resolve(part, part[0])
            if found is not None and found.entity is not claim.who[0].entity:
                claim.behind.append(
                    Link(
                        found.entity, (match.span(),), f"“{match[0].strip()}” names whom it rests on", "cited"
                    )
                )
                return

    def _cites_elsewhere(self, claim: Claim, sentence: int, lead: Span) -> bool:
        """Whether the words are nearer to a claim of somebody else."""
        beside = self._nearby.around(sentence, lead)
        with_cue = [c for c in beside if c.cue and c.who and c.outer == claim.outer]
        nearest = self._nearby.nearest(with_cue, lead, claim)
        return nearest.who[0].entity is not claim.who[0].entity

    def mark_pointers(self, claims: Sequence[Claim]) -> None:
        """What reading takes for a claim of its own but only names whom another rests on."""
        for claim in claims:
            words_ = sum(len(self._text[low:high].split()) for low, high in claim.content)
            if (
                claim.cue
                and words_ <= _POINTER
                and _CITING.fullmatch(self._text[claim.cue[0][0] : claim.cue[-1][1]] + " ")
            ):
                beside = self._nearby.of(self._nearby.sentence_of(claim))
                claim.pointer = any(c is not claim and c.who[0].entity is claim.who[0].entity for c in beside)

    def quoted(self, claim: Claim) -> None:
        """An outlet does not say "I": somebody it quotes does, the one named last before."""
        if (
            claim.who[0].entity.kind not in ("outlet", "document")
            or claim.quotation == "indirect"
            or claim.behind
        ):
            return
        if not any(_FIRST_PERSON.search(self._text, low, high) for low, high in claim.content):
            return
        speaker = self._resolver.person_before(claim.content[0][0])
        if speaker is not None:
            claim.behind.append(Link(speaker, (), "says “I” in what the outlet quotes", "quoted"))
