"""A ledger as a folder of Parquet files, one a table; needs pyarrow, which comes with `sayso[analytics]`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from ..errors import EnvironmentFault
from ._tables import Table, describe, tables

#: A row group ends after so many rows, or characters: what is held in memory at once.
_ROWS: Final = 20_000
_CHARACTERS: Final = 16_000_000
_NOTES: Final = ("Types are INTEGER → int64, REAL → double, TEXT → string (UTF-8); compressed with zstd.",)


def need_pyarrow() -> None:
    """Raises `EnvironmentFault` with what to do when pyarrow is missing or does not work."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise EnvironmentFault(
            "Parquet needs pyarrow, which is not installed; install it with: pip install 'sayso[analytics]'"
        ) from error


def write_parquet(connection: sqlite3.Connection, folder: Path) -> int:
    """Fills a folder with `TABLE.parquet`, `README.md`, `datapackage.json`; says how many rows there are."""
    need_pyarrow()
    made = [(table, _write(connection, table, folder)) for table in tables(connection)]
    describe(folder, made, "parquet", _NOTES)
    return sum(rows for _, rows in made)


def _write(connection: sqlite3.Connection, table: Table, folder: Path) -> int:
    import pyarrow
    import pyarrow.parquet

    types = {"INTEGER": pyarrow.int64(), "REAL": pyarrow.float64()}
    schema = pyarrow.schema([(name, types.get(kind, pyarrow.string())) for name, kind in table.columns])
    casts = [_CASTS.get(kind, str) for _, kind in table.columns]
    count = 0
    with pyarrow.parquet.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as out:
        for rows in _batches(table.rows(connection)):
            columns = [
                pyarrow.array([None if value is None else cast(value) for value in column], type=field.type)
                for column, cast, field in zip(zip(*rows, strict=True), casts, schema, strict=True)
            ]
            out.write_batch(pyarrow.record_batch(columns, schema=schema))
            count += len(rows)
    return count


#: SQLite holds what it is given; a column's declared type is what readers may rely on.
_CASTS: Final[dict[str, Callable[[Any], Any]]] = {"INTEGER": int, "REAL": float}


def _batches(rows: Iterator[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    batch: list[Sequence[Any]] = []
    held = 0
    for row in rows:
        batch.append(row)
        held += sum(len(value) for value in row if isinstance(value, str))
        if len(batch) >= _ROWS or held >= _CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
