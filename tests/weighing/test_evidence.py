"""What a source says it rests on is found; a mere mention is not."""

from __future__ import annotations

import pytest
from figure_stories import attribution
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.story import Attribution
from sayso.weighing._evidence import find_evidence


def evidence(text: str, source: str, cue: str, content: str) -> list[tuple[str, str]]:
    found = find_evidence(text, attribution(text, "a", source=source, cue=cue, content=content))
    return [(item.kind, " … ".join(text[a:b] for a, b in item.spans)) for item in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "Satellite images of the port show that the pier is gone.",
            "Satellite images of the port",
            "show",
            "that the pier is gone",
            [("image", "Satellite images")],
        ),
        (
            "Footage appears to show the pier burning.",
            "Footage",
            "appears to show",
            "the pier burning",
            [("video", "Footage")],
        ),
        (
            "A study by Tarvo University found that eels sleep.",
            "A study by Tarvo University",
            "found",
            "that eels sleep",
            [("data", "A study")],
        ),
        (
            "According to data from the harbour office, 40 ships left.",
            "data from the harbour office",
            "According to",
            "40 ships left",
            [("data", "According to data")],
        ),
        (
            "The pier was sold twice, according to documents seen by the Tarvo Post.",
            "documents seen by the Tarvo Post",
            "according to",
            "The pier was sold twice",
            [("document", "according to documents")],
        ),
        (
            "Ana Brask told the Post in an interview that she was tired.",
            "Ana Brask",
            "told",
            "that she was tired",
            [("interview", "in an interview")],
        ),
        (
            "“We are fine,” the crew wrote on X.",
            "the crew",
            "wrote",
            "“We are fine,”",
            [("post", "on X")],
        ),
        ("Brask tweeted that all was well.", "Brask", "tweeted", "that all was well", [("post", "tweeted")]),
        (
            "In a leaked memo the captain said the ship leaked.",
            "the captain",
            "said",
            "the ship leaked",
            [("document", "In a leaked memo")],
        ),
        (
            "Officials, citing intercepted calls, said the crew had orders.",
            "Officials",
            "said",
            "the crew had orders",
            [("intercept", "citing intercepted calls")],
        ),
        (
            "The minister said DNA tests had confirmed who she was.",
            "The minister",
            "said",
            "DNA tests had confirmed who she was",
            [("test", "DNA tests had confirmed")],
        ),
        (
            "“I saw the mast come down,” the cook said.",
            "the cook",
            "said",
            "“I saw the mast come down,”",
            [("eyewitness", "I saw")],
        ),
        (
            "Witness Olo Venn said it was loud.",
            "Witness Olo Venn",
            "said",
            "it was loud",
            [("eyewitness", "Witness")],
        ),
        (
            "Police said footage from the quay shows two men.",
            "Police",
            "said",
            "footage from the quay shows two men",
            [("video", "footage from the quay shows")],
        ),
    ],
)
def test_evidence(text: str, source: str, cue: str, content: str, expected: list[tuple[str, str]]) -> None:
    assert evidence(text, source, cue, content) == expected


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The owner of the video said he was sorry.", "The owner of the video", "said", "he was sorry"),
        (
            "Police said they would watch the video later.",
            "Police",
            "said",
            "they would watch the video later",
        ),
        ("The Washington Post reported that it rained.", "The Washington Post", "reported", "that it rained"),
        (
            "The mayor said there was no video showing it.",
            "The mayor",
            "said",
            "there was no video showing it",
        ),
        ("“I saw nothing,” the cook said.", "the cook", "said", "“I saw nothing,”"),
        ("He complained about the photo, she said.", "she", "said", "He complained about the photo"),
        ("A report said it rained.", "A report", "said", "it rained"),
    ],
)
def test_a_mention_is_no_evidence(text: str, source: str, cue: str, content: str) -> None:
    assert evidence(text, source, cue, content) == []


def test_the_words_of_another_sentence_do_not_count() -> None:
    text = "In an interview she smiled. Later the mayor said it rained."
    assert evidence(text, "the mayor", "said", "it rained") == []


@given(st.text(max_size=200), st.data())
@settings(deadline=None)
def test_spans_lie_in_the_text_and_apart(noise: str, data: st.DataObject) -> None:
    text = f"{noise} footage shows I saw in an interview on X {noise} citing records DNA tests showed {noise}"

    def cut() -> tuple[tuple[int, int], ...]:
        a, b = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        return ((a, b),) if a < b else ()

    made = Attribution(
        id="a", block=0, source=cut(), cue=cut(), content=cut(), quotation="indirect", confidence=1, why=""
    )
    last = 0
    for item in find_evidence(text, made):
        ((start, end),) = item.spans
        assert last <= start < end <= len(text)
        last = end
