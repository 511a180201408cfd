"""The measured bar: bodies of real pages, on the page benchmark beside the project."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.intake._bytes import decode
from sayso.intake._html import page_from_html

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages"


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


@pytest.mark.shared
@pytest.mark.slow
def test_bodies_of_real_pages() -> None:
    gold = [json.loads(line) for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    scores = []
    begin = time.process_time()
    for row in gold:
        data = gzip.decompress((PAGES / "html" / f"{row['id']}.html.gz").read_bytes())
        try:
            page = page_from_html(decode(data).text, row["url"])
        except SaysoError:
            scores.append((0.0, 0.0))
            continue
        body = "\n".join(page.text[b.start : b.end] for b in page.blocks if b.role == "body")
        want, got = shingles(row["articleBody"]), shingles(body)
        hits = sum((want & got).values())
        scores.append((hits / max(1, sum(got.values())), hits / max(1, sum(want.values()))))
    seconds = time.process_time() - begin
    for part in (scores, scores[::2], scores[1::2]):  # both halves, so that no rule serves one of them
        precision = sum(p for p, _ in part) / len(part)
        recall = sum(r for _, r in part) / len(part)
        assert 2 * precision * recall / (precision + recall) >= 0.968
    assert len(gold) / seconds >= 5  # an idle machine reads 35; only a runaway is to be caught
