"""Makes the chain model: prints five folds, then fits on all stories and writes the weights.

    python -m training.chains GOLD.jsonl --stories STORIES.jsonl --cache FOLDER [--out .../en/chains.json]

Beside the gold file it learns from `annotations.jsonl`: 620 more stories, annotated for this project after
the same guidelines; their text is looked up by id in STORIES. Stories of one event stay in one fold.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from sayso.bench import chain_score
from sayso.sourcing._choice import ChainModel
from sayso.sourcing._options import Options
from sayso.sourcing._told import told_by_sentence

from ..certainty.data import folds
from .data import Annotated, load, rows_of
from .fit import fit

VERSION = "chains-en-2"


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--stories", type=Path, help="the text of the stories in annotations.jsonl")
    parser.add_argument("--cache", type=Path, required=True, help="keeps what the reader finds")
    parser.add_argument("--out", type=Path)
    wanted = parser.parse_args()
    data = load(rows_of(wanted.gold, wanted.stories), wanted.cache)
    _print_possible(data)
    fold_of = folds([story.row for story in data])
    predicted: dict[str, Any] = {}
    for fold in range(5):
        model = fit((s for n, st in enumerate(data) if fold_of[n] != fold for s in st.sentences), VERSION)
        for n, story in enumerate(data):
            if fold_of[n] == fold:
                predicted[story.row["id"]] = {"sentences": _told(story, model)}
    print(json.dumps(chain_score.score({story.row["id"]: story.row for story in data}, predicted)))
    if wanted.out:
        model = fit((s for story in data for s in story.sentences), VERSION)
        lines = ",\n".join(
            f"{json.dumps(k, ensure_ascii=False)}: {v}" for k, v in sorted(model.weights.items())
        )
        wanted.out.write_text(f'{{"version": "{VERSION}",\n"weights": {{\n{lines}\n}}}}\n', "utf8")
        print(f"wrote {wanted.out}, {len(model.weights)} signs")


def _told(story: Annotated, model: ChainModel) -> dict[str, Any]:
    """What the shipped code makes of the sentences with a model; certainty is another model's business."""
    named = story.scene.named
    return {
        str(number): {
            "chain": [named(link.entity) for link in one.chain],
            "also": [[named(link.entity) for link in chain] for chain in one.also],
            "certainty": "asserted",
        }
        for number, one in told_by_sentence(story.scene, Options(story.scene), model).items()
    }


def _print_possible(data: list[Annotated]) -> None:
    """How many annotated chains are among the options at all: the most that any choice can reach."""
    gold = [
        one
        for story in data
        for one in story.sentences
        if story.row["sentences"].get(one.number, {}).get("chain")
    ]
    whole, origin = sum(one.weight == 1 for one in gold), sum(one.weight > 0 for one in gold)
    print(f"{len(gold)} sentences with a chain: the whole is an option in {whole}, its origin in {origin}")


if __name__ == "__main__":
    main()
