"""How sure the reader is of one attribution: a calibrated probability.

A logistic regression over what the encoder said of the attribution's own words (Platt scaling with
several inputs), fitted on stories that no weight was trained on, against "content and source are
right" as the scorer counts it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from ._link import Linked

#: Log probabilities; each also counts squared, because they mean more the nearer they are to certain.
SCORES: Final = ("cue", "worst_content", "content_mean", "source", "cue_link", "source_link")
#: Facts about the attribution.
FACTS: Final = ("bias", "has_source", "quoted", "length", "pieces", "short_content")
FEATURES: Final = (*SCORES, *(f"{name}_squared" for name in SCORES), *FACTS)


def features(linked: Linked, quoted: float) -> list[float]:
    """Values in the order of `FEATURES`; `quoted` is the share of the content in quotation marks."""
    words = sum(content.high - content.low for content in linked.contents)
    mean = sum(content.score * (content.high - content.low) for content in linked.contents) / words
    scores = [
        max(linked.cue.score, -3.0),
        max(min(content.score for content in linked.contents), -3.0),
        max(mean, -3.0),
        max(linked.source.score, -3.0) if linked.source else -0.3,
        math.log(max(linked.cue_link, 0.003)),
        math.log(max(linked.source_link, 0.003)),
    ]
    facts = [
        1.0,
        float(linked.source is not None),
        quoted,
        math.log1p(words) / 3,
        float(len(linked.contents) - 1),
        float(words <= 2),
    ]
    return [*scores, *(score * score for score in scores), *facts]


def confidence(linked: Linked, quoted: float, weights: Sequence[float]) -> float:
    """Probability between 0 and 1, rounded to three places so that it prints the same everywhere."""
    total = sum(w * x for w, x in zip(weights, features(linked, quoted), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)
