"""Denials, refusals, silences and unverified claims are found, with who is meant."""

from __future__ import annotations

import time

import pytest
from figure_stories import attribution, story
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.story import Source
from sayso.weighing._records import find_records, found_records


def records(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (found.kind, text[slice(*found.span)], text[slice(*found.mention)] if found.mention else None)
        for found in found_records(story(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor denied any part in the sale.",
            [("denial", "denied any part in the sale", "The mayor")],
        ),
        (
            "On Monday Olo Venn rejected the latest claims, saying he was at sea.",
            [("denial", "rejected the latest claims", "Olo Venn")],
        ),
        (
            "A spokeswoman said the report was completely false.",
            [("denial", "said the report was completely false", "A spokeswoman")],
        ),
        ("The visitors were denied entry.", []),
        ("Osk denied him a visa.", []),
        ("The captain did not deny it.", []),
        ("The claim was denied by the club.", [("denial", "denied by the club", "the club")]),
        (
            "The port authority declined to comment.",
            [("declined", "declined to comment", "The port authority")],
        ),
        ("Venn, who owns the pier, refused to discuss it.", [("declined", "refused to discuss", "Venn")]),
        ("Police would not say who it was.", [("declined", "would not say", "Police")]),
        (
            "The navy would neither confirm nor deny it.",
            [("declined", "neither confirm nor deny", "The navy")],
        ),
        (
            "It rained, but the club did not immediately respond to a request for comment.",
            [("no_response", "did not immediately respond to a request for comment", "the club")],
        ),
        ("Ana Brask could not be reached.", [("no_response", "could not be reached", "Ana Brask")]),
        (
            "The ministry has yet to comment on it.",
            [("no_response", "yet to comment", "The ministry")],
        ),
        (
            "Brask did not immediately return calls seeking comment.",
            [("no_response", "did not immediately return calls seeking comment", "Brask")],
        ),
        (
            "Calls to the harbour office were not returned.",
            [("no_response", "were not returned", "the harbour office")],
        ),
        ("Messages left for Venn went unanswered.", [("no_response", "went unanswered", "Venn")]),
        (
            "The Tarvo Post could not independently verify the figures.",
            [("not_verified", "could not independently verify", "The Tarvo Post")],
        ),
        ("The claim could not be confirmed.", [("not_verified", "could not be confirmed", None)]),
        (
            "The agency has not verified the video.",
            [("not_verified", "has not verified", "The agency")],
        ),
        ("It cites unconfirmed reports.", [("not_verified", "unconfirmed", None)]),
        ("The dam has not been fixed. Police confirmed it and verified the tape.", []),
    ],
)
def test_records(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert records(text) == expected


def test_the_cue_of_an_attribution_tells_who_it_is() -> None:
    text = "Asked about it later by Ana Brask, the man in the long coat with the hat denied it."
    made = attribution(text, "a", source="the man in the long coat with the hat", cue="denied", content="it")
    (found,) = found_records(story(text, attributions=(made,)))
    assert found.mention == made.source[0]


def test_known_sources_are_named_by_id() -> None:
    text = "Ana Brask lives in Osk. The harbour office declined to comment. Brask denied it."
    office, brask = text.index("The harbour office"), text.rindex("Brask")
    sources = (
        Source(id="s1", name="Ana Brask", kind="person", mentions=((0, 9), (brask, brask + 5))),
        Source(id="s2", name="harbour office", kind="organisation", mentions=((office + 4, office + 18),)),
    )
    assert [record.source for record in find_records(story(text))] == [None, None]
    found = find_records(story(text, sources=sources))
    assert [(record.kind, record.source) for record in found] == [("declined", "s2"), ("denial", "s1")]


@given(
    st.lists(
        st.sampled_from(
            "denied declined to comment did not respond could be reached verify independently calls the , ."
            " but who Ana said by from \n reports unconfirmed false was has never n't".split(" ")
        ),
        max_size=40,
    ).map(" ".join)
)
@settings(deadline=None)
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    last = 0
    for found in found_records(story(text)):
        assert last <= found.span[0] < found.span[1] <= len(text)
        last = found.span[1]
        assert found.mention is None or 0 <= found.mention[0] < found.mention[1] <= len(text)


@pytest.mark.parametrize(
    "unit", ["denied ", "did not ", "not to be and ", "calls to ", "declined to say, ", "a, "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        read = story(unit * (size // len(unit)))
        begun = time.process_time()
        found_records(read)
        return time.process_time() - begun

    seconds(1000)
    short, long = seconds(10_000), seconds(80_000)
    assert long < 20 * short + 0.2
