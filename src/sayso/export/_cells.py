"""Cells of CSV (RFC 4180): text always in quotation marks, numbers bare, nothing at all for NULL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

#: What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
_RUN: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_T = TypeVar("_T")


def line(values: Iterable[object]) -> str:
    """One record with its line end (CR LF). Empty text is `""`, NULL is empty, as PostgreSQL writes them."""
    return ",".join(map(_cell, values)) + "\r\n"


def for_spreadsheets(value: _T) -> _T | str:
    """Text that a spreadsheet would run gets an apostrophe in front; everything else stays as it is."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_RUN) else value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return repr(value)
