from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger._names import alike_bodies, alike_persons, body_keys, person_keys
from sayso.ledger._names_fold import acronym, joined, person_tokens, sound


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        ("Kim Jong Un", "Kim Jong Il", "different"),
        ("Kim Jong-un", "KIM JONG UN", "same"),
        ("Sen. Marta Olsen", "Marta Olsen", "same"),
        ("Olsen Marta", "Marta Olsen", "same"),
        ("Bemused Mr Olsen", "Olsen", "part"),
        ("Lee Seong-kwen", "Lee Seong-kweun", "spelling"),
        ("Lee Seong-kwen", "Lee Seong-min", "different"),
        ("Muammar Gaddafi", "Moammar Kadafi", "spelling"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", "spelling"),
        ("Владимир Путин", "Vladimir Putin", "same"),
        ("J. Smith", "John Smith", "spelling"),
        ("Bill Gates", "William Gates", "spelling"),
        ("George W. Bush", "George Bush", "spelling"),
        ("Maria Silva", "Mario Silva", "different"),
        ("Anne Lee", "Ann Lee", "different"),
        ("James Foley", "Diane Foley", "different"),
        ("Ming-Chi Kuo", "Kuo", "part"),
    ],
)
def test_persons_are_told_apart_by_their_parts(one: str, other: str, finding: str) -> None:
    assert alike_persons(one, other).finding == finding
    assert alike_persons(other, one).finding == finding


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        ("9 to 5 Mac", "9to5Mac", "same"),
        ("The Wrap", "TheWrap", "same"),
        ("Re/code", "Recode", "same"),
        ("Mojang AB", "Mojang", "same"),
        ("FBI", "Federal Bureau of Investigation", "spelling"),
        ("WSJ", "The Wall Street Journal", "spelling"),
        ("British Foreign Office", "Foreign Office", "part"),
        ("BuzzFeed News", "BuzzFeed", "part"),
        ("Labour Party", "Labor Party", "spelling"),
        ("Apple Insider", "Apple", "different"),
        ("New York Times", "New York", "different"),
        ("Interior Ministry", "Finance Ministry", "different"),
    ],
)
def test_bodies_may_lack_a_nation_or_be_an_acronym(one: str, other: str, finding: str) -> None:
    assert alike_bodies(one, other).finding == finding
    assert alike_bodies(other, one).finding == finding


def test_names_that_may_be_one_share_a_block() -> None:
    for one, other in (("Lee Seong-kwen", "Lee Seong-kweun"), ("Muammar Gaddafi", "Moammar Qaddafi")):
        assert set(person_keys(one)) & set(person_keys(other))
    assert set(body_keys("FBI")) & set(body_keys("Federal Bureau of Investigation"))
    assert person_keys("Kuo") == ()


def test_sounds_of_transliterations() -> None:
    assert sound("gaddafi") == sound("qaddafi") == sound("kadafi")
    assert sound("kwen") == sound("kweun")
    assert acronym("the Federal Bureau of Investigation") == "fbi"
    assert person_tokens("Prime Minister Olga Brandt") == ("olga", "brandt")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared_either_way(one: str, other: str) -> None:
    for alike in (alike_persons, alike_bodies):
        assert alike(one, other).finding == alike(other, one).finding
        assert 0 <= alike(one, other).score <= 1


@given(st.text(alphabet="abcdefgh ", min_size=3, max_size=40).filter(str.strip))
def test_a_name_is_like_itself(name: str) -> None:
    assert alike_bodies(name, name).finding == "same"
    assert joined(name) == joined(name.upper())
