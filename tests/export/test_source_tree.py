"""The source tree draws every way once, counts the claims on it, and says the same as a list."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import lxml.html
import pytest
from chain_stories import lighthouse, single
from hypothesis import HealthCheck, given, settings
from odd_stories import crowd, hostile_chains
from report_strategies import stories, texts

from sayso.export import html_report
from sayso.export._branches import tree_of
from sayso.export._digest import Digest
from sayso.export._tree import WIDTH, shortened, tree_svg
from sayso.story import Story


def drawn(story: Story) -> str:
    digest = Digest(story)
    return tree_svg(tree_of(digest.claims, digest.ways), story.outlet, digest.sections)


def rows(story: Story) -> list[tuple[int, str, int]]:
    """Depth, name and count of every row."""
    digest = Digest(story)
    return [
        (branch.depth, branch.step.name if branch.step else "reader", len(branch.claims))
        for branch in tree_of(digest.claims, digest.ways).walk()
    ]


def test_ways_that_begin_alike_share_their_branch() -> None:
    assert rows(lighthouse())[:5] == [
        (0, "reader", 11),
        (1, "the Gannet Gazette", 3),
        (2, "Ruth Adeyemi", 2),
        (2, "Radio Skerry", 1),
        (3, "two coastguard officials", 1),
    ]
    assert (1, "unattributed", 1) in rows(lighthouse())


def test_the_counts_are_those_of_the_summary() -> None:
    assert rows(single()) == [(0, "reader", 4), (1, "Petra Lindqvist", 3), (1, "unattributed", 1)]


def test_the_drawing_is_named_and_says_what_it_shows() -> None:
    image = ElementTree.fromstring(drawn(lighthouse()))
    assert image.get("role") == "img"
    assert image.get("aria-labelledby") == "tree-title tree-desc"
    assert image.findtext("title") == "Source tree"
    assert (image.findtext("desc") or "").startswith("11 claims on their way from 12 sources to the reader")


@pytest.mark.parametrize("count", [2, 40])
def test_every_source_has_its_row_and_long_names_are_whole_in_their_title(count: int) -> None:
    image = ElementTree.fromstring(drawn(crowd(count)))
    names = [node.text or "" for node in image.iter("text") if node.get("class") == "name"]
    titles = [node.text or "" for node in image.iter("title")]
    for source in crowd(count).sources or ():
        if source.id.startswith("id"):
            assert any(title.startswith(f"{source.name}, ") for title in titles)
    if count == 40:
        assert any(name.endswith("…") for name in names)
    assert float(image.get("height") or 0) < 60 + 30 * len(rows(crowd(count)))


def test_it_is_drawn_the_same_each_time() -> None:
    assert drawn(crowd(40)) == drawn(crowd(40))
    assert html_report(lighthouse()) == html_report(lighthouse())


def test_the_list_holds_the_same_with_links_to_the_claims() -> None:
    page = lxml.html.document_fromstring(html_report(lighthouse()))
    first = page.xpath("//section[@class='tree']/details/ul/li[1]")[0]
    assert " ".join(first.text_content().split()) == (
        "the Gannet Gazette, outlet: 3 claims, 3 of them relayed"
        "Ruth Adeyemi, person: 2 claims 4 5"
        "Radio Skerry, outlet: 1 claim, 1 of them relayed"
        "two coastguard officials, unnamed: 1 claim 3"
    )
    listed = page.xpath("//section[@class='tree']/details//a[starts-with(@href, '#a')]/@href")
    assert set(listed) == {f"#a{n}" for n in range(1, 14) if n not in (6, 12)}
    # The drawing itself is one image: its links are for the pointer only.
    assert set(page.xpath("//svg//a/@tabindex")) == {"-1"}


def test_an_attribution_that_only_passes_on_is_not_counted() -> None:
    digest = Digest(lighthouse())
    assert 6 not in {saying.number for saying in digest.claims}
    assert 7 in {saying.number for saying in digest.claims}


@given(texts)
def test_a_name_is_cut_to_fit(name: str) -> None:
    short = shortened(name, 120)
    assert short == name or (short.endswith("…") and name.startswith(short[:-1].rstrip()))
    assert len(short) <= 26 or short == name or not short.isascii()


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(stories())
def test_any_tree_is_well_formed(story: Story) -> None:
    image = ElementTree.fromstring(drawn(story))
    assert {node.tag for node in image.iter()} <= set("svg g path circle rect text title desc a".split())
    assert image.get("viewBox", "").startswith(f"0 0 {WIDTH} ")


def test_hostile_names_stay_text() -> None:
    image = ElementTree.fromstring(drawn(hostile_chains()))
    assert not re.search("<(?:script|img)", "".join(ElementTree.tostring(image, "unicode")))
    assert "<script>" in "".join(image.itertext())
