"""Shows that reading time grows linearly with length; writes the plot in docs/quality.md.

    python benchmarks/scaling.py [--plot docs/scaling.svg]

Texts are made by repeating `examples/plain-story.txt`, once in paragraphs and once as a single line.
Each size is read in this process with one thread; CPU time, the best of two.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

import sayso

WORD = re.compile(r"\w+")
STORY = Path(__file__).parents[1] / "examples" / "plain-story.txt"
TIMES = (2, 4, 8, 16, 32, 64)


def cpu_seconds(text: str) -> float:
    """CPU time of reading a text, the better of two runs."""
    took = []
    for _ in range(2):
        began = time.process_time()
        sayso.read(sayso.Record(text=text))
        took.append(time.process_time() - began)
    return min(took)


def measure() -> dict[str, list[tuple[int, float]]]:
    """Words and seconds, for each form of the text."""
    story = STORY.read_text("utf8").strip()
    sayso.read(sayso.Record(text=story))
    forms = {"in paragraphs": (story, "\n\n"), "as one line": (" ".join(story.split()), " ")}
    curves: dict[str, list[tuple[int, float]]] = {}
    for name, (unit, glue) in forms.items():
        curves[name] = []
        for times in TIMES:
            text = glue.join([unit] * times)
            words, seconds = len(WORD.findall(text)), cpu_seconds(text)
            curves[name].append((words, seconds))
            print(
                f"{name:14s} {words:7d} words {seconds:7.2f} s {words / seconds:7.0f} words/CPU-s", flush=True
            )
    return curves


def plot(curves: dict[str, list[tuple[int, float]]], target: Path) -> None:
    """Draws the curves (needs matplotlib)."""
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "sayso"
    figure, axes = pyplot.subplots(figsize=(6, 3.6))
    for name, points in curves.items():
        axes.plot(*zip(*points, strict=True), marker="o", label=name)
    axes.set(xlabel="words", ylabel="CPU seconds of sayso.read", xlim=0, ylim=0)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(target, metadata={"Date": None})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--plot", type=Path)
    a = parser.parse_args()
    curves = measure()
    if a.plot:
        plot(curves, a.plot)


if __name__ == "__main__":
    main()
