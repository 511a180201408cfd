"""Long texts read with the windows somewhere else give the same attributions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso import Record, Story
from sayso.bench import task
from sayso.intake import take_in
from sayso.reading import find_attributions

STORIES = Path(__file__).parents[3] / "shared" / "data" / "fnc" / "stories.jsonl"
SHIFTS = (0, 137)


def spans(story: Story) -> list[dict[str, object]]:
    assert isinstance(story.attributions, tuple)
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in story.attributions]


@pytest.mark.shared
@pytest.mark.slow
def test_ten_long_texts_with_two_window_offsets() -> None:
    rows = [json.loads(line) for line in STORIES.read_text("utf8").splitlines()]
    longest = sorted(rows, key=lambda row: -len(row["text"]))[:10]
    readings = [
        {
            row["id"]: {
                "text": row["text"],
                "attributions": spans(find_attributions(take_in(Record(text=row["text"])), shift=shift)),
            }
            for row in longest
        }
        for shift in SHIFTS
    ]
    scores = task("attribution").score(*readings)
    assert scores["gold"] > 500
    assert scores["found"]["f1"] >= 0.97
