"""Roles of lines in plain text: our own scraped stories, clean stories, odd texts, and what always holds."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake._lines import split_lines
from sayso.intake._page import Page
from sayso.intake._plain import line_roles, page_from_text
from sayso.story import ROLES

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.txt"))
EXAMPLES = Path(__file__).parents[2] / "examples"

LEAD = (
    "The council of Marrowdale has agreed to rebuild the pier after a storm took the old one, "
    "its leader said on Tuesday."
)
SECOND = (
    "Work is to begin in the spring and to take two years. The town will pay a third of the cost; "
    "the rest comes from a fund that was set up after the last storm."
)
THIRD = '"We had a pier for a hundred years and we will have one for a hundred more," said Teodor Vance.'


def blocks_of(page: Page, role: str) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks if block.role == role]


def check_cover(page: Page) -> None:
    """Blocks are in order, apart, and leave out nothing but white space."""
    at = 0
    for block in page.blocks:
        assert block.role in ROLES
        assert at <= block.start < block.end <= len(page.text)
        assert not page.text[at : block.start].strip()
        at = block.end
    assert not page.text[at:].strip()
    for before, after in zip(page.blocks, page.blocks[1:], strict=False):
        assert before.role != after.role


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_scraped_stories_of_our_own(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
    lines = split_lines(text)
    wrong = [
        (text[line.start : line.end][:60], want, got)
        for line, want, got in zip(lines, expected["roles"], line_roles(lines), strict=True)
        if want != got
    ]
    assert not wrong
    page = page_from_text(text)
    check_cover(page)
    assert page.text is text
    assert page.outlet == expected["outlet"]
    assert page.headline == blocks_of(page, "headline")[0]
    assert next(date.value for date in page.dates if date.chosen).startswith(expected["age_or_date"])
    for date in page.dates:
        assert all(text[start:end].strip() for start, end in date.spans or ())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_expected_speech_stands_in_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    for piece in json.loads(path.with_suffix(".json").read_text(encoding="utf8"))["speech"]:
        assert all(words in text for words in piece.values() if isinstance(words, str))


@pytest.mark.parametrize("squeeze", [False, True])
def test_clean_story_stays_whole(squeeze: bool) -> None:
    text = (EXAMPLES / "plain-story.txt").read_text(encoding="utf8")
    if squeeze:
        text = "\n".join(line for line in text.split("\n") if line)
    page = page_from_text(text)
    assert [block.role for block in page.blocks] == ["headline", "body"]
    assert page.headline == text.split("\n")[0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_change_nothing_but_offsets(end: str) -> None:
    text = (EXAMPLES / "scraped-text.txt").read_text(encoding="utf8")
    other = text.replace("\n", end)
    page, plain = page_from_text(other), page_from_text(text)
    assert page.text == other
    assert [block.role for block in page.blocks] == [block.role for block in plain.blocks]
    for block, same in zip(page.blocks, plain.blocks, strict=True):
        assert other[block.start : block.end].replace(end, "\n") == text[same.start : same.end]


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        SECOND,
        THIRD,
        f"{LEAD}\n\n{SECOND}\n\n{THIRD}",
        f"{LEAD} {SECOND} {THIRD}",
        f"{LEAD}\n{SECOND}\n{THIRD}\n",
        f"{LEAD}\n\nWhat happens next\n\n{SECOND}\n\n“No,” she said.\n\n{THIRD}\n\n{SECOND}",
        f"{LEAD}\n\nThree things are planned:\n\n- a longer deck\n- new lamps\n\n{SECOND}\n\n{THIRD}",
        f"{LEAD}\n\n{SECOND}\n\n* * *\n\n{THIRD}",
    ],
    ids=["sentence", "paragraph", "quote", "three", "one line", "tight", "subhead", "list", "stars"],
)
def test_a_text_without_furniture_is_all_body(text: str) -> None:
    assert {block.role for block in page_from_text(text).blocks} == {"body"}


def test_hard_wrapped_story_is_one_body() -> None:
    import textwrap

    text = "\n\n".join("\n".join(textwrap.wrap(part, 64)) for part in (LEAD, SECOND, THIRD, LEAD, SECOND))
    assert {block.role for block in page_from_text(text).blocks} == {"body"}


def test_a_page_of_menus_has_no_body() -> None:
    menu = ["Home", "News", "Sport", "Business", "Opinion", "Weather", "Video", "Search", "Newsletters"]
    page = page_from_text("\n".join([*menu, "Sign in", "Privacy policy", *menu, "© 2024 Marrowdale Media"]))
    assert {block.role for block in page.blocks} == {"furniture"}
    assert page.headline is None


def test_blank_lines_do_not_split_a_body_and_furniture_does() -> None:
    page = page_from_text(f"{LEAD}\n\n{SECOND}\n\nAdvertisement\n\n{THIRD}\n\n{SECOND}")
    assert [block.role for block in page.blocks] == ["body", "furniture", "body"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2003\r\n\t"])
def test_nothing_to_read(text: str) -> None:
    page = page_from_text(text)
    assert page.blocks == ()
    assert page.text is text


def test_marks_and_emoji_keep_offsets_exact() -> None:
    text = f"\u200f\ufeff{LEAD}\r\n\r\n👍🏽 {SECOND}\u2028e\u0301 {THIRD}\u202e\n"
    page = page_from_text(text)
    check_cover(page)
    assert page.text == text
    assert SECOND in "".join(blocks_of(page, "body"))


def test_a_line_of_a_megabyte() -> None:
    text = (LEAD + " ") * (1_000_000 // len(LEAD))
    started = time.process_time()
    page = page_from_text(text)
    assert time.process_time() - started < 2
    assert [(block.start, block.end, block.role) for block in page.blocks] == [(0, len(text) - 1, "body")]


@pytest.mark.parametrize(
    "unit", ["a\n", " \n", f"{SECOND}\n", "Home\n", "'\"\n", "x" * 50 + "1d\n", "( · " * 30 + "\n"]
)
def test_time_grows_with_length(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        started = time.process_time()
        check_cover(page_from_text(text))
        return time.process_time() - started

    seconds(50)
    small, large = seconds(1500), seconds(12000)
    assert large < 8 * 2.5 * small + 0.2


LINE = st.sampled_from(
    [
        "Home",
        "morenews",
        LEAD,
        SECOND,
        THIRD,
        "By Ann Poe",
        "3 May 2024",
        "Post3h",
        "Photo: A/B",
        "•",
        "",
        " ",
        "\t",
        "“",
        "🙂",
    ]
) | st.text(max_size=40)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(LINE, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", " "])), max_size=25))
def test_blocks_cover_any_text(parts: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in parts)
    page = page_from_text(text)
    assert page.text == text
    check_cover(page)
    assert page == page_from_text(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_lines_are_what_they_say(text: str) -> None:
    for line in split_lines(text):
        shown = text[line.start : line.end]
        assert shown == shown.strip()
        assert shown.startswith(line.head)
        assert "\n" not in shown
