"""Dates in lines, ages, addresses, and the choice between them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake._date_forms import iso
from sayso.intake._dates import choose, date_in_url, dates_in_line, published
from sayso.story import DateCandidate


def found(line: str, retrieved: str | None = None) -> list[tuple[str, str, str]]:
    text = "xx " + line
    dates = dates_in_line(text, 3, len(text), retrieved=retrieved)
    return [(d.value, d.origin, text[d.spans[0][0] : d.spans[0][1]]) for d in dates if d.spans]


@pytest.mark.parametrize(
    ("line", "value", "words"),
    [
        ("Published 7:07 PM EST Nov 19, 2019", "2019-11-19T19:07:00-05:00", "7:07 PM EST Nov 19, 2019"),
        ("Ana Roe - May 3, 2021, 10:31 pm CDT", "2021-05-03T22:31:00-05:00", "May 3, 2021, 10:31 pm CDT"),
        ("Tuesday 2 June 2020 | 14:05", "2020-06-02T14:05:00", "Tuesday 2 June 2020 | 14:05"),
        ("3rd of March 2024", "2024-03-03", "3rd of March 2024"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("25/12/2023", "2023-12-25", "25/12/2023"),
        ("12/25/2023", "2023-12-25", "12/25/2023"),
        ("Sept. 4, 2020", "2020-09-04", "Sept. 4, 2020"),
        ("July 9, 2022 1:23 p.m. ET", "2022-07-09T13:23:00-04:00", "July 9, 2022 1:23 p.m. ET"),
        ("January 9, 2022 1:23 p.m. ET", "2022-01-09T13:23:00-05:00", "January 9, 2022 1:23 p.m. ET"),
    ],
)
def test_dates_as_they_are_written(line: str, value: str, words: str) -> None:
    assert [(v, w) for v, _, w in found(line)] == [(value, words)]


def test_an_unclear_order_gives_only_the_year() -> None:
    text = "03/04/2020"
    (only,) = dates_in_line(text, 0, len(text))
    assert only.value == "2020"
    assert "unclear" in only.why


@pytest.mark.parametrize(
    "line", ["30 February 2021", "in May she said", "He ran 5m", "Room 2019", "32/13/2020"]
)
def test_what_is_no_date(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "value", "words"),
    [
        ("2 hours ago", "-PT2H", "2 hours ago"),
        ("an hour ago · The Evening Bell", "-PT1H", "an hour ago"),
        ("The Evening Bell2d", "-P2D", "2d"),
        ("The Evening Bell · 3h", "-PT3H", "3h"),
        ("Bell3mo", "-P3M", "3mo"),
        ("5 min ago", "-PT5M", "5 min ago"),
        ("Posted yesterday", "-P1D", "yesterday"),
    ],
)
def test_ages(line: str, value: str, words: str) -> None:
    assert [(v, w) for v, _, w in found(line)] == [(value, words)]


def test_an_age_becomes_a_date_when_the_day_of_retrieval_is_known() -> None:
    assert [v for v, _, _ in found("The Evening Bell2d", "2024-03-14T09:00:00+00:00")] == [
        "-P2D",
        "2024-03-12",
    ]
    assert [v for v, _, _ in found("3 hours ago", "2024-03-14T09:00:00+00:00")][1] == "2024-03-14T06:00+00:00"


def test_a_long_line_holds_no_age() -> None:
    assert found("It was yesterday that the council met and decided to close the mill for good.") == []


def test_published_and_updated_are_told_apart() -> None:
    line = "Published: 4 May 2023 9:00 | Updated: 6 May 2023 10:00"
    assert [(v[:10], o) for v, o, _ in found(line)] == [
        ("2023-05-04", "text published"),
        ("2023-05-06", "text updated"),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-11-18T20:11:06.000Z", "2019-11-18T20:11:06+00:00"),
        ("2020-01-23T19:00:00-0500", "2020-01-23T19:00:00-05:00"),
        ("Tue Nov 19 2019 03:05:46 GMT+0000", "2019-11-19T03:05:46+00:00"),
        ("20191119", "2019-11-19"),
        ("1574150400000", "2019-11-19T08:00:00+00:00"),
        ("0001-01-01T00:00:00Z", None),
        ("2019-13-45", None),
        ("soon", None),
    ],
)
def test_dates_of_tags(value: str, expected: str | None) -> None:
    assert iso(value) == expected


def test_dates_in_addresses() -> None:
    assert [getattr(date_in_url(f"https://bell.example/{path}"), "value", None) for path in (
        "2023/05/04/mill", "news/2023/may/04/mill", "20230504-mill", "2023/05/mill", "story/12345",
    )] == ["2023-05-04", "2023-05-04", "2023-05-04", "2023-05", None]  # fmt: skip


def candidate(value: str, origin: str) -> DateCandidate:
    return DateCandidate(value, origin, None, False, "")


def test_the_date_of_publication_is_chosen_before_that_of_a_change() -> None:
    dates = choose(
        [
            candidate("2023-05-06T10:00:00", "json-ld dateModified"),
            candidate("2023-05-04", "url"),
            candidate("2023-05-04T09:00:00", "text published"),
        ]
    )
    (chosen,) = [one for one in dates if one.chosen]
    assert chosen.origin == "text published"
    assert "same day: url" in chosen.why
    assert published(dates) == "2023-05-04T09:00:00"


def test_json_ld_comes_before_meta_and_time() -> None:
    dates = choose(
        [
            candidate(f"2023-05-0{i}", f"{o} published")
            for i, o in enumerate(("time element", "meta", "json-ld"), 1)
        ]
    )
    assert published(dates) == "2023-05-03"


def test_only_a_change_is_known() -> None:
    dates = choose([candidate("2023-05-06", "meta article:modified_time")])
    assert dates[0].chosen
    assert "no date of publication" in dates[0].why


def test_a_date_after_retrieval_is_not_chosen() -> None:
    dates = choose(
        [candidate("2031-05-06", "meta pubdate"), candidate("2023-05-04", "url")], "2023-05-05T00:00:00"
    )
    assert published(dates) == "2023-05-04"


def test_an_age_alone_is_no_day() -> None:
    dates = choose([candidate("-P2D", "text")])
    assert dates[0].chosen
    assert published(dates) is None


@given(st.text(max_size=120), st.text(max_size=5))
def test_spans_slice_to_the_date(line: str, before: str) -> None:
    text = before + line
    for one in dates_in_line(text, len(before), len(text), retrieved="2024-03-14T09:00:00+00:00"):
        ((start, end),) = one.spans or ()
        assert len(before) <= start < end <= len(text)
        assert text[start:end].strip()


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%b. %d, %Y"):
        line = day.strftime(form)
        assert [value for value, _, _ in found(line)] == [str(day)]
