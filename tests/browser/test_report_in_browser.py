"""The page in a real browser, its script switched off: what shows when, and who can use it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from chain_stories import lighthouse
from colours import COLOURS, background, contrast, luminance, rgb
from odd_stories import crowd, hostile_chains
from report_stories import harbour, hostile

from sayso.export import html_report
from sayso.export._visible import shown

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return html_report(harbour())


def test_the_story_is_shown_to_the_character(visit: Any, html: str) -> None:
    page = visit(html)
    page.locator("summary").first.click()
    text = page.locator("article").evaluate(
        "node => { node.querySelectorAll('summary').forEach(s => s.remove()); return node.textContent }"
    )
    assert text == harbour().text


def test_nothing_is_asked_of_the_network_and_nothing_complains(visit: Any, html: str) -> None:
    page = visit(html)
    assert [url for url in page.asked if not url.startswith("file:")] == []
    assert page.said == []


@pytest.mark.parametrize("width", [390, 1280])
def test_pointing_at_a_content_shows_its_attribution(visit: Any, html: str, width: int) -> None:
    page = visit(html, width)
    assert page.locator(".card:visible").count() == 0
    before = background(page, ".story .source.a8")
    page.locator(".story .content.a8").first.hover()
    assert page.locator(".card:visible").all_inner_texts() == [
        "8 She\n\nbelieves · indirect\n\nconfidence 0.79 · the model's reading"
    ]
    lit = background(page, ".story .content.a8")
    assert lit == background(page, ".story .source.a8") == background(page, ".story .cue.a8") != before
    assert background(page, "#a8") == lit
    box = page.locator(".card:visible").bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 900


def test_a_nested_passage_shows_the_inner_attribution_first(visit: Any, html: str) -> None:
    page = visit(html)
    page.locator(".story .nested.a7").first.hover()
    assert page.locator(".card:visible .who").all_inner_texts() == ["7 inspectors", "6 Lindqvist"]


def test_the_card_stands_beside_the_passage(visit: Any, html: str) -> None:
    page = visit(html)
    passage = page.locator(".story .content.a8").first
    passage.hover()
    at, card = passage.bounding_box(), page.locator(".card:visible").bounding_box()
    assert abs(at["y"] - card["y"]) < 60
    assert card["x"] > at["x"] + at["width"]


def test_a_tap_shows_the_attribution(visit: Any, html: str) -> None:
    page = visit(html, 390, 844, has_touch=True, is_mobile=True)
    page.locator(".story .content.a4").first.tap()
    assert page.locator(".card:visible .who").all_inner_texts() == ["4 the council"]


def test_the_keyboard_reaches_every_attribution_and_goes_there_and_back(visit: Any, html: str) -> None:
    page = visit(html)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the story"
    assert focused.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    numbers = []
    while len(numbers) < 13:
        page.keyboard.press("Tab")
        if "handle" in (focused.get_attribute("class") or ""):
            numbers.append(focused.get_attribute("data-n"))
            assert page.locator(f"#k{numbers[-1]}").is_visible()
            assert focused.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    assert numbers == [str(n) for n in range(1, 14)]
    page.locator("#t9").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#a9")
    assert page.locator("#a9").evaluate(
        "n => { const b = n.getBoundingClientRect(); return b.top < innerHeight }"
    )
    page.keyboard.press("Tab")
    assert focused.get_attribute("href") == "#t9"
    page.keyboard.press("Enter")
    assert page.url.endswith("#t9")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lit", [False, True])
@pytest.mark.parametrize("make", [harbour, lighthouse])
def test_contrast(visit: Any, make: Any, scheme: str, lit: bool) -> None:
    everything = html_report(make()).replace("<details", "<details open")
    if lit:  # as if every attribution were pointed at
        rules = ".s,.entry,.handle{--tint:var(--lit)}.card{display:block}"
        everything = everything.replace("</style>", f"{rules}</style>")
    page = visit(everything, color_scheme=scheme)
    found = page.evaluate(COLOURS)
    assert len(found) > 100
    weak = [(round(contrast(ink, on), 2), text) for text, ink, on in found if contrast(ink, on) < 4.5]
    assert weak == []
    assert (luminance(found[-1][2]) < 0.2) == (scheme == "dark")


def test_print_shows_the_whole_list_and_no_helpers(visit: Any, html: str) -> None:
    page = visit(html, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".skip, .cards, .legend").evaluate_all("all => all.every(n => !n.checkVisibility())")
    sources = page.locator(".sources")
    assert sources.evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    # A dark screen must not print light ink.
    assert luminance(rgb(page.locator(".story").evaluate("node => getComputedStyle(node).color"))) < 0.05
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 2000])
@pytest.mark.parametrize("make", [harbour, hostile, hostile_chains, lighthouse, lambda: crowd(40)])
def test_no_width_needs_sideways_scrolling(visit: Any, make: Any, width: int) -> None:
    page = visit(html_report(make()), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_never_covers_the_foot(visit: Any, html: str) -> None:
    page = visit(html)
    page.locator(".foot p").scroll_into_view_if_needed()
    bottom = page.locator(".sources").evaluate("node => node.getBoundingClientRect().bottom")
    assert bottom <= page.locator(".foot").evaluate("node => node.getBoundingClientRect().top")


def test_landmarks_headings_and_names(visit: Any, html: str) -> None:
    page = visit(html)
    assert page.locator("html").get_attribute("lang") == "en"
    for role in ("banner", "main", "complementary", "contentinfo", "article"):
        assert page.get_by_role(role).count() == 1, role
    levels = page.locator("h1,h2,h3,h4").evaluate_all("all => all.map(n => Number(n.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    links = page.locator("a:not(svg a)").all()
    assert all((link.get_attribute("aria-label") or link.inner_text()).strip() for link in links)
    assert page.get_by_role("link", name="Attribution 3: Residents, say, indirect, unsure").count() == 1
    assert page.get_by_role("article", name="The story").count() == 1
    assert page.get_by_role("group", name="caption").count() == 1


@pytest.mark.parametrize("make", [hostile, hostile_chains])
def test_hostile_strings_stay_text_with_script_switched_on(chromium: Any, make: Any) -> None:
    context = chromium.new_context()
    page = context.new_page()
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.set_content(html_report(make()))
    assert page.locator("script, img, [onload], [onerror], [onmouseover]").count() == 0
    page.locator(".story .s").first.hover()
    assert alarms == []
    text = page.locator("article").evaluate(
        "node => { node.querySelectorAll('summary').forEach(s => s.remove()); return node.textContent }"
    )
    assert text == shown(hostile().text)
    assert page.title() == f"{hostile().headline} – who says what".replace("\x1b", "␛").replace("\x07", "␇")
    context.close()
