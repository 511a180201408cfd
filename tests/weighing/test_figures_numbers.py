"""Numbers, ranges, bounds and units are read as English news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing._figures_quantities import Quantity, parse_quantity
from sayso.weighing._figures_units import unit_key

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split()
)
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, joint: str = " and ") -> str:
    """A whole number below a trillion in words."""
    for factor, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= factor:
            head, rest = divmod(number, factor)
            tail = f"{joint if rest < 100 else ' '}{spelled(rest, joint)}" if rest else ""
            return f"{spelled(head, joint)} {word}{tail}"
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{ONES[head]} hundred" + (f"{joint}{spelled(rest)}" if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def parsed(words: str) -> Quantity:
    quantity = parse_quantity(words)
    assert quantity is not None, words
    return quantity


def shape(words: str) -> tuple[float | None, float | None, float | None, bool]:
    def plain(value: object) -> float | None:
        return None if value is None else float(value)  # type: ignore[arg-type]

    quantity = parsed(words)
    return plain(quantity.value), plain(quantity.low), plain(quantity.high), quantity.approx


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("300", 300),
        ("2,700", 2700),
        ("1,50,000", 150_000),
        ("1.2 million", 1.2e6),
        ("£1.5million", 1.5e6),
        ("€300m", 3e8),
        ("$1.2 billion", 1.2e9),
        ("5bn pounds", 5e9),
        ("R5000", 5000),
        ("Rs. 500 crore", 5e9),
        ("A$4k", 4000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half-a-million", 500_000),
        ("a quarter of a million", 250_000),
        ("a million and a half", 1.5e6),
        ("two and a half million", 2.5e6),
        ("2½ miles", 2.5),
        ("2 1/2 hours", 2.5),
        ("a hundred and five", 105),
        ("twelve hundred", 1200),
        ("two point five million", 2.5e6),
        ("twenty-five thousand six hundred and twelve", 25_612),
        ("two-thirds", 2 / 3),
        ("one in five", 0.2),
        ("nine out of 10", 0.9),
        ("20 per cent", 20),
        ("6ft 6in", 6.5),
        ("13in", 13),
        ("three metres and a half", 3.5),
        ("-20C", -20),
    ],
)
def test_a_number_is_its_own_bounds(words: str, value: float) -> None:
    assert shape(words) == pytest.approx((value, value, value, False))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("between 10 and 15 million", (None, 10e6, 15e6, False)),
        ("10-15 million", (None, 10e6, 15e6, False)),
        ("$5m–$10m", (None, 5e6, 10e6, False)),
        ("between $500,000 and $1 million", (None, 500_000, 1e6, False)),
        ("from 3 to 5", (None, 3, 5, False)),
        ("two or three", (None, 2, 3, True)),
        ("two or even three", (None, 2, 3, True)),
        ("at least 300", (None, 300, None, False)),
        ("more than two dozen", (None, 24, None, False)),
        ("$4,000 and up", (None, 4000, None, False)),
        ("as many as 40", (None, None, 40, False)),
        ("fewer than 40", (None, None, 40, False)),
        ("10% or lower", (None, None, 10, False)),
        ("about 300", (300, None, None, True)),
        ("some 300", (300, None, None, True)),
        ("an estimated 300", (300, None, None, True)),
        ("nearly 300", (300, None, 300, True)),
        ("just over 300", (300, 300, None, True)),
        ("300-odd", (300, None, None, True)),
        ("well over an estimated 300", (None, 300, None, True)),
        ("dozens", (None, 24, None, True)),
        ("hundreds of thousands", (None, 200_000, None, True)),
        ("tens of millions", (None, 20e6, None, True)),
        ("several hundred", (None, 200, 1000, True)),
        ("a couple of hundred", (200, None, None, True)),
    ],
)
def test_bounds_and_approximations(
    words: str, expected: tuple[float | None, float | None, float | None, bool]
) -> None:
    assert shape(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "June",
        "one of",
        "two three",
        "300 people",
        "",
        "MH17",
        "F-16",
        "a third man",
        "half-brother",
        "9" * 5000,
    ],
)
def test_what_is_no_number(words: str) -> None:
    assert parse_quantity(words) is None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("€300m", "eur"),
        ("300 million euros", "eur"),
        ("US$5", "usd"),
        ("5 US dollars", "usd"),
        ("thousands of dollars", "usd"),
        ("50p", "pence"),
        ("5 km", "kilometre"),
        ("5-mile", "mile"),
        ("5 square miles", "square mile"),
        ("300m", "metre"),
        ("6ft 2in", "foot"),
        ("5 years", "year"),
        ("20%", "percent"),
        ("20 percent", "percent"),
    ],
)
def test_units_have_one_key(words: str, key: str) -> None:
    quantity = parsed(words)
    assert quantity.unit_key == key
    assert quantity.unit is not None
    assert unit_key(words[quantity.unit[0] : quantity.unit[1]]) == key


@given(st.integers(0, 10**12 - 1), st.sampled_from([" and ", " "]))
def test_words_and_digits_give_the_same_value(number: int, joint: str) -> None:
    in_words = parsed(spelled(number, joint))
    assert in_words.value == number
    assert parsed(f"{number:,}").value == number
    assert parsed(str(number)).value == number


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from(["thousand", "million", "billion"]),
    st.sampled_from(["", "about ", "at least ", "up to ", "nearly ", "more than "]),
    st.sampled_from(["", " dollars", " miles", " percent"]),
)
def test_a_magnitude_multiplies_and_keeps_bounds(
    whole: int, tenths: int, scale: str, bound: str, unit: str
) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    expected = (whole * 10 + tenths) * factor // 10
    quantity = parsed(f"{bound}{whole}.{tenths} {scale}{unit}")
    assert expected in (quantity.value, quantity.low, quantity.high)
    assert (quantity.unit is None) == (unit == "")


@given(
    st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["{}-{}", "between {} and {}", "{} to {}"])
)
def test_a_range_has_its_ends_in_order(one: int, other: int, form: str) -> None:
    quantity = parse_quantity(form.format(one, other))
    if one < other:
        assert quantity is not None
        assert (quantity.low, quantity.high, quantity.value) == (one, other, None)
    else:
        assert quantity is None
