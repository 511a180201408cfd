"""Figures over time and the mix of claims, as tables and drawings."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as Tree

import pytest
from drawn_figures import HOSTILE, crowd, mixes, odd, thing, told, toll
from hypothesis import given
from hypothesis import strategies as st

from sayso.export._axes import dates, numbers
from sayso.export._figure_drawing import MOST_PANELS, figure_drawing
from sayso.export._figure_text import figure_table
from sayso.export._mix_drawing import mix_drawing
from sayso.export._mix_text import mix_csv, mix_table
from sayso.ledger._figures_query import CountedThing

SVG = "{http://www.w3.org/2000/svg}"


def test_the_table_says_who_through_whom_what_and_when() -> None:
    told_so = told(
        "Health Ministry", "at least 1,200", low=1200, high=None, through=("Reuters",), outlet="Bel",
        as_of="2024-05-01", published="2024-05-02T10:00:00Z",
    )  # fmt: skip
    table = figure_table(thing(told_so))
    for words in (
        "people killed, Tarvo",
        "1 figure in 1 story",
        "Health Ministry",
        "Reuters → Bel",
        "1,200 or more",
        "“at least 1,200”",
        "2024-05-01",
        "2024-05-02\n",
    ):
        assert words in table, words


def test_the_table_shows_marks_with_their_reasons() -> None:
    table = figure_table(toll())
    assert "conflicting: 12 and 15" in table
    assert "revised: 12, then 19" in table


@pytest.mark.parametrize("one", [toll(), crowd(), *odd()])
def test_the_table_is_lines_without_control_characters(one: CountedThing) -> None:
    table = figure_table(one)
    assert table.endswith("\n")
    assert not [c for c in table if ord(c) < 32 and c != "\n"]
    assert "\u202e" not in table
    widest = max(len(line) for line in table.splitlines()[1 : 2 + len(one.figures)])
    assert widest < 200


@pytest.mark.parametrize("shown", [[toll()], [crowd()], odd(), [toll(), crowd(), *odd()], []])
def test_the_drawing_is_svg_that_does_nothing(shown: list[CountedThing]) -> None:
    root = Tree.fromstring(figure_drawing(shown))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "g", "path", "text", "circle"}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert root.find(f"{SVG}title") is not None
    described = root.find(f"{SVG}desc")
    assert described is not None
    assert described.text
    assert "nan" not in "".join(element.get("d", "") + element.get("x", "") for element in root.iter())


def test_every_figure_has_a_mark_with_its_words() -> None:
    drawn = figure_drawing([toll()])
    titles = [element.text or "" for element in Tree.fromstring(drawn).iter(f"{SVG}title")]
    for words in ("at least 15", "between 10 and 20", "about 17", "up to 40", "dozens"):
        assert any(f"“{words}”" in title for title in titles), words
    assert any("as of 2024-10-20, published 2024-10-23" in title for title in titles)
    assert any("2 times" in title for title in titles)


def test_what_has_no_place_on_an_axis_is_not_drawn() -> None:
    drawn = Tree.fromstring(figure_drawing([thing(told("a", "so many", float("nan")), told("b", "7", 7.0))]))
    titles = [element.text or "" for element in drawn.iter(f"{SVG}title")]
    assert not any("so many" in title for title in titles)
    assert any("“7”" in title for title in titles)


def test_equal_drawings_for_equal_figures() -> None:
    assert figure_drawing([toll(), crowd()]) == figure_drawing([toll(), crowd()])


def test_what_is_left_out_is_said() -> None:
    drawn = figure_drawing([toll()] * (MOST_PANELS + 3), more=2)
    assert "5 more counted things are not drawn" in drawn


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False, width=32), min_size=1, max_size=5))
def test_number_axes_hold_their_numbers(values: list[float]) -> None:
    axis = numbers(values, 100, 0)
    assert all(-1e-6 <= axis.at(value) <= 100 + 1e-6 for value in values)
    assert 1 <= len(axis.ticks()) <= 7


@given(st.lists(st.dates(), min_size=1, max_size=5))
def test_date_axes_hold_their_days(days: list) -> None:  # type: ignore[type-arg]
    axis = dates(days, 0, 600)
    ticks = axis.ticks()
    assert all(0 <= axis.at(day) <= 600 for day in days)
    assert len(ticks) <= 8
    places = [x for x, _ in ticks]
    assert places == sorted(places)


def test_the_mix_adds_up_as_text() -> None:
    lines = list(mix_table(mixes(), "outlet"))
    assert "single origin" in lines[0]
    assert "100 %" in lines[1]
    assert "no outlet given" in lines[-1]
    assert "<1 %" in lines[-1]
    assert len({len(line) for line in lines}) == 1
    assert not [c for line in lines for c in line[:-1] if ord(c) < 32]


def test_the_mix_as_csv_reads_back_and_runs_nothing() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(mix_csv(mixes(), "outlet")), newline="")))
    assert [row["outlet"] for row in rows] == ["Northern Post", "'=cmd|' /C calc'!A0", HOSTILE, ""]
    assert rows[0]["wire_share"] == "1.0"
    assert rows[0]["unnamed"] == "31"
    assert rows[2]["unnamed_share"] == ""


@pytest.mark.parametrize("by", ["outlet", "month"])
def test_the_mix_is_drawn(by: str) -> None:
    for rows in (mixes(), mixes() * 40, []):
        root = Tree.fromstring(mix_drawing(rows, by))  # type: ignore[arg-type]
        assert {element.tag for element in root.iter()} <= {
            SVG + name for name in ("svg", "title", "desc", "style", "rect", "g", "path", "text")
        }
