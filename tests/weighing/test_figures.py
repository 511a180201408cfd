"""Figures are found with what they count, where, as of when and in whose content."""

from __future__ import annotations

import time

import pytest
from figure_stories import attribution, figures, story, words
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.weighing._figures import find_figures
from sayso.weighing._figures_dates import days_of
from sayso.weighing._figures_quantities import parse_quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge cost €300m.", ["€300m"]),
        ("Between 10 and 15 million people live there.", ["Between 10 and 15 million"]),
        ("Two dozen ferries sank.", ["Two dozen"]),
        ("On June 5 the ferry sank.", []),
        ("One of the men left early.", []),
        ("The two men left early.", []),
        ("At least one person drowned.", ["At least one"]),
        ("One sailor was killed and two others were hurt.", ["One", "two"]),
        ("A Boeing 747 landed on Runway 5, Flight 370 did not.", []),
        ("It is a Catch-22 under Article 5, see page 12.", []),
        ("Ana Brask, 29, and Olo Venn, 31, met a 12-year-old girl aged between 9 and 13.", []),
        ("He was 34. She died at 85.", []),
        ("They met at 10:30 a.m. on 12 March 2019, in the 1990s and at 5 PM.", []),
        ("United won 3-1 before losing 2-3.", []),
        ("Call 0800 123 4567 or 911 from 14 Mill Lane.", []),
        ("1. First the boats.\n2. Then the nets.", []),
        ("In 2014, the dam broke.", []),
        ("Ten years ago she spent six months at sea.", ["six months"]),
        ("A 300m wall kept out 300m people.", ["300m", "300m"]),
        ("A couple from Osk won $5.", ["$5"]),
        ("Half of the town and a third of the farms burned.", ["Half", "a third"]),
        ("The second half and the third quarter were dull.", []),
        ("The 6ft 2in guard carried a 12-inch knife.", ["6ft 2in", "12-inch"]),
        ("Windows 10 and the iPhone 6 are old.", []),
        ("One study claimed that it will last three hours.", ["three hours"]),
        ("A couple of small old boats lay there for two days before it rained.", ["A couple of", "two days"]),
        ("11.44 Police arrived.\n3 of 12", []),
        ("He ran over two dogs, won a sum of six figures, and heard it on 730 AM.", ["two"]),
        ("The former two moved to 1 Tarvo Trade Center and 1200 to 1900 Mill Lane.", []),
        ("The team of 12 slaughtered five.", ["12", "five"]),
        ("It happened on 9/11, 24/7 and @ana44 wrote #4ever at http://a.example/5.", []),
        ("Four Seasons and One Direction sang.", ["Four"]),  # a name at the beginning cannot be told
    ],
)
def test_what_is_a_figure(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "what", "scope"),
    [
        ("300 foreign sailors have died in the Tarvo region.", "foreign sailors have died", "Tarvo region"),
        ("The storm killed at least 12 people in Osk.", "killed … people", "Osk"),
        ("In Tarvo, 40 boats were burned.", "boats were burned", "Tarvo"),
        ("The death toll rose to 45.", "death toll rose", None),
        ("Barrels worth $5 million in gold were lost.", "gold were lost", None),
        ("Twenty percent of voters stayed home.", "voters stayed home", None),
        ("Two thousand men and women marched.", "men and women marched", None),
        ("Some 200 of the 300 rooms burned.", "rooms burned", None),
        ("Dozens were hurt.", "were hurt", None),
        ("Rents fell across the country by 5%.", "Rents fell across the country", None),
    ],
)
def test_what_is_counted_and_where(text: str, what: str, scope: str | None) -> None:
    first = figures(text)[0][1]
    assert (first.what, first.scope) == (what, scope)


def test_a_number_without_a_noun_takes_that_of_the_one_before() -> None:
    (_, first), (shown, second) = figures(
        "About 300 foreign soldiers have died, with another 2,700 having been injured, he said."
    )
    assert first.what == "foreign soldiers have died"
    assert (shown, second.value) == ("2,700", 2700)
    assert second.what == "foreign soldiers … having been injured"
    (_, hostages), (_, freed) = figures("They took 30 hostages, three of whom have been freed.")
    assert hostages.what == "took … hostages"
    assert freed.what == "hostages … have been freed"


def test_a_new_paragraph_carries_nothing_over() -> None:
    (_, _), (_, second) = figures("They hold 30 hostages.\n\nAnother 12 were freed.")
    assert second.what == "were freed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of Monday, 300 had died.", "2025-01-13"),
        ("300 had died as of January 9.", "2025-01-09"),
        ("300 died on December 30.", "2024-12-30"),
        ("300 died on 4 March 2019.", "2019-03-04"),
        ("300 died last week.", "2025-W02"),
        ("300 died last month.", "2024-12"),
        ("300 people died in May.", "2024-05"),
        ("300 people died in 2019.", "2019"),
        ("300 people died two days ago.", "2025-01-13"),
        ("Profits fell to $3m in the fourth quarter.", "2024-10/2024-12"),
        ("300 died yesterday.", "2025-01-14"),
        ("300 have died since Monday.", None),
        ("300 will sail next Friday.", None),
        ("300 will sail by 2030.", None),
        ("300 read the Sunday Herald.", None),
        ("300 died in the January 9 attack.", None),
        ("300 died.", None),
    ],
)
def test_dates_are_resolved_against_publication(text: str, expected: str | None) -> None:
    assert figures(text, published="2025-01-15T08:00:00+00:00")[0][1].as_of == expected


def test_without_publication_only_whole_dates_count() -> None:
    assert figures("300 died on Monday.")[0][1].as_of is None
    assert figures("300 died on January 9.")[0][1].as_of is None
    assert figures("300 died on January 9, 2025.")[0][1].as_of == "2025-01-09"
    assert figures("300 died on Monday.", published="soon")[0][1].as_of is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-01-09", "2025-01-09", "2025-01-09"),
        ("2025-W02", "2025-01-06", "2025-01-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-10/2024-12", "2024-10-01", "2024-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_the_days_of_an_as_of(value: str, first: str, last: str) -> None:
    days = days_of(value)
    assert days is not None
    assert [day.isoformat() for day in days] == [first, last]
    assert days_of("soon") is None


def test_a_figure_belongs_to_the_innermost_attribution() -> None:
    text = "The Tarvo Post said the mayor told it that 12 boats sank. Later 5 more sank."
    outer = attribution(text, "outer", source="The Tarvo Post", cue="said", content=text[20:56])
    inner = attribution(text, "inner", source="the mayor", cue="told", content="12 boats sank")
    found = find_figures(story(text, attributions=(outer, inner)))
    assert [figure.attribution for figure in found] == ["inner", None]


def test_furniture_is_left_alone() -> None:
    read = story("Read our 50 best stories.")
    furniture = read.to_dict() | {"blocks": [{"start": 0, "end": 25, "role": "furniture"}]}
    assert find_figures(type(read).from_dict(furniture)) == ()


PIECES = st.sampled_from(
    (
        "3 12 300 2,700 1.5 million bn € $ £ % percent per cent at least about between and to - – of the half"
        " dozen dozens hundreds a one two twenty thousand people men killed in Osk Tarvo on June 5 Monday"
        " 2014 aged , . ; \n ( ) ' \" / km miles years old ago ½ No. more than or so 6ft 2in m k"
    ).split(" ")
)


@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from([None, "2025-01-15"]))
@settings(deadline=None)
def test_spans_lie_in_the_text_and_never_overlap(text: str, published: str | None) -> None:
    last = 0
    for figure in find_figures(story(text, published=published)):
        ((start, end),) = figure.spans
        assert last <= start < end <= len(text)
        last = end
        assert text[start:end].strip() == text[start:end]
        assert figure.unit is None or figure.unit in text
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@given(
    st.sampled_from(["", "at least ", "about ", "nearly ", "up to ", "between 2 and "]),
    st.integers(3, 10**7),
    st.sampled_from(["{}", "{:,}", "{:,} million", "${:,}", "€{}m", "{}%"]),
    st.sampled_from([" people were hurt in Osk.", " of the boats sank.", " boats, the mayor said."]),
)
@settings(deadline=None)
def test_the_words_of_a_figure_read_alone_give_the_same(
    bound: str, number: int, form: str, rest: str
) -> None:
    text = f"There {bound}{form.format(number)}{rest}"
    for shown, figure in figures(text):
        again = parse_quantity(shown)
        assert again is not None
        given = tuple(None if v is None else float(v) for v in (again.value, again.low, again.high))
        assert given == (figure.value, figure.low, figure.high)
        assert again.approx == figure.approx


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    find_figures(story(text, published="2025-01-15"))


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "12 of ",
        "a-",
        "one and ",
        "1,",
        "1-",
        "- 5 ",
        "hundreds of ",
        "in 5 ",
        "5 people in Osk. ",
        "1/",
        "x@",
        "3 to ",
        "May 5 ",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        read = story(unit * (size // len(unit)))
        begun = time.process_time()
        find_figures(read)
        return time.process_time() - begun

    seconds(1000)
    short, long = seconds(5_000), seconds(40_000)
    assert long < 20 * short + 0.2
