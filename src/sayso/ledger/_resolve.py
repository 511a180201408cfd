"""From an id that a command printed, or the beginning of one, to the thing it names."""

from __future__ import annotations

import sqlite3
from typing import Final

from ..errors import LedgerError
from ._keys import KINDS, Kind, echo_key, kind_of

#: Where the keys of each kind stand; echoes have none of their own and are made from those of their stories.
_TABLES: Final[dict[Kind, str]] = {
    "story": "story",
    "attribution": "attribution",
    "source": "source",
    "voice": "voice",
    "group": "story_group",
    "claim": "claim",
    "entity": "entity",
    "figure": "figure_of_thing",
}
#: The stories of a thing, by its key.
_STORIES: Final[dict[Kind, str]] = {
    "story": "SELECT story FROM story WHERE key = ?",
    "attribution": "SELECT story FROM attribution WHERE key = ?",
    "source": "SELECT story FROM source WHERE key = ?",
    "voice": "SELECT story FROM voice WHERE key = ?",
    "group": 'SELECT story FROM group_story JOIN story_group USING ("group") WHERE key = ?',
    "claim": "SELECT s.story FROM statement s JOIN claim c USING (claim) WHERE c.key = ?",
    "entity": "SELECT s.story FROM source s JOIN entity_source USING (source) JOIN entity e USING (entity)"
    " WHERE e.key = ?",
    "figure": "SELECT f.story FROM figure f JOIN figure_of_thing o USING (figure) WHERE o.key = ?",
}
#: So many characters of a key are enough when they fit only one.
_SHORTEST: Final = 6


def resolve(connection: sqlite3.Connection, id: str) -> str:
    """The key of what an id names: a key, the beginning of one, or a story's own id.

    Raises `LedgerError` when nothing or more than one thing in the ledger fits.
    """
    row = connection.execute("SELECT key FROM story WHERE id = ? AND current = 1", (id,)).fetchone()
    if row is not None:
        return str(row["key"])
    found = _fitting(connection, id)
    if len(found) > 1:
        raise LedgerError(f"{id!r} begins the ids of {len(found)} things or more; give more of it")
    if not found:
        raise LedgerError(
            f"nothing here has the id {id!r}; ids are printed by search, claims, echoes, figures and groups"
        )
    return found[0]


def stories_behind(connection: sqlite3.Connection, key: str) -> list[int]:
    """The stories (row numbers) in which a thing stands; none for a key that is not in this ledger."""
    kind = kind_of(key)
    if kind == "echo":
        return [row for echo, *both in _echoes(connection) if echo == key for row in both]
    statement = _STORIES.get(kind) if kind else None
    if statement is None:
        return []
    return sorted({int(row[0]) for row in connection.execute(statement, (key,))})


def _fitting(connection: sqlite3.Connection, start: str) -> list[str]:
    """Up to two keys that begin so."""
    kind = KINDS.get(start[:1])
    if kind is None or len(start) < _SHORTEST:
        return []
    if kind == "echo":
        return sorted({key for key, *_ in _echoes(connection) if key.startswith(start)})[:2]
    table = _TABLES.get(kind)
    if table is None:
        return []
    rows = connection.execute(
        f"SELECT DISTINCT key FROM {table} WHERE key >= ? AND key < ? LIMIT 2", (start, start + "g")
    )
    return [str(row["key"]) for row in rows]


def _echoes(connection: sqlite3.Connection) -> list[tuple[str, int, int]]:
    rows = connection.execute(
        'SELECT s.key AS story, o.key AS "of", e.kind, e.story AS a, e."of" AS b FROM echo e'
        ' JOIN story s ON s.story = e.story JOIN story o ON o.story = e."of"'
    )
    return [(echo_key(row["story"], row["of"], row["kind"]), row["a"], row["b"]) for row in rows]
