"""The schema is described, and reads on its own, as in Datasette."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from documents import many

from sayso.ledger import Ledger

DOCUMENT = Path(__file__).parents[2] / "docs" / "ledger.md"


def test_every_table_and_view_is_described(ledger: Ledger) -> None:
    text = DOCUMENT.read_text("utf8")
    rows = ledger.connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    shadows = re.compile(r"\w+_words_\w+|sqlite_\w+")  # what FTS5 and SQLite keep for themselves
    for (name,) in rows:
        if not shadows.fullmatch(name):
            assert f"`{name}`" in text, name


def test_any_sqlite_tool_can_read_it(ledger: Ledger) -> None:
    for one in many(12):
        ledger.add(one)
    ledger.refresh()
    plain = sqlite3.connect(f"file:{ledger.path}?mode=ro", uri=True)
    for view in ("stories", "chains", "claims_with_origins", "judgement_in_force"):
        plain.execute(f"SELECT * FROM {view}").fetchall()
    found = plain.execute(
        "SELECT id FROM story JOIN story_words ON story_words.rowid = story WHERE story_words MATCH 'pier'"
    ).fetchall()
    assert len(found) == 12
    paths = {row[0] for row in plain.execute("SELECT path FROM chains")}
    assert paths == {"Olena Brask"}
    plain.close()
