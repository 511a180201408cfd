"""A ledger as a folder of CSV files, one a table (RFC 4180, UTF-8)."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from ._cells import for_spreadsheets, line
from ._tables import Table, describe, tables

_BUFFER: Final = 1 << 20
_EXACT: Final = (
    'Text is always in quotation marks, also over several lines; empty text is `""`, NULL is nothing at all.',
    "Cells are exactly what the ledger holds, from the web. **Text that begins with `=`, `+`, `-`, `@`,"
    " a tab or a line end may be run as a formula by a spreadsheet**: export with `--spreadsheets` before"
    " opening it in one.",
)
_SAFE: Final = (
    "Made for spreadsheets: text that one would run as a formula has an apostrophe in front, and every file"
    " begins with a byte order mark. Export without `--spreadsheets` for the exact text.",
)


def write_csv(connection: sqlite3.Connection, folder: Path, *, spreadsheets: bool = False) -> int:
    """Fills a folder with `TABLE.csv`, `README.md` and `datapackage.json`; says how many rows there are.

    `spreadsheets` marks text that a spreadsheet would run as a formula (OWASP, "CSV Injection").
    """
    made = [(table, _write(connection, table, folder, spreadsheets)) for table in tables(connection)]
    describe(folder, made, "csv", _SAFE if spreadsheets else _EXACT)
    return sum(rows for _, rows in made)


def _write(connection: sqlite3.Connection, table: Table, folder: Path, spreadsheets: bool) -> int:
    count = 0
    with (folder / f"{table.name}.csv").open(
        "w", encoding="utf-8-sig" if spreadsheets else "utf-8", newline="", buffering=_BUFFER
    ) as out:
        out.write(line(name for name, _ in table.columns))
        for row in table.rows(connection):
            out.write(line(map(for_spreadsheets, row) if spreadsheets else row))
            count += 1
    return count
