"""Makes again what follows from many stories, for the groups that a story joined or left."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Final

from . import _claims, _echoes, _figures, _groups, _origins, _same_source
from ._store import transaction

#: The steps over one group, each resting on those before it.
STEPS: Final = (
    _echoes.find,
    _same_source.link,
    _claims.form,
    _origins.trace,
    _figures.relate,
)


def stale(connection: sqlite3.Connection) -> int:
    """How many groups have changed since their claims were last made."""
    return int(connection.execute("SELECT count(*) FROM story_group WHERE stale = 1").fetchone()[0])


def refresh(connection: sqlite3.Connection, advance: Callable[[], None] | None = None) -> int:
    """Brings all groups up to date and says how many there were; `advance` is called after each.

    Groups settle first. A transaction a group: killed half-way, the groups that are done stay done.
    """
    _groups.settle(connection)
    _echoes.reconsider(connection)
    done = 0
    while (group := _next(connection)) is not None:
        with transaction(connection):
            # Another process may have been faster while we waited for the lock.
            if connection.execute(
                'SELECT 1 FROM story_group WHERE "group" = ? AND stale = 1', (group,)
            ).fetchone():
                for step in STEPS:
                    step(connection, group)
                connection.execute('UPDATE story_group SET stale = 0 WHERE "group" = ?', (group,))
                done += 1
        if advance is not None:
            advance()
    return done


def regroup(connection: sqlite3.Connection) -> int:
    """Places stories that are in no group yet, as those of an older ledger are; gives their number."""
    stories = connection.execute(
        "SELECT story, text, published, outlet FROM story"
        " WHERE current = 1 AND story NOT IN (SELECT story FROM group_story) ORDER BY story"
    ).fetchall()
    for row in stories:
        _groups.place(connection, row["story"], row["text"], row["published"], row["outlet"])
        _echoes.sketch(connection, row["story"], row["text"])
    return len(stories)


def _next(connection: sqlite3.Connection) -> int | None:
    row = connection.execute(
        'SELECT "group" FROM story_group WHERE stale = 1 ORDER BY "group" LIMIT 1'
    ).fetchone()
    return None if row is None else int(row[0])
