"""Which figures count the same thing, and how they stand to each other."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
from counted_stories import Count, as_one_group, counted_together, exact, ledger_of, links, story
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.ledger._figures import relate
from sayso.ledger._figures_dates import days_of
from sayso.ledger._figures_query import things
from sayso.ledger._figures_values import Amount, compatible
from sayso.ledger._figures_words import counted, stem, unit_key

MINISTRY, POLICE = ("Health Ministry",), ("Ada Police",)


@pytest.mark.parametrize(
    ("what", "unit", "outcome", "head"),
    [
        ("people killed", None, "dead", None),
        ("killed … IS commanders", None, "dead", "commander"),
        ("militants were injured", None, "injured", "militant"),
        ("wounded", None, "injured", None),
        ("death toll", None, "dead", None),
        ("members of parliament", None, None, "member"),
        ("has sold … copies", None, "sold", "copy"),
        ("unit sales", None, None, "sale"),
        (None, "$", None, None),
        ("", None, None, None),
    ],
)
def test_what_is_counted(what: str | None, unit: str | None, outcome: str | None, head: str | None) -> None:
    found = counted(what, unit)
    assert (found.outcome, found.head) == (outcome, head)


def test_names_in_capitals_are_no_small_words() -> None:
    assert "is" in counted("IS commanders", None).more


def test_units_are_one_whatever_they_are_called() -> None:
    assert unit_key("$") == unit_key("US dollars") == unit_key("dollars")
    assert unit_key("per cent") == unit_key("%")
    assert unit_key("km") != unit_key("miles")
    assert unit_key("parsec") == "parsec"


@given(st.text(max_size=60))
def test_any_words_can_be_taken_apart(text: str) -> None:
    counted(text, text)
    stem(text)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-02-29", ("2024-02-29", "2024-02-29")),
        ("2024-02-29T10:00:00+02:00", ("2024-02-29", "2024-02-29")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-12", ("2024-12-01", "2024-12-31")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-10/2024-12", ("2024-10-01", "2024-12-31")),
        ("2024-W43", ("2024-10-21", "2024-10-27")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
        ("2024-12/2024-10", None),
        ("soon", None),
        ("2024-13", None),
        ("", None),
        (None, None),
    ],
)
def test_days(value: str | None, days: tuple[str, str] | None) -> None:
    found = days_of(value)
    assert (tuple(map(str, found)) if found else None) == days


@given(st.text(alphabet="0123456789-/WT:Z", max_size=20))
def test_any_date_can_be_asked_for(value: str) -> None:
    found = days_of(value)
    assert found is None or found[0] <= found[1]


amounts = st.builds(Amount, *[st.none() | st.floats(allow_nan=False, width=32)] * 3, st.booleans())


@given(amounts, amounts)
def test_fitting_goes_both_ways(a: Amount, b: Amount) -> None:
    assert compatible(a, b) == compatible(b, a)
    assert compatible(a, a)


def test_one_number_fits_both_or_not() -> None:
    def bound(low: float | None, high: float | None) -> Amount:
        return Amount(None, low, high, approx=False)

    def plain(value: float, approx: bool = False) -> Amount:
        return Amount(value, value, value, approx)

    assert compatible(bound(20, None), plain(35))
    assert not compatible(bound(20, None), plain(19))
    assert compatible(bound(None, 40), plain(40))
    assert not compatible(bound(None, 40), bound(41, None))
    assert compatible(plain(40, approx=True), plain(42))
    assert not compatible(plain(40, approx=True), plain(60))
    assert not compatible(plain(12), plain(15))


def test_an_origin_that_gives_another_figure_another_day_has_revised_it(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, by=MINISTRY), published="2024-05-01"),
            story("b", exact(15, by=MINISTRY), published="2024-05-02"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "15", "revised")]
        (thing,) = things(ledger.connection)
        (mark,) = thing.figures[1].marks
        assert mark.of == thing.figures[0].key
        assert "Health Ministry" in mark.why
        assert "2024-05-01" in mark.why


def test_as_of_decides_before_the_day_of_publication(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, by=MINISTRY, as_of="2024-05-01"), published="2024-05-03"),
            story("b", exact(15, by=POLICE, as_of="2024-05-01"), published="2024-05-09"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "15", "conflicting")]


def test_a_later_figure_as_of_an_earlier_day_is_the_earlier_one(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(15, by=MINISTRY, as_of="2024-05-02"), published="2024-05-03"),
            story("b", exact(12, by=MINISTRY, as_of="2024-05-01"), published="2024-05-09"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "15", "revised")]
        (thing,) = things(ledger.connection)
        assert [told.value for told in thing.figures] == [12, 15]


def test_two_origins_on_one_day_conflict(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, by=MINISTRY), published="2024-05-01T08:00:00Z"),
            story("b", exact(15, by=POLICE), published="2024-05-01T20:00:00Z"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "15", "conflicting")]


def test_two_origins_on_two_days_may_both_hold(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, by=MINISTRY), published="2024-05-01"),
            story("b", exact(15, by=POLICE), published="2024-05-04"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "15", "later")]


def test_a_bound_leaves_room(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", Count("at least 12", low=12, by=MINISTRY)),
            story("b", exact(15, by=POLICE)),
            story("c", Count("up to 10", high=10, by=("Bo Rebel",))),
        ],
    ) as ledger:
        found = {frozenset((a, b)): kind for a, b, kind in links(ledger)}
        assert found[frozenset(("at least 12", "15"))] == "same"
        assert found[frozenset(("at least 12", "up to 10"))] == "conflicting"
        assert found[frozenset(("15", "up to 10"))] == "conflicting"


def test_the_same_origin_elsewhere_is_an_echo_and_another_is_not(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, by=MINISTRY), published="2024-05-01"),
            story("b", exact(12, by=("Health Ministry",)), published="2024-05-02"),
            story("c", exact(12, by=POLICE), published="2024-05-03"),
        ],
    ) as ledger:
        assert sorted(kind for _, _, kind in links(ledger)) == ["echoed", "same"]


def test_what_passed_another_outlet_echoes_it(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12), outlet="Tarvo NEWS", published="2024-05-01"),
            story("b", exact(12, by=("Tarvo NEWS", "unattributed")), outlet="Bel", published="2024-05-02"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "12", "echoed")]


def test_a_story_that_echoes_with_another_figure_conflicts(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l", create=True) as ledger:
        a = ledger.add(story("a", exact(12), outlet="A", published="2024-05-01"))
        b = ledger.add(story("b", exact(21), outlet="B", published="2024-05-02"))
        group = as_one_group(ledger)
        ledger.connection.execute(
            "INSERT INTO echo (story, \"of\", kind, score, evidence) VALUES (?, ?, 'relay', 1, '[]')",
            (b.story, a.story),
        )
        relate(ledger.connection, group)
        assert links(ledger) == [("12", "21", "conflicting")]


@pytest.mark.parametrize(
    "other",
    [
        exact(15, what="people injured", by=POLICE),
        exact(15, scope="Belport", by=POLICE),
        exact(15, what="tonnes of wheat", by=POLICE),
        exact(15, what=None, unit="$", by=POLICE),
        exact(15, what="policemen killed", by=POLICE, scope="Belport"),
    ],
)
def test_what_is_not_counted_alike_is_not_related(tmp_path: Path, other: Count) -> None:
    with ledger_of(
        tmp_path / "l",
        [story("a", exact(12, scope="Tarvo", by=MINISTRY)), story("b", other)],
    ) as ledger:
        assert links(ledger) == []
        assert len(counted_together(ledger)) == 2


def test_one_voice_in_one_story_speaks_of_two_things(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [story("a", exact(12, what="soldiers", by=MINISTRY), exact(70, what="soldiers", by=MINISTRY))],
    ) as ledger:
        assert links(ledger) == []


def test_a_part_or_a_name_is_not_the_whole(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, what="pupils"), Count("12-inch", what="model", unit="inch", value=12)),
            story("b", exact(3, what="more pupils"), Count("11-inch", what="model", unit="inch", value=11)),
        ],
    ) as ledger:
        assert links(ledger) == []


def test_counts_of_a_common_noun_need_alike_sentences(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12, what="pupils"), about="The school in Tarvo has no heating for"),
            story("b", exact(15, what="pupils"), about="No heating is there in the Tarvo school with its"),
            story("c", exact(14, what="pupils"), about="Elsewhere a museum welcomes on Sundays some"),
        ],
    ) as ledger:
        assert links(ledger) == [("12", "15", "conflicting")] or links(ledger) == [
            ("15", "12", "conflicting")
        ]


def test_two_voices_in_one_story_may_conflict(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "l", [story("a", exact(12, by=MINISTRY), exact(15, by=POLICE))]) as ledger:
        assert links(ledger) == [("12", "15", "conflicting")]


def test_sums_need_words_in_common(tmp_path: Path) -> None:
    def sum_of(id: str, value: float, what: str, about: str) -> object:
        return story(
            id, Count(f"${value:g}", what=what, unit="$", value=value, low=value, high=value), about=about
        )

    with ledger_of(
        tmp_path / "l",
        [
            sum_of("a", 500, "price of the Tarvo bicycle", "The maker names its cost in spring"),
            sum_of("b", 500, "Tarvo bicycle", "The maker names its cost in spring"),
            sum_of("c", 600, "price of the Tarvo bicycle", "The maker names its cost in spring"),
            sum_of("d", 510, "yearly donation to schools", "A foundation gives elsewhere"),
        ],
    ) as ledger:
        assert counted_together(ledger) == [["$500", "$500", "$600"], ["$510"]]


def everything(ledger: Ledger) -> list[tuple[object, ...]]:
    query = (
        "SELECT t.key, t.label, o.key, o.why, l.kind, l.why, oa.key FROM figure_of_thing o"
        " JOIN figure_thing t USING (thing) LEFT JOIN figure_link l ON l.b = o.figure"
        " LEFT JOIN figure_of_thing oa ON oa.figure = l.a"
    )
    return sorted((tuple(row) for row in ledger.connection.execute(query)), key=repr)


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    stories = [
        story("a", exact(12, by=MINISTRY), Count("at least 10", low=10), published="2024-05-01", outlet="A"),
        story("b", exact(15, by=POLICE), exact(3, what="injured"), published="2024-05-01", outlet="B"),
        story(
            "c", exact(12, by=MINISTRY), exact(4, what="people hurt", scope="Tarvo"), published="2024-05-02"
        ),
        story("d", exact(20, by=("A NEWS", "Health Ministry")), outlet="D"),
    ]
    found = []
    for number, order in enumerate(itertools.permutations(stories)):
        with ledger_of(tmp_path / f"{number}", order) as ledger:
            found.append(everything(ledger))
    assert all(one == found[0] for one in found)
    assert found[0]


def test_relating_again_gives_the_same(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l", [story("a", exact(12, by=MINISTRY)), story("b", exact(15, by=POLICE))]
    ) as ledger:
        before = everything(ledger)
        (group,) = ledger.connection.execute('SELECT "group" FROM story_group').fetchone()
        relate(ledger.connection, group)
        assert everything(ledger) == before


def test_a_figure_that_left_its_group_leaves_no_links(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l", [story("a", exact(12, by=MINISTRY)), story("b", exact(15, by=POLICE))]
    ) as ledger:
        connection = ledger.connection
        (group,) = connection.execute('SELECT "group" FROM story_group').fetchone()
        connection.execute("DELETE FROM group_story WHERE story = (SELECT max(story) FROM story)")
        relate(connection, group)
        assert links(ledger) == []
        assert counted_together(ledger) == [["12"]]


def test_only_the_newest_version_counts(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l", [story("a", exact(12)), story("a", exact(14)), story("b", exact(14))]
    ) as ledger:
        assert counted_together(ledger) == [["14", "14"]]


def test_a_person_says_same_and_not_same(tmp_path: Path) -> None:
    stories = [
        story("a", exact(12, by=MINISTRY), published="2024-05-01T01:00"),
        story("b", exact(15, by=POLICE), published="2024-05-01T02:00"),
    ]
    with ledger_of(tmp_path / "apart", stories) as ledger:
        (thing,) = things(ledger.connection)
        a, b = (told.key for told in thing.figures)
        ledger.judge("not-same", a, b, by="Ida")
        as_one_group(ledger)
        assert links(ledger) == []
        ledger.undo("not-same", a, b, by="Ida")
        as_one_group(ledger)
        assert links(ledger) == [("12", "15", "conflicting")]
    with ledger_of(
        tmp_path / "one",
        [
            story("a", exact(12, what="pupils"), outlet="A", published="2024-05-01T01:00"),
            story("b", exact(15, what="children"), outlet="B", published="2024-05-01T02:00"),
        ],
    ) as ledger:
        assert links(ledger) == []
        a, b = (told.key for thing in things(ledger.connection, every=True) for told in thing.figures)
        ledger.judge("same", a, b, by="Ida")
        as_one_group(ledger)
        assert links(ledger) == [("12", "15", "conflicting")]
        (thing,) = things(ledger.connection)
        assert "a person said" in "".join(told.why for told in thing.figures)


def test_asking_by_words_group_and_number_of_stories(tmp_path: Path) -> None:
    with ledger_of(
        tmp_path / "l",
        [
            story("a", exact(12), exact(3, what="ships sunk")),
            story("b", exact(15, by=POLICE)),
            story("c", Count("5 %", what="turnout", unit="%", value=5)),
        ],
    ) as ledger:
        connection = ledger.connection
        assert [thing.what for thing in things(connection)] == ["people killed"]
        assert len(list(things(connection, every=True))) == 3
        assert [t.what for t in things(connection, match="ship", every=True)] == ["ships sunk"]
        assert [t.what for t in things(connection, match="%", every=True)] == ["turnout"]
        assert list(things(connection, match="horses", every=True)) == []
        assert list(things(connection, group="nowhere", every=True)) == []
        assert len(list(things(connection, group="g", every=True))) == 3


def test_bounds_exact_words_and_both_dates_are_kept(tmp_path: Path) -> None:
    count = Count("at least 12", low=12, by=("Tarvo NEWS", "Health Ministry"), as_of="2024-04-30")
    with ledger_of(tmp_path / "l", [story("a", count, published="2024-05-01", outlet="Bel")]) as ledger:
        (thing,) = things(ledger.connection, every=True)
        (told,) = thing.figures
        assert (told.value, told.low, told.high, told.words) == (None, 12, None, "at least 12")
        assert (told.as_of, told.published) == ("2024-04-30", "2024-05-01")
        assert (told.source, told.through, told.outlet) == ("Health Ministry", ("Tarvo NEWS",), "Bel")


def test_many_figures_take_little_time(tmp_path: Path) -> None:
    stories = [
        story(
            f"s{n}",
            *(
                exact(n * 17 % 97 + m, what=f"{'thing' * (m % 3 + 1)} {n * m % 500} killed")
                for m in range(20)
            ),
            published=f"2024-05-{n % 28 + 1:02}",
        )
        for n in range(150)
    ]
    with ledger_of(tmp_path / "l", stories) as ledger:
        (group,) = ledger.connection.execute('SELECT "group" FROM story_group').fetchone()
        start = time.process_time()
        relate(ledger.connection, group)
        assert time.process_time() - start < 5
