"""Weighs a group and those around it anew, by average linkage over their stories."""

from __future__ import annotations

import heapq
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from . import _groups_index as index
from ._groups_judged import Judged
from ._groups_linkage import average_linkage
from ._groups_vectors import Vector, dot, similarities
from ._keys import make

#: Mean cosine from which stories are about one event.
THRESHOLD: Final = 0.14
#: Groups this near to each other are weighed together.
_AROUND: Final = 0.6 * THRESHOLD
#: Stories in one neighbourhood; a larger group is looked at only when a person has judged on it.
_MOST: Final = 240
_MOST_JUDGED: Final = 3_000


@dataclass(frozen=True, slots=True)
class _Member:
    key: str
    story: int
    group: int
    vector: Vector


def settle_around(connection: sqlite3.Connection, group: int, judged: Judged) -> int:
    """Makes the groups around an unsettled one again; gives how many of them changed.

    Of the new groups each keeps the number of the old one that it shares most stories with.
    """
    around, weighed = _neighbourhood(connection, group, judged)
    members = [_Member(*one) for one in index.members(connection, around)]
    if not members or len(members) > _MOST_JUDGED:
        _mark(connection, weighed)
        return 0
    places = {member.story: place for place, member in enumerate(members)}
    similar = similarities([member.vector for member in members])
    clusters = average_linkage(
        similar, THRESHOLD, _places(judged.together, places), _places(judged.apart, places)
    )
    return _rewrite(connection, members, clusters, similar, weighed)


def _places(pairs: frozenset[tuple[int, int]], places: dict[int, int]) -> list[tuple[int, int]]:
    return sorted((places[a], places[b]) for a, b in pairs if a in places and b in places)


def _neighbourhood(connection: sqlite3.Connection, seed: int, judged: Judged) -> tuple[list[int], set[int]]:
    """Groups to weigh together, and those of them that will then have been weighed against all near them.

    Grows from the seed by the nearest group first, beyond groups that are unsettled too.
    """
    waiting = [(-1.0, seed)]
    taken: list[int] = []
    weighed: set[int] = set()
    seen = {seed}
    stories = 0
    while waiting:
        _, group = heapq.heappop(waiting)
        found = index.sums(connection, [group]).get(group)
        if found is None:
            continue
        total, size = found
        if taken and stories + size > (_MOST_JUDGED if _bound(connection, group, judged) else _MOST):
            continue
        taken.append(group)
        stories += size
        if group != seed and _is_settled(connection, group):
            continue
        weighed.add(group)
        if size > _MOST and not _bound(connection, group, judged):
            return [], weighed
        for other, link in _near(connection, group, total, size, judged):
            if other not in seen:
                seen.add(other)
                heapq.heappush(waiting, (-link, other))
    return taken, weighed


def _near(
    connection: sqlite3.Connection, group: int, total: Vector, size: int, judged: Judged
) -> list[tuple[int, float]]:
    """Groups around a group, with the mean cosine between their stories (1 for what must stand together)."""
    near = index.sums(connection, index.near(connection, total, but=group))
    links = {other: dot(total, vector) / (size * stories) for other, (vector, stories) in near.items()}
    found = {other: link for other, link in links.items() if link >= _AROUND}
    for story in _judged_stories(connection, group, judged):
        for partner in judged.partners(story):
            row = connection.execute('SELECT "group" FROM group_story WHERE story = ?', (partner,)).fetchone()
            if row is not None and row[0] != group:
                found[int(row[0])] = 1.0
    return sorted(found.items())


def _judged_stories(connection: sqlite3.Connection, group: int, judged: Judged) -> list[int]:
    stories = {story for pair in judged.together | judged.apart for story in pair}
    return [
        story
        for story in sorted(stories)
        if connection.execute(
            'SELECT 1 FROM group_story WHERE story = ? AND "group" = ?', (story, group)
        ).fetchone()
    ]


def _bound(connection: sqlite3.Connection, group: int, judged: Judged) -> bool:
    return bool(_judged_stories(connection, group, judged))


def _is_settled(connection: sqlite3.Connection, group: int) -> bool:
    row = connection.execute('SELECT settled FROM group_vector WHERE "group" = ?', (group,)).fetchone()
    return bool(row[0])


def _mark(connection: sqlite3.Connection, groups: set[int]) -> None:
    connection.executemany(
        'UPDATE group_vector SET settled = 1 WHERE "group" = ?', [(group,) for group in sorted(groups)]
    )


def _rewrite(
    connection: sqlite3.Connection,
    members: Sequence[_Member],
    clusters: Sequence[Sequence[int]],
    similar: NDArray[np.float64],
    weighed: set[int],
) -> int:
    """Writes clusters as groups where they differ from what the groups were."""
    old: dict[int, set[int]] = defaultdict(set)
    for place, member in enumerate(members):
        old[member.group].add(place)
    numbers = _numbers(members, clusters)
    changed = [at for at, number in numbers.items() if number is None or old[number] != set(clusters[at])]
    kept = {number for number in numbers.values() if number is not None}
    leaving = {numbers[at] for at in changed} | (set(old) - kept)
    for place in (place for group in sorted(leaving - {None}) for place in sorted(old[group])):  # type: ignore[type-var,index]
        index.unindex(connection, members[place].group, members[place].vector)
    for at in changed:
        if numbers[at] is None:
            numbers[at] = index.found_group(connection, members[clusters[at][0]].key)
    for at, cluster in enumerate(clusters):
        group = numbers[at]
        assert group is not None
        settled = any(members[place].group in weighed for place in cluster)
        if at in changed:
            _write(connection, group, [members[place] for place in cluster], settled)
        if at in changed or settled:
            _explain(connection, members, cluster, similar)
    for group in sorted(set(old) - kept):
        total = index.total_of([members[place].vector for place in sorted(old[group])])
        index.dissolve(connection, group, total)
    _mark(connection, weighed & kept)
    return len(changed)


def _numbers(members: Sequence[_Member], clusters: Sequence[Sequence[int]]) -> dict[int, int | None]:
    """For each cluster the number of the group it goes on from, None for a new one."""
    shared: Counter[tuple[int, int]] = Counter()
    for at, cluster in enumerate(clusters):
        shared.update((at, members[place].group) for place in cluster)
    numbers: dict[int, int | None] = dict.fromkeys(range(len(clusters)))
    used: set[int] = set()
    for (at, group), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0][1], one[0][0])):
        if numbers[at] is None and group not in used:
            numbers[at] = group
            used.add(group)
    return numbers


def _write(connection: sqlite3.Connection, group: int, members: Sequence[_Member], settled: bool) -> None:
    connection.executemany(
        'UPDATE group_story SET "group" = ? WHERE story = ?', [(group, member.story) for member in members]
    )
    for member in members:
        index.index(connection, group, member.vector)
    total = index.total_of([member.vector for member in members])
    index.write_sum(connection, group, total, len(members), settled=settled)


def _explain(
    connection: sqlite3.Connection,
    members: Sequence[_Member],
    cluster: Sequence[int],
    similar: NDArray[np.float64],
) -> None:
    """Writes why each story of a group is in it, in terms that do not depend on who came first."""
    vectors = [members[place].vector for place in cluster]
    total = index.total_of(vectors)
    words = index.words_of(connection, total[0].tolist())
    others = len(cluster) - 1
    rows: list[tuple[float | None, str, int]] = []
    for place, vector in zip(cluster, vectors, strict=True):
        if not others:
            why = "no group is like it" if len(vector[0]) else "no words to compare"
            rows.append((None, why, members[place].story))
            continue
        score = float(sum(similar[place, other] for other in cluster if other != place)) / others
        rest = index.total_of([total, (vector[0], -vector[1])])
        why = index.likeness(score, others, vector, rest, words)
        rows.append((round(score, 4), why, members[place].story))
    connection.executemany("UPDATE group_story SET score = ?, why = ? WHERE story = ?", rows)
    key = make("group", members[cluster[0]].key)
    connection.execute(
        'UPDATE story_group SET key = ? WHERE "group" = (SELECT "group" FROM group_story WHERE story = ?)',
        (key, members[cluster[0]].story),
    )
