"""The chains of a sentence that no claim fills: speech that goes on, a lead-in, an outlet that it names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from ._claims import Link
from ._option import Option, clean
from ._own import is_own
from ._relay_options import Relays
from ._scene import Scene
from ._signs import cue_words, length

_SAID: Final = frozenset("reports reported said says claimed claims writes reporting".split())
#: A lead-in with a colon holds for so many sentences, and so many of those it names are offered.
_LEADS_IN: Final = 10
_MOST_LED: Final = 3


class Unclaimed:
    """Lists the options of sentences without a claim of their own."""

    def __init__(self, scene: Scene, relays: Relays) -> None:
        self._scene = scene
        self._relays = relays
        self._ends = sorted(
            (max(e for _, e in c.content), c.index) for c in scene.claims if c.outer is None and not c.guess
        )

    def going_on(self, number: int, about: Sequence[str]) -> Iterator[Option]:
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
            yield Option(clean(chain), last, (*signs, *(f"on:{m}" for m in more), length(chain)), "on")
            if relays and relays[0].kind != "nobody":
                alone = (*(f"alone:{s}" for s in signs), *(f"alone:{m}" for m in more))
                yield Option(clean(relays[:1]), None, alone, "alone")

    def led_in(self, number: int, about: Sequence[str]) -> Iterator[Option]:
        """Whoever is named in the sentence that led in to what follows ("Jones wrote:")."""
        start = self._scene.sentences[number][0]
        lead = self._lead_in(number)
        if lead is None:
            return
        low, high = self._scene.sentences[lead]
        here = self._scene.named_in(low, high)
        papers = [item for item in here if item[1].kind == "outlet" and not is_own(item[1], self._scene.own)]
        gap = number - lead
        broken = self._scene.text.count("\n\n", high, start)
        for rank, (span, entity) in enumerate(reversed(here[-_MOST_LED:])):
            signs = (
                "led",
                f"led:gap{min(4, gap)}",
                f"led:par{min(3, broken)}",
                f"led:rank{rank}:{entity.kind}",
                f"led:kind:{entity.kind}:{'named' if entity.named else 'described'}",
                *(f"led:{sign}" for sign in about),
            )
            link = Link(entity, (span,), "the sentence before leads in to its words")
            if not (entity.kind == "outlet" and is_own(entity, self._scene.own)):
                yield Option((link,), None, (*signs, "led:alone", f"led:alone:{min(1, len(papers))}"), "led")
            for at, paper in papers[:1]:
                if paper is not entity:
                    through = Link(paper, (at,), "named with whom it quotes", "led")
                    beside = "beside" if 0 <= span[0] - at[1] < 4 else "apart"
                    yield Option((through, link), None, (*signs, "led:paper", f"led:paper:{beside}"), "led")

    def _lead_in(self, number: int) -> int | None:
        """The sentence before, a few at most, that ends in a colon with nothing else claimed in between."""
        text = self._scene.text
        for before in range(number - 1, max(-1, number - _LEADS_IN) - 1, -1):
            low, high = self._scene.sentences[before]
            if text[max(low, high - 3) : high].rstrip().endswith(":") or text[high : high + 1] == ":":
                return before
        return None

    def mentioned(self, number: int, about: Sequence[str]) -> Iterator[Option]:
        """An outlet that the sentence names, and the main outlet of the story."""
        start, end = self._scene.sentences[number]
        for span, entity in self._scene.named_in(start, end):
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
