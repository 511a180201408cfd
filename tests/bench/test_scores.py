"""The scores in the package are those of the reference scorers, and see what they should see."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.bench import calibration, calibration_error, task

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "The quay is shut, Olena Brask said. The harbour board believes that it will open soon."


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


GOLD = {
    "s": {
        "text": TEXT,
        "attributions": [
            {"source": spans("Olena Brask"), "cue": spans("said"), "content": spans("The quay is shut")},
            {
                "source": spans("The harbour board"),
                "cue": spans("believes"),
                "content": spans("that it will open soon"),
            },
        ],
    }
}


def test_attribution_found_who_and_exact_differ() -> None:
    right, wrong_source = (dict(a) for a in GOLD["s"]["attributions"])
    wrong_source["source"] = spans("Olena Brask")
    scores = task("attribution").score(GOLD, {"s": {"attributions": [right, wrong_source]}})
    assert [scores[m]["f1"] for m in ("found", "who", "exact")] == [1.0, 0.5, 0.5]


def test_confidence_is_measured_against_who() -> None:
    guesses = [dict(a, confidence=c) for a, c in zip(GOLD["s"]["attributions"], (0.95, 0.95), strict=True)]
    guesses[1]["source"] = []
    (only,) = calibration(GOLD, {"s": {"attributions": guesses}})
    assert only.size == 2
    assert only.right == 0.5
    assert calibration_error(GOLD, {"s": {"attributions": guesses}}) == pytest.approx(0.45)


def test_line_roles_count_alt_as_caption_and_skip_lines_without_words() -> None:
    gold = {"p": {"lines": ["Menu", "—", "A ferry"], "roles": ["furniture", "furniture", "caption"]}}
    scores = task("blocks").score(gold, {"p": {"roles": ["furniture", "body", "alt"]}})
    assert scores["lines"] == 2
    assert scores["accuracy"] == 1.0


def reference(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / "data" / path).read_text("utf8").splitlines()]


@pytest.mark.shared
def test_attribution_scores_equal_the_reference() -> None:
    rng = random.Random(5)
    gold = {row["id"]: row for row in rows("polnear/dev.jsonl")[:12]}
    predicted = {}
    for key, row in gold.items():
        kept = [dict(a) for a in row["attributions"] if rng.random() < 0.8]
        for a in kept:
            a["content"] = [[s, e - rng.choice((0, 0, 9))] for s, e in a["content"]]
            a["source"] = [] if rng.random() < 0.2 else a["source"]
        predicted[key] = {"id": key, "attributions": kept}
    theirs = reference("attribution_score").score(gold, predicted)
    assert task("attribution").score(gold, predicted) == theirs


@pytest.mark.shared
def test_page_scores_equal_the_reference() -> None:
    rng = random.Random(5)
    other = reference("other_scores")
    pages = rows("pages/gold.jsonl")
    texts = [{"id": r["id"], "text": r["page_text"][: rng.randrange(9000)]} for r in pages]
    mine = task("cleaning").score({r["id"]: r for r in pages}, {r["id"]: r for r in texts})
    assert mine == other.cleaning(pages, texts)
    lines = rows("blocks/dev.jsonl")
    guesses = []
    for r in lines:
        roles = [role if rng.random() < 0.7 else rng.choice(["body", "alt"]) for role in r["roles"]]
        guesses.append({"id": r["id"], "roles": roles})
    mine = task("blocks").score({r["id"]: r for r in lines}, {r["id"]: r for r in guesses})
    assert mine == other.blocks(lines, guesses)
