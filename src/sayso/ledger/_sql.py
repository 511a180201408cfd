"""Inserts by column name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any


def insert(connection: sqlite3.Connection, table: str, **values: Any) -> int:
    """Inserts one row and gives its number. Names of tables and columns are ours, never a user's."""
    cursor = connection.execute(_statement(table, tuple(values)), tuple(values.values()))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def insert_many(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Inserts rows whose values stand in the order of `columns`."""
    connection.executemany(_statement(table, tuple(columns)), rows)


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'
