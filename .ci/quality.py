"""Checks the quality floors in quality.toml; prints every figure; fails when one is under its floor.

    python .ci/quality.py SHARED_DATA READINGS

Each corpus is read once; its predictions are kept in the folder READINGS and reused.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from sayso.bench import calibration_error

LOWER_IS_BETTER = "_at_most"


def main(data: Path, readings: Path) -> int:
    """Number of floors missed."""
    readings.mkdir(parents=True, exist_ok=True)
    floors = tomllib.loads(Path("quality.toml").read_text("utf8"))
    missed = 0
    for name, wanted in floors.items():
        # A task with several gold files has a section for each: "factuality.uw".
        task = wanted.pop("task", name)
        gold = data / wanted.pop("gold")
        pinned = wanted.pop("sha256", None)
        if pinned and hashlib.sha256(gold.read_bytes()).hexdigest() != pinned:
            print(f"{name}: {gold} is not the file that the floors were set on")
            missed += 1
        predictions = readings / f"{name}.jsonl"
        figures = bench(task, gold, predictions)
        if task == "attribution":
            figures["calibration_error"] = calibration_error(rows(gold), rows(predictions))
        for measure, floor in wanted.items():
            key = measure.removesuffix(LOWER_IS_BETTER)
            value = figures[key]["f1"] if isinstance(figures[key], dict) else figures[key]
            low = value > floor if measure.endswith(LOWER_IS_BETTER) else value < floor
            missed += low
            print(f"{name:22s} {measure:28s} {value:.4f}  floor {floor}  {'MISSED' if low else 'ok'}")
    return missed


def bench(task: str, gold: Path, predictions: Path) -> dict[str, Any]:
    """The score of a task, predicting only when no predictions are there yet."""
    option = "--predictions-from" if predictions.exists() else "--predictions"
    command = [sys.executable, "-m", "sayso", "bench", task, str(gold), option, str(predictions)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, Any] = json.loads(out.splitlines()[-1])
    print(f"{task}: {json.dumps(figures)}")
    return figures


def rows(path: Path) -> dict[str, Any]:
    """JSON Lines by id."""
    return {row["id"]: row for row in map(json.loads, path.read_text("utf8").splitlines())}


if __name__ == "__main__":
    sys.exit(min(1, main(Path(sys.argv[1]), Path(sys.argv[2]))))
