"""Quotations are found by their marks, in every style and with marks missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading._paragraphs import paragraphs
from sayso.reading._quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The mayor said "yes" and then "no".', ['"yes"', '"no"']),
        ("The mayor said “yes” and then “no”.", ["“yes”", "“no”"]),
        ("“He told me “leave” twice,” she said.", ["“He told me “leave” twice,”"]),
        ("“One ‘two’ three,” she said.", ["“One ‘two’ three,”"]),
        ("»Ja«, sagte er. „Nein“, sagte sie.", ["»Ja«", "„Nein“"]),
        ("«Non», dit le maire.", ["«Non»"]),
        ("''We are open,'' Mara Quint said. ''And dry.''", ["''We are open,''", "''And dry.''"]),
        ('""We are open," she said. "And dry.""', ['""We are open,"', '"And dry.""']),
        ("``We are open,'' Mara Quint said.", ["``We are open,''"]),
        ("‘We won’t go,’ the crew’s cook said.", ["‘We won’t go,’"]),
        ("Ferry boss 'sacked' after 'row'", ["'sacked'", "'row'"]),
        ("The crew's cook didn't see the ship's boat.", []),
        ("The plank was 6' 2\" long.", []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_runs_on_over_paragraphs_that_open_with_a_mark() -> None:
    text = '"We looked for an hour.\n\n"Then we went home," the diver said.'
    first, second = find_quotations(text, paragraphs(text))
    assert first.unclosed
    assert not first.continued
    assert second.continued
    assert not second.unclosed


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = 'She said: "We looked for an hour.\n\nThe boat was gone.'
    (only,) = find_quotations(text, paragraphs(text))
    assert only.unclosed
    assert text[only.start : only.end] == '"We looked for an hour.'


def test_a_missing_closing_mark_spoils_one_quotation_only() -> None:
    text = '"We looked, he said, "and found it." Then: "Nothing."'
    assert quoted(text)[-2:] == ['"and found it."', '"Nothing."']


def test_a_stray_closing_mark_opens_nothing() -> None:
    assert quoted('The harbour was closed." Boats waited. He said "later".') == ['"later"']


def test_two_quotations_glued_together_stay_two() -> None:
    assert quoted('"We saw it." "We left."') == ['"We saw it."', '"We left."']


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=200))
def test_quotations_never_overlap_nor_leave_their_paragraph(text: str) -> None:
    stretches = paragraphs(text)
    last = 0
    for quotation in find_quotations(text, stretches):
        assert last <= quotation.start < quotation.end
        assert any(start <= quotation.start and quotation.end <= end for start, end in stretches)
        last = quotation.end
