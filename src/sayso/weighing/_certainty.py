"""How sure a sentence or an attributed claim is, as the reader meets it, and by which words.

A linear model (multinomial logistic regression, trained offline by `training/certainty`) weighs the named
signs of `_certainty_signs`. A verdict other than "asserted" is given only where words in the text speak
for it; those words come with it.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple, get_args

from ..errors import EnvironmentFault
from ..story import Attribution, Certainty, Hedge, Holder, Span, Spans
from ._certainty_signs import Signs, region, signs, touching
from ._hedges import Expression

LEVELS: Final[tuple[Certainty, ...]] = get_args(Certainty)

#: What each level says on the scale of event factuality, −3 (certainly not) to 3 (certainly).
_ON_SCALE: Final[dict[Certainty, float]] = {"asserted": 3.0, "hedged": 1.0, "denied": -3.0, "questioned": 0.0}


class SentenceCertainty(NamedTuple):
    """A sentence's certainty, the words that speak for it, and its expected place from −3 to 3."""

    certainty: Certainty
    hedges: Spans
    score: float


@dataclass(frozen=True, slots=True)
class CertaintyModel:
    """Weights by sign, a number for each of `LEVELS`; `bias` is what each level starts from."""

    version: str
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def probabilities(self, found: Signs) -> dict[Certainty, float]:
        """The probability of each level, all together 1."""
        sums = list(self.bias)
        for name, strength in found.strengths.items():
            weights = self.weights.get(name)
            if weights is not None:
                for n, weight in enumerate(weights):
                    sums[n] += strength * weight
        highest = max(sums)
        raised = [math.exp(one - highest) for one in sums]
        return {level: one / sum(raised) for level, one in zip(LEVELS, raised, strict=True)}


@lru_cache(maxsize=1)
def load_certainty(path: Path | None = None) -> CertaintyModel:
    """Loads the shipped weights, or those at another path. Raises `EnvironmentFault`."""
    place = path or Path(str(files("sayso") / "models" / "en" / "certainty.json"))
    try:
        kept = json.loads(place.read_text("utf8"))
        weights = {name: tuple(numbers) for name, numbers in kept["weights"].items()}
        return CertaintyModel(kept["version"], tuple(kept["bias"]), weights)
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise EnvironmentFault(
            f"the certainty model {place} is missing or broken ({error}); install sayso again"
        ) from error


def sentence_certainty(text: str, span: Span, attributions: Sequence[Attribution]) -> SentenceCertainty:
    """How sure the sentence `text[span]` is of its main claim, all its holders taken together.

    `attributions` are the story's, or those that touch the sentence; one inside another says nothing of
    how the whole sentence is presented and is passed over.
    """
    found = signs(text, span, touching(span, [one for one in attributions if not one.within]))
    certainty, words, score = _judge(found)
    return SentenceCertainty(certainty, tuple(one.span for one in words), score)


def attribution_certainty(
    text: str, attribution: Attribution, sentences: Sequence[Span]
) -> tuple[Certainty, tuple[Hedge, ...]]:
    """How sure the claim of an attribution is, and whose the words are that make it less so.

    `sentences` are the story's, in order. The claim is judged by its main sentence: the one of its cue,
    or the first of its content. A hedge inside the content is the source's; one in the cue, the source's
    name or beside them is the reporter's.
    """
    span = _main_stretch(attribution, sentences)
    certainty, words, _ = _judge(signs(text, span, [attribution]))
    return certainty, tuple(Hedge((one.span,), _holder(one, attribution)) for one in words)


def _judge(found: Signs) -> tuple[Certainty, tuple[Expression, ...], float]:
    chances = load_certainty().probabilities(found)
    spoken_for = {one.leans_to for one in found.found}
    certainty = max(
        (level for level in LEVELS if level == "asserted" or level in spoken_for),
        key=lambda level: chances[level],
    )
    score = sum(chances[level] * _ON_SCALE[level] for level in LEVELS)
    words = (
        ()
        if certainty == "asserted"
        else tuple(one for one in found.found if one.leans_to in (certainty, "hedged"))
    )
    return certainty, words, round(score, 2)


def _holder(words: Expression, attribution: Attribution) -> Holder:
    return "source" if region(words.start, [attribution]) == "content" else "reporter"


def _main_stretch(attribution: Attribution, sentences: Sequence[Span]) -> Span:
    """The part of the attribution's main sentence from its first word to its last."""
    content = sorted(attribution.content)
    anchors = [span[0] for span in (*attribution.cue, *content[:1])]
    for anchor in anchors:
        at = bisect_right(sentences, anchor, key=lambda span: span[0]) - 1
        if at < 0:
            continue
        low, high = sentences[at]
        if any(start < high and end > low for start, end in content):
            pieces = [
                (max(low, start), min(high, end))
                for start, end in (*content, *attribution.cue, *attribution.source)
                if start < high and end > low
            ]
            return min(start for start, _ in pieces), max(end for _, end in pieces)
    return content[0] if content else (0, 0)
