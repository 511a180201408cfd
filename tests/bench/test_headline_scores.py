"""The tasks `headline` and `stance`: scores as the reference scorer gives them, rows without an id."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.bench import load, predict, task
from sayso.errors import DocumentError

SHARED = Path(__file__).parents[3] / "shared"
VERDICTS = ["supported", "overstated", "contradicted", "unsupported"]
KINDS = ["attribution_dropped", "hedge_dropped", "detail_absent"]
TEXT = (
    "A ferry ran aground off Corran on Monday morning.\nLifeboats brought all passengers ashore in an hour. "
    "The harbour master closed the channel until Tuesday, when the tide is expected to lift the ferry."
)


def pair(headline: str, **more: Any) -> dict[str, Any]:
    return {"headline": headline, "story": "s", **more}


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    return path


def test_verdicts_are_predicted_for_rows_without_an_id(tmp_path: Path) -> None:
    gold = write(
        tmp_path / "gold.jsonl",
        [
            pair("Ferry runs aground off Corran", text=TEXT, verdict="supported", findings=[], evidence=""),
            pair("Astronomers weigh moon", text=TEXT, verdict="unsupported", findings=[], evidence=""),
        ],
    )
    rows = load(gold)
    predicted = predict(task("headline"), rows.values(), tmp_path)
    assert [row["verdict"] for row in predicted.values()] == ["supported", "unsupported"]
    assert task("headline").score(rows, predicted)["accuracy"] == 1.0


def test_the_command_reads_the_stories_that_stance_names(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", [pair("Ferry runs aground off Corran", stance="agree")] * 2)
    stories = write(tmp_path / "stories.jsonl", [{"id": "s", "text": TEXT}])
    run = partial(subprocess.run, capture_output=True, text=True, cwd=tmp_path, timeout=400)
    command = [sys.executable, "-m", "sayso", "bench", "stance", str(gold)]
    scored = run([*command, "--stories", str(stories)])
    assert scored.returncode == 0, scored.stderr
    scores = json.loads(scored.stdout.splitlines()[-1])
    assert scores == {"pairs": 2, "agree": 1.0, "disagree": 0.0, "discuss": 0.0, "macro_f1": 0.3333}
    refused = run(command)
    assert refused.returncode == 2
    assert "--stories" in refused.stderr


def test_a_story_that_is_not_in_the_file_is_an_error(tmp_path: Path) -> None:
    chosen = task("stance", stories={"1": {"id": "other", "text": TEXT}})
    with pytest.raises(DocumentError, match="no s"):
        predict(chosen, [pair("Ferry", stance="agree")], tmp_path)


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("other_scores", SHARED / "bench" / "other_scores.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_scores_equal_the_reference(tmp_path: Path) -> None:
    rng = random.Random(5)
    for name, path in (("stance", "fnc/headline-stance.dev.jsonl"), ("headline", "headlines/dev.jsonl")):
        rows = [json.loads(line) for line in (SHARED / "data" / path).read_text("utf8").splitlines()]
        rows = [dict(row, unsettled=True) if rng.random() < 0.1 else row for row in rows]
        guesses = [
            {
                "headline": row["headline"],
                "story": row["story"],
                "stance": rng.choice(["agree", "disagree", "discuss", row.get("stance")]),
                "verdict": rng.choice([*VERDICTS, row.get("verdict")]),
                "findings": rng.sample(KINDS, rng.randrange(3)),
            }
            for row in rows
            if rng.random() < 0.9
        ]
        mine = task(name).score(
            load(write(tmp_path / "gold.jsonl", rows)), load(write(tmp_path / "guesses.jsonl", guesses))
        )
        assert mine == getattr(reference(), name)(rows, guesses)
