"""Who only echoes whom: reprints, wire copy, relayed reports, quotations used again.

`sketch` keeps what is needed to find a story's copies anywhere in the ledger; `find` makes the links of one
group, but for those that a person has judged to be none. Of a link's two stories `story` is the later or
derived one: by date; where dates do not tell, the fuller is the earlier; an agency's own story comes before
all who credit the agency.
"""

from __future__ import annotations

import json
import sqlite3

from ._echoes_copies import Link, copies
from ._echoes_quotes import quotations
from ._echoes_relays import relays
from ._echoes_sketch import forget, outdated, sketch
from ._echoes_stories import stories
from ._keys import echo_key

__all__ = ["find", "forget", "reconsider", "sketch"]


def find(connection: sqlite3.Connection, group: int) -> None:
    """Makes the echoes of a group's stories anew: among them, and of copies in the rest of the ledger."""
    numbers = [
        int(row[0])
        for row in connection.execute(
            'SELECT story FROM group_story WHERE "group" = ? ORDER BY story', (group,)
        )
    ]
    connection.executemany(
        'DELETE FROM echo WHERE story = ? OR "of" = ?', [(number, number) for number in numbers]
    )
    told = stories(connection, numbers)
    old = set(outdated(connection, numbers))
    for one in told:
        if one.story in old:
            sketch(connection, one.story, one.text)
    links = copies(connection, told)
    linked = {frozenset((link.story.story, link.of.story)) for link in links}
    links += relays(connection, told)
    links += quotations(told, linked)
    links = _not_denied(connection, links)
    connection.executemany(
        'INSERT OR REPLACE INTO echo (story, "of", kind, score, evidence, circular)'
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                link.story.story,
                link.of.story,
                link.kind,
                link.score,
                json.dumps(link.evidence, ensure_ascii=False),
                link.circular,
            )
            for link in links
        ],
    )


def reconsider(connection: sqlite3.Connection) -> None:
    """Has echoes looked for again that nobody says any more are none. To be called before `find`."""
    denied = connection.execute('SELECT key, story, "of" FROM echo_denied ORDER BY key').fetchall()
    for key, *both in denied:
        if not _is_denied(connection, key):
            connection.execute("DELETE FROM echo_denied WHERE key = ?", (key,))
            connection.execute(
                'UPDATE story_group SET stale = 1 WHERE "group" IN'
                ' (SELECT "group" FROM group_story WHERE story IN (?, ?))',
                both,
            )


def _not_denied(connection: sqlite3.Connection, links: list[Link]) -> list[Link]:
    """Those that no person has said are none; the others are noted."""
    kept = []
    for link in links:
        key = echo_key(link.story.key, link.of.key, link.kind)
        if _is_denied(connection, key):
            connection.execute(
                'INSERT OR REPLACE INTO echo_denied (key, story, "of") VALUES (?, ?, ?)',
                (key, link.story.story, link.of.story),
            )
        else:
            kept.append(link)
    return kept


def _is_denied(connection: sqlite3.Connection, key: str) -> bool:
    row = connection.execute(
        "SELECT verb FROM judgement WHERE a = ? AND verb IN ('same', 'not-same') AND undone_at IS NULL"
        " ORDER BY judgement DESC",
        (key,),
    ).fetchone()
    return row is not None and row[0] == "not-same"
