"""Plain text from the corpora beside the project: the example story, and clean stories staying whole."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.intake._plain import page_from_text

DATA = Path(__file__).parents[3] / "shared" / "data"

pytestmark = pytest.mark.shared


def stories() -> Iterator[str]:
    with (DATA / "polnear" / "dev.jsonl").open(encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def share_of_body(texts: list[str]) -> float:
    """Characters in body blocks, of all that are no white space at a block's edge."""
    body = whole = 0
    for text in texts:
        for block in page_from_text(text).blocks:
            whole += block.end - block.start
            body += (block.end - block.start) * (block.role == "body")
    return body / whole


def test_the_example_story() -> None:
    page = page_from_text((DATA / "seed" / "story.txt").read_text(encoding="utf8"))
    assert [block.role for block in page.blocks] == [
        "furniture", "headline", "dateline", "standfirst", "alt", "caption", "body", "alt", "caption", "body",
        "alt", "caption", "body",
    ]  # fmt: skip
    assert page.outlet is not None
    assert [(date.value, date.chosen) for date in page.dates] == [("-P2D", True)]


def test_clean_stories_stay_whole() -> None:
    kept: list[int] = []
    titled = 0
    for text in stories():
        page = page_from_text(text)
        first = page.blocks[0]
        titled += first.role == "headline"
        rest = page.blocks[1:] if first.role == "headline" else page.blocks
        size = sum(block.end - block.start for block in rest)
        kept.append(sum(block.end - block.start for block in rest if block.role == "body") * 10_000 // size)
    assert sum(kept) / len(kept) >= 9970
    assert titled >= 80


@pytest.mark.parametrize("width", [0, 72])
def test_clean_stories_without_a_title_stay_whole(width: int) -> None:
    texts = []
    for text in stories():
        paragraphs = text.split("\n\n")[1:]
        texts.append("\n\n".join(textwrap.fill(p, width) if width else p for p in paragraphs))
    assert share_of_body(texts) >= 0.995
