"""Gives every claim its source and what its sentence says of the way it took: outlets told, papers cited."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from ..story import Span
from ._addressee import Addressee, addressees
from ._agentless import agentless_signs
from ._claims import Claim, Link, covered, overlaps
from ._entities import Entities, Entity
from ._kinds import is_outlet
from ._offers import Offers
from ._resolve import Resolved, Resolver
from ._words import words

_SPEECH: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ell(?:s|ing)?)|claim\w*|wr(?:ote|ites?)|stat\w+|add(?:ed|s)|warn\w*|announc\w+|admit\w*|"
    r"confirm\w*|den(?:y|ied|ies)|insist\w*|explain\w*|issued|described|called|asked|confess\w*|revealed)\b",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"\b(?:reports?|reported|according to|says?|said|writes?|wrote|via|claims?|reveals?)$", re.IGNORECASE
)
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
#: Roles of people who are told things to report them.
_PRESS: Final = frozenset(
    "journalist reporter correspondent writer blogger editor columnist host anchor".split()
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|my|me|we|our)\b")
_PUBLISHED: Final = re.compile(r"(?:quoted|cited|reported|published|carried|interviewed)\b", re.IGNORECASE)
_SAYS_SO: Final = re.compile(
    r"\b(?:reports?|reported|reporting|according to|says?|said|writes?|wrote|claims?|claimed|per|via|"
    r"notes?|noted)\b",
    re.IGNORECASE,
)
_CITED_REACH: Final = 2000  #: characters around a claim in which it may cite somebody
_MANY: Final = 40  #: claims or outlets in one sentence
T = TypeVar("T")
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
        self._starts = [start for start, _ in sentences]
        self._resolver = resolver
        self._entities = entities
        self._use_list = use_list
        self._nearest: dict[int, list[Claim]] = {}
        self._through: dict[int, Link] = {}  #: reporters and sources by the outlet whose they are
        self._spoken: dict[int, list[tuple[Addressee, Entity]]] = {}

    def run(self) -> None:
        """Fills in `who` and `relays` of every claim, in the order of the text."""
        ordered = sorted(self._claims, key=lambda c: (c.at, c.index))
        for claim in ordered:
            if not claim.guess:
                self._nearest.setdefault(self.sentence_of(claim), []).append(claim)
        for claim in ordered:
            self._who(claim)
            self._spoken_to(claim)
            self._published_in(claim)
            self._cites(claim)
            self._quoted(claim)
        for beside in self._nearest.values():
            self._told_by_outlet(beside)
        self._mark_pointers()
        Offers(self._text, self._sentences, self._resolver, self._entities).add(ordered, self.sentence_of)

    def sentence_of(self, claim: Claim) -> int:
        """The number of the sentence in which a claim is signalled."""
        anchor = claim.cue or claim.source or claim.content
        return max(0, bisect_right(self._starts, anchor[0][0]) - 1)

    def _who(self, claim: Claim) -> None:
        outer = self._claims[claim.outer].who if claim.outer is not None else []
        speaker = outer[0].entity if outer else None
        sentence = self._sentences[self.sentence_of(claim)]
        if claim.cue and not overlaps(claim.source, *sentence):
            # A source of another sentence is less likely than a name right behind the verb.
            beside = _source_beside(self._text, claim.cue[-1], sentence[1])
            claim.source = (beside,) if beside else claim.source
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

    def _spoken_to(self, claim: Claim) -> None:
        number = self.sentence_of(claim)
        for found, entity in _around(self._addressees(number), claim.at, lambda one: one[0].lead[0]):
            if self._belongs_elsewhere(claim, number, found.lead) or entity is claim.who[0].entity:
                continue
            if entity in [link.entity for link in claim.relays] or (
                covered(claim.source, *found.span) and not covered(claim.source, *found.lead)
            ):
                continue
            lead = self._text[found.lead[0] : found.lead[1]].strip()
            kind = _kind_of_lead(lead.lower(), found.named)
            claim.relays.append(Link(entity, (found.lead,), f"“{lead}” names the outlet", kind))

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

    def told(self) -> list[tuple[Addressee, Entity, Span]]:
        """All outlets spoken to in the story, with their sentences."""
        return [
            (found, entity, self._sentences[number])
            for number in range(len(self._sentences))
            for found, entity in self._addressees(number)
        ]

    def _cites(self, claim: Claim) -> None:
        """ "Reuters, citing officials, reports": the officials stand behind the outlet."""
        if claim.who[0].entity.kind not in ("outlet", "document", "post", "unnamed", "organisation"):
            return
        number = self.sentence_of(claim)
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

    def _beside(self, sentence: int, lead: Span) -> Sequence[Claim]:
        """The claims of a sentence, or those around some words where it has very many."""
        return _around(self._nearest.get(sentence, ()), lead[0], lambda claim: claim.at)

    def _cites_elsewhere(self, claim: Claim, sentence: int, lead: Span) -> bool:
        """Whether the words are nearer to a claim of somebody else."""
        with_cue = [c for c in self._beside(sentence, lead) if c.cue and c.who and c.outer == claim.outer]
        nearest = min(with_cue, key=lambda c: _distance(c.cue, lead), default=claim)
        return nearest.who[0].entity is not claim.who[0].entity

    def _published_in(self, claim: Claim) -> None:
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

    def _told_by_outlet(self, beside: Sequence[Claim]) -> None:
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

    def _mark_pointers(self) -> None:
        """What reading takes for a claim of its own but only names whom another rests on."""
        for claim in self._claims:
            words_ = sum(len(self._text[low:high].split()) for low, high in claim.content)
            if (
                claim.cue
                and words_ <= _POINTER
                and _CITING.fullmatch(self._text[claim.cue[0][0] : claim.cue[-1][1]] + " ")
            ):
                beside = self._nearest.get(self.sentence_of(claim), ())
                claim.pointer = any(c is not claim and c.who[0].entity is claim.who[0].entity for c in beside)

    def _quoted(self, claim: Claim) -> None:
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
        with_cue = [c for c in self._beside(sentence, lead) if c.cue]
        nearest = min(with_cue, key=lambda c: _distance(c.cue, lead), default=claim)
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


def _around(every: Sequence[T], at: int, place: Callable[[T], int]) -> Sequence[T]:
    """All of some ordered things, or the nearest to a place where there are very many."""
    if len(every) <= _MANY:
        return every
    index = bisect_right(every, at, key=place)
    return every[max(0, index - _MANY // 2) : index + _MANY // 2]


def _distance(cue: Sequence[Span], lead: Span) -> int:
    return min(max(0, lead[0] - high, low - lead[1]) for low, high in cue)


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


def _joint(text: str, source: Span) -> list[Span]:
    """The parts of "the Post as well as the Mail"; one part where both speak as one ("he and his wife")."""
    words_ = text[source[0] : source[1]]
    match = _AND.search(words_)
    if not match or "," in words_[: match.start()]:
        return [source]
    left = (source[0], source[0] + match.start())
    right = (source[0] + match.end(), source[1])
    if all(is_outlet(text, _bare(text, part)) for part in (left, right)):
        return [left, right]
    return [source]


def _bare(text: str, span: Span) -> Span:
    start = span[0] + (4 if text[span[0] : span[0] + 4].lower() == "the " else 0)
    return start, span[1]
