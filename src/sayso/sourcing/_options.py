"""All chains that a sentence's main claim may have, each with the signs for and against it.

The signs are names that a small linear model has weights for (`_choice.py`); what they mean is readable.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ._agentless import agentless_signs
from ._claims import Claim, Link, covered, overlaps
from ._own import is_own
from ._relay_options import Relays
from ._scene import Scene
from ._signs import claim_signs, cue_words, guess_signs, inner_signs, is_wish, length, sentence_signs, who_signs
from ._span_index import SpanIndex

__all__ = ["Option", "Options", "Scene"]

#: Below this share of a sentence a content says nothing about the sentence's claim.
_LEAST_SHARE: Final = 0.05
#: From this share on no other reading of the sentence is looked for.
_COVERED: Final = 0.6
#: So many of those who may be the source, and of the claims inside a content, are looked at.
_MOST_WHO: Final = 9
_MOST_INNER: Final = 3
_SAID: Final = frozenset("reports reported says said claims claimed writes reporting".split())

Touching = Sequence[tuple[float, Claim]]  #: claims of a sentence, and how much of it each fills


@dataclass(frozen=True, slots=True)
class Option:
    """A chain (empty: the outlet's own voice), the claim it comes from, and the signs."""

    chain: tuple[Link, ...]
    claim: Claim | None
    signs: tuple[str, ...]
    kind: str


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
        self._ends = sorted((max(e for _, e in c.content), c.index) for c in scene.claims if c.outer is None and not c.guess)
        self._relays = Relays(scene)
        self._quoted = SpanIndex((span, None) for span in scene.quoted)
        self._mentioned_at = [span[0] for span, _ in scene.mentions]
        self._kept: dict[int, list[Option]] = {}

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

    def _list(self, number: int) -> list[Option]:
        start, end = self._scene.sentences[number]
        size = max(1, end - start)
        touching = [
            (share, c)
            for c in self.claims_of(number)
            if (share := covered(c.content, start, end) / size) > _LEAST_SHARE and not c.pointer
        ]
        best = max((share for share, c in touching if c.outer is None and not c.guess), default=0.0)
        about = self._about(number, best, touching)
        found = [Option((), None, tuple(f"none:{sign}" for sign in about), "none")]
        for share, claim in touching:
            if claim.outer is None:
                found += self._of_claim(self._case(number, claim, share, best, about, touching))
        if best < _COVERED:
            found += self._going_on(number, about)
            found += self._mentioned(number, about)
            signs = agentless_signs(self._scene.text, start, end)
            if signs:
                link = Link(self._scene.nobody, (signs[0],), "nobody is named for it")
                found.append(Option((link,), None, tuple(f"sign:{sign}" for sign in about), "sign"))
        return found

    def _about(self, number: int, best: float, touching: Touching) -> list[str]:
        start, end = self._scene.sentences[number]
        quoted = sum(min(e, end) - max(s, start) for (s, e), _ in self._quoted.over(start, end))
        sure = max((c.confidence for _, c in touching if c.outer is None and not c.guess), default=0.0)
        return sentence_signs(self._scene.text, (start, end), number, quoted, best, sure)

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
                yield Option(_clean(chain), claim, (*signed, length(chain)), "claim")
                if rank == 0 and claim.behind:
                    yield self._behind(claim, chain, signed)
                if rank == 0:
                    yield from self._with_inner(case, chain, (*case.base, *signs))

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
            yield Option(_clean(papers), claim, only, "claim")
            yield from self._with_inner(case, papers, only)

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
        return Option(_clean(cited), claim, (*signed, *more, length(cited)), "behind")

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
            yield Option(_clean(longer), inner, (*base, *signs, length(longer)), "inner")

    # ---- sentences without a claim of their own

    def _going_on(self, number: int, about: Sequence[str]) -> Iterator[Option]:
        """What was said before goes on without a new sign."""
        start = self._scene.sentences[number][0]
        index = bisect_right(self._ends, (start, 1 << 60)) - 1
        if index < 0:
            return
        end, claim_number = self._ends[index]
        last = self._scene.claims[claim_number]
        gap = number - self._relays.sentence_at(max(0, end - 1))
        who = last.who[0]
        signs = [
            "on",
            f"on:gap{min(4, gap)}",
            f"on:kind:{who.entity.kind}",
            f"on:{last.quotation}",
            f"on:form:{last.form}",
            f"on:par{int(self._scene.text.find(chr(10), end, start) >= 0)}",
            *(f"on:{sign}" for sign in about),
            *(f"on:cue:{word}" for word in cue_words(self._scene.text, last)),
        ]
        for relays, more in self._relays.of(number, last, who.entity):
            chain = (*relays, who)
            yield Option(_clean(chain), last, (*signs, *(f"on:{m}" for m in more), length(chain)), "on")
            if relays and relays[0].kind != "nobody":
                alone = (*(f"alone:{s}" for s in signs), *(f"alone:{m}" for m in more))
                yield Option(_clean(relays[:1]), None, alone, "alone")

    def _mentioned(self, number: int, about: Sequence[str]) -> Iterator[Option]:
        """An outlet that the sentence names, and the main outlet of the story."""
        start, end = self._scene.sentences[number]
        for index in range(bisect_left(self._mentioned_at, start), bisect_left(self._mentioned_at, end)):
            span, entity = self._scene.mentions[index]
            if entity.kind == "outlet" and not is_own(entity, self._scene.own):
                link = Link(entity, (span,), "the sentence speaks of its story")
                first = "said" if self._says(span) else "subject" if span[0] - start < 15 else "later"
                signs = ("named", f"named:{first}", *(f"named:{sign}" for sign in about))
                yield Option((link,), None, signs, "named")
                break
        if self._relays.main is not None:
            link, signs_of_main = self._relays.main_link(self._relays.main)
            alone = (f"main-alone:{sign}" for sign in (*signs_of_main, *about))
            yield Option((link,), None, tuple(alone), "main")

    def _says(self, span: tuple[int, int]) -> bool:
        """Whether an outlet is one that says something, or is told something, by the words beside it."""
        text = self._scene.text
        after = text[span[1] : span[1] + 14].lstrip(" ,").split(" ")[0].strip(".,")
        before = text[max(0, span[0] - 18) : span[0]].split()
        return after in _SAID or not {"to", "by", "via"}.isdisjoint(before[-2:])

    def _sentences_of(self, claim: Claim) -> set[int]:
        out: set[int] = set()
        for low, high in claim.content:
            first = max(0, bisect_right(self._starts, low) - 1)
            last = max(0, bisect_right(self._starts, max(low, high - 1)) - 1)
            out.update(range(first, last + 1))
        return out


def _clean(chain: Sequence[Link]) -> tuple[Link, ...]:
    """Without the same holder twice; the later place counts, since it is nearer to the origin."""
    out: list[Link] = []
    for link in reversed(chain):
        if all(link.entity is not kept.entity for kept in out):
            out.append(link)
    return tuple(reversed(out))
