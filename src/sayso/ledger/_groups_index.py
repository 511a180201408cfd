"""The tables behind groups: vectors, sums and the index of strongest terms."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ._groups_terms import term_of
from ._groups_vectors import Vector, add_all, dump, load, strongest
from ._keys import make

#: Terms that candidates are looked for by, groups of a term (the newest), rows in all, and what is kept.
_ASKED: Final = 30
_GROUPS_OF_TERM: Final = 60
_ROWS: Final = 700
_CANDIDATES: Final = 16
#: Words named as the reason.
_SHOWN: Final = 6
#: Numbers in one query.
_AT_ONCE: Final = 500


def groups_so_far(connection: sqlite3.Connection) -> int:
    """About how many groups there are: the highest number, which costs nothing to find."""
    return int(connection.execute('SELECT coalesce(max("group"), 0) FROM story_group').fetchone()[0])


def events_of(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, int]:
    """In how many of the ledger's groups words have stood; those in none are absent."""
    found: dict[str, int] = {}
    numbers = {term_of(word): word for word in words}
    for some in _parts(list(numbers)):
        for term, events in connection.execute(
            f"SELECT term, events FROM term WHERE term IN ({_marks(some)})", some
        ):
            found[numbers[term]] = events
    return found


def note_event(connection: sqlite3.Connection, words: Mapping[int, str]) -> None:
    """Counts a group more for each term."""
    connection.executemany(
        "INSERT INTO term (term, word, events) VALUES (?, ?, 1)"
        " ON CONFLICT (term) DO UPDATE SET events = events + 1",
        words.items(),
    )


def forget_event(connection: sqlite3.Connection, terms: Iterable[int]) -> None:
    """Counts a group less for each term; words that stand in none are forgotten."""
    for some in _parts([int(term) for term in terms]):
        marks = _marks(some)
        connection.execute(f"UPDATE term SET events = events - 1 WHERE term IN ({marks})", some)
        connection.execute(f"DELETE FROM term WHERE term IN ({marks}) AND events <= 0", some)


def near(connection: sqlite3.Connection, vector: Vector, but: int | None = None) -> list[int]:
    """Groups that share a vector's strongest terms, the likeliest first; a bounded number."""
    shared: dict[int, float] = defaultdict(float)
    rows = 0
    for term, weight in strongest(vector, _ASKED):
        for (group,) in connection.execute(
            'SELECT "group" FROM group_term WHERE term = ? ORDER BY "group" DESC LIMIT ?',
            (term, _GROUPS_OF_TERM),
        ):
            shared[group] += weight * weight
            rows += 1
        if rows >= _ROWS:
            break
    shared.pop(but if but is not None else -1, None)
    return sorted(shared, key=lambda group: (-shared[group], group))[:_CANDIDATES]


def sums(connection: sqlite3.Connection, groups: Sequence[int]) -> dict[int, tuple[Vector, int]]:
    """The sum of the vectors of groups, and how many stories each has."""
    found = {}
    for some in _parts(groups):
        for group, terms, weights, stories in connection.execute(
            'SELECT "group", terms, weights, stories FROM group_vector JOIN story_group USING ("group")'
            f' WHERE "group" IN ({_marks(some)})',
            some,
        ):
            found[group] = load(terms, weights), stories
    return found


def vector_of(connection: sqlite3.Connection, story: int) -> Vector | None:
    """What is kept of a story."""
    row = connection.execute("SELECT terms, weights FROM story_vector WHERE story = ?", (story,)).fetchone()
    return None if row is None else load(row[0], row[1])


def write_sum(
    connection: sqlite3.Connection, group: int, total: Vector, stories: int, *, settled: bool
) -> None:
    """The state of a group whose stories have changed; what followed from it has to be made again."""
    connection.execute(
        'INSERT OR REPLACE INTO group_vector ("group", terms, weights, settled) VALUES (?, ?, ?, ?)',
        (group, *dump(total), settled),
    )
    connection.execute(
        'UPDATE story_group SET stories = ?, stale = 1 WHERE "group" = ?',
        (stories, group),
    )


def index(connection: sqlite3.Connection, group: int, vector: Vector) -> None:
    """Makes a group findable by the strongest terms of a story of it."""
    connection.executemany(
        'INSERT INTO group_term (term, "group", stories) VALUES (?, ?, 1)'
        ' ON CONFLICT (term, "group") DO UPDATE SET stories = stories + 1',
        [(term, group) for term, _ in strongest(vector)],
    )


def unindex(connection: sqlite3.Connection, group: int, vector: Vector) -> None:
    """Undoes `index` for a story that leaves."""
    keys = [(term, group) for term, _ in strongest(vector)]
    connection.executemany('UPDATE group_term SET stories = stories - 1 WHERE term = ? AND "group" = ?', keys)
    connection.executemany('DELETE FROM group_term WHERE term = ? AND "group" = ? AND stories <= 0', keys)


def found_group(connection: sqlite3.Connection, founder: str) -> int:
    """A new group, named after the key of its first story."""
    cursor = connection.execute("INSERT INTO story_group (key) VALUES (?)", (make("group", founder),))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def dissolve(connection: sqlite3.Connection, group: int, total: Vector) -> None:
    """Removes a group that no story is in; its index must be empty already."""
    forget_event(connection, total[0])
    connection.execute('DELETE FROM story_group WHERE "group" = ?', (group,))


def members(connection: sqlite3.Connection, groups: Sequence[int]) -> list[tuple[str, int, int, Vector]]:
    """Key, number, group and vector of the stories of groups, by key."""
    found = []
    for some in _parts(groups):
        found += [
            (key, story, group, load(terms, weights))
            for key, story, group, terms, weights in connection.execute(
                'SELECT key, story, "group", terms, weights FROM group_story JOIN story USING (story)'
                f' JOIN story_vector USING (story) WHERE "group" IN ({_marks(some)})',
                some,
            )
        ]
    return sorted(found, key=lambda one: one[0])


def words_of(connection: sqlite3.Connection, terms: Iterable[int]) -> dict[int, str]:
    """The words behind numbers of terms."""
    found: dict[int, str] = {}
    for some in _parts(list(terms)):
        found.update(connection.execute(f"SELECT term, word FROM term WHERE term IN ({_marks(some)})", some))
    return found


def likeness(
    score: float, stories: int, vector: Vector, total: Vector, words: Mapping[int, str] | None = None
) -> str:
    """Why a story is in a group: the words that most make it like `stories` others, whose sum is `total`."""
    named = ", ".join((words or {}).get(term, "") for term in shared_terms(vector, total)[:_SHOWN])
    return f"mean likeness {score:.2f} with {stories} {'story' if stories == 1 else 'stories'}: {named}"


def shared_terms(vector: Vector, total: Vector) -> list[int]:
    """The terms that make a story like others, those that do so most first."""
    weights = dict(zip(total[0].tolist(), total[1].tolist(), strict=True))
    parts = [
        (-weight * weights[term], term)
        for term, weight in zip(vector[0].tolist(), vector[1].tolist(), strict=True)
        if term in weights
    ]
    return [term for _, term in sorted(parts)]


def total_of(vectors: Sequence[Vector]) -> Vector:
    """The sum that a group of these stories keeps."""
    return add_all(vectors)


def _parts(numbers: Sequence[int]) -> Iterable[list[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield list(numbers[start : start + _AT_ONCE])


def _marks(numbers: Sequence[int]) -> str:
    return ",".join("?" * len(numbers))
