"""Words that weaken, deny or question are found where they stand, by kind."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing._hedge_kinds import KINDS
from sayso.weighing._hedges import expressions


def kinds(text: str) -> dict[str, str]:
    return {text[one.start : one.end]: one.kind for one in expressions(text)}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The pier may close.", "may", "modal"),
        ("It could cost a million.", "could", "modal"),
        ("The ferry reportedly sank.", "reportedly", "hearsay"),
        ("She is said to own two boats.", "is said", "hearsay"),
        (
            "According to several media reports the pier is shut.",
            "According to several media reports",
            "hearsay",
        ),
        ("The alleged forger left.", "alleged", "alleged"),
        ("The mast appears to be bent.", "appears to", "appearance"),
        ("A strike is unlikely.", "unlikely", "likelihood"),
        ("If true, that ends the matter.", "If true", "if_true"),
        ("The mayor denied it.", "denied", "denial"),
        ("The letter is a hoax.", "hoax", "falsity"),
        ("That is not true.", "not true", "falsity"),
        ("There is no credible evidence of it.", "no credible evidence", "no_evidence"),
        ("He is alive and well.", "alive and well", "unharmed"),
        ("The board declined to comment.", "declined to comment", "no_comment"),
        ("Brask did not immediately respond.", "did not immediately respond", "no_comment"),
        ("Her office has yet to comment.", "yet to comment", "no_comment"),
        (
            "The account could not be independently verified.",
            "could not be independently verified",
            "unverified",
        ),
        ("The harbour master hasn’t confirmed it.", "hasn’t confirmed", "unverified"),
        ("It remains to be seen.", "remains to be seen", "unknown"),
        ("Is the pier shut?", "?", "question"),
        ("They asked whether it was shut.", "asked whether", "question"),
        ("Take it with a pinch of salt.", "pinch of salt", "doubt"),
    ],
)
def test_words_are_found_with_their_kind(text: str, words: str, kind: str) -> None:
    assert kinds(text).get(words) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The pier opened in May 2011.",
        "On 3 May the pier opened.",
        "From the tower they could see the ferry.",
        "The pier is forty metres long.",
        "The Harbour News reports a good year.",
    ],
)
def test_what_hedges_nothing_is_left_alone(text: str) -> None:
    assert expressions(text) == []


def test_a_longer_phrase_is_one_expression() -> None:
    assert kinds("The sale could not be confirmed.") == {"could not be confirmed": "unverified"}


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "It may rain. It might snow."
    assert [text[one.start : one.end] for one in expressions(text, 13)] == ["might"]


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("may not no the reported hoax ? n't be ".split(" "))).map(" ".join)
)
def test_spans_are_in_order_and_not_empty(text: str) -> None:
    found = expressions(text)
    assert all(0 <= one.start < one.end <= len(text) and one.kind in KINDS for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("piece", ["not ", "no a ", "declined x ", "'’", "asked x y z for ", "not a-"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    began = time.perf_counter()
    expressions(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 8
