"""Chains, findings and the source tree in a real browser, its script switched off."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from chain_stories import lighthouse, single
from colours import background, contrast, luminance, rgb
from odd_stories import crowd

from sayso.export import html_report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chains() -> str:
    return html_report(lighthouse())


def test_landmarks_and_names_with_chains(visit: Any, chains: str) -> None:
    page = visit(chains)
    for role in ("banner", "main", "complementary", "contentinfo", "article"):
        assert page.get_by_role(role).count() == 1, role
    levels = page.locator("h1,h2,h3,h4").evaluate_all("all => all.map(n => Number(n.tagName[1]))")
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.get_by_role("img", name="Source tree").count() == 1
    going = "reader ← the Gannet Gazette ← Radio Skerry ← two coastguard officials"
    name = f"Attribution 3: the Gannet Gazette, reported, indirect, {going}"
    assert page.get_by_role("link", name=name).count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [single, lighthouse, lambda: crowd(40)])
@pytest.mark.parametrize("width", [390, 1400])
def test_the_drawing_fits_and_can_be_seen(visit: Any, make: Any, scheme: str, width: int) -> None:
    page = visit(html_report(make()), width, color_scheme=scheme)
    drawing = page.locator("svg[role=img]")
    box = drawing.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["width"] >= 320
    # No name runs into the number at the end of its row.
    runs_over = """node => [...node.querySelectorAll('.node')].filter(row => {
      const [name, count] = ['.name', '.count'].map(part => row.querySelector(part).getBoundingClientRect());
      return name.right > count.left;
    }).map(row => row.textContent)"""
    assert drawing.evaluate(runs_over) == []
    ground = rgb(page.locator("html").evaluate("node => getComputedStyle(node).backgroundColor"))
    edge = rgb(drawing.locator(".edge").first.evaluate("node => getComputedStyle(node).stroke"))
    mark = rgb(drawing.locator(".node .full").first.evaluate("node => getComputedStyle(node).fill"))
    assert contrast(edge, ground) >= 3
    assert contrast(mark, ground) >= 3


def test_the_drawing_leads_to_a_source_and_its_list_to_the_claims(visit: Any, chains: str) -> None:
    page = visit(chains)
    page.locator("svg .node", has_text="Marram Mutual").click()
    section = page.locator(page.url[page.url.index("#") :])
    assert section.locator("h3").inner_text() == "Marram Mutual"
    summary = page.locator(".tree summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "the Gannet Gazette"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("aria-label") == "Claim 4"
    page.keyboard.press("Enter")
    assert page.url.endswith("#a4")


def test_a_long_drawing_scrolls_by_keyboard_and_prints_whole(visit: Any) -> None:
    page = visit(html_report(crowd(40)))
    scroller = page.locator(".scroll")
    assert scroller.evaluate("node => node.scrollHeight > node.clientHeight + 100")
    scroller.focus()
    page.keyboard.press("End")
    page.wait_for_timeout(200)
    assert scroller.evaluate("node => node.scrollTop") > 100
    page.emulate_media(media="print")
    assert scroller.evaluate("node => node.scrollHeight <= node.clientHeight + 1")


def test_a_finding_leads_to_the_words_of_the_body(visit: Any, chains: str) -> None:
    page = visit(chains)
    page.locator(".checks a", has_text="nearly £60,000").click()
    assert page.url.endswith("#f2")
    box = page.locator(".finding", has_text="nearly £60,000").bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_findings_come_before_anything_else_under_the_headline(visit: Any, chains: str) -> None:
    page = visit(chains, 390)
    places = [
        page.locator(part).first.bounding_box()["y"] for part in ("h1", ".checks", ".facts", ".summary")
    ]
    assert places == sorted(places)


def test_the_card_shows_the_way_and_the_certainty(visit: Any, chains: str) -> None:
    page = visit(chains)
    page.locator(".story .content.a5").first.hover()
    assert page.locator(".card:visible").inner_text().split("\n\n")[1:4] == [
        "reader ← the Gannet Gazette ← Ruth Adeyemi",
        "believes · indirect",
        "hedged, put as probable (+2.0 of 3): believes (the source)",
    ]


def test_an_entry_inside_another_lights_up_alone(visit: Any, chains: str) -> None:
    page = visit(chains)
    plain = background(page, "#a7")
    page.goto(page.url + "#a6")
    assert background(page, "#a6") != plain
    assert background(page, "#a7") == plain


def test_print_with_chains(visit: Any, chains: str) -> None:
    page = visit(chains, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".tree details").evaluate("node => !node.checkVisibility()")
    assert page.locator(".drawing").first.is_visible()
    for part in (".path", ".summary", ".check", ".drawing .name"):
        ink = page.locator(part).first.evaluate(
            "n => getComputedStyle(n)[n.ownerSVGElement ? 'fill' : 'color']"
        )
        assert luminance(rgb(ink)) < 0.2
    assert page.pdf().startswith(b"%PDF")
