"""Outlets with their story's age, glued or set apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake._plain_outlet import outlet_age


@pytest.mark.parametrize(
    ("line", "outlet", "age"),
    [
        ("Harbour Post3h", "Harbour Post", "-PT3H"),
        ("The Valley Courier2d", "The Valley Courier", "-P2D"),
        ("Radio Nord News 3 hours ago", "Radio Nord News", "-PT3H"),
        ("Valley Courier · 5 days ago", "Valley Courier", "-P5D"),
        ("CNL Sport12 hrs", "CNL Sport", "-PT12H"),
        ("Channel 4 2w", "Channel 4", "-P2W"),
        ("Meridian | 1mo", "Meridian", "-P1M"),
        ("Published 22 hours ago", None, "-PT22H"),
        ("Updated an hour ago", None, "-PT1H"),
        ("14m", None, "-PT14M"),
    ],
)
def test_reads_outlet_and_age(line: str, outlet: str | None, age: str) -> None:
    found = outlet_age(line)
    assert found is not None
    assert (found.outlet, found.age) == (outlet, age)
    assert line[found.start : found.end].strip(" .")[-1].isalpha()


@pytest.mark.parametrize(
    "line", ["3 May 2024", "Harbour Post", "5 Min Read", "It took him 114d", "", "Paris 1924"]
)
def test_leaves_other_lines_alone(line: str) -> None:
    assert outlet_age(line) is None


@given(st.text(max_size=60))
def test_offsets_lie_in_the_line(line: str) -> None:
    found = outlet_age(line)
    if found:
        assert 0 <= found.start < found.end <= len(line)
