"""Sentences end where a reader of news would say they end, and hold every character but white space."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at 5 p.m. Monday.",
        "Dr. Ida Quill spoke first.",
        "Gov. R. T. Moss signed it.",
        "It is No. 2 on the list.",
        "Yahoo! declined to comment.",
        "Yahoo! News had it first.",
        "The price rose 2.6 percent to $3.50 a litre.",
        "HARTLEPOOL, Jan. 14 (AW) -- The pier has closed.",
        "She waited ... and then she left.",
        '"Is it over?" Olena Brask asked.',
        '"Stop!" he shouted.',
        "He works for Brask Inc. Chairman Ole Brask's firm.",
        "The U.S. Senate met.",
        "Write to a.moss@harbour.example.org or see www.harbour.example.org/News.Html today.",
        "He ended the note: So long. – Ole.",
        "1. Keep the gate shut.",
        "They use cameras (see below. left) at night.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("It rained.", "Nobody came."),
        ('"I think so."', '"Yes."'),
        ("“The pier is gone.", "We saw it fall,” she said."),
        ("He lives in the U.S.", "The firm moved in May."),
        ("The shop shut at 5 p.m.", "“We were tired,” he said."),
        ("Did he know?", "No!", "But he guessed…", "His wife did too."),
        ("They chose plan B.", "The others waited."),
        ("It costs $5.", "10 people paid."),
        ("She sold her phone.", "iPads came next."),
        ("It fell in World War I.", "Later it was rebuilt."),
        ("The vote was close (see page 4.)", "(Photo: Ole Brask)"),
        ("He rang twice.", "the line was dead."),
        ("Everyone cheered.", "\U0001f389 What a night!"),
    ],
)
def test_sentences_are_parted(parts: tuple[str, ...]) -> None:
    assert cut(" ".join(parts)) == list(parts)


def test_a_lost_space_does_not_join_two_sentences() -> None:
    assert cut("The pier is shut.The board met.") == ["The pier is shut.", "The board met."]


def test_a_paragraph_always_ends_a_sentence() -> None:
    assert cut("By Ole Brask\nThe pier has closed. It was old.\r\nMore soon") == [
        "By Ole Brask",
        "The pier has closed.",
        "It was old.",
        "More soon",
    ]


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One fell. Two fell. Three fell."
    assert [text[a:b] for a, b in sentences(text, 10, 19)] == ["Two fell."]
    assert sentences("") == []
    assert sentences("  \n ") == []


@given(st.text(alphabet="aB1.!?…\"”“' \n—I。", max_size=80) | st.text(max_size=80))
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["a. ", "J. K. ", '." ', ". ", "? (", "A.b", '?" A. ', "x", "U.S. "])
def test_time_grows_with_the_length_only(piece: str) -> None:
    began = time.perf_counter()
    sentences(piece * (600_000 // len(piece)))
    assert time.perf_counter() - began < 5
