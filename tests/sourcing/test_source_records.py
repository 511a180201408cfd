"""Sources in the document: what they are called, described as, and where they are mentioned."""

from __future__ import annotations

import pytest
from sourced_stories import chains_of, sources_of, story, words_at

from sayso.sourcing import trace

LEAGUE = (
    "Ingrid Valdemarsen, who represents deck crews at the Seafarers' League, said the master was refused a "
    "day in the yard. Valdemarsen has led the league since spring. Ingrid added that the office knew. "
    "She said nobody answered."
)


def league() -> object:
    return story(
        LEAGUE,
        (
            "Ingrid Valdemarsen, who represents deck crews at the Seafarers' League",
            "said",
            "the master was refused a day in the yard",
        ),
        ("Ingrid", "added", "that the office knew"),
        ("She", "said", "nobody answered"),
    )


def test_a_source_has_the_fullest_name_and_its_short_forms() -> None:
    source = sources_of(league())["Ingrid Valdemarsen"]
    assert source.kind == "person"
    assert source.aliases == ("Valdemarsen", "Ingrid")
    assert words_at(LEAGUE, source.mentions) == ["Ingrid Valdemarsen", "Valdemarsen", "Ingrid", "She"]
    assert source.description
    assert source.description.words == "who represents deck crews at the Seafarers' League"


def test_an_article_describes_nobody() -> None:
    text = "The ferry line had been warned, according to the Torhaven Ledger. The Ledger said so on Monday."
    found = sources_of(
        story(
            text,
            ("the Torhaven Ledger", "according to", "The ferry line had been warned"),
            ("The Ledger", "said", "so on Monday"),
        )
    )
    assert found["Torhaven Ledger"].description is None
    assert found["Torhaven Ledger"].aliases == ("Ledger",)


def test_an_employer_describes_without_its_ending() -> None:
    text = "Reuters' rival waited. The Torhaven Ledger's Sanna Kivi said the strait was shut."
    found = sources_of(story(text, ("The Torhaven Ledger's Sanna Kivi", "said", "the strait was shut")))
    described = found["Sanna Kivi"].description
    assert described
    assert described.words == "Torhaven Ledger"
    assert chains_of(story(text, ("The Torhaven Ledger's Sanna Kivi", "said", "the strait was shut"))) == [
        ["Torhaven Ledger", "Sanna Kivi"]
    ]


def test_an_apposition_elsewhere_describes_too() -> None:
    text = "Divers met Anders Lovdal, the owner of the barge, on the quay. Lovdal said the barge was lit."
    found = sources_of(story(text, ("Lovdal", "said", "the barge was lit")))
    described = found["Anders Lovdal"].description
    assert described
    assert described.words == "the owner of the barge"
    assert found["Anders Lovdal"].aliases == ("Lovdal",)


def test_a_description_goes_to_whom_it_describes() -> None:
    text = (
        "Ingrid Valdemarsen said the crew had been refused a day in the yard. "
        "The ferry's owner said the vessel was certified."
    )
    found = sources_of(
        story(
            text,
            ("Ingrid Valdemarsen", "said", "the crew had been refused a day in the yard"),
            ("The ferry's owner", "said", "the vessel was certified"),
        )
    )
    assert found["Ingrid Valdemarsen"].aliases == ()
    assert words_at(text, found["ferry's owner"].mentions) == ["The ferry's owner"]


def test_a_bracketed_short_form_is_an_alias() -> None:
    text = "The Free Jetty Association (FJA) said the jetty would stay open. The FJA warned of the tide."
    found = sources_of(
        story(
            text,
            ("The Free Jetty Association (FJA)", "said", "the jetty would stay open"),
            ("The FJA", "warned", "of the tide"),
        )
    )
    assert list(found) == ["Free Jetty Association"]
    assert found["Free Jetty Association"].aliases == ("FJA",)


def test_an_unnamed_source_keeps_number_body_terms_and_reason() -> None:
    text = (
        "Two Coastguard pilots, who asked not to be named because the case is open, said the radar was off."
    )
    found = sources_of(
        story(
            text,
            (
                "Two Coastguard pilots, who asked not to be named because the case is open,",
                "said",
                "the radar was off",
            ),
        )
    )
    (source,) = found.values()
    assert source.kind == "unnamed"
    assert words_at(text, source.number) == ["Two"]
    assert words_at(text, source.body) == ["Coastguard"]
    assert source.anonymity
    assert words_at(text, source.anonymity.terms) == ["who asked not to be named"]
    assert words_at(text, source.anonymity.reason) == ["because the case is open"]


def test_terms_may_stand_behind_the_cue() -> None:
    text = (
        "An engineer said on condition of anonymity, for fear of losing his post, that the pump failed.\n\n"
        "A clerk said the pump had been new."
    )
    found = sources_of(
        story(
            text,
            ("An engineer", "said", "that the pump failed"),
            ("A clerk", "said", "the pump had been new"),
        )
    )
    anonymity = found["engineer"].anonymity
    assert anonymity
    assert words_at(text, anonymity.terms) == ["on condition of anonymity"]
    assert words_at(text, anonymity.reason) == ["for fear of losing his post"]
    assert found["clerk"].anonymity is None


@pytest.mark.parametrize(
    ("told", "garbled"),
    [
        ("told Coast Radio, the Torhaven Ledger", True),
        ("told the Coast Security Service, Coast Radio", True),
        ("told the Torhaven Ledger", False),
        ("told Coast Radio and the Torhaven Ledger", False),
        ("told Coast Radio, a local station", False),
        ("told Sanna Kivi, Coast Radio", False),
    ],
)
def test_two_names_unconnected_behind_a_verb_are_garbled(told: str, garbled: bool) -> None:
    text = f'The mayor came late. "The fines were paid," Oke Brandvold {told}.'
    done = trace(story(text, ("Oke Brandvold", "told", '"The fines were paid,"'))).story
    assert done.attributions
    assert [one.garbled for one in done.attributions if one.source] == [garbled]


def test_two_names_in_what_is_said_garble_nothing() -> None:
    text = "Oke Brandvold said he had spoken to Coast Radio, Torhaven Ledger."
    done = trace(
        story(text, ("Oke Brandvold", "said", "he had spoken to Coast Radio, Torhaven Ledger"))
    ).story
    assert done.attributions
    assert not any(one.garbled for one in done.attributions)
