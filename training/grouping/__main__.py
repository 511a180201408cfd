"""Count in how many news stories each word stands: `sayso/ledger/term_stories.tsv`.

    python -m training.grouping ../shared/data

Reads fnc/stories.jsonl, whose stories are not among those that grouping is measured on; a text that stands
there twice counts once. Words of a single story are left out: grouping takes every word that is not listed
for as rare as that. The table holds words and counts, nothing of the stories themselves. Two seconds.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from sayso.ledger._groups_terms import word_counts

TARGET = Path(__file__).parents[2] / "src" / "sayso" / "ledger" / "term_stories.tsv"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        prog="python -m training.grouping",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    measured = {row["text"] for row in rows(options.shared / "fnc" / "same-story.dev.jsonl")}
    texts = {row["text"] for row in rows(options.shared / "fnc" / "stories.jsonl")} - measured
    stories: Counter[str] = Counter()
    for text in texts:
        stories.update(word_counts(text).keys())
    lines = [f"{word}\t{count}" for word, count in sorted(stories.items()) if count > 1]
    options.out.write_text("\n".join([f"(stories)\t{len(texts)}", *lines]) + "\n", "utf8")
    print(f"{options.out}: {len(lines)} words of {len(texts)} stories")


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
