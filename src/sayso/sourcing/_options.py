"""All chains that a sentence's main claim may have, each with the signs for and against it.

The signs are names that a small linear model has weights for (`_choice.py`); what they mean is readable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ._agentless import agentless_signs
from ._claims import Claim, Link, covered, overlaps
from ._option import Option, clean
from ._own import is_own
from ._relay_options import Relays
from ._scene import Scene
from ._signs import (
    claim_signs,
    fifths,
    guess_signs,
    inner_signs,
    is_wish,
    length,
    named_signs,
    sentence_signs,
    who_signs,
)
from ._span_index import SpanIndex
from ._unclaimed import Unclaimed

__all__ = ["Option", "Options", "Scene"]

#: Below this share of a sentence a content says nothing about the sentence's claim.
_LEAST_SHARE: Final = 0.05
#: From this share on no other reading of the sentence is looked for.
_COVERED: Final = 0.6
#: So many of those who may be the source, and of the claims inside a content, are looked at.
_MOST_WHO: Final = 9
_MOST_INNER: Final = 3
#: So many of those whom a content names are offered as its origin.
_MOST_NAMED: Final = 2
_SAID: Final = frozenset("reports reported says said claims claimed writes reporting".split())

Touching = Sequence[tuple[float, Claim]]  #: claims of a sentence, and how much of it each fills


@dataclass(frozen=True, slots=True)
class _Case:
    """A claim in its sentence: how much it fills, what is known of the sentence, and what stands inside."""

    number: int
    claim: Claim
    share: float
    base: tuple[str, ...]
    inners: Touching


class Options:
    """Lists the options of each sentence of one story."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._starts = [start for start, _ in scene.sentences]
        self._by_sentence: dict[int, list[Claim]] = {}
        for claim in scene.claims:
            for number in self._sentences_of(claim):
                self._by_sentence.setdefault(number, []).append(claim)
        self._relays = Relays(scene)
        self._quoted = SpanIndex((span, None) for span in scene.quoted)
        self._unclaimed = Unclaimed(scene, self._relays)
        self._kept: dict[int, list[Option]] = {}
        self._covering = [self._covered_of(number) for number in range(len(scene.sentences))]

    def of(self, number: int) -> list[Option]:
        """The options of a sentence; the first is the outlet's own voice."""
        if number not in self._kept:
            self._kept[number] = self._list(number)
        return self._kept[number]

    def claims_of(self, number: int) -> Sequence[Claim]:
        """The claims whose content reaches into a sentence."""
        return self._by_sentence.get(number, ())

    def main_sentence(self, claim: Claim) -> int:
        """The number of the sentence that holds most of a claim's content."""
        numbers = self._sentences_of(claim)
        return max(numbers, key=lambda n: (covered(claim.content, *self._scene.sentences[n]), -n))

    def _touching(self, number: int) -> Touching:
        start, end = self._scene.sentences[number]
        size = max(1, end - start)
        return [
            (share, c)
            for c in self.claims_of(number)
            if (share := covered(c.content, start, end) / size) > _LEAST_SHARE and not c.pointer
        ]

    def _covered_of(self, number: int) -> float:
        """How much of a sentence the widest claim that reading found fills."""
        return max(
            (share for share, c in self._touching(number) if c.outer is None and not c.guess), default=0.0
        )

    def _list(self, number: int) -> list[Option]:
        start, end = self._scene.sentences[number]
        touching = self._touching(number)
        best = self._covering[number]
        about = self._about(number, best, touching)
        found = [Option((), None, tuple(f"none:{sign}" for sign in about), "none")]
        for share, claim in touching:
            if claim.outer is None:
                found += self._of_claim(self._case(number, claim, share, best, about, touching))
        if best < _COVERED:
            found += self._unclaimed.going_on(number, about)
            found += self._unclaimed.led_in(number, about)
            found += self._unclaimed.mentioned(number, about)
            signs = agentless_signs(self._scene.text, start, end)
            if signs:
                link = Link(self._scene.nobody, (signs[0],), "nobody is named for it")
                found.append(Option((link,), None, tuple(f"sign:{sign}" for sign in about), "sign"))
        return found

    def _about(self, number: int, best: float, touching: Touching) -> list[str]:
        start, end = self._scene.sentences[number]
        quoted = sum(min(e, end) - max(s, start) for (s, e), _ in self._quoted.over(start, end))
        sure = max((c.confidence for _, c in touching if c.outer is None and not c.guess), default=0.0)
        return [
            *sentence_signs(self._scene.text, (start, end), number, quoted, best, sure),
            *self._beside(number),
        ]

    def _beside(self, number: int) -> list[str]:
        """What stands around a sentence: a new paragraph, a lead-in, claims beside it, a quotation."""
        text, sentences = self._scene.text, self._scene.sentences
        start = sentences[number][0]
        before = sentences[number - 1] if number else None
        gap = text[before[1] : start] if before else "\n\n"
        breaks = min(2, gap.count("\n"))
        last = fifths(self._covering[number - 1]) if number else "-"
        after = fifths(self._covering[number + 1]) if number + 1 < len(sentences) else "-"
        within = any(low < start for (low, _), _ in self._quoted.over(start, start + 1))
        colon = before is not None and text[before[0] : start].rstrip().endswith(":")
        return [
            f"par{breaks}",
            f"last{last}",
            f"last{last}:par{breaks}",
            f"after{after}",
            *(["within"] if within else []),
            *(["colon"] if colon else []),
        ]

    # ---- one claim

    def _case(
        self, number: int, claim: Claim, share: float, best: float, about: Sequence[str], touching: Touching
    ) -> _Case:
        base = claim_signs(self._scene.text, claim, share, about)
        if claim.guess:
            base = guess_signs(self._scene.text, claim, share, about)
        elif share == best:
            base.append("claim:widest")
        if claim.who[0].entity is self._scene.nobody:
            base.append("claim:nobody")
        if not claim.cue:
            base.append("claim:no-cue")
        if not overlaps(claim.cue or claim.source, *self._scene.sentences[number]):
            base.append("claim:goes-on")
        inners = sorted(
            # What somebody is quoted as saying somebody said holds in the sentence that says so.
            (
                (s, c)
                for s, c in touching
                if c.outer == claim.index
                and (c.quotation == "direct" or overlaps((*c.cue, *c.source), *self._scene.sentences[number]))
            ),
            key=lambda item: (item[1].guess, -item[0], item[1].index),
        )[:_MOST_INNER]
        return _Case(number, claim, share, tuple(base), inners)

    def _of_claim(self, case: _Case) -> Iterator[Option]:
        claim = case.claim
        if claim.who[0].entity.author:
            yield Option((), claim, (*case.base, "author"), "own")
            return
        yield from self._only_papers(case)
        for rank, who in enumerate(claim.who[:_MOST_WHO]):
            for relays, signs in self._relays.of(case.number, claim, who.entity):
                chain = (*relays, who)
                extra = who_signs(self._scene.text, claim, rank, who, case.number)
                signed = (*case.base, *extra, *signs)
                yield Option(clean(chain), claim, (*signed, length(chain)), "claim")
                if rank == 0 and claim.behind:
                    yield self._behind(claim, chain, signed)
                if rank == 0:
                    yield from self._with_inner(case, chain, (*case.base, *signs))
                    yield from self._with_named(case, chain, (*case.base, *signs))

    def _only_papers(self, case: _Case) -> Iterator[Option]:
        """Nobody is named, but outlets are: it is theirs."""
        claim = case.claim
        if claim.who[0].entity is not self._scene.nobody:
            return
        papers = tuple(
            link
            for link in claim.relays
            if link.kind != "nobody" and not is_own(link.entity, self._scene.own)
        )
        if papers:
            only = (*case.base, "only-paper", f"only:{papers[0].kind}")
            yield Option(clean(papers), claim, only, "claim")
            yield from self._with_inner(case, papers, only)
            yield from self._with_named(case, papers, only)

    def _behind(self, claim: Claim, chain: Sequence[Link], signed: Sequence[str]) -> Option:
        """With whom the source cites as the origin."""
        behind = claim.behind[0]
        cited = (*chain, behind)
        more = (
            "behind",
            f"behind:{behind.kind}",
            f"behind:{behind.entity.kind}",
            f"behind:of:{chain[-1].entity.kind}",
        )
        return Option(clean(cited), claim, (*signed, *more, length(cited)), "behind")

    def _with_inner(self, case: _Case, chain: Sequence[Link], base: Sequence[str]) -> Iterator[Option]:
        """With the speaker of a claim inside the content as the origin."""
        for share, inner in case.inners:
            who = inner.who[0]
            if who.entity is case.claim.who[0].entity or is_wish(self._scene.text, inner):
                continue
            signs = inner_signs(self._scene.text, case.claim, inner, share / max(case.share, 0.01))
            if who.entity is self._scene.nobody:
                signs.append("inner:nobody")
            longer = (*chain, *(link for link in inner.relays if link.kind == "nobody"), who)
            yield Option(clean(longer), inner, (*base, *signs, length(longer)), "inner")

    def _with_named(self, case: _Case, chain: Sequence[Link], base: Sequence[str]) -> Iterator[Option]:
        """With somebody named in an outlet's words as the origin: "the Foreign Office is working on it"."""
        claim = case.claim
        kind = claim.who[0].entity.kind
        if kind not in ("outlet", "unnamed", "document", "post") or claim.guess:
            return
        start, end = self._scene.sentences[case.number]
        spans = [
            (max(low, start), min(high, end)) for low, high in claim.content if low < end and start < high
        ]
        offered = [inner.who[0].entity for _, inner in case.inners]
        offered += [link.entity for link in (*chain, *claim.relays, *claim.behind)]
        given = 0
        for low, high in spans:
            for span, entity in self._scene.named_in(low, high):
                if given >= _MOST_NAMED or entity in offered or entity.author:
                    continue
                given += 1
                link = Link(entity, (span,), "named in what the outlet tells")
                signs = named_signs(self._scene.text, claim, (low, high), span, entity)
                longer = (*chain, link)
                yield Option(clean(longer), claim, (*base, *signs, length(longer)), "inside")

    def _sentences_of(self, claim: Claim) -> set[int]:
        out: set[int] = set()
        for low, high in claim.content:
            first = max(0, bisect_right(self._starts, low) - 1)
            last = max(0, bisect_right(self._starts, max(low, high - 1)) - 1)
            out.update(range(first, last + 1))
        return out
