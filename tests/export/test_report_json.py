"""JSON comes out as the contract says: an object, an array, or one object a line."""

from __future__ import annotations

import json

from report_stories import harbour, story_of

import sayso.export
from sayso.export import to_json
from sayso.story import Story


def test_one_story_is_an_object() -> None:
    document = json.loads(to_json([harbour()], "json"))
    assert document["schema"] == "sayso/story/1"
    assert Story.from_dict(document) == harbour()


def test_several_are_an_array() -> None:
    assert len(json.loads(to_json([harbour(), story_of("a")], "json"))) == 2
    assert len(json.loads(to_json([harbour()], "json", several=True))) == 1
    assert json.loads(to_json([], "json")) == []


def test_lines() -> None:
    lines = to_json([story_of("a\nb\u2028c"), harbour()], "jsonl").split("\n")
    assert lines[-1] == ""
    assert [json.loads(line)["text"] for line in lines[:-1]] == ["a\nb\u2028c", harbour().text]
    assert to_json([], "jsonl") == ""


def test_the_door_is_sorted_and_complete() -> None:
    assert sayso.export.__all__ == sorted(sayso.export.__all__)
    assert all(hasattr(sayso.export, name) for name in sayso.export.__all__)
