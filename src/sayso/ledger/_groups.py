"""Which stories are about one event: a new story joins the group it is most like, or founds one.

A story is the vector of its weightiest words (`_groups_terms`); how like it is to a group is the mean of its
cosines with the group's stories, which the sum of their vectors gives in one product. Groups to compare with
come from an index of strongest words, so placing a story takes the same time in every ledger. Before anybody
asks, `settle` weighs new and changed groups against those around them, so that the order in which stories
came matters little.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from . import _groups_index as index
from ._groups_judged import changed_groups, followed, pairs, remember
from ._groups_settle import THRESHOLD, settle_around
from ._groups_terms import likely, term_of, weigh, word_counts
from ._groups_vectors import add, dot, dump, unit
from ._store import transaction

__all__ = ["THRESHOLD", "place", "settle", "unsettled", "withdraw"]


def place(
    connection: sqlite3.Connection, story: int, text: str, published: str | None, outlet: str | None
) -> int:
    """Puts a new current story into the group it is most like, or into one of its own, and gives its number.

    `published` and `outlet` are not looked at: an event is what stories tell, whenever and wherever.
    """
    counts = likely(word_counts(text))
    events = index.events_of(connection, counts)
    weighed = weigh(counts, events, index.groups_so_far(connection))
    vector = unit(weighed)
    connection.execute(
        "INSERT OR REPLACE INTO story_vector (story, terms, weights) VALUES (?, ?, ?)", (story, *dump(vector))
    )
    sums = index.sums(connection, index.near(connection, vector))
    score, group = max(
        ((dot(vector, total) / stories, -group) for group, (total, stories) in sums.items() if stories),
        default=(0.0, 0),
    )
    words = {term_of(word): word for word, _ in weighed}
    if score >= THRESHOLD:
        group = -group
        total, stories = sums[group]
        why = index.likeness(score, stories, vector, total, words)
    else:
        key = connection.execute("SELECT key FROM story WHERE story = ?", (story,)).fetchone()[0]
        group = index.found_group(connection, key)
        total, stories, score = index.total_of([]), 0, 0.0
        why = "no group is like it" if len(vector[0]) else "no words to compare"
    known = set(total[0].tolist())
    index.note_event(connection, {term: word for term, word in words.items() if term not in known})
    connection.execute(
        'INSERT OR REPLACE INTO group_story (story, "group", score, why) VALUES (?, ?, ?, ?)',
        (story, group, round(score, 4) if stories else None, why),
    )
    index.index(connection, group, vector)
    index.write_sum(connection, group, add(total, vector), stories + 1, settled=False)
    return group


def withdraw(connection: sqlite3.Connection, story: int) -> None:
    """Takes a story out of its group, for a newer version or for good."""
    row = connection.execute('SELECT "group" FROM group_story WHERE story = ?', (story,)).fetchone()
    vector = index.vector_of(connection, story)
    if row is None or vector is None:
        return
    group = int(row[0])
    connection.execute("DELETE FROM group_story WHERE story = ?", (story,))
    connection.execute("DELETE FROM story_vector WHERE story = ?", (story,))
    index.unindex(connection, group, vector)
    total, stories = index.sums(connection, [group])[group]
    if stories <= 1:
        index.dissolve(connection, group, total)
    else:
        index.write_sum(connection, group, add(total, vector, -1.0), stories - 1, settled=False)


def unsettled(connection: sqlite3.Connection) -> list[int]:
    """Groups that have changed since they were last weighed against those around them."""
    rows = connection.execute('SELECT "group" FROM group_vector WHERE settled = 0 ORDER BY "group"')
    return [int(row[0]) for row in rows]


def settle(connection: sqlite3.Connection) -> int:
    """Weighs changed groups against those around them, and gives the number of groups that it changed.

    To be called before what follows from groups is made. A transaction for each neighbourhood of groups, one
    after the other: the cost of a changed group is bounded, whatever the size of the ledger. People's
    judgements on pairs of stories are followed: same stays together, not same apart.
    """
    judged = pairs(connection)
    if judged.state != followed(connection):
        with transaction(connection):
            moved = changed_groups(connection, judged)
            _unsettle(connection, moved)
            remember(connection, judged.state)
    changed = 0
    while unsettled(connection):
        with transaction(connection):
            # Another process may have been faster while we waited for the lock.
            if waiting := unsettled(connection):
                changed += settle_around(connection, waiting[0], judged)
    return changed


def _unsettle(connection: sqlite3.Connection, groups: Sequence[int]) -> None:
    connection.executemany(
        'UPDATE group_vector SET settled = 0 WHERE "group" = ?', [(group,) for group in groups]
    )
