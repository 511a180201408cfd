"""Who only echoes whom: reprints, wire copy, relayed reports, quotations used again.

`sketch` keeps what is needed to find a story's copies anywhere in the ledger; `find` makes the links of one
group, but for those that a person has judged to be none. Of a link's two stories `story` is the later or derived one: by date; where dates do not tell, the
fuller is the earlier; an agency's own story comes before all who credit the agency.
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

__all__ = ["find", "forget", "sketch"]


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
    links = [link for link in links if not _denied(connection, link)]
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


def _denied(connection: sqlite3.Connection, link: Link) -> bool:
    """Whether a person has said that this is no echo."""
    row = connection.execute(
        "SELECT verb FROM judgement WHERE a = ? AND verb IN ('same', 'not-same') AND undone_at IS NULL"
        " ORDER BY judgement DESC",
        (echo_key(link.story.key, link.of.key, link.kind),),
    ).fetchone()
    return row is not None and row[0] == "not-same"
