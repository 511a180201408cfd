"""Who spoke to which outlet anywhere in a story: an account told once goes on being that outlet's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..story import Span
from ._addressee import Addressee
from ._claims import Claim
from ._entities import Entity
from ._span_index import SpanIndex

#: Names looked at to find who spoke.
_NEAREST = 60


@dataclass(frozen=True, slots=True)
class Interview:
    """An outlet that was told something, where, in which words, and by whom if that is plain."""

    at: int
    lead: Span
    outlet: Entity
    speaker: Entity | None
    named: bool
    kind: str = "told"  #: told, or only reported by the outlet


def interviews(
    told: Sequence[tuple[Addressee, Entity, Span]],
    claims: Sequence[Claim],
    mentions: Sequence[tuple[Span, Entity]],
) -> list[Interview]:
    """An interview for every outlet spoken to; `told` holds the words, the outlet and the sentence."""
    starts = [span[0] for span, _ in mentions]
    by_cue = SpanIndex((span, claim) for claim in claims if claim.who for span in claim.cue)
    found = []
    for address, outlet, sentence in told:
        speaker = _by_claim(address.lead, by_cue) or _before(address.lead, sentence, mentions, starts, outlet)
        found.append(Interview(address.lead[0], address.lead, outlet, speaker, address.named))
    found += _reported(claims)
    return sorted(found, key=lambda one: one.at)


def _reported(claims: Sequence[Claim]) -> Iterator[Interview]:
    """Speakers whose words an outlet gives without being told: "Lund says so, the Post reports"."""
    for claim in claims:
        if claim.guess or not claim.who:
            continue
        speaker = claim.who[0].entity
        outer = claims[claim.outer].who[:1] if claim.outer is not None else []
        for link in (*outer, *claim.relays):
            lead = link.cue or claim.cue
            if link.entity.kind == "outlet" and link.entity is not speaker and lead:
                yield Interview(claim.at, lead[0], link.entity, speaker, True, "reported")


def _by_claim(lead: Span, by_cue: SpanIndex[Claim]) -> Entity | None:
    """Who speaks in the first claim whose cue the words are part of."""
    first = min((claim for _, claim in by_cue.over(*lead)), key=lambda claim: claim.index, default=None)
    return first.who[0].entity if first else None


def _before(
    lead: Span, sentence: Span, mentions: Sequence[tuple[Span, Entity]], starts: Sequence[int], outlet: Entity
) -> Entity | None:
    """The person named last before the words in their sentence."""
    last = bisect_left(starts, lead[0])
    for index in range(last - 1, max(-1, last - _NEAREST), -1):
        span, entity = mentions[index]
        if span[0] < sentence[0]:
            return None
        if entity is not outlet and entity.kind in ("person", "unnamed", "organisation", "post"):
            return entity
    return None
