"""Agencies and contributors keep their names and words."""

from __future__ import annotations

import pytest

from sayso.intake._credits import agencies_in, agency, credits_in_line, credits_in_paragraph
from sayso.story import Credit


def shown(text: str, credits: list[Credit]) -> list[tuple[str, str]]:
    return [(credit.name, text[credit.spans[0][0] : credit.spans[0][1]]) for credit in credits]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Additional reporting by Reuters", ["Reuters"]),
        ("Additional reporting by Ana Roe and Ilse van der Varn", ["Ana Roe", "Ilse van der Varn"]),
        ("Reporting by Ana Roe; additional reporting by Bo Lund, J. K. Marsh and Kit Orr; Editing by Lou Tay",
         ["Ana Roe", "Bo Lund", "J. K. Marsh", "Kit Orr", "Lou Tay"]),
        ("Bo Lund contributed reporting from Harrow Bay.", ["Bo Lund"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("This article was originally published by Saltmarsh. Read the original article.", ["Saltmarsh"]),
        ("Source: AFP", ["Agence France-Presse"]),
        ("With files from The Canadian Press", ["The Canadian Press"]),
    ],
)  # fmt: skip
def test_credit_lines(line: str, names: list[str]) -> None:
    assert [name for name, _ in shown(line, credits_in_line(line, 0, len(line)))] == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("HARROW BAY, March 14 (Reuters) - The mill closed.", [("Reuters", "Reuters")]),
        ("HARROW BAY (AP) — The mill closed.", [("Associated Press", "AP")]),
        ("(AFP) - The mill closed.", [("Agence France-Presse", "AFP")]),
        ("The mill closed on Friday. (AFP)", [("Agence France-Presse", "AFP")]),
        ("The mill closed on Friday. — Reuters", [("Reuters", "Reuters")]),
        ("She told Reuters (the agency) that the mill was closed.", []),
        ("The app (AP) was new to her, she said, and so it went on.", []),
    ],
)
def test_place_lines_and_closing_marks(line: str, expected: list[tuple[str, str]]) -> None:
    padded = "ab\n" + line
    assert shown(padded, credits_in_paragraph(padded, 3, len(padded))) == expected


def test_bylines() -> None:
    line = "By ANA ROE, Associated Press"
    assert shown(line, agencies_in(line, 0, len(line))) == [("Associated Press", "Associated Press")]
    assert agency("By Ana Roe, AP Auto Writer") == "Associated Press"
    assert agency("Ana Roe") is None
    assert agency("APEX Motors") is None
