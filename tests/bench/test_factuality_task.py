"""Tokens are read as printed text, labels are not looked at, and the score is the reference's."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_scores import reference, rows

from sayso.bench import task
from sayso.bench._untokenise import untokenise
from sayso.errors import DocumentError

HERE = Path()
ROW: dict[str, Any] = {
    "idx": 4,
    "text": "`` The ferry did n't sink , '' Olena Brask said , but the quay collapsed .",
    "targets": [{"span1": [5, 6], "label": 3.0}, {"span1": [14, 15], "label": -3.0}],
}


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("`` We ca n't wait , '' she said .", '"We can\'t wait," she said.'),
        ("He said \" no \" and \" never \" .", 'He said "no" and "never".'),
        ("said : ' ' It sank . ''", 'said: "It sank."'),
        ("The ferry 's crew -LRB- six -RRB- got $ 5 or 4 % .", "The ferry's crew (six) got $5 or 4%."),
        ("Cuban - Americans _ all of them", "Cuban-Americans — all of them"),
    ],
)  # fmt: skip
def test_tokens_become_text(tokens: str, text: str) -> None:
    assert untokenise(tokens.split(" "))[0] == text


@given(st.lists(st.sampled_from(["``", "''", '"', "'", "-", ",", "(", "the", "n't", "", "é", "_"])))
def test_every_token_keeps_its_place(tokens: list[str]) -> None:
    text, spans = untokenise(tokens)
    assert len(spans) == len(tokens)
    assert all(0 <= s <= e <= len(text) for s, e in spans)
    assert spans == sorted(spans)
    for token, (start, end) in zip(tokens, spans, strict=True):
        if token.isalpha():
            assert text[start:end] == token


def test_labels_are_not_looked_at() -> None:
    chosen = task("factuality")
    found = chosen.predict(ROW, HERE)
    without = {**ROW, "targets": [{"span1": target["span1"]} for target in ROW["targets"]]}
    assert chosen.predict(without, HERE) == found
    sank, collapsed = (target["label"] for target in found["targets"])
    assert sank < 0 < collapsed


def test_a_target_outside_the_sentence_is_an_error_of_ours() -> None:
    with pytest.raises(DocumentError, match="token 99"):
        task("factuality").predict({**ROW, "targets": [{"span1": [99, 100]}]}, HERE)


def test_a_target_without_prediction_counts_as_unknown() -> None:
    gold = {"1": ROW}
    right = {"1": {**ROW, "targets": ROW["targets"][:1]}}
    assert task("factuality").score(gold, gold) == {"events": 2, "mae": 0.0, "pearson": 1.0}
    assert task("factuality").score(gold, right)["mae"] == 1.5


@pytest.mark.shared
def test_factuality_scores_equal_the_reference() -> None:
    rng = random.Random(5)
    gold = rows("factuality/meantime.dev.jsonl")
    guesses = json.loads(json.dumps(gold))
    for row in guesses:
        row["targets"] = [t for t in row["targets"] if rng.random() < 0.9]
        for target in row["targets"]:
            target["label"] = round(rng.uniform(-3, 3), 2)
    mine = task("factuality").score(dict(enumerate(gold)), dict(enumerate(guesses)))
    assert mine == reference("other_scores").factuality(gold, guesses)
