"""What people have decided about pairs of stories: the same event, or not."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of current stories that belong together, and that do not; `state` tells two sets apart.

    Of several judgements on a pair the last holds. A judgement is on a story, not on a version of it: it
    goes over to the story's newest text.
    """

    together: frozenset[tuple[int, int]]
    apart: frozenset[tuple[int, int]]
    state: str

    def partners(self, story: int) -> set[int]:
        """Stories that a story must stand together with."""
        return {other for pair in self.together if story in pair for other in pair if other != story}


def pairs(connection: sqlite3.Connection) -> Judged:
    """The judgements in force on pairs of stories of the ledger."""
    verdicts: dict[tuple[int, int], str] = {}
    numbers = []
    for number, verb, a, b in connection.execute(
        """SELECT j.judgement, j.verb, a.story, b.story FROM judgement j
           JOIN story x ON x.key = j.a JOIN story a ON a.id = x.id AND a.current = 1
           JOIN story y ON y.key = j.b JOIN story b ON b.id = y.id AND b.current = 1
           WHERE j.verb IN ('same', 'not-same') AND j.undone_at IS NULL ORDER BY j.judgement"""
    ):
        if a != b:
            verdicts[min(a, b), max(a, b)] = verb
            numbers.append(f"{number}:{a}:{b}")
    return Judged(
        together=frozenset(pair for pair, verb in verdicts.items() if verb == "same"),
        apart=frozenset(pair for pair, verb in verdicts.items() if verb == "not-same"),
        state=" ".join(numbers),
    )


def followed(connection: sqlite3.Connection) -> str:
    """The state of judgements that the groups follow already."""
    row = connection.execute("SELECT state FROM group_judged").fetchone()
    return "" if row is None else str(row[0])


def remember(connection: sqlite3.Connection, state: str) -> None:
    """Notes that the groups are about to follow these judgements."""
    connection.execute("INSERT OR REPLACE INTO group_judged (one, state) VALUES (1, ?)", (state,))


def changed_groups(connection: sqlite3.Connection, judged: Judged) -> list[int]:
    """Groups of stories that a judgement made, changed or undone since speaks of."""
    before, now = (set(state.split()) for state in (followed(connection), judged.state))
    stories = {int(story) for one in before ^ now for story in one.split(":")[1:]}
    rows = (
        connection.execute('SELECT "group" FROM group_story WHERE story = ?', (story,)).fetchone()
        for story in sorted(stories)
    )
    return sorted({int(row[0]) for row in rows if row is not None})
