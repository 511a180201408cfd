"""Makes the certainty model: prints five folds, then fits on all stories and writes the weights.

    python -m training.certainty GOLD.jsonl --out src/sayso/models/en/certainty.json

Stories of one event stay in one fold, and each fold's offsets are fitted on the other folds only.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.metrics import classification_report, confusion_matrix

from sayso.weighing._certainty import LEVELS

from .data import folds, load
from .fit import Fitted, decide, fit_offsets, macro, target

VERSION = "certainty-en-1"


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cache", type=Path, help="keeps what the reader finds, to save time")
    wanted = parser.parse_args()
    stories, sentences = load(wanted.gold, wanted.cache)
    fold_of = np.array(folds(stories))[[one.story for one in sentences]]
    odds = np.zeros((len(sentences), len(LEVELS)))
    for fold in range(5):
        inside = np.flatnonzero(fold_of == fold)
        fitted = Fitted([sentences[n] for n in np.flatnonzero(fold_of != fold)])
        odds[inside] = fitted.log_odds([sentences[n] for n in inside])
    chosen = np.zeros(len(sentences), dtype=int)
    for fold in range(5):
        inside, others = np.flatnonzero(fold_of == fold), np.flatnonzero(fold_of != fold)
        offsets = fit_offsets(odds[others], [sentences[n] for n in others])
        chosen[inside] = decide(odds[inside], [sentences[n] for n in inside], offsets)
        marked = [n for n in inside if sentences[n].level]
        print(f"fold {fold}: macro F1 {macro([target(sentences[n]) for n in marked], chosen[marked]):.3f}")
    marked = [n for n, one in enumerate(sentences) if one.level]
    gold = [target(sentences[n]) for n in marked]
    print(classification_report(gold, chosen[marked], target_names=LEVELS, digits=3))
    print(confusion_matrix(gold, chosen[marked]))
    bare = [n for n, one in enumerate(sentences) if not one.level]
    print(f"sentences without annotation called other than asserted: {(chosen[bare] > 0).mean():.3f}")
    print(f"macro F1 over all folds {macro(gold, chosen[marked]):.4f}")
    if wanted.out:
        fitted = Fitted(sentences)
        fitted.offsets = fit_offsets(odds, sentences)
        wanted.out.write_text(_one_sign_a_line(fitted.document(VERSION)), "utf8")
        size = wanted.out.stat().st_size / 1000
        print(f"wrote {wanted.out}, {size:.0f} kB, offsets {fitted.offsets.round(1)}")


def _one_sign_a_line(document: dict) -> str:
    weights = document.pop("weights")
    head = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in document.items())
    lines = (f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in weights.items())
    return "{" + head + ',\n"weights": {\n' + ",\n".join(lines) + "\n}}\n"


if __name__ == "__main__":
    main()
