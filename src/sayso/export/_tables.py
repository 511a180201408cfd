"""The tables of a ledger as they are exported: which, in which columns, and what they say of each other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .._version import __version__
from ._new_file import FOLDER_MARK

#: What only the ledger itself works with; all of it is made again from the stories.
_WORKING: Final = frozenset(
    "term story_vector group_vector group_term group_judged story_sketch sketch_band entity_block".split()
)
_TYPES: Final = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with the SQLite types INTEGER, REAL or TEXT. Columns of bytes are left out."""

    name: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...]
    left_out: tuple[str, ...]

    def rows(self, connection: sqlite3.Connection) -> Iterator[Sequence[Any]]:
        """The rows, in the table's own order, a few at a time."""
        names = ", ".join(f'"{name}"' for name, _ in self.columns)
        cursor = connection.cursor()
        cursor.row_factory = None
        # An order that one ledger keeps, whatever SQLite would choose: by what is declared as the key.
        order = ", ".join(f'"{name}"' for name in self.key) or "rowid"
        yield from cursor.execute(f'SELECT {names} FROM "{self.name}" ORDER BY {order}')


def tables(connection: sqlite3.Connection) -> list[Table]:
    """All tables that are exported, by name."""
    names = [
        row["name"]
        for row in connection.execute("PRAGMA main.table_list")
        if row["type"] == "table" and not row["name"].startswith("sqlite_") and row["name"] not in _WORKING
    ]
    return [_table(connection, name) for name in sorted(names)]


def _table(connection: sqlite3.Connection, name: str) -> Table:
    columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    keys = sorted((row["pk"], row["name"]) for row in columns if row["pk"])
    references = [
        (row["from"], row["table"], row["to"] or _key(connection, row["table"]))
        for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')
    ]
    return Table(
        name,
        tuple((row["name"], row["type"].upper()) for row in columns if row["type"].upper() != "BLOB"),
        tuple(column for _, column in keys),
        tuple(sorted(references)),
        tuple(row["name"] for row in columns if row["type"].upper() == "BLOB"),
    )


def _key(connection: sqlite3.Connection, name: str) -> str:
    """What a reference to a table means that names no column."""
    return str(next(row["name"] for row in connection.execute(f'PRAGMA table_info("{name}")') if row["pk"]))


def describe(folder: Path, made: Sequence[tuple[Table, int]], ending: str, notes: Sequence[str]) -> None:
    """Writes what is in the folder, for people (README.md) and for programs (datapackage.json)."""
    package = {
        "profile": "data-package",
        "name": "sayso-ledger",
        "title": "A ledger of sayso: who says what in the news, through whom",
        "sayso": __version__,
        "resources": [_resource(table, rows, ending) for table, rows in made],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / FOLDER_MARK).write_text(text, "utf8", newline="\n")
    (folder / "README.md").write_text(_readme(made, ending, notes), "utf8", newline="\n")


def _resource(table: Table, rows: int, ending: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": name, "type": _TYPES.get(kind, "string")} for name, kind in table.columns]
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [to]}}
            for column, other, to in table.references
        ]
    resource = {"name": table.name, "path": f"{table.name}.{ending}", "format": ending, "rows": rows}
    if ending == "csv":
        resource |= {"mediatype": "text/csv", "encoding": "utf-8"}
        resource["dialect"] = {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
        }
        schema["missingValues"] = [""]
    return {**resource, "schema": schema}


def _readme(made: Sequence[tuple[Table, int]], ending: str, notes: Sequence[str]) -> str:
    lines = [
        "# A ledger of sayso",
        "",
        "Who says what in the news, through whom: one file a table. docs/ledger.md of sayso explains every",
        "table and column; datapackage.json gives types, keys and references (Data Package standard).",
        "",
        "| file | rows | columns |",
        "|---|---|---|",
        *(
            f"| {table.name}.{ending} | {rows:,} | {', '.join(name for name, _ in table.columns)} |"
            for table, rows in made
        ),
        "",
        *(f"- {note}" for note in notes),
    ]
    left_out = [f"{table.name}.{name}" for table, _ in made for name in table.left_out]
    if left_out:
        lines.append(
            f"- Left out, because they are bytes: {', '.join(left_out)}; `sayso export --to jsonl` has them."
        )
    return "\n".join(lines) + "\n"
