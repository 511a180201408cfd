"""Scores for a headline against a body: the stance, and the verdict with its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

_STANCES: Final = ("agree", "disagree", "discuss")
#: A verdict with fewer gold pairs is left out of the mean.
_FEWEST: Final = 5


def stance(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """F1 of each stance and their mean; pairs are matched by headline and story, not by key."""
    guesses = {(row["headline"], row["story"]): row["stance"] for row in predicted.values()}
    pairs = Counter(
        (row["stance"], guesses.get((row["headline"], row["story"]), "none")) for row in gold.values()
    )
    scores = {each: _f1(pairs, each) for each in _STANCES}
    return {"pairs": len(gold), **scores, "macro_f1": round(sum(scores.values()) / len(_STANCES), 4)}


def headline(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """Accuracy and mean F1 of the verdicts, micro F1 of the findings' kinds; unsettled pairs are left out."""
    guesses = {(row["headline"], row["story"]): row for row in predicted.values()}
    settled = [row for row in gold.values() if not row.get("unsettled")]
    pairs: Counter[tuple[str, str]] = Counter()
    right = total = 0
    for row in settled:
        guess = guesses.get((row["headline"], row["story"]), {"verdict": "none", "findings": []})
        pairs[row["verdict"], guess["verdict"]] += 1
        wanted, given = set(row["findings"]), set(guess["findings"])
        right += len(wanted & given)
        total += len(wanted) + len(given)
    size = Counter(row["verdict"] for row in settled)
    scores = [_f1(pairs, verdict, places=None) for verdict in sorted(size) if size[verdict] >= _FEWEST]
    accurate = sum(count for (wanted, given), count in pairs.items() if wanted == given)
    return {
        "pairs": len(settled),
        "accuracy": round(accurate / len(settled), 4) if settled else 0.0,
        "macro_f1": round(sum(scores) / len(scores), 4) if scores else 0.0,
        "findings": round(2 * right / total, 4) if total else 0.0,
    }


def _f1(pairs: Mapping[tuple[str, str], int], label: str, places: int | None = 4) -> float:
    total = sum(count * ((gold == label) + (given == label)) for (gold, given), count in pairs.items())
    score = 2 * pairs.get((label, label), 0) / total if total else 0.0
    return score if places is None else round(score, places)
