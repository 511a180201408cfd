"""Writes sources and chains into the story document."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from ..reading import attribution_id
from ..story import Attribution, Candidate, Hop, Source, SourceKind, Span, Spans, Story
from . import _lexicon as lex
from ._choice import load_chain_model
from ._claims import Claim, Link, covered
from ._entities import Entity
from ._garbled import is_garbled
from ._kinds import is_outlet
from ._mentions import Naming, more_mentions
from ._options import Options
from ._scene import Scene, scene_of, sentences_of
from ._sources import UNATTRIBUTED, as_source, source_id
from ._told import Told, chain_of_claim, told_by_sentence, who_shares

#: Another than the one taken is shown when it is likelier than this.
_UNCLEAR: Final = 0.2
#: What is said of a sentence that carries on an account without a sign of its own.
_GOES_ON = {
    "on": "the speech before it goes on",
    "alone": "the account of the outlet before it goes on",
    "main": "the story goes on telling the account of its main outlet",
    "named": "the sentence tells of this outlet's story",
    "sign": "a word says that somebody unnamed says so",
}


class SentenceTold(NamedTuple):
    """A sentence's chain as names and kinds, the nearest to the reader first, and those of other claims."""

    chain: tuple[tuple[str, SourceKind], ...]
    also: tuple[tuple[tuple[str, SourceKind], ...], ...]


class Sourced(NamedTuple):
    """The story with its sources and chains, and what each sentence rests on, by its number."""

    story: Story
    told: dict[int, SentenceTold]


def find_sources(story: Story, *, use_list: bool = True) -> Story:
    """The story with its sources and the chain of every attribution."""
    return trace(story, use_list=use_list).story


def trace(story: Story, sentences: Sequence[Span] | None = None, *, use_list: bool = True) -> Sourced:
    """The same, and for each of `sentences` (without them: those of the story) on whose say-so it stands.

    `story` must have been read; what it holds of sources already is made anew.
    """
    spans = list(sentences) if sentences is not None else sentences_of(story)
    scene = scene_of(story, spans, use_list=use_list)
    model = load_chain_model()
    options = Options(scene)
    told = told_by_sentence(scene, options, model) if spans else {}
    taken = {one.option.claim.index for one in told.values() if one.option.claim is not None}
    claims = [claim for claim in scene.claims if claim.index in taken or not _is_needless(scene, claim)]
    chains = {claim.index: chain_of_claim(scene, options, claim, model) for claim in claims} if spans else {}
    writer = _Writer(story, scene, use_list)
    attributions = [
        writer.attribution(claim, chains[claim.index], who_shares(options, claim, model)) for claim in claims
    ]
    attributions += [
        made for number, one in told.items() if (made := writer.going_on(number, one)) is not None
    ]
    attributions.sort(key=lambda a: (a.content, a.cue, a.source))
    done = msgspec.structs.replace(story, attributions=tuple(attributions), sources=writer.sources())
    return Sourced(done, {number: writer.sentence(one) for number, one in told.items()})


def _is_needless(scene: Scene, claim: Claim) -> bool:
    """A guess not taken, what "you" think, or a piece of what the speaker around it says anyway."""
    if claim.form == "pronoun" and claim.who[0].entity.author and _is_reader(scene.text, claim):
        return True
    if claim.guess or claim.outer is None:
        return claim.guess
    outer = scene.claims[claim.outer]
    return outer.who[0].entity is claim.who[0].entity or outer.content == claim.content


def _is_reader(text: str, claim: Claim) -> bool:
    return any(
        text[low:high].lower().split("’")[0].split("'")[0] in lex.PRONOUNS_READER
        for low, high in claim.source
    )


class _Writer:
    """Collects the sources that are used while attributions are written."""

    def __init__(self, story: Story, scene: Scene, use_list: bool) -> None:
        self._story = story
        self._scene = scene
        self._digest = hashlib.sha256(story.text.encode("utf8", "surrogatepass")).hexdigest()
        self._starts = [block.start for block in story.blocks]
        self._use_list = use_list
        self._used: dict[int, Entity] = {}
        self._added: dict[int, list[Span]] = {}  #: mentions that reading on brought, by entity
        self._moved: set[tuple[int, Span]] = set()  #: mentions that mean another than was thought first
        self._ids = {claim.index: claim.id or self._id(claim) for claim in scene.claims}

    def attribution(self, claim: Claim, chain: Sequence[Link], shares: Mapping[int, float]) -> Attribution:
        """A claim as it stands in the document; `shares` say how likely each is who may be its source."""
        self._settle(claim, chain)
        holders = [link.entity for link in chain]
        others = sorted(
            (
                link
                for link in claim.who
                if link.entity not in holders and shares.get(link.entity.number, 0.0) > _UNCLEAR
            ),
            key=lambda link: -shares[link.entity.number],
        )
        joint = tuple(tuple(self._use(link) for link in (*chain[:-1], one)) for one in claim.joint)
        return Attribution(
            id=self._ids[claim.index],
            block=self._block(claim.content),
            source=claim.source,
            cue=claim.cue,
            content=claim.content,
            quotation=claim.quotation,  # type: ignore[arg-type]
            confidence=claim.confidence,
            why=claim.why,
            within=self._ids[claim.outer] if claim.outer is not None else None,
            chain=tuple(self._use(link) for link in chain),
            also=joint,
            hops=tuple(Hop(self._use(link), link.cue, link.why) for link in chain),
            garbled=is_garbled(self._story.text, claim, self._kind_at),
            candidates=tuple(
                Candidate(self._use(link), f"{link.why} ({shares[link.entity.number]:.0%} likely)")
                for link in others
            )
            if self._unclear(claim)
            else (),
        )

    def going_on(self, number: int, one: Told) -> Attribution | None:
        """A sentence without a sign of its own that carries on an account."""
        if one.option.kind not in _GOES_ON:
            return None
        start, end = self._scene.sentences[number]
        if one.option.kind == "on" and one.option.claim and covered(one.option.claim.content, start, end):
            return None
        cue: Spans = one.chain[-1].cue if one.option.kind == "sign" else ()
        content = _without(((start, end),), cue)
        return Attribution(
            id=attribution_id(self._digest, (), cue, content),
            block=self._block(content),
            source=(),
            cue=cue,
            content=content,
            quotation="indirect",
            confidence=round(one.chance, 3),
            why=_GOES_ON[one.option.kind],
            within=None,
            chain=tuple(self._use(link) for link in one.chain),
            also=(),
            hops=tuple(Hop(self._use(link), link.cue, link.why) for link in one.chain),
            garbled=False,
            candidates=(),
        )

    def sentence(self, one: Told) -> SentenceTold:
        """A sentence's chains as names and kinds."""
        return SentenceTold(self._named(one.chain), tuple(self._named(chain) for chain in one.also))

    def sources(self) -> tuple[Source, ...]:
        """All sources used, in the order of their first mention."""
        text, scene = self._story.text, self._scene
        known = [*scene.mentions, *((span, one) for one in self._used.values() for span in one.mentions)]
        for span, entity in more_mentions(text, scene.sentences, known, self._used.values()):
            self._added.setdefault(entity.number, []).append(span)
        naming = Naming(text, scene.entities.last_names, self._use_list)
        # One phrase may have been met twice, as somebody spoken of and as a source: it is one source.
        by_id: dict[str, list[Entity]] = {}
        for entity in self._used.values():
            by_id.setdefault(self._source_id(entity), []).append(entity)
        made = [
            as_source(
                naming, same[0], id_, self._nobody(same[0]), [s for e in same for s in self._spans_of(e)]
            )
            for id_, same in by_id.items()
        ]
        return tuple(sorted(made, key=lambda s: (s.mentions[:1], s.id)))

    def _named(self, chain: Sequence[Link]) -> tuple[tuple[str, SourceKind], ...]:
        return tuple((self._name(link.entity), link.entity.kind) for link in chain)

    def _name(self, entity: Entity) -> str:
        return UNATTRIBUTED if self._nobody(entity) else self._story.text[entity.name[0] : entity.name[1]]

    def _nobody(self, entity: Entity) -> bool:
        return entity is self._scene.nobody

    def _unclear(self, claim: Claim) -> bool:
        return claim.form in ("pronoun", "description") and len(claim.who) > 1

    def _use(self, link: Link) -> str:
        self._used.setdefault(link.entity.number, link.entity)
        if self._nobody(link.entity):
            self._added.setdefault(link.entity.number, []).extend(link.cue)
        return self._source_id(link.entity)

    def _settle(self, claim: Claim, chain: Sequence[Link]) -> None:
        """Gives the words of a claim's source to the one that was taken of all whom they may mean."""
        first = claim.who[0].entity
        if not claim.source:
            return
        offered = [link.entity for link in claim.who]
        taken = next((link.entity for link in reversed(chain) if link.entity in offered), first)
        self._added.setdefault(taken.number, []).append(claim.source[0])
        if taken is not first:
            self._moved.add((first.number, claim.source[0]))

    def _spans_of(self, entity: Entity) -> list[Span]:
        added = self._added.get(entity.number, [])
        if self._nobody(entity):
            return added
        kept = [span for span in entity.mentions if (entity.number, span) not in self._moved]
        return [*kept, *added, entity.name]

    def _kind_at(self, span: Span) -> str | None:
        """What the name at a place stands for, as the story knows it or by its signs."""
        known = self._scene.entities.find_name(self._story.text[span[0] : span[1]])
        if known is not None and known.named:
            return known.kind
        return "outlet" if is_outlet(self._story.text, span, use_list=self._use_list) else None

    def _source_id(self, entity: Entity) -> str:
        return source_id(self._digest, entity, self._nobody(entity))

    def _block(self, content: Spans) -> int:
        return max(0, bisect_right(self._starts, content[0][0]) - 1)

    def _id(self, claim: Claim) -> str:
        return attribution_id(self._digest, claim.source, claim.cue, claim.content)


def _without(spans: Spans, cut: Spans) -> Spans:
    """Spans less other spans; pieces without a letter are dropped by whoever shows them."""
    out = list(spans)
    for low, high in cut:
        out = [
            piece
            for start, end in out
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[0] < piece[1]
        ]
    return tuple(out) or spans
