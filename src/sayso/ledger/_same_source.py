"""Links the sources of a group's stories to entities: one person or body, however a story writes it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from ._group_view import SourceRow, load_sources, stories_of_group
from ._judged import Judged, judged
from ._keys import make
from ._names import Likeness, alike_bodies, alike_persons, roles_agree
from ._names_fold import joined, person_tokens
from ._same_source_event import MOST_ROLES, Cluster, gather, is_named
from ._sql import insert, insert_many

#: A block with more entities than this tells nothing; the first ones, by key, are looked at.
_MOST_IN_BLOCK: Final = 50
_AT_ONCE: Final = 500
#: Below this, a likeness is not worth a person's time.
_WORTH_ASKING: Final = 0.4


def link(connection: sqlite3.Connection, group: int) -> None:
    """Makes the links of a group's sources to entities anew.

    Sources with a name only, and those that somebody has judged: nameless people of two stories are joined
    by what they say, if at all, when origins are traced. Names are compared within the event by their parts
    and, through blocking keys, with the entities of the whole ledger; so the cost does not grow with it.
    Pairs that may be one become suggestions with score and reason.
    """
    stories = stories_of_group(connection, group)
    before = _forget(connection, stories)
    _forget_suggestions(connection, before)
    sources = load_sources(connection, stories)
    keys = _keys_of(connection, list(sources))
    decided = judged(connection, keys.values())
    chosen = sorted(
        (s for s in sources.values() if is_named(s) or keys.get(s.source) in decided.spoken_of),
        key=lambda s: (keys.get(s.source, ""), s.story, s.id),
    )
    clusters, unsure = gather(chosen, lambda a, b: _said(a, b, keys, decided))
    entities = {id(cluster): _place(connection, cluster, keys, decided) for cluster in clusters}
    rows = []
    for cluster in clusters:
        entity, score, why = entities[id(cluster)]
        for member in cluster.members:
            own, reason = cluster.how[member.source]
            rows.append((member.source, entity, min(own, score), "; ".join(filter(None, (reason, why)))))
    insert_many(connection, "entity_source", ("source", "entity", "score", "why"), rows)
    for one, other, likeness in unsure:
        _suggest(connection, entities[id(one)][0], entities[id(other)][0], likeness)
    _drop_empty(connection, before)


def _forget(connection: sqlite3.Connection, stories: Sequence[int]) -> set[int]:
    """Takes away the links of a group's stories and of their earlier versions; says to which entities."""
    touched: set[int] = set()
    for story in stories:
        rows = connection.execute(
            "SELECT e.source, e.entity FROM entity_source e JOIN source USING (source)"
            " JOIN story o USING (story) JOIN story s ON o.id = s.id WHERE s.story = ?",
            (story,),
        ).fetchall()
        touched.update(row[1] for row in rows)
        connection.executemany("DELETE FROM entity_source WHERE source = ?", [(row[0],) for row in rows])
    return touched


def _forget_suggestions(connection: sqlite3.Connection, entities: set[int]) -> None:
    """Takes away what was suggested among the entities of a group."""
    for entity in sorted(entities):
        rows = connection.execute("SELECT b FROM entity_suggestion WHERE a = ?", (entity,)).fetchall()
        connection.executemany(
            "DELETE FROM entity_suggestion WHERE a = ? AND b = ?",
            [(entity, row[0]) for row in rows if row[0] in entities],
        )


def _keys_of(connection: sqlite3.Connection, sources: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(sources), _AT_ONCE):
        some = sources[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = connection.execute(f"SELECT source, key FROM source WHERE source IN ({marks})", some)
        found.update((row[0], row[1]) for row in rows if row[1])
    return found


def _said(one: Cluster, other: Cluster, keys: dict[int, str], decided: Judged) -> bool | None:
    """What somebody has said of any two sources of two clusters."""
    if not decided.spoken_of:
        return None
    pairs = [(keys.get(a.source, ""), keys.get(b.source, "")) for a in one.members for b in other.members]
    if any(decided.apart(a, b) for a, b in pairs):
        return False
    return True if any(decided.one(a, b) for a, b in pairs) else None


def _place(
    connection: sqlite3.Connection, cluster: Cluster, keys: dict[int, str], decided: Judged
) -> tuple[int, float, str]:
    """The entity of a cluster, found or made; how surely, and why it is that one."""
    key = _entity_key(cluster, keys)
    near = _candidates(connection, cluster, keys, decided)
    said = judged(connection, [key, *(row["key"] for row, _ in near)])
    for other in sorted(said.same.get(key, ())):
        row = connection.execute("SELECT entity FROM entity WHERE key = ?", (other,)).fetchone()
        if row is not None:
            return int(row[0]), 1.0, "judged the same"
    near = [(row, likeness) for row, likeness in near if row["key"] == key or not said.apart(key, row["key"])]
    for row, likeness in near:
        if likeness.finding == "same":
            _grow(connection, row, cluster)
            return int(row["entity"]), likeness.score, "" if likeness.score == 1 else likeness.why
    entity = _found(connection, cluster, key)
    for row, likeness in near:
        _suggest(connection, int(row["entity"]), entity, likeness)
    return entity, 1.0, ""


def _entity_key(cluster: Cluster, keys: dict[int, str]) -> str:
    """The key of the entity that a cluster founds: its kind and name, a nameless one's first source."""
    if not any(is_named(member) for member in cluster.members):
        return make("entity", "nameless", min(keys.get(m.source, "") for m in cluster.members))
    name = " ".join(sorted(person_tokens(cluster.name))) if cluster.is_person else joined(cluster.name)
    return make("entity", "person" if cluster.is_person else "body", name)


def _candidates(
    connection: sqlite3.Connection, cluster: Cluster, keys: dict[int, str], decided: Judged
) -> list[tuple[sqlite3.Row, Likeness]]:
    """Entities that a cluster may be, the likest first."""
    rows: dict[int, sqlite3.Row] = {}
    own = _entity_key(cluster, keys)
    for row in connection.execute("SELECT entity, key, name, kind, roles FROM entity WHERE key = ?", (own,)):
        rows[row["entity"]] = row
    for block in cluster.keys:
        for row in connection.execute(
            "SELECT entity, key, name, kind, roles FROM entity_block JOIN entity USING (entity)"
            " WHERE block = ? ORDER BY key LIMIT ?",
            (block, _MOST_IN_BLOCK),
        ):
            rows[row["entity"]] = row
    found = []
    for row in rows.values():
        likeness = Likeness("same", 1.0, "") if row["key"] == own else _compare(cluster, row)
        if likeness.finding != "different" and likeness.score >= _WORTH_ASKING:
            found.append((row, likeness))
    return sorted(found, key=lambda pair: (pair[1].finding != "same", -pair[1].score, pair[0]["key"]))


def _compare(cluster: Cluster, row: sqlite3.Row) -> Likeness:
    """A cluster and an entity of other events: where names differ in more than writing, a role must agree."""
    if cluster.is_person != (row["kind"] == "person"):
        return Likeness("different", 0.0, "")
    if not cluster.is_person:
        return alike_bodies(cluster.name, row["name"])
    likeness = alike_persons(cluster.name, row["name"])
    shared = roles_agree(cluster.roles, frozenset(json.loads(row["roles"])))
    if likeness.finding == "spelling" and shared:
        return Likeness("same", max(likeness.score, 0.9), f"{likeness.why}, and both are called “{shared}”")
    return likeness


def _grow(connection: sqlite3.Connection, row: sqlite3.Row, cluster: Cluster) -> None:
    """An entity keeps the words of its descriptions."""
    roles = sorted({*json.loads(row["roles"]), *cluster.roles})[:MOST_ROLES]
    connection.execute("UPDATE entity SET roles = ? WHERE entity = ?", (json.dumps(roles), row["entity"]))


def _found(connection: sqlite3.Connection, cluster: Cluster, key: str) -> int:
    kinds = Counter(member.kind for member in cluster.members if member.kind != "unnamed")
    kind = "person" if cluster.is_person else min(kinds, key=lambda k: (-kinds[k], k), default="organisation")
    same = connection.execute("SELECT 1 FROM entity WHERE key = ?", (key,)).fetchone()
    if same is not None:  # judged apart from the one of this name
        key = make("entity", key, min((member.id for member in cluster.members), default=""))
    entity = insert(
        connection, "entity", key=key, name=cluster.name, kind=kind, roles=json.dumps(sorted(cluster.roles))
    )
    insert_many(connection, "entity_block", ("block", "entity"), [(block, entity) for block in cluster.keys])
    return entity


def _suggest(connection: sqlite3.Connection, one: int, other: int, likeness: Likeness) -> None:
    if one == other:
        return
    rows = connection.execute(
        "SELECT entity, key FROM entity WHERE entity IN (?, ?) ORDER BY key", (one, other)
    ).fetchall()
    if judged(connection, [rows[0]["key"]]).apart(rows[0]["key"], rows[1]["key"]):
        return
    connection.execute(
        "INSERT OR REPLACE INTO entity_suggestion (a, b, score, why) VALUES (?, ?, ?, ?)",
        (rows[0]["entity"], rows[1]["entity"], likeness.score, likeness.why),
    )


def _drop_empty(connection: sqlite3.Connection, entities: Iterable[int]) -> None:
    """Entities that no source is linked to any more."""
    connection.executemany(
        "DELETE FROM entity WHERE entity = ? AND NOT EXISTS (SELECT 1 FROM entity_source WHERE entity = ?1)",
        [(entity,) for entity in sorted(entities)],
    )


def entities_of(
    connection: sqlite3.Connection, sources: dict[int, SourceRow]
) -> dict[int, tuple[int, str, str]]:
    """The entity (row, name, kind) of each of some sources that has one."""
    found: dict[int, tuple[int, str, str]] = {}
    numbers = sorted(sources)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for row in connection.execute(
            "SELECT source, entity, name, kind FROM entity_source JOIN entity USING (entity)"
            f" WHERE source IN ({marks})",
            some,
        ):
            found[row[0]] = (row[1], row[2], row[3])
    return found
