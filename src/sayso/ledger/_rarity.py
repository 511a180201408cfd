"""How much a word tells: rare words of a ledger, and of the statements of one event, tell most."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from ._group_view import GroupView
from ._groups_terms import background


def rarity(connection: sqlite3.Connection, words: Mapping[str, str]) -> dict[str, float]:
    """The idf (Spärck Jones 1972) of stems, given a word each stands for.

    Counted over the ledger's stories and those of the background that is shipped for grouping.
    """
    known, others = background()
    total = others + connection.execute("SELECT count(*) FROM story").fetchone()[0]
    found = {}
    for stem, word in words.items():
        row = connection.execute("SELECT doc FROM story_vocabulary WHERE term = ?", (word,)).fetchone()
        found[stem] = math.log(1 + total / (1 + known.get(word, 0) + (row[0] if row else 0)))
    return found


def told_rarity(view: GroupView) -> dict[str, float]:
    """The idf of stems among an event's statements: its own names stand in most and tell little there."""
    counts: Counter[str] = Counter()
    total = 0
    for story in view.stories:
        for statement in story.statements:
            counts.update(statement.stems)
            total += 1
    return {word: math.log(1 + total / (1 + count)) for word, count in counts.items()}


def together(
    ledger: Mapping[str, float], event: Mapping[str, float], stems: Iterable[str]
) -> dict[str, float]:
    """Both as one weight, the geometric mean; a word that no statement has tells as much as the rarest."""
    most = max(event.values(), default=1.0)
    return {stem: math.sqrt(ledger.get(stem, most) * event.get(stem, most)) for stem in stems}
