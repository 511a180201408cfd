"""An event as claims and origins look at it: its stories, who is who in them, what people have decided."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from ._chain_ends import End, chain_end
from ._claim_words import sentence_around, stems
from ._group_view import GroupView, Statement, StoryView, view_of
from ._judged import Judged, judged
from ._origin_event import EventPeople
from ._origin_names import Entity, EventNames, Known
from ._same_source import entities_of

#: Echoes that tell the same words again; relays and quotations have words of their own.
_COPIES: Final = ("reprint", "wire")
_AT_ONCE: Final = 400


class Event:
    """The current stories of a group, or of several, and what is looked up about them more than once."""

    def __init__(
        self,
        view: GroupView,
        linked: Mapping[int, Entity],
        roots: Mapping[int, int] | None = None,
        decided: Judged | None = None,
    ) -> None:
        self.view = view
        self.linked = linked
        self.decided = decided or Judged({}, {}, {})
        self._roots = dict(roots or {})
        self._by_story = {story.story: story for story in view.stories}

    @cached_property
    def names(self) -> EventNames:
        """Who is meant by a name."""
        return EventNames(self.linked)

    @cached_property
    def people(self) -> EventPeople:
        """What the stories together say of people."""
        return EventPeople(self.view.stories, self.view.sources, self.names)

    @cached_property
    def _outlets_in(self) -> dict[int, dict[str, Known]]:
        found: dict[int, dict[str, Known]] = defaultdict(dict)
        for source in self.view.sources.values():
            if source.kind == "outlet":
                known = self.names.find(source.name, source.kind, source.source)
                found[source.story][known.key] = known
        return found

    @cached_property
    def _cited(self) -> dict[int, list[tuple[Statement, End, tuple[str, ...]]]]:
        return {}

    @cached_property
    def _around(self) -> dict[str, frozenset[str]]:
        return {}

    def around(self, statement: Statement) -> frozenset[str]:
        """The stems of the sentence around an attribution that are not in its content."""
        if statement.attribution is None:
            return frozenset()
        if statement.key not in self._around:
            text = self._by_story[statement.story].text
            self._around[statement.key] = (
                stems(sentence_around(text, statement.start, statement.end)) - statement.stems
            )
        return self._around[statement.key]

    def story(self, story: int) -> StoryView:
        """A story by its row."""
        return self._by_story[story]

    def copied_from(self, story: int) -> int:
        """The story whose words a reprint or wire copy has; the story itself where it is none."""
        return self._roots.get(story, story)

    def outlet_of(self, story: int) -> str | None:
        """The outlet of origin: the agency credited, else the story's own, else that of its original."""
        view = self._by_story[story]
        if view.credits:
            return view.credits[0]
        root = self._by_story.get(self.copied_from(story), view)
        return root.credits[0] if root.credits else view.outlet or root.outlet

    def outlets_in(self, story: int) -> Mapping[str, Known]:
        """The outlets that a story names as sources, by key."""
        return self._outlets_in.get(story, {})

    def cited_in(self, story: int) -> Sequence[tuple[Statement, End, tuple[str, ...]]]:
        """Nameless people at the end of a story's chains, with the keys of those before them."""
        if story not in self._cited:
            self._cited[story] = [
                (statement, end, tuple(self.names.find(*hop).key for hop in end.relays))
                for statement in self._by_story[story].statements
                for chain in self.chains(statement)
                if (end := chain_end(statement, chain, self.view.sources, None)) is not None
                and end.relays
                and end.kind == "unnamed"
                and not end.is_unattributed
            ]
        return self._cited[story]

    def chains(self, statement: Statement) -> tuple[tuple[int, ...], ...]:
        """A statement's chains; none where a person has judged them wrong."""
        return () if self.decided.said("wrong-chain", statement.key) else statement.chains

    def is_claim(self, statement: Statement) -> bool:
        """Whether nobody has judged that a statement is no claim."""
        return not self.decided.said("not-a-claim", statement.key)


def load_event(connection: sqlite3.Connection, stories: Sequence[int]) -> Event:
    """The event of some stories' rows."""
    view = view_of(connection, stories)
    keys = [statement.key for story in view.stories for statement in story.statements]
    return Event(
        view, entities_of(connection, view.sources), _roots(connection, stories), judged(connection, keys)
    )


def _roots(connection: sqlite3.Connection, stories: Sequence[int]) -> dict[int, int]:
    """For each copy among some stories the first of its family."""
    among = set(stories)
    up: dict[int, int] = {}
    for start in range(0, len(stories), _AT_ONCE):
        some = stories[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            'SELECT story, "of" FROM echo WHERE kind IN (?, ?)'
            f' AND story IN ({marks}) ORDER BY story, score, "of"',
            (*_COPIES, *some),
        )
        up.update((row[0], row[1]) for row in rows if row[1] in among)
    return {story: _top(story, up) for story in up}


def _top(story: int, up: Mapping[int, int]) -> int:
    seen = {story}
    while story in up and up[story] not in seen:
        story = up[story]
        seen.add(story)
    return story
