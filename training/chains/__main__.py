"""Makes the chain model: prints five folds, then fits on all stories and writes the weights.

    python -m training.chains GOLD.jsonl --cache FOLDER [--out src/sayso/models/en/chains.json]

Stories of one event stay in one fold.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from sayso.bench import chain_score
from sayso.sourcing._choice import ChainModel, choose

from ..certainty.data import folds
from .data import Sentence, load
from .fit import fit

VERSION = "chains-en-1"


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path, required=True, help="keeps what the reader finds")
    parser.add_argument("--out", type=Path)
    wanted = parser.parse_args()
    data = load(wanted.gold, wanted.cache)
    possible = [
        one
        for _, sentences in data
        for one in sentences
        if any(one.chains[n] for n in range(len(one.chains)))
    ]
    print(f"{len(data)} stories, {sum(len(s) for _, s in data)} sentences, {len(possible)} with a choice")
    fold_of = folds([row for row, _ in data])
    predicted: dict[str, Any] = {}
    for fold in range(5):
        model = fit((s for n, (_, ss) in enumerate(data) if fold_of[n] != fold for s in ss), VERSION)
        for n, (row, sentences) in enumerate(data):
            if fold_of[n] == fold:
                predicted[row["id"]] = {"sentences": _chosen(sentences, model)}
    print(json.dumps(chain_score.score({row["id"]: row for row, _ in data}, predicted), indent=1))
    if wanted.out:
        model = fit((s for _, ss in data for s in ss), VERSION)
        lines = ",\n".join(
            f"{json.dumps(k, ensure_ascii=False)}: {v}" for k, v in sorted(model.weights.items())
        )
        wanted.out.write_text(f'{{"version": "{VERSION}",\n"weights": {{\n{lines}\n}}}}\n', "utf8")
        print(f"wrote {wanted.out}, {len(model.weights)} signs")


def _chosen(sentences: list[Sentence], model: ChainModel) -> dict[str, Any]:
    out = {}
    for one in sentences:
        option, _ = choose(one.options, model)
        if option.chain:
            out[one.number] = {"chain": one.chains[one.options.index(option)], "certainty": "asserted"}
    return out


if __name__ == "__main__":
    main()
