"""Measures the confidence on gold stories: calibration, and what `--min-confidence` buys.

sayso bench attribution GOLD --predictions PREDICTIONS
python benchmarks/confidence.py GOLD PREDICTIONS [--plot docs/confidence.svg]
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sayso.bench import Bin, calibration, calibration_error, load, task

LEAST = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def at_least(predicted: dict[str, Any], least: float) -> dict[str, Any]:
    """The predictions that `--min-confidence` would leave."""
    return {
        key: {**row, "attributions": [a for a in row["attributions"] if a["confidence"] >= least]}
        for key, row in predicted.items()
    }


def plot(bins: list[Bin], curve: list[tuple[float, float, float]], target: Path) -> None:
    """Draws the calibration and the trade of recall for precision (needs matplotlib)."""
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "sayso"
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(8, 3.6))
    left.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    left.plot([b.confidence for b in bins], [b.right for b in bins], marker="o")
    for b in bins:
        left.annotate(
            str(b.size), (b.confidence, b.right), textcoords="offset points", xytext=(5, -10), fontsize=7
        )
    left.set(xlabel="confidence", ylabel="share right (who)", xlim=(0, 1), ylim=(0, 1))
    right.plot([c[2] for c in curve], [c[1] for c in curve], marker="o")
    for least, p, r in curve:
        right.annotate(f"{least:.1f}", (r, p), textcoords="offset points", xytext=(5, 2), fontsize=7)
    right.set(xlabel="recall (who)", ylabel="precision (who)", xlim=(0, 1), ylim=(0.6, 1))
    for axes in (left, right):
        axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(target, metadata={"Date": None})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--plot", type=Path)
    a = parser.parse_args()
    gold, predicted = load(a.gold), load(a.predictions)
    bins, curve = calibration(gold, predicted), []
    print("confidence  count  share right")
    for b in bins:
        print(f"{b.confidence:10.3f} {b.size:6d} {b.right:12.3f}")
    print(f"calibration error {calibration_error(gold, predicted):.4f}")
    print("--min-confidence  found P / R / F1      who P / R / F1")
    for least in LEAST:
        scores = task("attribution").score(gold, at_least(predicted, least))
        found, who = scores["found"], scores["who"]
        curve.append((least, who["p"], who["r"]))
        cells = (" / ".join(f"{m[k]:.3f}" for k in ("p", "r", "f1")) for m in (found, who))
        print(f"{least:16.1f}  " + "   ".join(cells))
    if a.plot:
        plot(bins, curve, a.plot)


if __name__ == "__main__":
    main()
