"""Event factuality: predictions for sentences of tokens with targets, and the score."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import DocumentError
from ..story import Block, Input, Story
from ..weighing import scores_at
from ._untokenise import untokenise

Row = dict[str, Any]


def predict(row: Row, folder: Path) -> Row:
    """The targets with the score of the word at which each begins. Of a target only `span1` is looked at."""
    text, spans = untokenise(row["text"].split(" "))
    places = []
    for target in row["targets"]:
        first = target["span1"][0]
        if not 0 <= first < len(spans):
            raise DocumentError(f"row {row['idx']} has a target at token {first}, of {len(spans)}")
        places.append(spans[first])
    whole = (0, len(text))
    story = Story(
        id=str(row["idx"]),
        text=text,
        input=Input(kind="text", ref="", sha256=""),
        blocks=(Block(*whole, "body"),),
    )
    found = scores_at(story, [whole], places)
    return {
        "idx": row["idx"],
        "text": row["text"],
        "targets": [
            {"span1": target["span1"], "label": round(score, 3)}
            for target, score in zip(row["targets"], found, strict=True)
        ],
    }


def score(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """Mean absolute error and Pearson's r over all targets; one that was not predicted counts as 0."""
    mine = {
        (row["idx"], tuple(target["span1"])): target["label"]
        for row in predicted.values()
        for target in row["targets"]
    }
    pairs = [
        (target["label"], mine.get((row["idx"], tuple(target["span1"])), 0.0))
        for row in gold.values()
        for target in row["targets"]
    ]
    if not pairs:
        return {"events": 0, "mae": 0.0, "pearson": 0.0}
    size = len(pairs)
    mean_a, mean_b = sum(a for a, _ in pairs) / size, sum(b for _, b in pairs) / size
    together = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    spread = sum((a - mean_a) ** 2 for a, _ in pairs) * sum((b - mean_b) ** 2 for _, b in pairs)
    return {
        "events": size,
        "mae": round(sum(abs(a - b) for a, b in pairs) / size, 4),
        "pearson": round(together / spread**0.5, 4) if spread else 0.0,
    }
