"""Headlines, stories and their clusters from the FNC-1 files, the stories as sayso reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso import pipeline
from sayso.intake import Limits, Record
from sayso.story import Story

Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]


def pairs(shared: Path) -> list[Row]:
    """The pairs with a stance and their cluster, without those of headlines/dev."""
    cluster = {row["id"]: row["cluster"] for row in rows_of(shared / "fnc" / "same-story.dev.jsonl")}
    kept_out = {(row["headline"], row["story"]) for row in checked(shared)}
    rows = rows_of(shared / "fnc" / "headline-stance.dev.jsonl")
    return [
        {**row, "cluster": cluster[row["story"]]}
        for row in rows
        if (row["headline"], row["story"]) not in kept_out
    ]


def checked(shared: Path) -> list[Row]:
    """The pairs with a verdict and findings."""
    return rows_of(shared / "headlines" / "dev.jsonl")


def readings(shared: Path, cache: Path) -> dict[str, Story]:
    """The stories of the pairs with their attributions, by id; read once and kept in `cache`."""
    texts = {row["id"]: row["text"] for row in rows_of(shared / "fnc" / "same-story.dev.jsonl")}
    if cache.exists():
        stories = {row["id"]: Story.from_dict(row) for row in rows_of(cache)}
        if all(stories[name].text == text for name, text in texts.items() if name in stories) and set(
            texts
        ) <= set(stories):
            return stories
    stories = {name: _read(name, text) for name, text in texts.items()}
    cache.write_text("".join(story.to_json() + "\n" for story in stories.values()), "utf8")
    return stories


def _read(name: str, text: str) -> Story:
    record = Record(id=name, text=text)
    return pipeline.read(record, any_language=True, limits=Limits(max_text=50_000_000), until="reading")
