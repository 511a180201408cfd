"""Whatever the characters of a page are, they are read or refused, in bounded time, with true offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError
from sayso.intake._bytes import decode
from sayso.intake._html import page_from_html
from sayso.intake._page import Page

TOLD = (
    "<p>“The ferry sails again on Monday,” said Ana Roe, who runs the harbour office of Osk. “We waited.”</p>"
)

_TAGS = st.sampled_from(
    "p div span b i a h1 h2 ul li table tr td blockquote figure figcaption article aside nav "
    "footer header br img time "
    "section main script style form iframe noscript template svg".split()
)
_WORDS = st.sampled_from(
    [
        "“We waited,”",
        "said Ana Roe",
        "on 4 May 2023",
        "Read more:",
        "By Bo Lund",
        "(AP) —",
        "2d",
        "''No''",
        "&amp;",
        "&#0;",
        "&lt;p>",
        "\u200f",
        "e\u0301",
        "👩‍🌾",
        "\x00",
        "<",
        ">",
        '"',
        "Additional reporting by Reuters",
        "The ferry sails again on Monday, they said.",
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        " class='caption'",
        " class='byline'",
        " href='/x'",
        " href='http://['",
        " alt='A long ferry at a quay'",
        " datetime='2023-05-04'",
        " style='display:none'",
        " class=newsletter",
        " id='",
        " src='//x.example/1'",
    ]
)
_PIECES = st.one_of(
    _WORDS,
    st.builds(lambda tag, attributes: f"<{tag}{attributes}>", _TAGS, _ATTRIBUTES),
    st.builds(lambda tag: f"</{tag}>", _TAGS),
    st.just(TOLD),
)


def one_line(error: SaysoError) -> None:
    assert str(error)
    assert "\n" not in str(error)


def check(found: Page) -> None:
    """Blocks in order, apart, covering every word; everything else inside the text."""
    end = 0
    for block in found.blocks:
        assert end <= block.start < block.end <= len(found.text)
        assert not found.text[end : block.start].strip()
        assert found.text[block.start : block.end].strip() == found.text[block.start : block.end]
        end = block.end
    assert not found.text[end:].strip()
    for link in found.links:
        assert found.text[link.start : link.end].strip()
        assert link.url.startswith("http")
    for date in found.dates:
        assert all(found.text[a:b].strip() for a, b in date.spans or ())
    for credit in found.credits:
        assert credit.name
        assert all(found.text[a:b].strip() for a, b in credit.spans)
    assert sum(date.chosen for date in found.dates) <= 1
    found.text.encode()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=40))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    try:
        found = page_from_html(
            " ".join(pieces), "https://bell.example/2023/05/04/x", "2024-01-01T00:00:00+00:00"
        )
    except SaysoError as error:
        one_line(error)
    else:
        check(found)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = page_from_html(decode(data + TOLD.encode() + data).text)
    except SaysoError:
        return
    check(found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_in_a_paragraph(text: str) -> None:
    try:
        check(page_from_html(f"<article>{TOLD}<p>{text}</p>{TOLD}</article>"))
    except SaysoError as error:
        one_line(error)


def spoiled(day: str) -> str:
    """An article whose Mondays are something else."""
    return "<article>" + TOLD.replace("Monday", day) * 3 + "</article>"


_BOMB = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + TOLD * 3 + "</div>" * 10_000,
        "<div>" * 10_000 + TOLD * 3,
        "<blockquote>" * 10_000 + TOLD * 3,
        "<b><i>" * 10_000 + TOLD * 3,
        "<ul><li>" * 5_000 + TOLD * 3,
        "<table><tr><td>" * 3_000 + TOLD * 3,
        (
            f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 '
            f'"lol">{_BOMB}]><html><body><p>&l9;</p>{TOLD * 3}</body></html>'
        ),
        "<!DOCTYPE [" * 20_000 + TOLD * 3,
        spoiled("Mon\x00day"),
        spoiled("\u202eMonday\u202c \u200f"),
        spoiled("Mon\ud800day"),
        f'<script type="application/ld+json">{"[" * 100_000}</script>{TOLD * 3}',
        f"<div class='{'ad-' * 100_000}'>{TOLD * 3}</div>",
        f"<article>{TOLD}<p>{'He said so. ' * 90_000}</p>{TOLD}</article>",
    ],
    ids=[
        "deep",
        "deep and open",
        "deep quotes",
        "deep inline",
        "deep lists",
        "deep tables",
        "xml bomb",
        "doctypes",
        "NUL",
        "rtl",
        "surrogate",
        "json bomb",
        "long class",
        "1 MB line",
    ],
)
def test_hostile_pages_are_read_in_bounded_time(html: str) -> None:
    begin = time.process_time()
    try:
        found = page_from_html(html)
    except SaysoError:
        assert html.startswith("<!DOCTYPE [")
    else:
        check(found)
        assert "said Ana Roe" in found.text
        assert len(found.text) < len(html) + 10
    assert time.process_time() - begin < 10


@pytest.mark.slow
def test_time_grows_linearly() -> None:
    def seconds(count: int) -> float:
        html = "<article>" + "".join(TOLD.replace("Monday", f"day {i}") for i in range(count)) + "</article>"
        begin = time.process_time()
        page_from_html(html)
        return time.process_time() - begin

    seconds(200)
    small, large = seconds(2_000), seconds(8_000)
    assert large < 4 * 2.5 * small
