"""The whole training set: real pages, plain stories, and pages made of both; deterministic in the seed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from corpus import Document, pages, polnear, untitled
from furnish import Stock, cropped, furnish
from layout import plain
from network import Example, example

HERE = Path(__file__).parent
#: Variants of every real page, with the weight of its lines.
CROPS, PAGE_WEIGHT = 4, 2.0
FURNISHED = 2300


@dataclass
class Data:
    """Real pages as they are, and everything to train on."""

    pages: list[Document]
    examples: list[Example]


def load(shared: Path, seed: int = 1) -> Data:
    """Read the corpora and make the training examples."""
    rng = Random(seed)
    real = pages(shared, HERE / "roles.jsonl")
    titled = polnear(shared / "polnear" / "train.jsonl")
    bare = untitled(shared / "fnc" / "stories.jsonl")
    rng.shuffle(bare)
    bare = bare[:900]
    on_pages = frozenset().union(*(page.sites for page in real))
    titles = [d.rows[0].text.rstrip(". ") for d in titled if not d.sites & on_pages]
    others = [row for story in bare[:300] for row in story.rows if len(row.text) > 60]
    stock = Stock(real, titles, others)
    out: list[Example] = []
    for page in real:
        weight = PAGE_WEIGHT if page.english else PAGE_WEIGHT * 0.6
        out.append(example(page, weight))
        out.extend(example(cropped(page, stock, rng), weight) for _ in range(CROPS - 1))
    for number, story in enumerate(titled):
        out.append(example(story, 1.0))
        if number % 2:
            out.append(example(plain(story, rng), 1.0))
    out.extend(example(plain(story, rng), 1.0) for story in bare)
    for _ in range(FURNISHED):
        story = rng.choice(titled if rng.random() < 0.6 else bare)
        out.append(example(furnish(story, stock, rng), 1.0))
    return Data(real, out)
