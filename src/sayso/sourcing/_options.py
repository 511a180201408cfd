"""All chains that a sentence's main claim may have, each with the signs for and against it.

The signs are names that a small linear model has weights for (`_choice.py`); what they mean is readable.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Span
from ._agentless import agentless_signs
from ._claims import Claim, Link, covered, overlaps
from ._cue_stance import stance_of
from ._entities import Entities, Entity
from ._interviews import Interview
from ._own import is_own

#: Below this share of a sentence a content says nothing about the sentence's claim.
_LEAST_SHARE: Final = 0.05
#: From this share on no other reading of the sentence is looked for.
_COVERED: Final = 0.6
_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
#: Words too common in cues to tell anything.
_EMPTY: Final = frozenset(
    "a an the to of in on at by his her its their it that as has have had is are was were be been".split()
)


@dataclass(frozen=True, slots=True)
class Option:
    """A chain (empty: the outlet's own voice), the claim it comes from, and the signs."""

    chain: tuple[Link, ...]
    claim: Claim | None
    signs: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class Scene:
    """What the options of every sentence are made from."""

    text: str
    sentences: Sequence[Span]
    claims: Sequence[Claim]
    entities: Entities
    nobody: Entity
    own: set[tuple[str, ...]]
    quoted: Sequence[Span]  #: quotations
    mentions: Sequence[tuple[Span, Entity]]  #: names in the text, in order
    interviews: Sequence[Interview]

    def named(self, entity: Entity) -> dict[str, str]:
        """An entity's name and kind."""
        name = "unattributed" if entity is self.nobody else self.text[entity.name[0] : entity.name[1]]
        return {"name": name, "kind": entity.kind}


class Options:
    """Lists the options of each sentence of one story."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._starts = [start for start, _ in scene.sentences]
        self._by_sentence: dict[int, list[Claim]] = {}
        for claim in scene.claims:
            for number in self._sentences_of(claim):
                self._by_sentence.setdefault(number, []).append(claim)
        self._ends = sorted((max(e for _, e in c.content), c.index) for c in scene.claims if c.outer is None)
        self._told = [one for one in scene.interviews if not is_own(one.outlet, scene.own)]
        self._told_at = [one.at for one in self._told]
        self._paper = Counter(
            link.entity.number
            for c in scene.claims
            for link in (*c.who[:1], *c.relays)
            if link.entity.kind == "outlet" and not is_own(link.entity, scene.own)
        )
        self._papers = {
            link.entity.number: link.entity for c in scene.claims for link in (*c.who[:1], *c.relays)
        }
        self._first_paper = min(
            (
                (c.at, link.entity.number)
                for c in scene.claims
                for link in (*c.who[:1], *c.relays)
                if link.entity.number in self._paper
            ),
            default=(0, -1),
        )[1]

    def of(self, number: int) -> list[Option]:
        """The options of a sentence; the first is the outlet's own voice."""
        start, end = self._scene.sentences[number]
        size = max(1, end - start)
        touching = [
            (covered(c.content, start, end) / size, c)
            for c in self._by_sentence.get(number, ())
            if covered(c.content, start, end) / size > _LEAST_SHARE and not c.pointer
        ]
        best = max((share for share, c in touching if c.outer is None), default=0.0)
        about = self._about(number, best, touching)
        found = [Option((), None, tuple(f"none:{sign}" for sign in about), "none")]
        for share, claim in touching:
            if claim.outer is None:
                found += self._of_claim(number, claim, share, best, about, touching)
        if best < _COVERED:
            found += self._going_on(number, about)
            found += self._mentioned(number, about)
        signs = agentless_signs(self._scene.text, start, end)
        if signs and self._scene.nobody is not None and best < _COVERED:
            link = Link(self._scene.nobody, (signs[0],), "nobody is named for it")
            found.append(Option((link,), None, tuple(f"sign:{sign}" for sign in about), "sign"))
        return found

    # ---- one claim

    def _of_claim(
        self, number: int, claim: Claim, share: float, best: float, about: Sequence[str],
        touching: Sequence[tuple[float, Claim]],
    ) -> Iterator[Option]:  # fmt: skip
        base = [
            "claim",
            f"claim:share{_bin(share)}",
            f"claim:sure{_bin(claim.confidence)}",
            f"claim:{claim.quotation}",
            f"claim:{claim.quotation}:sure{_bin(claim.confidence)}",
            f"claim:form:{claim.form}",
            f"claim:kind:{claim.who[0].entity.kind}",
            *(f"cue:{word}" for word in self._cue_words(claim)),
            *self._stance("stance", claim),
            *(f"claim:{sign}" for sign in about if sign.startswith("opens") or sign.startswith("cov")),
        ]
        base.append(f"content:{self._opening(claim)}")
        if share == best:
            base.append("claim:widest")
        if claim.who[0].entity is self._scene.nobody:
            base.append("claim:nobody")
        if not claim.cue:
            base.append("claim:no-cue")
        if not self._cue_here(number, claim):
            base.append("claim:goes-on")
        inners = sorted(
            ((s, c) for s, c in touching if c.outer == claim.index),
            key=lambda item: (-item[0], item[1].index),
        )[:2]
        if claim.who[0].entity is self._scene.nobody and claim.relays:
            papers = tuple(link for link in claim.relays if self._may_relay(link))
            if papers:
                only = (*base, "only-paper", f"only:{papers[0].kind}")
                yield Option(self._clean(papers), claim, only, "claim")
                for s, inner in inners:
                    yield from self._with_inner(claim, inner, s, share, papers, only)
        if claim.who[0].entity.author:
            yield Option((), claim, (*base, "author"), "own")
            return
        for rank, who in enumerate(claim.who[:5]):
            for relays, signs in self._relays(number, claim, who.entity):
                chain = (*relays, who)
                extra = self._which(claim, rank, who, number)
                yield Option(
                    self._clean(chain), claim, (*base, *extra, *signs, *self._length(chain)), "claim"
                )
                if rank == 0 and claim.behind:
                    cited = (*chain, claim.behind[0])
                    more = (
                        "behind",
                        f"behind:{claim.behind[0].kind}",
                        f"behind:{claim.behind[0].entity.kind}",
                        f"behind:of:{who.entity.kind}",
                    )
                    yield Option(
                        self._clean(cited),
                        claim,
                        (*base, *extra, *signs, *more, *self._length(cited)),
                        "behind",
                    )
                if rank == 0:
                    for s, inner in inners:
                        yield from self._with_inner(claim, inner, s, share, chain, (*base, *signs))

    def _which(self, claim: Claim, rank: int, who: Link, number: int) -> list[str]:
        if len(claim.who) < 2:
            return ["who:only"]
        lead = "lead" if number < 4 else "later"
        out = [f"who:{min(rank, 2)}:{claim.form}"]
        article = self._scene.text[claim.source[0][0] :].split(" ", 1)[0].lower() if claim.source else ""
        if who.kind.startswith("next"):
            described = claim.who[0].entity
            unnamed = "nameless" if described.head in _NAMELESS else "somebody"
            first = "first" if number < 3 else "later"
            out += [
                f"who:{who.kind}", f"who:next:{article if article in ('a', 'an', 'the') else ''}",
                f"who:next:{unnamed}", f"who:next:{first}", f"who:next:{first}:{unnamed}",
                f"who:next:told{int(bool(claim.relays))}",
            ]  # fmt: skip
        elif any(link.kind.startswith("next") for link in claim.who):
            out.append(f"who:over-next:{lead}")
        if who.kind.startswith("main"):
            out += [
                f"who:{who.kind}",
                f"who:main:{claim.form}",
                f"who:main:{lead}:{claim.form}",
                f"who:main:over:{claim.who[0].entity.kind}",
            ]
        elif rank == 0:
            out += [
                f"who:first:{lead}:{claim.form}:{who.entity.kind}",
                f"who:first:spoke{min(3, who.entity.spoke)}",
            ]
        return out

    def _stance(self, name: str, claim: Claim) -> list[str]:
        stance = (
            stance_of(" ".join(self._scene.text[low:high] for low, high in claim.cue))
            if claim.cue
            else "none"
        )
        return [
            f"{name}:{stance}",
            f"{name}:{stance}:{self._opening(claim)}",
            f"{name}:{stance}:{claim.quotation}",
        ]

    def _opening(self, claim: Claim) -> str:
        """How a content begins: "that …", "to …" (a wish or order), a quotation, or otherwise."""
        text = self._scene.text[claim.content[0][0] : claim.content[0][0] + 12].lower()
        word = text.split(" ", 1)[0]
        if word in ("that", "to", "of", "for", "about", "on", "whether", "if", "how", "why", "what", "as"):
            return word
        return "quotation" if word[:1] in "\"“‘'«" else "ing" if word.endswith("ing") else "clause"

    def _with_inner(
        self,
        claim: Claim,
        inner: Claim,
        inner_share: float,
        share: float,
        chain: Sequence[Link],
        base: Sequence[str],
    ) -> Iterator[Option]:
        who = inner.who[0]
        if who.entity is claim.who[0].entity:
            return
        signs = [
            "inner",
            f"inner:sure{_bin(inner.confidence)}",
            f"inner:share{_bin(inner_share / max(share, 0.01))}",
            f"inner:kind:{who.entity.kind}",
            f"inner:form:{inner.form}",
            f"icontent:{self._opening(inner)}",
            f"inner:of:{claim.who[0].entity.kind}:{claim.quotation}",
            *(f"icue:{word}" for word in self._cue_words(inner)),
            *self._stance("istance", inner),
        ]
        if who.entity is self._scene.nobody:
            signs.append("inner:nobody")
        longer = (*chain, *(link for link in inner.relays if link.kind == "nobody"), who)
        yield Option(self._clean(longer), inner, (*base, *signs, *self._length(longer)), "inner")

    def _length(self, chain: Sequence[Link]) -> list[str]:
        return [f"hops{min(4, len(chain))}"]

    def _cue_here(self, number: int, claim: Claim) -> bool:
        start, end = self._scene.sentences[number]
        return overlaps(claim.cue or claim.source, start, end)

    def _cue_words(self, claim: Claim) -> list[str]:
        words = [w.lower() for s, e in claim.cue for w in _LETTERS.findall(self._scene.text[s:e])]
        told = [w for w in words if w not in _EMPTY]
        return told[:4]

    # ---- relays

    def _may_relay(self, link: Link) -> bool:
        return link.kind != "nobody" and not is_own(link.entity, self._scene.own)

    def _relays(
        self, number: int, claim: Claim, speaker: Entity
    ) -> Iterator[tuple[tuple[Link, ...], list[str]]]:
        own = [
            link
            for link in claim.relays
            if not is_own(link.entity, self._scene.own) and link.entity is not speaker
        ]
        if own:
            kinds = [f"told:{link.kind}" for link in own]
            yield tuple(own), [*kinds, "told"]
            yield (), [f"untold:{link.kind}" for link in own]
            if len(own) > 1:
                yield (own[0],), [kinds[0], "told:first-of-many"]
            only_nobody = all(link.kind == "nobody" for link in own)
            if not only_nobody:
                return
        merged: dict[tuple[int, ...], tuple[tuple[Link, ...], list[str]]] = {}
        for links, signs in self._carried(number, claim.at, speaker):
            key = tuple(link.entity.number for link in links)
            if speaker.number not in key:
                merged.setdefault(key, (links, []))[1].extend([*signs, f"{signs[0]}:{speaker.kind}"])
        for links, signs in merged.values():
            yield (
                links,
                [*signs, "carried", f"carried:{claim.quotation}", f"carried:{claim.form}:{speaker.kind}"],
            )
        if not own:
            yield (), [f"untold:carried{min(2, len(merged))}", f"untold:{speaker.kind}:{min(1, len(merged))}"]

    def _carried(self, number: int, at: int, speaker: Entity) -> Iterator[tuple[tuple[Link, ...], list[str]]]:
        """Relays told elsewhere that may still hold here: for the same speaker, the last of all, the main paper."""
        index = bisect_right(self._told_at, at)
        earlier, later = self._told[:index], self._told[index:]
        papers = f"papers{min(3, len(self._paper))}"
        same = next((one for one in reversed(earlier) if one.speaker is speaker), None)
        if same is not None:
            far = number - self._sentence_at(same.at)
            yield (
                self._kept(same),
                [f"same:{_far(far)}", "same", f"same:{papers}", *self._between(number, same.at)],
            )
        ahead = next((one for one in later if one.speaker is speaker), None)
        if ahead is not None:
            far = self._sentence_at(ahead.at) - number
            yield self._kept(ahead), [f"ahead:{_far(far)}", "ahead", f"ahead:{papers}"]
        unclear = next((one for one in reversed(earlier) if one.speaker is None), None)
        if unclear is not None:
            far = number - self._sentence_at(unclear.at)
            yield self._kept(unclear), [f"someone:{_far(far)}", "someone"]
        other = next((one for one in reversed(earlier) if one.speaker not in (None, speaker)), None)
        if other is not None:
            far = number - self._sentence_at(other.at)
            yield self._kept(other), [f"other:{_far(far)}", "other", f"other:{papers}"]
        last = self._last_paper(at)
        if last is not None and last[1].number != speaker.number:
            far = number - self._sentence_at(last[0])
            share = self._paper[last[1].number] / max(1, sum(self._paper.values()))
            link = Link(last[1], (), "the same outlet's account goes on", "carried")
            yield (link,), [
                f"last:{_far(far)}", "last", f"last:share{_bin(share)}", f"last:papers{min(3, len(self._paper))}",
                f"last:{_far(far)}:papers{min(3, len(self._paper))}",
            ]  # fmt: skip
        if self._first_paper >= 0 and self._first_paper != speaker.number:
            entity = self._papers[self._first_paper]
            share = self._paper[self._first_paper] / max(1, sum(self._paper.values()))
            link = Link(entity, (), "the story tells this outlet's account", "carried")
            yield (link,), [f"main:share{_bin(share)}", "main", f"main:papers{min(3, len(self._paper))}"]

    def _between(self, number: int, at: int) -> list[str]:
        """How often others were quoted since a relay was told: each makes it less likely to hold."""
        others = {
            c.who[0].entity.number
            for c in self._scene.claims
            if at < c.at < self._scene.sentences[number][0] and c.outer is None
        }
        return [f"same:others{min(4, len(others))}"]

    def _kept(self, told: Interview) -> tuple[Link, ...]:
        return (Link(told.outlet, (told.lead,), "the same account goes on", "carried"),)

    def _last_paper(self, at: int) -> tuple[int, Entity] | None:
        best: tuple[int, Entity] | None = None
        for claim in self._scene.claims:
            if claim.at >= at:
                continue
            for link in (*claim.who[:1], *claim.relays):
                if link.entity.number in self._paper and (best is None or claim.at > best[0]):
                    best = (claim.at, link.entity)
        return best

    # ---- sentences without a claim of their own

    def _going_on(self, number: int, about: Sequence[str]) -> Iterator[Option]:
        """What was said before goes on without a new sign."""
        start = self._scene.sentences[number][0]
        index = bisect_right(self._ends, (start, 1 << 60)) - 1
        if index < 0:
            return
        last = self._scene.claims[self._ends[index][1]]
        gap = number - self._sentence_at(max(0, self._ends[index][0] - 1))
        who = last.who[0]
        signs = [
            "on",
            f"on:gap{min(4, gap)}",
            f"on:kind:{who.entity.kind}",
            f"on:{last.quotation}",
            f"on:form:{last.form}",
            f"on:par{int(self._breaks(number, self._ends[index][0]))}",
            *(f"on:{sign}" for sign in about),
            *(f"on:cue:{word}" for word in self._cue_words(last)),
        ]
        for relays, more in self._relays(number, last, who.entity):
            chain = (*relays, who)
            yield Option(
                self._clean(chain), last, (*signs, *(f"on:{m}" for m in more), *self._length(chain)), "on"
            )
            if relays and relays[0].kind != "nobody":
                yield Option(
                    self._clean(relays[:1]),
                    None,
                    (*(f"alone:{s}" for s in signs), *(f"alone:{m}" for m in more)),
                    "alone",
                )

    def _mentioned(self, number: int, about: Sequence[str]) -> Iterator[Option]:
        """An outlet that the sentence names, and the main outlet of the story."""
        start, end = self._scene.sentences[number]
        for span, entity in self._scene.mentions:
            if span[0] >= end:
                break
            if span[0] >= start and entity.kind == "outlet" and not is_own(entity, self._scene.own):
                link = Link(entity, (span,), "the sentence speaks of its story")
                after = self._scene.text[span[1] : span[1] + 14].lstrip(" ,").split(" ")[0].strip(".,")
                before = self._scene.text[max(0, span[0] - 18) : span[0]].split()
                said = after in (
                    "reports",
                    "reported",
                    "says",
                    "said",
                    "claims",
                    "claimed",
                    "writes",
                    "reporting",
                )
                said = said or "to" in before[-2:] or "by" in before[-2:] or "via" in before[-2:]
                first = "said" if said else "subject" if span[0] - start < 15 else "later"
                yield Option(
                    (link,), None, ("named", f"named:{first}", *(f"named:{sign}" for sign in about)), "named"
                )
                break
        if self._first_paper >= 0:
            entity = self._papers[self._first_paper]
            share = self._paper[self._first_paper] / max(1, sum(self._paper.values()))
            link = Link(entity, (), "the story tells this outlet's account", "carried")
            signs = [f"main-alone:share{_bin(share)}", f"main-alone:papers{min(3, len(self._paper))}"]
            yield Option((link,), None, (*signs, *(f"main-alone:{sign}" for sign in about)), "main")

    def _about(self, number: int, best: float, touching: Sequence[tuple[float, Claim]]) -> list[str]:
        start, end = self._scene.sentences[number]
        words = [w.lower() for w in _WORD.findall(self._scene.text[start:end])]
        quoted = sum(
            max(0, min(e, end) - max(s, start)) for s, e in self._scene.quoted if s < end and start < e
        )
        sure = max((c.confidence for _, c in touching if c.outer is None), default=0.0)
        return [
            "bias",
            f"cov{_bin(best)}",
            f"top{_bin(sure)}",
            f"quoted{_bin(quoted / max(1, end - start))}",
            f"len{min(4, len(words) // 8)}",
            f"at{0 if number == 0 else 1 if number < 3 else 2}",
            *([f"opens:{words[0]}"] if words else []),
            *(["asks"] if self._scene.text[start:end].rstrip("\"'”’ ").endswith("?") else []),
            *([f"has:{word}" for word in sorted(set(words) & _TELLING)]),
        ]

    def main_sentence(self, claim: Claim) -> int:
        """The number of the sentence that holds most of a claim's content."""
        numbers = self._sentences_of(claim)
        return max(numbers, key=lambda n: (covered(claim.content, *self._scene.sentences[n]), -n))

    def _sentences_of(self, claim: Claim) -> set[int]:
        out: set[int] = set()
        for low, high in claim.content:
            first = max(0, bisect_right(self._starts, low) - 1)
            last = max(0, bisect_right(self._starts, max(low, high - 1)) - 1)
            out.update(range(first, last + 1))
        return out

    def _sentence_at(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def _breaks(self, number: int, before: int) -> bool:
        return "\n" in self._scene.text[before : self._scene.sentences[number][0]]

    def _clean(self, chain: Sequence[Link]) -> tuple[Link, ...]:
        """Without the same holder twice; the later place counts, since it is nearer to the origin."""
        out: list[Link] = []
        for link in reversed(chain):
            if all(link.entity is not kept.entity for kept in out):
                out.append(link)
        return tuple(reversed(out))


#: Nouns for people who speak without a name oftener than not.
_NAMELESS: Final = frozenset(
    "source official spokesman spokeswoman spokesperson insider person guest user resident witness officer "
    "representative aide".split()
)
#: Words of a sentence that tell on whose say-so it stands.
_TELLING: Final = frozenset(
    "said says say told reported reports report reportedly allegedly according claim claims claimed rumors rumours rumor "
    "rumour hoax story article site website news video photo statement comment he she they his her it i we you my "
    "may might could would will apparently appears seems likely possible unclear confirmed denied believed however "
    "meanwhile but also earlier later yesterday today".split()
)


def _bin(share: float) -> int:
    """0 to 5 by fifths of 1."""
    return min(5, int(share * 5 + 1e-9))


def _far(sentences: int) -> str:
    return (
        "0"
        if sentences <= 0
        else "1"
        if sentences == 1
        else "2"
        if sentences == 2
        else "5"
        if sentences <= 5
        else "9"
        if sentences <= 10
        else "far"
    )
