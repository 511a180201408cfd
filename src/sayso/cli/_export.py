"""`sayso export`: a ledger in forms that other programs read."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

if TYPE_CHECKING:
    import sqlite3


class Form(StrEnum):
    """What a ledger is written as."""

    jsonld = "jsonld"
    prov = "prov"
    csv = "csv"
    parquet = "parquet"
    jsonl = "jsonl"


def export(
    ledger: Annotated[Path, typer.Argument(help="The ledger.")],
    path: Annotated[
        Path,
        typer.Argument(help="The file to make, or the folder for csv and parquet; - is standard output."),
    ],
    to: Annotated[Form, typer.Option(help="What to write.")],
    force: Annotated[bool, typer.Option("--force", help="Replace what an export made before.")] = False,
    spreadsheets: Annotated[
        bool, typer.Option("--spreadsheets", help="csv: mark text that a spreadsheet would run as a formula.")
    ] = False,
    bytes: Annotated[
        bool, typer.Option("--bytes/--no-bytes", help="jsonl: with the bytes that stories were read from.")
    ] = True,
) -> int:
    """Write a ledger as schema.org JSON-LD, W3C PROV-JSON, CSV, Parquet, or JSON Lines to add again."""
    from ..errors import UsageError

    folder = to in (Form.csv, Form.parquet)
    if spreadsheets and to is not Form.csv:
        raise UsageError("--spreadsheets goes with --to csv")
    if not bytes and to is not Form.jsonl:
        raise UsageError("--no-bytes goes with --to jsonl")
    if folder and str(path) == "-":
        raise UsageError(f"--to {to} makes a folder; name one")
    if not ledger.exists():
        raise UsageError(f"{ledger}: no such ledger")
    if folder:
        return _to_folder(ledger, path, to, force, spreadsheets)
    return _to_file(ledger, path, to, force, bytes)


def _to_file(ledger: Path, path: Path, to: Form, force: bool, data: bool) -> int:
    from ..export._new_file import new_file
    from ._asked import asked

    if str(path) == "-":
        with asked(ledger) as connection:
            _write(connection, sys.stdout.buffer, to, data)
            sys.stdout.buffer.flush()
        return 0
    with new_file(path, force=force, keep=ledger) as out, asked(ledger) as connection:
        count = _write(connection, out, to, data)
    return _told(count, "lines" if to is Form.jsonl else "items", path)


def _write(connection: sqlite3.Connection, out: BinaryIO, to: Form, data: bool) -> int:
    if to is Form.jsonld:
        from ..export._jsonld import write_jsonld

        return write_jsonld(connection, out)
    if to is Form.prov:
        from ..export._prov import write_prov

        return write_prov(connection, out)
    from ..export._ledger_jsonl import write_ledger_jsonl

    return write_ledger_jsonl(connection, out, data=data)


def _to_folder(ledger: Path, path: Path, to: Form, force: bool, spreadsheets: bool) -> int:
    from ..export._csv import write_csv
    from ..export._new_file import new_folder
    from ..export._parquet import need_pyarrow, write_parquet
    from ._asked import asked

    if to is Form.parquet:
        need_pyarrow()
    with new_folder(path, force=force, keep=ledger) as folder, asked(ledger) as connection:
        if to is Form.csv:
            count = write_csv(connection, folder, spreadsheets=spreadsheets)
        else:
            count = write_parquet(connection, folder)
    return _told(count, "rows", path)


def _told(count: int, what: str, path: Path) -> int:
    print(f"sayso: {count:,} {what} written to {path}", file=sys.stderr)
    return 0
