"""Media by name, by host, in a text, and by signs alone."""

from __future__ import annotations

import re
import time
from importlib import resources
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sourcing import _outlets as outlets
from sayso.sourcing._outlet_list import Index, OutletKind
from sayso.sourcing._outlet_signs import listed_sign, looks_like_outlet

LIST = resources.files("sayso.sourcing").joinpath("outlets.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in LIST.splitlines()]


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """A text and the span that stands in square brackets in it."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), (start, end)


def names_in(text: str) -> list[str]:
    return [text[start:end] for (start, end), _ in outlets.outlets_in(text)]


def test_the_list_is_large_and_well_formed() -> None:
    head, *rows = ROWS
    assert head == ["name", "short", "kind", "country", "domain", "ambiguous"]
    assert len(rows) >= 1000
    names = [row[0] for row in rows]
    assert len(set(names)) == len(names)
    for name, short, kind, country, domain, ambiguous in rows:
        assert name.strip() == name
        assert name
        assert all(form.strip("~ ") for form in short.split("|")) or not short
        assert kind in get_args(OutletKind)
        assert re.fullmatch(r"[A-Z]{2}", country)
        assert not domain or all(outlets.host_name(host) == host for host in domain.split("|"))
        assert ambiguous in ("0", "1")


def test_every_name_and_short_form_is_found_again() -> None:
    for name, short, *_ in ROWS[1:]:
        for form in [name, *(form.removeprefix("~") for form in short.split("|") if form)]:
            assert name in [outlet.name for outlet in outlets.namesakes(form)], form


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("daily mail", "Daily Mail"),
        ("the Daily Mail", "Daily Mail"),
        ("Mail Online", "Daily Mail"),
        ("MailOnline", "Daily Mail"),
        ("TMZ.com", "TMZ"),
        ("A.P.", "Associated Press"),
        ("Buzzfeed", "BuzzFeed"),
        ("Folha de Sao Paulo", "Folha de S.Paulo"),
        ("U.S. News and World Report", "U.S. News & World Report"),
        ("Rolling Stone,", "Rolling Stone"),
        ("El Pais", "El País"),
    ],
)
def test_lookup_forgives_case_accents_articles_and_punctuation(written: str, name: str) -> None:
    found = outlets.lookup(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", ["", " ", "the", "...", "Ministry of Health", "Anna Lindqvist", "💬"])
def test_lookup_of_no_outlet(name: str) -> None:
    assert outlets.lookup(name) is None
    assert outlets.namesakes(name) == ()
    assert not outlets.is_ambiguous(name)


def test_common_words_and_shared_short_forms_are_ambiguous() -> None:
    assert all(map(outlets.is_ambiguous, ["Time", "People", "The Sun", "Nature", "the Post", "the Times"]))
    assert not any(map(outlets.is_ambiguous, ["Reuters", "Daily Mail", "New York Times", "BuzzFeed"]))
    assert len(outlets.namesakes("the Times")) > 1


@pytest.mark.parametrize(
    ("url", "name", "host"),
    [
        ("https://edition.cnn.com/2014/10/01/a?b=c", "CNN", "edition.cnn.com"),
        ("http://www.bbc.co.uk/news", "BBC", "bbc.co.uk"),
        ("bbc.co.uk", "BBC", "bbc.co.uk"),
        ("//user@abc7.com:80#x", "KABC", "abc7.com"),
        ("http://riverside-weekly.example/1", None, "riverside-weekly.example"),
        ("mailto:me", None, None),
        ("", None, None),
        ("http://", None, None),
    ],
)
def test_hosts(url: str, name: str | None, host: str | None) -> None:
    found = outlets.by_host(url)
    assert (found.name if found else None) == name
    assert outlets.host_name(url) == host


def test_outlets_in_a_text_are_the_longest_names_in_capitals() -> None:
    text = (
        "The Washington Post and the BBC’s Newsnight followed; dpa had it first, as did Fox News on cnn.com."
    )
    assert names_in(text) == ["The Washington Post", "BBC", "Newsnight", "dpa", "Fox News", "cnn.com"]


def test_small_letters_name_no_outlet() -> None:
    assert names_in("Every guardian and observer wired the mirror, in a new scientist's rolling stone.") == []


def test_ambiguous_names_need_a_sign() -> None:
    assert names_in("Time will tell. People were told so. The Sun rose. Nature heals. Today he left.") == []
    text = "He told The Sun, wrote in Time magazine and spoke to People; the study appeared in Nature."
    assert names_in(text) == ["The Sun", "Time magazine", "People", "Nature"]


def test_an_ambiguous_word_in_a_longer_name_is_none() -> None:
    text = (
        "He told Hollywood Today, an editor at Voice of Ruritania, the National Coalition and the Life Guild."
    )
    assert names_in(text) == []


def test_abbreviations_must_be_capitals() -> None:
    assert names_in("Afp and Ap are nothing; AFP and AP are agencies.") == ["AFP", "AP"]


def test_the_list_can_be_emptied() -> None:
    text = "She told Reuters so."
    assert outlets.outlets_in(text, use_list=False) == []
    assert outlets.lookup("Reuters", use_list=False) is None
    with outlets.without_list():
        assert outlets.lookup("Reuters") is None
        assert outlets.by_host("cnn.com") is None
        assert outlets.outlets_in(text) == []
        with outlets.without_list(False):
            assert outlets.lookup("Reuters") is not None
    assert outlets.lookup("Reuters") is not None


@pytest.mark.parametrize(
    "text",
    [
        "He told the [Fernside Telegraph] that it rained.",
        "The [Fernside Evening Post] said so.",
        "as the [Denham Star] put it",
        "[Daily Lantern] has more.",
        "A crew from [WQZX-TV] saw it.",
        "[KZQX 9] showed it.",
        "[Fox 99] showed it.",
        "[gadgetpile.com] and [",
        "She told [GadgetPile] on Monday.",
        "[Gadget Pile], a Leeds-based tech blog, said so.",
        "The tabloid [Kurzblatt] said so.",
        "[Kurzblatt] newspaper said so.",
        "according to a report in [Kurzblatt], he left",
        "in an interview with the [Lantern], she wept",
        "[Kurzblatt] reporter Jim Oak was there.",
        "[Kurzblatt] reports that it rained.",
        "a study in the [Journal of Mild Surprise] found",
        "The [Lantern] ran it in full. The paper said it had letters.",
        "[the tabloid] said so",
        "[a London-based news site] said so",
        "[Harbour News Agency] said so",
        "[several media outlets] said so",
        "[local media] said so",
        "[Ruritanian state television] said so",
        "[a blog linked to the Reds] said so",
        "[some media outlets in Ruritania] said so",
    ],
)
def test_signs_without_the_list(text: str) -> None:
    text = text.removesuffix(" and [")
    with outlets.without_list():
        assert looks_like_outlet(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "He told [Harriet Oak] that it rained.",
        "She told [Oak] on Monday.",
        "He told the [Senate] so.",
        "He told the [Public Works Committee] so.",
        "The [Fernside Police Department] said so.",
        "The [Press] Secretary said so.",
        "White House [Press] Secretary Jim Oak said so.",
        "at the [Post] Office",
        "the [Morning Post] Office",
        "[Daily life] goes on.",
        "[Harriet Oak], the owner of a newspaper, said so.",
        "[Oak], the newspaper said, was there.",
        "[McKenzie] said so. He left.",
        "The [Ministry of Health] reports that it rained.",
        "[WADA] said so.",
        "[WHEN] IT RAINS IN SPAIN",
        "[Amazon.com] said so.",
        "[Animal Rescue Network] said so.",
        "reported by [Harriet Oak]",
        "[he] reports that",
        "it spread on [social media]",
        "[social media channels] said so",
        "the [US] newspaper said so",
        "He published it on [Twitter]",
        "[NASA] reported it",
        "[the rebels' Ruritanian affiliate] said so",
    ],
)
def test_no_sign(text: str) -> None:
    assert looks_like_outlet(*marked(text)) is None


def test_the_reason_is_in_words() -> None:
    assert looks_like_outlet(*marked("the [Fernside Herald] said")) == "the head word “Herald”"
    assert looks_like_outlet(*marked("the tabloid [Kurz] said")) == "after “tabloid”"
    assert listed_sign(*marked("seen in The [Sun] today")) == "a capitalised The within the sentence"


pieces = st.sampled_from(
    [
        "The ",
        "the ",
        "Daily ",
        "Mail",
        "Times",
        " told ",
        "BBC",
        "’s ",
        ".com",
        "Sun",
        "Time",
        ", ",
        "a ",
        "X",
        "K",
    ]
)
texts = st.one_of(st.text(max_size=200), st.lists(pieces, max_size=40).map("".join))


@given(texts, st.integers(-5, 250), st.integers(-5, 250))
def test_spans_slice_to_the_name(text: str, start: int, end: int) -> None:
    previous = 0
    for (first, last), outlet in outlets.outlets_in(text, start, end):
        assert max(previous, start) <= first < last <= min(end, len(text))
        found = outlets.lookup(text[first:last]) or outlets.by_host(text[first:last])
        assert found is not None
        assert found.name == outlet.name
        previous = last


@given(texts, st.integers(-5, 250), st.integers(-5, 250))
def test_signs_never_raise(text: str, start: int, end: int) -> None:
    reason = looks_like_outlet(text, (start, end))
    assert reason is None or reason.strip()
    listed_sign(text, (start, end))


@given(st.text(max_size=300))
def test_hosts_never_raise(url: str) -> None:
    outlets.by_host(url)
    host = outlets.host_name(url)
    assert host is None or outlets.host_name(host) in (host, host.removeprefix("www."))


def test_the_list_loads_and_searches_fast_enough() -> None:
    begin = time.process_time()
    Index(LIST)
    assert time.process_time() - begin < 0.3
    text = "The Daily Mail told the BBC that Reuters and People of The Sun had a.b.c.d.e.f. " * 1000
    outlets.outlets_in(text[:100])
    begin = time.process_time()
    outlets.outlets_in(text)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("unit", ["a.", "a-", "The ", "BBC", "Daily ", "told the ", "x, a ", "“", "a_a."])
def test_time_grows_with_the_text_only(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = time.process_time()
    outlets.outlets_in(text)
    looks_like_outlet(text, (0, len(text)))
    looks_like_outlet(text, (len(text) // 2, len(text) // 2 + 9))
    outlets.host_name(text)
    assert time.process_time() - begin < 3
