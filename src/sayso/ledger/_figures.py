"""Relates the figures of a group: which count the same thing, and how they stand to each other."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Final

from ._figures_compare import links_of
from ._figures_rows import rows_of
from ._figures_things import Pair, Thing, things_of
from ._keys import make

_ECHOES: Final = """
SELECT e.story, e."of" FROM echo e JOIN group_story g ON g.story = e.story WHERE g."group" = ?
"""
_JUDGED: Final = """
SELECT judgement, verb, a, b FROM judgement
WHERE undone_at IS NULL AND verb IN ('same', 'not-same') AND b IS NOT NULL AND a IN ({})
"""
#: Keys asked for at once: well under the number of variables that SQLite takes.
_AT_ONCE: Final = 500


def relate(connection: sqlite3.Connection, group: int) -> None:
    """Makes a group's rows in `figure_thing`, `figure_of_thing` and `figure_link` anew.

    To be called inside a transaction, after the group's echoes and sources across stories are known. The
    result depends on the stories and on people's judgements alone, not on the order in which they came.
    """
    _forget(connection, group)
    rows = rows_of(connection, group)
    if not rows:
        return
    same, not_same = _judged(connection, {row.key for row in rows})
    echoes: dict[int, set[int]] = {}
    for story, of in connection.execute(_ECHOES, (group,)):
        echoes.setdefault(story, set()).add(of)
    for thing in things_of(rows, same, not_same):
        _keep(connection, group, thing)
        connection.executemany(
            "INSERT OR IGNORE INTO figure_link (a, b, kind, why) VALUES (?, ?, ?, ?)",
            [(link.a.figure, link.b.figure, link.kind, link.why) for link in links_of(thing, echoes)],
        )


def _forget(connection: sqlite3.Connection, group: int) -> None:
    """Takes away what was found before, also for figures whose story has left the group since."""
    was = 'SELECT o.figure FROM figure_of_thing o JOIN figure_thing t USING (thing) WHERE t."group" = :group'
    now = 'SELECT f.figure FROM group_story g JOIN figure f ON f.story = g.story WHERE g."group" = :group'
    for column in ("a", "b"):
        connection.execute(
            f"DELETE FROM figure_link WHERE {column} IN ({was} UNION {now})",
            {"group": group},
        )
    connection.execute(f"DELETE FROM figure_of_thing WHERE figure IN ({now})", {"group": group})
    connection.execute('DELETE FROM figure_thing WHERE "group" = ?', (group,))


def _judged(connection: sqlite3.Connection, keys: set[str]) -> tuple[list[Pair], list[Pair]]:
    """What people have said of pairs of these figures; of two judgements on one pair the later holds."""
    found = []
    names = sorted(keys)
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        found += connection.execute(_JUDGED.format(",".join("?" * len(some))), some).fetchall()
    held: dict[Pair, str] = {}
    for _, verb, a, b in sorted(map(tuple, found)):
        if b in keys and a != b:
            held[frozenset((a, b))] = verb
    return (
        [pair for pair, verb in held.items() if verb == "same"],
        [pair for pair, verb in held.items() if verb == "not-same"],
    )


def _keep(connection: sqlite3.Connection, group: int, thing: Thing) -> None:
    first = thing.first
    key = make("figure", "thing", first.key)
    number = connection.execute(
        'INSERT INTO figure_thing (key, "group", label, unit, scope, figures, stories)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            group,
            _label(thing),
            next((row.unit for row in thing.members if row.unit), None),
            next((row.scope for row in thing.members if row.scope), None),
            len(thing.members),
            len({row.story for row in thing.members}),
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO figure_of_thing (figure, key, thing, why) VALUES (?, ?, ?, ?)",
        [(row.figure, row.key, number, thing.why[row.figure]) for row in thing.members],
    )


def _label(thing: Thing) -> str:
    """What most stories call it; of equally many the shortest, which has the least beside the noun."""
    called = Counter(row.what for row in thing.members if row.what and row.counted.head)
    called = called or Counter(row.what for row in thing.members if row.what)
    if not called:
        return thing.first.unit or thing.first.words
    return min(called, key=lambda what: (-called[what], len(what), what))
