"""A story goes to JSON and back unchanged; what is not filled yet is absent."""

from __future__ import annotations

import pytest

from sayso import Block, Story
from sayso.errors import DocumentError
from sayso.story import SCHEMA, Attribution, DateCandidate, Input


def a_story(**more: object) -> Story:
    text = "The quay is shut, Olena Brask said."
    return Story(
        id="quay",
        text=text,
        input=Input("stdin", "-", "0" * 64),
        blocks=(Block(0, len(text), "body"),),
        dates=(DateCandidate("2031-04-02", "meta", None, True, "the page says when it was published"),),
        **more,  # type: ignore[arg-type]
    )


def test_to_json_and_back() -> None:
    said = Attribution("a1", 0, ((19, 30),), ((31, 35),), ((0, 16),), "indirect", 0.9, "the reader's model")
    story = a_story(attributions=(said,))
    document = story.to_dict()
    assert document["schema"] == SCHEMA
    assert document["dates"][0]["from"] == "meta"
    assert Story.from_dict(document) == story
    assert story.words_of(said.content) == "The quay is shut"


def test_what_no_step_has_filled_is_absent() -> None:
    document = a_story().to_dict()
    assert "attributions" not in document
    assert "made_by" not in document


def test_fields_of_a_newer_version_are_ignored() -> None:
    document = {**a_story().to_dict(), "a_field_of_tomorrow": []}
    assert Story.from_dict(document) == a_story()


@pytest.mark.parametrize("change", [{"schema": "other/1"}, {"blocks": [{"start": "x"}]}, {"text": 5}])
def test_another_document_is_refused_with_a_reason(change: dict[str, object]) -> None:
    with pytest.raises(DocumentError, match="sayso/story/1"):
        Story.from_dict({**a_story().to_dict(), **change})
