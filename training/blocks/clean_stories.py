"""How much of clean stories the line model keeps as body; they hold no furniture, so all should be.

    python training/blocks/clean_stories.py ../shared/data [MODEL.npz]

Prints, for PolNeAR's dev stories in several layouts and for other real stories, the share of characters
that are body (without the title, where there is one), and in how many stories the title is the headline.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from corpus import polnear, read_jsonl

from sayso.intake._line_model import LineModel, load, read
from sayso.intake._lines import describe, split_lines

LAYOUTS: dict[str, Callable[[list[str], Random], str]] = {
    "blank lines": lambda parts, rng: "\n\n".join(parts),
    "no blank lines": lambda parts, rng: "\n".join(parts),
    "wrapped at 72": lambda parts, rng: "\n\n".join(textwrap.fill(p, 72) for p in parts),
    "wrapped at 72, no blank lines": lambda parts, rng: "\n".join(textwrap.fill(p, 72) for p in parts),
    "short lines without full stop": lambda parts, rng: "\n\n".join(
        p.rstrip(".") if len(p) < 80 else p for p in parts
    ),
    "one line": lambda parts, rng: " ".join(parts),
    "one paragraph": lambda parts, rng: rng.choice(parts),
    "one sentence": lambda parts, rng: rng.choice(re.split(r"(?<=[.!?])\s+", rng.choice(parts))),
    "first two paragraphs": lambda parts, rng: "\n\n".join(parts[:2]),
}


def measure(model: LineModel, texts: list[str]) -> tuple[float, dict[str, int]]:
    """The share of characters in body lines, and characters by other role."""
    sizes: Counter[str] = Counter()
    for text in texts:
        lines = split_lines(text)
        for line, role in zip(lines, model.roles(describe(lines)), strict=True):
            sizes[role] += line.end - line.start
    whole = sum(sizes.values())
    return sizes.pop("body", 0) / whole, dict(sizes)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("model", type=Path, nargs="?")
    options = parser.parse_args()
    model = read(options.model.read_bytes()) if options.model else load()
    stories = polnear(options.shared / "polnear" / "dev.jsonl")
    kept = whole = titled = 0
    for story in stories:
        lines = split_lines(story.text())
        roles = model.roles(describe(lines))
        is_title = [row.role == "headline" for row in story.rows]
        titled += is_title == [role == "headline" for role in roles]
        for row, role in zip(story.rows, roles, strict=True):
            if row.role == "body":
                whole += len(row.text)
                kept += len(row.text) * (role == "body")
    print(f"polnear dev as it is: body {kept / whole:.4f}, title right in {titled} of {len(stories)}")
    bodies = [[row.text for row in story.rows if row.role == "body"] for story in stories]
    for name, layout in LAYOUTS.items():
        share, lost = measure(model, [layout(parts, Random(i)) for i, parts in enumerate(bodies)])
        print(f"polnear dev, no title, {name}: {share:.4f} {lost or ''}")
    for name in ("fnc/same-story.dev", "chains/dev", "headlines/dev"):
        texts = [row["text"] for row in read_jsonl(options.shared / f"{name}.jsonl")]
        share, lost = measure(model, texts)
        print(f"{name} (as it is; some hold captions and bylines): {share:.4f} {lost or ''}")


if __name__ == "__main__":
    main()
