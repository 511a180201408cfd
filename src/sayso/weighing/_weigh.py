"""Adds to a story how sure each claim is, its evidence and figures, and what its headlines make of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..reading import sentences as cut
from ..sourcing import stance_of
from ..story import Attribution, NamedHop, SentenceChain, SourceKind, Span, Story
from ._certainty import attribution_certainty, sentence_certainty
from ._evidence import find_evidence
from ._factuality import Score, scores
from ._figures import find_figures
from ._headline import check_captions, check_headline
from ._records import find_records
from ._voice import beside, voice

NamedChain = Sequence[tuple[str, SourceKind]]


def weigh(story: Story) -> Story:
    """The story with certainty, hedges, stance and evidence of every attribution, and all that is checked."""
    spans = [
        span
        for block in sorted(story.blocks, key=lambda block: block.start)
        for span in cut(story.text, block.start, block.end)
    ]
    found = story.attributions or ()
    judged = scores(story, [attribution.content for attribution in found])
    weighed = tuple(
        _weighed(story.text, attribution, spans, score)
        for attribution, score in zip(found, judged, strict=True)
    )
    story = msgspec.structs.replace(story, attributions=weighed)
    return msgspec.structs.replace(
        story,
        records=find_records(story),
        voice=voice(story),
        figures=find_figures(story),
        headline_check=check_headline(story),
        caption_checks=check_captions(story),
    )


def weigh_sentences(
    story: Story, spans: Sequence[Span], told: Mapping[int, tuple[NamedChain, Sequence[NamedChain]]]
) -> dict[str, SentenceChain]:
    """The sentences that carry a reported claim or are not simply asserted, by number.

    `told` holds chain and other chains of each sentence that carries a claim.
    """
    near = beside(spans, [a for a in story.attributions or () if not a.within])
    found = {}
    for number, span in enumerate(spans):
        chain, also = told.get(number, ((), ()))
        certainty = sentence_certainty(story.text, span, near[number]).certainty
        if chain or certainty != "asserted":
            found[str(number)] = SentenceChain(_hops(chain), tuple(_hops(one) for one in also), certainty)
    return found


def _hops(chain: NamedChain) -> tuple[NamedHop, ...]:
    return tuple(NamedHop(name, kind) for name, kind in chain)


def _weighed(text: str, attribution: Attribution, spans: Sequence[Span], score: Score | None) -> Attribution:
    certainty, hedges = attribution_certainty(text, attribution, spans)
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    return msgspec.structs.replace(
        attribution,
        certainty=certainty,
        score=round(score.score, 2) if score else 0.0,
        hedges=hedges,
        cue_stance=stance_of(cue) if cue else None,
        evidence=find_evidence(text, attribution),
    )
