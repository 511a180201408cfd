"""Chooses how the network's numbers are read on the scale, and writes the settings.

    python -m training.factuality.scale OUT.json RUN ... --version en-1

Each RUN was fitted with a fold held back. Annotators of UW averaged their answers (a sure event has 2.4 to
3), those of MEANTIME agreed on one (it has 3). The network learns both and lands between; above a point
its numbers are stretched to the end of the scale, by what errs least on both, each counting half.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .train import TOP, figures

CORPORA = ("uw", "meantime")
#: A stretch over less would be a step, and "claimed" and "confirmed" would come out alike.
NARROWEST = 0.5
Floats = NDArray[np.float32]


def held(runs: Sequence[Path]) -> dict[str, tuple[Floats, Floats]]:
    """Scores and labels of what the runs held back, by corpus."""
    kept = [np.load(run / "held.npz") for run in runs]
    return {
        name: (
            np.concatenate([k[f"{name} alone got"] for k in kept]),
            np.concatenate([k[f"{name} alone wanted"] for k in kept]),
        )
        for name in CORPORA
    }


def choose(scores: dict[str, tuple[Floats, Floats]]) -> tuple[list[float], list[float]]:
    """Points of the scale: as it is up to one, then straight to its end at another."""

    def error(points: tuple[list[float], list[float]]) -> float:
        errors = [np.abs(np.interp(got, *points) - wanted).mean() for got, wanted in scores.values()]
        return float(np.mean(errors))

    tried = [
        ([-TOP, begin, end, TOP + 0.5], [-TOP, begin, TOP, TOP])
        for begin, end in product(np.arange(1.0, 2.8, 0.25).tolist(), np.arange(2.0, 3.01, 0.25).tolist())
        if begin + NARROWEST <= end
    ]
    return min(tried, key=error)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--version", default="en-1")
    a = parser.parse_args()
    scores = held(a.runs)
    points = choose(scores)
    for name, (got, wanted) in scores.items():
        print(name, "as given out", json.dumps(figures(got, wanted)))
        print(name, "on the scale", json.dumps(figures(np.interp(got, *points).astype(np.float32), wanted)))
    a.out.write_text(json.dumps({"version": a.version, "scale": points}) + "\n")


if __name__ == "__main__":
    main()
