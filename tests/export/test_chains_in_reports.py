"""Both reports show chains, certainty, checks, records and the outlet's own voice, and count them right."""

from __future__ import annotations

import re

import lxml.html
from chain_stories import lighthouse, single
from msgspec import UNSET
from msgspec.structs import replace
from report_stories import blocks_of, harbour, said, story_of

from sayso.export import html_report, terminal_report
from sayso.story import Candidate, CaptionCheck, Finding, HeadlineCheck, Hop, Source, Story

#: Words that say more than a reader of attributions can know.
_VERDICTS = re.compile(r"\b(?:true|truth|false|fake|reliable|unreliable|lie|lies|lying)\b", re.IGNORECASE)


def plain(story: Story, width: int = 110) -> str:
    return terminal_report(story, width=width, colour=False)


def tree(story: Story) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html_report(story))


def text(node: lxml.html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def entry(page: lxml.html.HtmlElement, number: int) -> str:
    return text(page.get_element_by_id(f"a{number}"))


def test_the_chain_is_a_path_from_the_reader_to_the_origin() -> None:
    path = "reader ← the Gannet Gazette ← Radio Skerry ← two coastguard officials"
    assert f"     {path}\n" in plain(lighthouse())
    page = tree(lighthouse())
    assert path in entry(page, 3)
    assert "the Gannet Gazette: “reported” the outlet is the subject of the cue" in plain(lighthouse())
    assert "the Gannet Gazette: reported the outlet is the subject of the cue" in entry(page, 3)
    links = page.xpath("//li[@id='a3']/div/p[@class='path']/a")
    names = [page.get_element_by_id(link.get("href")[1:]).xpath("./h3")[0].text_content() for link in links]
    assert names == ["the Gannet Gazette", "Radio Skerry", "two coastguard officials"]


def test_parallel_chains_are_shown_beside_it() -> None:
    assert "     reader ← Freight records\n     also reader ← the diary of the harbour master\n" in plain(
        lighthouse()
    )
    assert "also reader ← the diary of the harbour master" in entry(tree(lighthouse()), 8)


def test_a_garbled_chain_is_shown_as_it_stands() -> None:
    garbled = "garbled chain, not repaired: “He told National Coast Service, Radio Skerry”"
    assert garbled in plain(lighthouse())
    assert garbled.replace("“", "").replace("”", "") in entry(tree(lighthouse()), 11)


def test_an_unclear_source_is_never_given_a_name() -> None:
    unclear = "source unclear: two coastguard officials or Ruth Adeyemi (“One of them”)"
    reason = "two coastguard officials: the only group of people named before"
    for shown in (plain(lighthouse()), entry(tree(lighthouse()), 12)):
        assert unclear in shown
        assert reason in shown
    report = plain(lighthouse())
    assert report.index("\nsource unclear\n") < report.index(unclear)


def test_where_the_end_of_a_chain_is_only_likely_it_is_one_of_those_that_may_be_meant() -> None:
    words, blocks = blocks_of(("body", "The Mirror said Ann and Bo met. He cried, the Mirror said."))
    found = replace(
        said(words, blocks, "the Mirror", "said", "He cried"),
        chain=("m", "a"),
        hops=(Hop("a", (), "the last man named"),),
        candidates=(Candidate("b", "was named too"),),
    )
    people = (("m", "the Mirror", "outlet"), ("a", "Ann", "person"), ("b", "Bo", "person"))
    sources = tuple(Source(id=one, name=name, kind=kind) for one, name, kind in people)  # type: ignore[arg-type]
    story = story_of(words, blocks=blocks, attributions=(found,), sources=sources)
    wanted = ("reader ← the Mirror ← source unclear", "source unclear: Ann or Bo", "Ann: the last man named")
    for shown in (plain(story), entry(tree(story), 1)):
        assert all(words in shown for words in wanted)
        assert "← Ann" not in shown
    assert "Ann · person\n  may be meant in 1\n" in plain(story)
    assert "1 claim · 0 origins · 0 unattributed · 1 with the source unclear" in plain(story)


def test_certainty_in_words_with_the_hedges_named_and_marked() -> None:
    assert "hedged, put as possible (+1.1 of 3): “may” (the reporter)" in plain(lighthouse())
    assert "denied, put as certainly not so (−2.9 of 3)" in plain(lighthouse())
    page = tree(lighthouse())
    assert "hedged, put as probable (+2.0 of 3): believes (the source)" in entry(page, 5)
    marked = page.xpath("//article//span[contains(concat(' ', @class, ' '), ' hedge ')]")
    assert [node.text_content() for node in marked] == ["may", "believes", "reportedly", "perhaps"]
    quoted = page.xpath("//li[@id='a3']/div/blockquote/u[@class='hedge']")
    assert [node.text_content() for node in quoted] == ["may"]
    coloured = terminal_report(lighthouse(), width=110, colour=True)
    assert re.search(r"lighthouse \x1b\[[\d;]*4[\d;]*mmay\x1b\[0m have been sold", coloured)


def test_evidence_and_figures_stand_with_their_claim() -> None:
    for shown in (plain(lighthouse()), entry(tree(lighthouse()), 3)):
        shown = shown.replace("“", "").replace("”", "")
        assert "rests on a document: the bill" in shown
        assert "figure nearly £60,000 – about 60,000 £, sold" in shown
    assert "“at least three weeks” – 3 or more weeks, ago, as of 24 March 2025" in plain(lighthouse())


def test_the_headlines_findings_stand_right_under_it_with_both_texts() -> None:
    lines = plain(lighthouse()).split("\n")
    assert lines[1:5] == [
        "headline OVERSTATES body · the body discusses its claim",
        "  hedge dropped",
        "    headline: “sold”",
        "    body: “may have been sold”",
    ]
    page = tree(lighthouse())
    after = page.xpath("//h1/following-sibling::*[1]")[0]
    assert text(after).startswith("Headline OVERSTATES body – the body discusses its claimhedge dropped")
    links = after.xpath(".//a")
    assert [link.text_content() for link in links] == ["may have been sold", "nearly £60,000"]
    for link in links:
        place = page.get_element_by_id(link.get("href")[1:])
        assert "finding" in place.getnext().get("class")
        assert link.text_content().startswith(place.getnext().text_content())


def test_captions_show_only_where_the_body_does_not_support_them() -> None:
    for shown in (plain(lighthouse()), text(tree(lighthouse()).xpath("//section[@class='checks']")[0])):
        assert shown.casefold().count("caption not in the body") == 1
        assert "standfirst" not in shown.split("Tidewater Post")[0].casefold()


def test_a_finding_on_the_whole_caption_does_not_repeat_it() -> None:
    words = "The lighthouse before the theft of its 40 crates"
    check = CaptionCheck(4, "overstated", "agree", (Finding("hedge_dropped", words, ()),), "")
    story = replace(lighthouse(), caption_checks=(check,))
    assert "  hedge dropped\n    caption: all of it\n    body: nothing of it in the body\n" in plain(story)
    assert text(tree(story).xpath("//section[@class='checks']")[0]).count(words) == 1


def test_a_supported_headline_is_one_quiet_line() -> None:
    story = replace(lighthouse(), headline_check=HeadlineCheck("supported", "agree", (), ""))
    assert "the body supports the headline · the body agrees with its claim\n" in plain(story)
    none = replace(lighthouse(), headline_check=None, caption_checks=())
    assert "checks" not in html_report(none).split("</style>")[1]


def test_records_are_listed() -> None:
    for shown in (plain(lighthouse()), text(tree(lighthouse()).xpath("//section[@class='records']")[0])):
        shown = shown.replace("“", "").replace("”", "")
        assert "Marram Mutual denied: denied that any claim had been made" in shown
        assert "The police declined to comment: The police declined to comment" in shown
        assert "not verified: could not independently verify the bill" in shown


def test_the_outlets_own_voice_is_listed_and_shaded() -> None:
    report = plain(lighthouse())
    assert "3 sentences, 1 hedged\n  · The lighthouse was built in 1871.\n" in report
    assert "the oldest on the coast. – hedged: “perhaps” (the reporter)\n" in report
    assert "figure “240 kilograms” – 240 kilograms" in report
    shaded = tree(lighthouse()).xpath("//article//span[contains(concat(' ', @class, ' '), ' voice ')]")
    assert "".join(node.text_content() for node in shaded).startswith("The lighthouse was built in 1871.Its")


def test_the_summary_counts_claims_origins_and_the_unattributed() -> None:
    wanted = (
        "12 claims · 9 origins · 2 rest on one unnamed source: two coastguard officials · 1 unattributed · "
        "3 hedged · 1 with the source unclear · 1 with a garbled chain"
    )
    assert wanted in " ".join(plain(lighthouse()).split())
    assert wanted in text(tree(lighthouse()).xpath("//p[@class='summary']")[0])


def test_a_story_on_one_person_is_called_so() -> None:
    called = "ingle origin: everything attributed in this story rests on Petra Lindqvist"
    assert "4 claims · 1 origin · 3 rest on one person: Petra Lindqvist · 1 unattributed" in plain(single())
    assert called in plain(single())
    assert called in text(tree(single()).xpath("//p[@class='single']")[0])
    assert "ingle origin" not in plain(lighthouse()) + html_report(lighthouse())


def test_sources_are_grouped_by_who_they_are() -> None:
    report = plain(lighthouse())
    assert "Ruth Adeyemi · person\n  described as the island's warden\n  also called Adeyemi, She\n" in report
    assert "stays unnamed: asked not to be named\n  reason given: they fear for their posts\n" in report
    assert "the Gannet Gazette · outlet\n  relays 3, 4, 5\n" in report
    section = tree(lighthouse()).xpath("//aside/section[h3='Ruth Adeyemi']")[0]
    assert [node.get("id") for node in section.xpath("./ul/li")] == ["a4", "a5", "a6"]
    assert "nothing attributed to: Skerry Trust" in report


def test_an_inner_attribution_is_shown_under_the_outer_one_and_once() -> None:
    page = tree(lighthouse())
    assert page.xpath("//li[@id='a6']/div/ul[@class='held']/li/@id") == ["a7"]
    assert len(page.xpath("//aside//li[contains(@class, 'entry')]")) == 13
    assert "her brother · unnamed\n  says within another’s words 7\n" in plain(lighthouse())
    assert plain(lighthouse()).count("     he heard an engine on two nights\n") == 1


def test_with_sources_resolved_no_note_speaks_of_wording() -> None:
    assert "as worded" not in plain(lighthouse())
    assert "Grouped by the source’s words" in html_report(harbour())
    assert "Grouped by the source’s words" not in html_report(lighthouse())


def test_a_document_of_an_earlier_step_looks_as_before() -> None:
    page = tree(harbour())
    assert not page.xpath("//svg|//*[@class='summary']|//*[@class='checks']|//*[@class='records']")
    assert not page.xpath("//p[@class='path']|//u")
    assert "←" not in plain(harbour())


def test_a_chain_whose_sources_the_document_does_not_list() -> None:
    words, blocks = blocks_of(("body", "Ann said it rained."))
    found = replace(said(words, blocks, "Ann", "said", "it rained"), chain=("gone",))
    story = story_of(words, blocks=blocks, attributions=(found,))
    assert "reader ← a source this document does not list" in plain(story)
    assert UNSET is story.sources


def test_only_resolved_sources_and_no_chain() -> None:
    story = replace(harbour(), sources=(Source(id="a", name="Petra Lindqvist", kind="person"),))
    assert "12 sources as worded" in plain(story)


def test_no_report_judges() -> None:
    for story in (lighthouse(), single(), harbour()):
        page = tree(story)
        for style in page.xpath("//style"):
            style.drop_tree()
        assert not _VERDICTS.search(plain(story) + page.text_content())
