"""Sentences with annotated chains, and the options that sayso has for each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from sayso import pipeline
from sayso.bench import chain_score as scorer
from sayso.intake import Record
from sayso.sourcing._options import Option, Options, Scene
from sayso.sourcing._scene import scene_of
from sayso.story import Story

#: Chains of more stories, by id and places in their text, which is not ours to copy.
ANNOTATIONS = Path(__file__).parent / "annotations.jsonl"
#: A sentence of which only the origin is among the options counts this much: the rest of it teaches nothing.
ONLY_ORIGIN = 0.5

Chain = list[dict[str, str]]


@dataclass(slots=True)
class Sentence:
    """The options of a sentence, their chains as names, which are right, how much it counts (0: none is)."""

    number: str
    options: list[Option]
    chains: list[Chain]
    right: list[bool]
    weight: float


@dataclass(slots=True)
class Annotated:
    """A gold row with what sayso makes of the story: its scene, and each sentence's options."""

    row: dict[str, Any]
    scene: Scene
    sentences: list[Sentence]


def rows_of(gold: Path, stories: Path | None = None) -> list[dict[str, Any]]:
    """The rows of a gold file and, with the file of `stories`, those annotated for this project."""
    rows = _lines(gold)
    if stories is not None:
        texts = {row["id"]: row["text"] for row in _lines(stories)}
        rows += [_with_names({**row, "text": texts[row["id"]]}) for row in _lines(ANNOTATIONS)]
    return rows


def _with_names(row: dict[str, Any]) -> dict[str, Any]:
    """Puts in the holders' names, which the file gives as places in the text; no place: `unattributed`."""
    for entry in row["sentences"].values():
        for chain in (entry["chain"], *entry.get("also", ())):
            for holder in chain:
                words = [" ".join(row["text"][low:high].split()) for low, high in holder.pop("spans")]
                holder["name"] = " and ".join(words) or "unattributed"
    return row


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def load(rows: list[dict[str, Any]], cache: Path) -> list[Annotated]:
    """Every row with what sayso makes of it. What the reader finds is kept in `cache`, a folder."""
    cache.mkdir(parents=True, exist_ok=True)
    return [_annotated(row, _story(row, cache)) for row in rows]


def _story(row: dict[str, Any], cache: Path) -> Story:
    place = cache / f"{row['id']}.json"
    if place.exists():
        return Story.from_dict(json.loads(place.read_text("utf8")))
    story = pipeline.read(Record(text=row["text"]), any_language=True, until="reading")
    place.write_bytes(msgspec.json.encode(story.to_dict()))
    return story


def _annotated(row: dict[str, Any], story: Story) -> Annotated:
    spans = [(start, end) for start, end in row["sentence_spans"]]
    scene = scene_of(story, spans)
    options = Options(scene)
    unsettled = {str(k) for k in row.get("unsettled", ())}
    made = []
    for number in range(len(spans)):
        listed = options.of(number)
        chains = [[scene.named(link.entity) for link in option.chain] for option in listed]
        right, weight = _judge(row["sentences"].get(str(number), {}), chains)
        made.append(Sentence(str(number), listed, chains, right, 0.0 if str(number) in unsettled else weight))
    return Annotated(row, scene, made)


def _judge(gold: dict[str, Any], chains: list[Chain]) -> tuple[list[bool], float]:
    main = gold.get("chain") or []
    if not main:
        return [not chain for chain in chains], 1.0
    right = [bool(chain) and scorer.same_chain(main, chain) for chain in chains]
    if any(right):
        return right, 1.0
    origins = [chain[-1]["name"] for chain in scorer.chains(gold)]
    right = [bool(chain) and any(scorer.same(o, chain[-1]["name"]) for o in origins) for chain in chains]
    return right, ONLY_ORIGIN if any(right) else 0.0
