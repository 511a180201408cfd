"""The page shows the story to the character, links what it says, and nothing of it becomes markup."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html.parser import HTMLParser

import lxml.html
import pytest
from chain_stories import lighthouse, single
from hypothesis import HealthCheck, given, settings
from odd_stories import crowd, hostile_chains
from report_stories import blocks_of, harbour, hostile, phrase, said, story_of
from report_strategies import stories

from sayso.export import html_report
from sayso.export._visible import shown
from sayso.story import Block, Link, Story

_VOID = {"meta"}
_TAGS = re.compile(
    "html|head|meta|title|style|body|nav|a|header|p|h[123]|b|i|bdi|div|span|ul|li|main|article|details|summary"
    "|aside|section|blockquote|footer|u|q|svg|g|path|circle|rect|text|desc"
)
_ATTRIBUTES = re.compile(
    "lang|charset|http-equiv|content|name|class|id|href|rel|tabindex|dir|title|role|style"
    "|aria-(label|labelledby|hidden)|data-(n|role)"
    "|viewbox|width|height|d|r|x|y|rx|transform|stroke-width"
)


class Page(HTMLParser):
    """What a browser would make of a page: its elements, and the text of its story."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.story = ""
        self.title = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open and "summary" not in self.open:
            self.story += data
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.title += data

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.seen if attribute in attributes]


def check(story: Story) -> Page:
    html = html_report(story)
    html.encode()
    page = Page(html)
    for tag, attributes in page.seen:
        assert _TAGS.fullmatch(tag)
        assert all(_ATTRIBUTES.fullmatch(name) for name in attributes)
    assert page.story == shown(story.text)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    for target in page.all("href"):
        assert target.startswith(("http://", "https://")) or (target[0] == "#" and target[1:] in ids)
    for names in page.all("aria-labelledby"):
        assert set(names.split()) <= set(ids)
    assert [tag for tag, _ in page.seen].count("h1") == 1
    return page


def test_the_story_of_the_harbour() -> None:
    page = check(harbour())
    assert page.title == "Swing bridge ‘will not open before May’, council admits – who says what"
    assert page.story == harbour().text
    tree = lxml.html.document_fromstring(html_report(harbour()))
    assert [node.get("data-role") for node in tree.xpath("//article//div[@data-role]")] == [
        *("headline", "standfirst", "byline", "dateline", "alt", "caption", "credit")
    ]
    assert len(tree.xpath("//article/details[@class='block furniture']")) == 3
    assert len(tree.xpath("//article//a[contains(@class, 'handle')]")) == 13
    assert len(tree.xpath("//aside//li")) == 13


def test_every_part_of_an_attribution_carries_its_number() -> None:
    story = harbour()
    tree = lxml.html.document_fromstring(html_report(story))
    for entry in tree.xpath("//aside//li"):
        n = entry.get("id")
        parts = tree.xpath(f"//article//span[contains(concat(' ', @class, ' '), ' {n} ')]")
        joined = "".join(part.text_content() for part in parts if "content" in part.get("class").split())
        quoted = entry.xpath(".//blockquote")[0].text_content()
        if "[+" not in quoted:
            squeezed = "".join(quoted.replace(" … ", "").split())
            assert squeezed in "".join(joined.split())
        name = entry.getparent().getparent().xpath("./h3")[0].text_content()
        sources = "".join(part.text_content() for part in parts if "source" in part.get("class").split())
        assert name == "no source given" or name in sources


def test_nested_and_crossing_spans() -> None:
    text, blocks = blocks_of(("body", "A said B said it rained and snowed, C added."))
    found = (
        said(text, blocks, "A", "said", "B said it rained", quotation="indirect"),
        said(text, blocks, "B", "said", "it rained", quotation="indirect", confidence=0.2),
        said(text, blocks, "C", "added", "rained and snowed", quotation="indirect"),
    )
    html = html_report(story_of(text, blocks=blocks, attributions=found))
    # "rained" belongs to all three; the innermost, of B, is the unsure one.
    assert '<span class="s content unsure-content nested a1 a2 a3" tabindex="-1">rained</span>' in html
    check(story_of(text, blocks=blocks, attributions=found))


def test_a_hyperlink_holds_only_web_addresses_and_no_handle() -> None:
    page = check(harbour())
    assert [a["href"] for tag, a in page.seen if tag == "a" and a.get("class") == "out"] == [
        "https://tidewater.example/report"
    ]
    assert all(
        "noopener noreferrer" in a["rel"] for _, a in page.seen if a.get("href", "").startswith("http")
    )
    story = harbour()
    link = Link(
        *phrase(story.text, "told the Tidewater Post that inspectors had"), "http://example.org/?a=1&b=\"'"
    )
    html = html_report(
        story_of(story.text, blocks=story.blocks, attributions=story.attributions, links=(link,))
    )
    article = lxml.html.document_fromstring(html).xpath("//article")[0]
    assert not article.xpath(".//a//a")
    pieces = article.xpath(".//a[@class='out']")
    assert [piece.get("href") for piece in pieces] == [
        link.url
    ] * 2  # the handle of the content stands between
    assert "".join(piece.text_content() for piece in pieces) == story.text[link.start : link.end]


@pytest.mark.parametrize(
    "scheme", ["javascript:", "data:text/html,", "JavaScript:", " https://x", "//x", "ftp://x/"]
)
def test_other_addresses_stay_text(scheme: str) -> None:
    html = html_report(story_of("word", url=scheme + "alert(1)", links=(Link(0, 4, scheme + "alert(1)"),)))
    assert "<a class" not in html
    assert html.count("<a ") == 2  # the two skip links


@pytest.mark.parametrize("make", [hostile, hostile_chains])
def test_hostile_strings_stay_text(make: Callable[[], Story]) -> None:
    page = check(make())
    assert page.story == shown(make().text)
    assert "javascript" not in "".join(page.all("href"))


@pytest.mark.parametrize("make", [lighthouse, single, lambda: crowd(2), lambda: crowd(40)])
def test_stories_with_chains(make: Callable[[], Story]) -> None:
    assert check(make()).story == make().text


def test_a_character_that_turns_text_around_is_isolated() -> None:
    html = html_report(story_of("abc \u202edesrever\u202c", blocks=(Block(0, 14, "body"),)))
    assert '<bdi class="acting" title="hidden character U+202E">\u202e</bdi>desrever' in html


def test_nothing_can_be_loaded() -> None:
    html = html_report(harbour())
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in html
    assert "url(" not in html
    assert "@import" not in html


def test_paragraphs_by_blank_lines_or_by_line_ends() -> None:
    def paragraphs(text: str) -> int:
        return html_report(story_of(text, blocks=(Block(0, len(text), "body"),))).count('<p dir="auto">')

    assert paragraphs("one\ntwo\nthree") == 3
    assert paragraphs("one\ngoes on\n\ntwo") == 2
    assert paragraphs("one\r\ngoes on\r\n\r\ntwo") == 2


def test_text_outside_of_all_blocks_is_shown_too() -> None:
    page = check(story_of("before body after", blocks=(Block(7, 11, "body"),)))
    assert page.story == "before body after"


def test_a_story_without_attributions() -> None:
    text, blocks = blocks_of(("body", "It rained."))
    assert "No attribution was found." in html_report(story_of(text, blocks=blocks, attributions=()))
    assert "Attributions were not looked for." in html_report(story_of(text, blocks=blocks))
    check(story_of(""))


def test_long_white_space_takes_no_time() -> None:
    text = "a" + " " * 500_000 + "b\n" + "\n" * 200_000 + "c"
    before = time.process_time()
    html_report(story_of(text, blocks=(Block(0, len(text), "body"),)))
    assert time.process_time() - before < 5


# The machine may be busy: how fast stories are made up says nothing about the report.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(stories())
def test_any_story_stays_text(story: Story) -> None:
    check(story)
    lxml.html.document_fromstring(html_report(story))
