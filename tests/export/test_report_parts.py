"""The small parts of the reports: nesting, numbers, excerpts, and time."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from report_stories import blocks_of, said, story_of
from report_strategies import texts

from sayso.export import html_report, terminal_report
from sayso.export._certainty_words import certainty_words
from sayso.export._figure_words import figures_by_claim, number_words
from sayso.export._sayings import DEEPEST, claims, held, sayings
from sayso.export._spans import cut, excerpt, words_of
from sayso.story import Attribution, Figure, Story


def nested(*within: str | None) -> Story:
    """Attributions "0", "1", … of one text, each within the one named."""
    text, blocks = blocks_of(("body", "Ann said it rained and it snowed."))
    found = said(text, blocks, "Ann", "said", "it rained and it snowed")
    return story_of(
        text,
        blocks=blocks,
        attributions=tuple(replace(found, id=str(n), within=outer) for n, outer in enumerate(within)),
    )


def under(story: Story) -> dict[int, list[int]]:
    return {outer: [one.number for one in inner] for outer, inner in held(sayings(story)).items()}


def test_each_is_under_the_one_that_holds_it() -> None:
    assert under(nested(None, "0", "1", "0", "elsewhere")) == {1: [2, 4], 2: [3]}


def test_rings_are_cut_and_nothing_is_lost() -> None:
    assert under(nested("0")) == {}
    for story in (nested("1", "0"), nested("2", "0", "1", "1")):
        shown = [n for inner in under(story).values() for n in inner]
        assert len(shown) == len(set(shown)) == len(story.attributions or ()) - 1
        html_report(story)


def test_depth_has_an_end() -> None:
    story = nested(None, *(str(n) for n in range(30)))
    levels, at = 0, [1]
    while at:
        at = [inner for outer in at for inner in under(story).get(outer, [])]
        levels += bool(at)
    assert levels == DEEPEST
    assert html_report(story).count('class="entry') == 31


def test_what_an_attribution_adds_itself_makes_it_a_claim() -> None:
    text, blocks = blocks_of(("body", "Ann said that it rained and that Bo said it snowed."))

    def counted(content: str) -> list[int]:
        outer = said(text, blocks, "Ann", "said", content)
        inner = replace(said(text, blocks, "Bo", "said", "it snowed"), within=outer.id)
        story = story_of(text, blocks=blocks, attributions=(outer, inner))
        return [one.number for one in claims(story, sayings(story))]

    assert counted("that it rained and that Bo said it snowed") == [1, 2]
    assert counted("that Bo said it snowed") == [2]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (60000.0, "60,000"),
        (2.4, "2.4"),
        (-3.0, "−3"),
        (0.125, "0.125"),
        (1e18, "1e+18"),
        (float("inf"), "a number not given"),
    ],
)
def test_numbers(value: float, words: str) -> None:
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 5.0, "approx": True, "unit": "crates", "what": "crates"}, "about 5 crates"),
        ({"low": 2.0, "high": 3.0, "what": "lamps lost"}, "2 to 3, lamps lost"),
        ({"low": 20.0}, "20 or more"),
        ({"high": 20.0, "scope": "on the island"}, "20 or fewer, on the island"),
        ({"value": 1.0, "as_of": "2025-03-04"}, "1, as of 4 March 2025"),
        ({}, "a number not given"),
    ],
)
def test_figures(fields: dict[str, Any], words: str) -> None:
    nothing = dict.fromkeys(("attribution", "value", "low", "high", "unit", "what", "scope", "as_of"))
    figure = Figure(**{**nothing, "approx": False, "spans": ((0, 1),), **fields})
    assert figures_by_claim(story_of("5", figures=(figure,)))[None][0].reading == words


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (3.0, "put as certain (+3.0 of 3)"),
        (1.6, "put as probable (+1.6 of 3)"),
        (0.0, "put as open (0 of 3)"),
        (-0.04, "put as open (0 of 3)"),
        (-1.0, "put as possibly not so (−1.0 of 3)"),
        (-3.0, "put as certainly not so (−3.0 of 3)"),
    ],
)
def test_scores_in_words(score: float, words: str) -> None:
    found = Attribution("a", 0, (), (), (), "direct", 1.0, "", score=score)
    assert certainty_words(found) == words


@given(
    texts,
    st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=4),
    st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=4),
    st.integers(1, 9),
)
def test_an_excerpt_is_what_cut_gives_with_marks_where_they_lie(
    text: str, spans: list[tuple[int, int]], marks: list[tuple[int, int]], longest: int
) -> None:
    story = story_of(text)
    made = excerpt(story, spans, marks, longest)
    assert (made.text, made.left_out) == cut(words_of(story, spans), longest)
    inside = {at for start, end in marks for at in range(max(start, 0), end)}
    if len(spans) == 1 and spans[0][0] >= 0:
        at = spans[0][0]
        for run, mark in made.runs:
            assert all((at + n in inside) == mark for n in range(len(run)))
            at += len(run)


def test_hundreds_of_claims_with_long_chains_take_no_time() -> None:
    text, blocks = blocks_of(("body", "Ann said it rained. " * 400))
    size = len("Ann said it rained. ")
    found = tuple(
        Attribution(
            str(n),
            0,
            ((n * size, n * size + 3),),
            ((n * size + 4, n * size + 8),),
            ((n * size + 9, n * size + 18),),
            "indirect",
            0.9,
            "",
            within=str(n - 1) if n % 7 else None,
            chain=tuple(f"s{(n + k) % 50}" for k in range(20)),
            certainty="hedged",
        )
        for n in range(400)
    )
    story = story_of(text, blocks=blocks, attributions=found)
    before = time.process_time()
    html_report(story)
    terminal_report(story, width=100, colour=False)
    assert time.process_time() - before < 20
