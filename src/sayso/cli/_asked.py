"""A ledger to ask: opened, brought up to date, and the same from the first row to the last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ._progress import progress


@contextmanager
def asked(path: Path) -> Iterator[sqlite3.Connection]:
    """The connection, in one reading transaction: others may add meanwhile, the answer does not change."""
    from ..ledger import Ledger, explained, refresh, stale

    with Ledger(path) as ledger, explained(path):
        connection = ledger.connection
        with progress(stale(connection)) as advance:
            refresh(connection, advance)
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("ROLLBACK")
