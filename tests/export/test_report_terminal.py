"""The terminal report says what it must, fits its width, and lets nothing drive the terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from chain_stories import lighthouse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_stories import crowd, hostile_chains
from report_stories import blocks_of, harbour, hostile, said, story_of
from report_strategies import stories
from rich.cells import cell_len

from sayso.export import terminal_report
from sayso.story import Story

_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def plain(story: Story, width: int = 100) -> str:
    return terminal_report(story, width=width, colour=False)


def section(report: str, source: str) -> str:
    """What stands under one source."""
    lines = report.split("\n")
    start = lines.index(source)
    return "\n".join(lines[start : lines.index("", start)])


def assert_tame(report: str, width: int) -> None:
    for line in report.split("\n"):
        assert cell_len(line) <= width
        assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs")]
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", line)


def test_head_shares_and_gaps() -> None:
    report = plain(harbour())
    assert report.startswith("Swing bridge ‘will not open before May’, council admits\n")
    assert "Tidewater Post · 4 March 2025, 17:20 UTC · en · 300 words\n" in report
    assert "date from JSON-LD: the page's own data\n" in report
    assert "with material from Northern Wire\n" in report
    assert "77 % attributed" in report
    assert "10 % in the outlet's own voice" in report
    assert "13 attributions, 12 sources as worded, 3 unsure (confidence below 0.50)" in report
    assert "an embedded video – sayso reads text only" in report


def test_sources_in_order_of_first_appearance_and_the_sourceless_last() -> None:
    report = plain(harbour())
    names = [
        "council",
        "Traders on the east quay",
        "the council",
        "Omar Haddad, who runs the chandlery",
        "Haddad",
    ]
    places = [report.index(f"\n{name}\n") for name in [*names, "no source given"]]
    assert places == sorted(places)


def test_an_attribution_with_type_cue_role_and_doubt() -> None:
    report = plain(harbour())
    assert section(report, "Residents") == (
        "Residents\n"
        "  ·· indirect · say · in the caption · unsure 0.43\n"
        "     the noise had been getting worse for years"
    )
    assert "‘’ mixed · told\n" in section(report, "Lindqvist")


def test_pieces_of_a_content_are_joined_by_an_ellipsis() -> None:
    report = section(plain(harbour(), 120), "Petra Lindqvist, the harbour engineer")
    assert "than lose a bridge,” … “and nobody here" in report


def test_a_long_content_is_cut_with_a_count() -> None:
    text, blocks = blocks_of(("body", "Ann said " + " ".join(f"w{n}" for n in range(100)) + "."))
    content = text[len("Ann said ") : -1]
    story = story_of(text, blocks=blocks, attributions=(said(text, blocks, "Ann", "said", content),))
    shown = " ".join(plain(story).split())
    assert "w79 [+20 words]" in shown
    assert "w80" not in shown


def test_sources_with_the_same_words_are_one_group() -> None:
    text, blocks = blocks_of(("body", "The mayor said it rained. It snowed, the mayor said."))
    found = (
        said(text, blocks, "The mayor", "said", "it rained", quotation="indirect"),
        said(text, blocks, "the mayor", "said", "It snowed", quotation="indirect"),
    )
    report = plain(story_of(text, blocks=blocks, attributions=found))
    assert "2 attributions, 1 source as worded" in report
    assert "it rained" in section(report, "The mayor")
    assert "It snowed" in section(report, "The mayor")


def test_without_attributions() -> None:
    text, blocks = blocks_of(("body", "It rained."))
    assert "No attribution was found." in plain(story_of(text, blocks=blocks, attributions=()))
    unread = plain(story_of(text, blocks=blocks))
    assert "Attributions were not looked for." in unread
    assert "%" not in unread


def test_an_empty_story_is_reported() -> None:
    assert plain(story_of("")).startswith("(no headline)\noutlet not known · date not known")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-03-04", "4 March 2025"),
        ("2025-03-04T09:05:00+01:00", "4 March 2025, 09:05 UTC+01:00"),
        ("-P2D", "2 days before it was saved"),
        ("-PT1H", "1 hour before it was saved"),
        ("spring", "spring"),
    ],
)
def test_dates_in_words(value: str, words: str) -> None:
    assert f" · {words} · " in plain(story_of("", published=value))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("make", [harbour, hostile, hostile_chains, lighthouse, lambda: crowd(40)])
def test_every_width(make: object, width: int) -> None:
    report = terminal_report(make(), width=width, colour=False)  # type: ignore[operator]
    assert_tame(report, width)
    assert all(line == line.rstrip() for line in report.split("\n"))


def test_wide_characters_combining_marks_and_right_to_left() -> None:
    words = "“漢字仮名交じり文" * 12 + " e\u0301\u0301a\u0308 👩‍👩‍👧 ❤️ שלום עולם مرحبا بالعالم”"
    text, blocks = blocks_of(("body", f"Ann said {words}."))
    story = story_of(text, blocks=blocks, attributions=(said(text, blocks, "Ann", "said", words),))
    report = plain(story, 40)
    assert_tame(report, 40)
    assert "".join(words.split()) in "".join(report.split())


def test_no_escape_of_the_story_reaches_the_terminal() -> None:
    report = plain(hostile())
    assert "\x1b" not in report + plain(hostile_chains())
    assert "␛[31mred␛[0m desrever" in " ".join(report.split())


def test_colours_only_when_asked_for_and_not_against_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b" not in plain(harbour())
    coloured = terminal_report(harbour(), width=100, colour=True)
    assert re.search(r"\x1b\[[0-9;]*3[1-6]", coloured)
    assert _STYLE.sub("", coloured).split() == plain(harbour()).split()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*[349][0-7]", terminal_report(harbour(), width=100, colour=True))


# The machine may be busy: how fast stories are made up says nothing about the report.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(stories(), st.integers(40, 200), st.booleans())
def test_any_story_fits_and_is_tame(story: Story, width: int, colour: bool) -> None:
    assert_tame(_STYLE.sub("", terminal_report(story, width=width, colour=colour)), width)
