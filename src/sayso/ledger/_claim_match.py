"""Finds the claim that somebody asks for, and all stories of the ledger that carry it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ._claim_words import stem_words
from ._event import Event, load_event
from ._group_view import stories_of_group
from ._rarity import rarity, together, told_rarity
from ._tellings import CARRIES, CARRIES_IN_EVENT, Query, Telling, closeness, query, tellings, widened

#: Stories looked at, found by the claim's rarest words, and events, by their stories.
_STORIES: Final = 40
_EVENTS: Final = 3
_WORDS: Final = 12
#: What matches less well than this beside the best, by bm25, is not looked at.
_NO_FEWER: Final = 0.5
#: The likest event is told by so many of its stories.
_BEST: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the statements of its stories that make or deny a claim; `near` is by statement's key."""

    event: Event
    group: int
    told: dict[int, list[Telling]]
    near: Mapping[str, float]
    asked: Query


def find(connection: sqlite3.Connection, text: str) -> Told | None:
    """The event that a claim fits best and its statements that make it; None where no story has its words.

    The event is chosen by the stories that hold most of the claim, its rare words before all; stories of
    other events that carry the claim nearly whole are taken along. Within the event the claim's words weigh
    by how few statements have them, and words join that the likeliest statements share.
    """
    words = stem_words(text)
    weight = rarity(connection, words)
    hits = _hits(connection, words, weight)
    groups = _groups(connection, hits)
    if not groups:
        return None
    events = {group: load_event(connection, stories_of_group(connection, group)) for group in groups}
    plain = query(text, weight)
    best = groups[0]
    if len(groups) > 1:
        like = {group: _likeness(event, closeness(plain, event)) for group, event in events.items()}
        best = max(groups, key=lambda group: (like[group], -groups.index(group)))
    also = _also(connection, hits, best, plain)
    event = load_event(connection, [*stories_of_group(connection, best), *also]) if also else events[best]
    return _told(connection, text, event, best, set(also))


def _told(
    connection: sqlite3.Connection,
    text: str,
    event: Event,
    group: int,
    others: set[int],
) -> Told | None:
    told_by = told_rarity(event.view)
    asked_words = stem_words(text)
    weight = together(rarity(connection, asked_words), told_by, asked_words)
    asked = query(text, weight)
    near = closeness(asked, event)
    candidates = _shared_words(event, near)
    weight.update(together(rarity(connection, candidates), told_by, candidates))
    asked = widened(asked, event, near, weight)
    near = closeness(asked, event)
    told = {}
    for story in event.view.stories:
        found = tellings(asked, event, story, near, CARRIES if story.story in others else CARRIES_IN_EVENT)
        if found:
            told[story.story] = found
    return Told(event, group, told, near, asked) if told else None


def _shared_words(event: Event, near: Mapping[str, float]) -> dict[str, str]:
    """The words of the stories' best statements: those that may join the claim."""
    found: dict[str, str] = {}
    for story in event.view.stories:
        best = max(story.statements, key=lambda s: (near[s.key], -s.start), default=None)
        if best is not None:
            found.update(best.stem_words)
    return found


def _hits(
    connection: sqlite3.Connection, words: Mapping[str, str], weight: Mapping[str, float]
) -> list[tuple[int, float]]:
    """Current stories with the claim's rarest words, and how well they match (bm25, larger is better)."""
    rarest = sorted(words, key=lambda stem: (-weight[stem], stem))[:_WORDS]
    asked = " OR ".join(
        f'"{words[stem]}"*' if words[stem].isalpha() else f'"{words[stem]}"' for stem in rarest
    )
    if not asked:
        return []
    rows = connection.execute(
        "SELECT rowid, -rank FROM story_words WHERE story_words MATCH ? ORDER BY rank LIMIT ?",
        (asked, 2 * _STORIES),
    ).fetchall()
    current = {
        row[0]
        for row in connection.execute(
            f"SELECT story FROM story WHERE current = 1 AND story IN ({','.join('?' * len(rows))})",
            [row[0] for row in rows],
        )
    }
    return [(row[0], row[1]) for row in rows if row[0] in current][:_STORIES]


def _groups(connection: sqlite3.Connection, hits: Sequence[tuple[int, float]]) -> list[int]:
    """The groups of the best stories, the likeliest first."""
    votes: dict[int, list[float]] = defaultdict(list)
    for story, score in hits:
        row = connection.execute('SELECT "group" FROM group_story WHERE story = ?', (story,)).fetchone()
        if row is not None:
            votes[row[0]].append(score)
    strength = {group: sum(scores[:_BEST]) for group, scores in votes.items()}
    order = sorted(strength, key=lambda group: (-strength[group], group))[:_EVENTS]
    return [group for group in order if strength[group] >= _NO_FEWER * strength[order[0]]]


def _likeness(event: Event, near: Mapping[str, float]) -> float:
    best = sorted(
        (max((near[s.key] for s in story.statements), default=0.0) for story in event.view.stories),
        reverse=True,
    )
    return sum(best[:_BEST]) / _BEST


def _also(
    connection: sqlite3.Connection, hits: Sequence[tuple[int, float]], group: int, plain: Query
) -> list[int]:
    """Stories of other groups that carry the claim nearly whole."""
    own = set(stories_of_group(connection, group))
    others = [story for story, score in hits if story not in own and score >= _NO_FEWER * hits[0][1]]
    if not others:
        return []
    event = load_event(connection, others)
    near = closeness(plain, event)
    return [story.story for story in event.view.stories if tellings(plain, event, story, near, CARRIES)]
