"""Writes an old ledger as SQL, for the test of migrations: `python tests/ledger/old/make.py > schema-1.sql`.

Made once for each schema that was released, and kept: what it holds must be readable for ever.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from documents import many

from sayso.ledger import Ledger
from sayso.ledger._store import APPLICATION_ID, migrations

TABLES = "story source attribution hop hedge evidence voice figure record finding credit judgement".split()


def main() -> None:
    """Prints the schema of the first migration and rows of a few stories."""
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "l"), create=True) as ledger:
        for one in many(6):
            ledger.add(one)
        (key,) = ledger.connection.execute("SELECT key FROM attribution ORDER BY attribution").fetchone()
        ledger.judge("not-a-claim", key, by="Ann")
        print(f"PRAGMA user_version = 1;\nPRAGMA application_id = {APPLICATION_ID};")
        print(migrations()[0][1])
        old = sqlite3.connect(":memory:")
        for statement in [migrations()[0][1]]:
            old.executescript(statement)
        for table in TABLES:
            columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
            names = ", ".join(f'"{column}"' for column in columns)
            for row in ledger.connection.execute(f"SELECT {names} FROM {table}"):
                quoted = ledger.connection.execute(
                    f"SELECT {', '.join('quote(?)' for _ in columns)}", tuple(row)
                ).fetchone()
                print(f"INSERT INTO {table} ({names}) VALUES ({', '.join(quoted)});")


main()
