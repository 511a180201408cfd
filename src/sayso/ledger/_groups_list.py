"""The groups of a ledger, to be shown."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import msgspec

from ._groups_index import words_of
from ._groups_vectors import load, strongest

#: Words shown of a group, and how many are looked at for them.
_WORDS = 8
_LOOKED_AT = 24


class GroupedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story's place in a group; `score` is its mean likeness to the others, None when it is alone."""

    id: str
    outlet: str | None
    published: str | None
    headline: str | None
    score: float | None
    why: str


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Stories about one event: the earlier first, those without a date last.

    `words` hold them together, the strongest first; `since` and `until` are the first and the last date.
    """

    id: str
    words: tuple[str, ...]
    since: str | None
    until: str | None
    stories: tuple[GroupedStory, ...]


def groups(connection: sqlite3.Connection) -> list[Group]:
    """All groups, the largest first. They must be up to date."""
    members: dict[int, list[GroupedStory]] = defaultdict(list)
    keys: dict[int, str] = {}
    for row in connection.execute(
        """SELECT m."group", g.key, s.id, s.outlet, s.published, s.headline, m.score, m.why
           FROM group_story m JOIN story_group g USING ("group") JOIN story s USING (story)
           WHERE s.current = 1 ORDER BY s.published IS NULL, s.published, s.id"""
    ):
        keys[row[0]] = row[1]
        members[row[0]].append(
            GroupedStory(
                id=row[2], outlet=row[3], published=row[4], headline=row[5], score=row[6], why=row[7]
            )
        )
    found = []
    for number, stories in members.items():
        dates = [story.published for story in stories if story.published]
        found.append(
            Group(
                id=keys[number],
                words=_words(connection, number, len(stories)),
                since=dates[0] if dates else None,
                until=dates[-1] if dates else None,
                stories=tuple(stories),
            )
        )
    return sorted(found, key=lambda group: (-len(group.stories), group.since or "~", group.id))


def group_of_each(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every current story's id and its group's, in the order in which the stories came."""
    rows = connection.execute(
        """SELECT s.id, g.key FROM story s JOIN group_story USING (story) JOIN story_group g USING ("group")
           WHERE s.current = 1 ORDER BY s.story"""
    )
    return [(row[0], row[1]) for row in rows]


def _words(connection: sqlite3.Connection, group: int, stories: int) -> tuple[str, ...]:
    row = connection.execute('SELECT terms, weights FROM group_vector WHERE "group" = ?', (group,)).fetchone()
    if row is None:
        return ()
    found = strongest(load(row[0], row[1]), _LOOKED_AT)
    shared = {term for term, _ in found}
    if stories > 1:
        shared = _in_several(connection, group, shared) or shared
    words = words_of(connection, shared)
    return tuple(words[term] for term, _ in found if term in words)[:_WORDS]


def _in_several(connection: sqlite3.Connection, group: int, terms: set[int]) -> set[int]:
    """Those of some terms that are among the strongest of two of a group's stories or more."""
    return {
        term
        for term in terms
        if connection.execute(
            'SELECT 1 FROM group_term WHERE term = ? AND "group" = ? AND stories > 1', (term, group)
        ).fetchone()
    }
