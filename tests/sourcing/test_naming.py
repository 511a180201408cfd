"""Whom a story names is told apart from offices, places, handles and headlines."""

from __future__ import annotations

import time

import pytest

from sayso.sourcing._entities import Entities
from sayso.sourcing._phrase import Phrase, parse

PHRASES = [
    # phrase, name, kind
    ("Vestmark Secretary of State Anna Lund", "Anna Lund", "person"),
    ("Vestmark's Ambassador to Norway Oke Brandvold", "Oke Brandvold", "person"),
    ("a surgeon and Director at the Harbour Foundation Tor K. Aalvik", "Tor K. Aalvik", "person"),
    ("the port's director of communications Anna Lund", "Anna Lund", "person"),
    ("Skipper Anna Lund", "Anna Lund", "person"),
    ("then-Governor Anna Lund", "Anna Lund", "person"),
    ("the line's CEO and co-founder, Oke Brandvold", "Oke Brandvold", "person"),
    ("Ingrid's classmate, Oke Brandvold", "Oke Brandvold", "person"),
    ("Ingrid's father, Oke", "Oke", "person"),
    ("the author, known only as Ingrid", "Ingrid", "person"),
    ("the Vestmark Secretary of State", "Vestmark Secretary of State", "unnamed"),
    ("Vestmark Harbour Minister", "Vestmark Harbour Minister", "unnamed"),
    ("an aide to President Boris Lund", "aide to President Boris Lund", "unnamed"),
    ("the sister of Mary Jane Lund", "sister of Mary Jane Lund", "unnamed"),
    ("Another Islamist", "Another Islamist", "unnamed"),
    ("a resident of Torhaven after the storm of last week", "resident of Torhaven", "unnamed"),
    ("staff who clean the long white ferries of the northern line every night", "staff", "unnamed"),
    ("a crew of sailors", "crew of sailors", "unnamed"),
    ("a team of surgeons", "team of surgeons", "unnamed"),
    ("a statement from the Harbour Ministry", "Harbour Ministry", "organisation"),
    ("the ministry's statement", "ministry", "organisation"),
    ("a Torhaven Times report", "Torhaven Times", "outlet"),
    ("local reports", "local reports", "outlet"),
    ("Reddit user dock_rat", "dock_rat", "post"),
    ("one Twitter user", "one Twitter user", "post"),
    ("some users", "some users", "unnamed"),
]


def whole(text: str, end: int | None = None) -> Phrase:
    found = parse(text, (0, len(text) if end is None else end))
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "name", "kind"), PHRASES)
def test_a_source_is_called_by_its_name_alone(text: str, name: str, kind: str) -> None:
    found = whole(text)
    assert (found.words(text), found.kind) == (name, kind)


def test_a_relative_clause_goes_back_to_whom_it_tells_of() -> None:
    assert whole("who works in the port").form == "pronoun"
    assert whole("Who Magazine").form == "name"


def test_an_ending_that_belongs_to_a_name_stays() -> None:
    text = "Brannan's has closed its kitchens"
    assert whole(text, len("Brannan's")).words(text) == "Brannan's"
    assert whole("Brannan's ferries", len("Brannan's")).words("Brannan's ferries") == "Brannan"


def names_in(text: str) -> list[tuple[str, str]]:
    entities = Entities(text)
    entities.scan(0, len(text))
    return [(text[one.name[0] : one.name[1]], one.kind) for one in entities.all]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TORHAVEN (AP) — The crew rested", [("AP", "outlet")]),
        ("The crew met the SEXIEST SAILORS ALIVE today", []),
        ("It closed on Nov. 9 for repairs", []),
        ("They met Vestmark Secretary of State Anna Lund", [("Anna Lund", "person")]),
        ("They met Harbour Minister", []),
        ("It rained, wrote Sanna Kivi (@sannak) on the quay", [("Sanna Kivi", "post")]),
        ("They saw Torfinn, a deckhand on the ferry, wave", [("Torfinn", "person")]),
        ("They saw Torfinn, a company of divers, leave", [("Torfinn", "organisation")]),
        ("They asked the Centres for Harbour Safety", [("Centres for Harbour Safety", "organisation")]),
    ],
)
def test_names_in_running_text(text: str, names: list[tuple[str, str]]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Norwegian Society of Ferry Crews met", "SFC", "Norwegian Society of Ferry Crews"),
        ("the Crews Union met", "CU", "Crews Union"),
        ("the Northern Ferry Crews League (NoFer) met", "NoFer", "Northern Ferry Crews League"),
        ("ISIS, or the Islamic State, fled", "ISIS", "Islamic State"),
        ("ISIS fled", "ISIS", "ISIS"),
    ],
)
def test_a_short_form_stands_for_the_long_one(text: str, short: str, long: str) -> None:
    entities = Entities(text)
    entities.scan(0, len(text))
    found = entities.find_name(short)
    assert found is not None
    assert text[found.name[0] : found.name[1]] == long


def test_a_man_and_a_woman_of_one_last_name_are_two() -> None:
    text = "Anna Lund met Boris Lund"
    entities = Entities(text)
    entities.scan(0, len(text))
    woman, man = (entities.find_name("Lund", "person", gender) for gender in ("f", "m"))
    assert woman is entities.find_name("Anna Lund")
    assert man is entities.find_name("Boris Lund")


@pytest.mark.parametrize("piece", ["head of ", "Head of Acme ", "user and ", "Lund Minister ", "SHOUTED "])
def test_long_runs_take_no_time(piece: str) -> None:
    text = piece * 20_000
    begun = time.perf_counter()
    parse(text, (0, len(text)))
    Entities(text).scan(0, len(text))
    assert time.perf_counter() - begun < 8
