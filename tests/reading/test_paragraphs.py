"""Paragraphs are lines, except where the text was wrapped by hand."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading._paragraphs import paragraphs

WRAPPED = """The harbour board met for two hours on Monday night and then put
off its vote, because the two members who had asked for the
meeting did not come to it.

Its chair, Olena Brask, said that the board would meet again within
the month, and that the ferry would run until then as it had run
since the spring.
"""


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_lines_are_paragraphs() -> None:
    assert shown("One.\nTwo.\r\n\r\n  Three. \n") == ["One.", "Two.", "Three."]


def test_text_wrapped_by_hand_has_paragraphs_between_blank_lines() -> None:
    assert len(shown(WRAPPED)) == 2
    assert shown(WRAPPED)[1].endswith("since the spring.")


def test_short_lines_that_end_their_sentences_are_not_wrapped_text() -> None:
    assert len(shown("He said no.\nShe said yes.\nThey left.\nIt rained.\nAll was quiet.")) == 5


@given(st.text(max_size=300))
def test_every_word_is_in_exactly_one_paragraph(text: str) -> None:
    stretches = paragraphs(text)
    assert all(a[1] <= b[0] for a, b in pairwise(stretches))
    left = list(text)
    for start, end in stretches:
        assert text[start:end].strip() == text[start:end] != ""
        left[start:end] = " " * (end - start)
    assert not "".join(left).strip()


def test_a_long_run_of_blanks_takes_no_longer_than_its_length() -> None:
    text = "The quay is shut." + " " * 200_000 + "\n" + " " * 200_000 + "\nIt opens on Monday."
    started = process_time()
    found = paragraphs(text)
    assert process_time() - started < 1
    assert [text[start:end] for start, end in found] == ["The quay is shut.", "It opens on Monday."]
