"""Source phrases are taken apart into a name, a kind, and what is said of whoever speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sourcing._phrase import Phrase, parse

NAMES = [
    # phrase, name, kind
    ("Ingrid Valdemarsen", "Ingrid Valdemarsen", "person"),
    ("Dr. Halvard Munthe", "Halvard Munthe", "person"),
    ("Mr Okonjo", "Okonjo", "person"),
    ("Lt. Col. Pavel Drozd", "Pavel Drozd", "person"),
    ("Harbour Minister Oke Brandvold", "Oke Brandvold", "person"),
    ("spokeswoman Leila Arnesen", "Leila Arnesen", "person"),
    ("the Norwegian skipper Tor Aalvik", "Tor Aalvik", "person"),
    ("Norwegian skipper Tor Aalvik", "Tor Aalvik", "person"),
    ("Ludwig van der Meer", "Ludwig van der Meer", "person"),
    ("J.P. Halloran", "J.P. Halloran", "person"),
    ("Pope Celestine", "Pope Celestine", "person"),
    ("Torhaven City Council", "Torhaven City Council", "organisation"),
    ("the Department of Coastal Safety", "Department of Coastal Safety", "organisation"),
    ("the Seafarers' League", "Seafarers' League", "organisation"),
    ("FJA", "FJA", "organisation"),
    ("France", "France", "organisation"),
    ("the Torhaven Ledger", "Torhaven Ledger", "outlet"),
    ("Reuters", "Reuters", "outlet"),
    ("torhavennews.com", "torhavennews.com", "outlet"),
    ("@marisol_crew", "@marisol_crew", "post"),
]
DESCRIPTIONS = [
    # phrase, description without its article, kind, head, plural
    ("a union official", "union official", "unnamed", "official", False),
    ("two harbour pilots", "two harbour pilots", "unnamed", "pilot", True),
    ("the 29-year-old", "29-year-old", "unnamed", "29-year-old", False),
    ("a survey of ferry crews", "survey of ferry crews", "document", "survey", False),
    ("the coastguard's report", "coastguard's report", "document", "report", False),
    ("the ministry", "ministry", "organisation", "ministry", False),
    ("the tabloid", "tabloid", "outlet", "tabloid", False),
    ("a tweet", "tweet", "post", "tweet", False),
    ("a source close to the inquiry", "source close to the inquiry", "unnamed", "source", False),
    (
        "a deckhand who asked not to be named",
        "deckhand who asked not to be named",
        "unnamed",
        "deckhand",
        False,
    ),
]


def whole(text: str, **more: object) -> Phrase:
    found = parse(text, (0, len(text)), **more)  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_a_name_is_found_without_title_role_or_nationality(text: str, name: str, kind: str) -> None:
    found = whole(text)
    assert (found.form, found.words(text), found.kind) == ("name", name, kind)


@pytest.mark.parametrize(("text", "words", "kind", "head", "plural"), DESCRIPTIONS)
def test_a_description_keeps_its_words(text: str, words: str, kind: str, head: str, plural: bool) -> None:
    found = whole(text)
    assert found.form == "description"
    assert (found.words(text), found.kind, found.head, found.plural) == (words, kind, head, plural)


@pytest.mark.parametrize(
    ("text", "gender", "plural"),
    [("he", "m", False), ("She", "f", False), ("they", None, True), ("it", None, False), ("we", None, True)],
)
def test_a_pronoun_is_one(text: str, gender: str | None, plural: bool) -> None:
    found = whole(text)
    assert (found.form, found.gender, found.plural) == ("pronoun", gender, plural)


def test_what_follows_a_comma_describes() -> None:
    text = "Ingrid Valdemarsen, who represents deck crews in Torhaven"
    found = whole(text)
    assert found.words(text) == "Ingrid Valdemarsen"
    assert found.description
    assert text[slice(*found.description)] == "who represents deck crews in Torhaven"


def test_what_stands_before_a_name_describes() -> None:
    text = "Transport minister Oke Brandvold"
    found = whole(text)
    assert found.description
    assert text[slice(*found.description)] == "Transport minister"


def test_a_name_in_apposition_is_the_name() -> None:
    text = "a spokesman, Pieter Holm,"
    found = whole(text)
    assert (found.words(text), found.kind, found.gender) == ("Pieter Holm", "person", None)
    assert found.description
    assert text[slice(*found.description)] == "a spokesman"
    text = "the priest, identified as Father Anton Berg"
    assert whole(text).words(text) == "Anton Berg"


def test_somebody_called_by_one_name() -> None:
    text = "a deckhand known as Bosse"
    assert whole(text).words(text) == "Bosse"


def test_a_possessive_is_the_owner_of_a_person() -> None:
    text = "The Torhaven Ledger's Sanna Kivi"
    found = whole(text)
    assert (found.words(text), found.kind) == ("Sanna Kivi", "person")
    assert found.owner
    assert text[slice(*found.owner)] == "Ledger's"


def test_a_possessive_is_the_owner_of_an_unnamed_one() -> None:
    text = "Brandvold's spokeswoman"
    found = whole(text)
    assert (found.form, found.head, found.gender) == ("description", "spokeswoman", "f")
    assert found.owner
    assert text[slice(*found.owner)] == "Brandvold's"


def test_a_short_form_in_brackets_is_kept() -> None:
    text = "the Free Jetty Association (FJA)"
    found = whole(text)
    assert found.words(text) == "Free Jetty Association"
    assert found.short == "FJA"


@pytest.mark.parametrize(
    "text",
    [
        "a report in the Torhaven Ledger",
        "an article published by the Torhaven Ledger",
        "the story on torhavennews.com",
    ],
)
def test_a_report_in_an_outlet_is_the_outlet(text: str) -> None:
    found = whole(text)
    assert found.kind == "outlet"
    assert found.words(text) in ("Torhaven Ledger", "torhavennews.com")


def test_a_last_name_that_is_also_a_noun_is_a_name_where_the_story_knows_it() -> None:
    assert whole("Hunter").form == "description"
    assert whole("Hunter", names=frozenset({"hunter"})).form == "name"


def test_a_role_at_the_beginning_of_a_sentence_is_no_name() -> None:
    assert whole("Witnesses").form == "description"
    assert whole("Police").form == "description"


def test_nothing_is_no_phrase() -> None:
    assert parse("  ,", (0, 3)) is None
    assert parse("", (0, 0)) is None


PIECES = st.sampled_from(
    "Anna Lund the The a BBC's of said , ( ) who Mr. named Times known as FJA 's – “ ” ’ & . and Dr his "
    "officials spokesman report in E! é \u00a0 \n 29-year-old al- @x".split(" ")
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60), st.booleans())
def test_every_span_of_a_phrase_lies_inside_it(text: str, use_list: bool) -> None:
    found = parse(text, (0, len(text)), use_list=use_list)
    if found is None:
        return
    for span in (found.span, found.name, found.description, found.owner):
        if span is not None:
            assert 0 <= span[0] <= span[1] <= len(text)
    assert found.words(text)
    assert found == parse(text, (0, len(text)), use_list=use_list)
