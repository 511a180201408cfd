"""Whether a confidence of 0.8 is right eight times in ten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from ._attribution_score import right_ones

BINS: Final = 10


class Bin(NamedTuple):
    """Attributions of like confidence: how many, their mean confidence, the share that is right."""

    size: int
    confidence: float
    right: float


def calibration(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> list[Bin]:
    """Ten bins of equal width; "right" is the scorer's `who`. Empty bins are left out."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for story_id, row in gold.items():
        guesses = predicted.get(story_id, {}).get("attributions", [])
        kept, right = right_ones(row["text"], row["attributions"], guesses)
        for index, hit in zip(kept, right, strict=True):
            sure = guesses[index]["confidence"]
            bins[min(BINS - 1, int(sure * BINS))].append((sure, hit))
    return [
        Bin(len(b), sum(sure for sure, _ in b) / len(b), sum(hit for _, hit in b) / len(b)) for b in bins if b
    ]


def calibration_error(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> float:
    """Expected calibration error: mean distance of confidence and right share, weighted by count."""
    bins = calibration(gold, predicted)
    total = sum(b.size for b in bins)
    return sum(b.size * abs(b.confidence - b.right) for b in bins) / total if total else 0.0
