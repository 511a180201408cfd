"""What the stories of one group say, loaded once for linking, claims and origins."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ._claim_words import stem_words, stems, turns_round

#: How many parameters one query takes at most.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of one story; `source` is its row."""

    source: int
    story: int
    id: str
    name: str
    kind: str
    description: str | None
    aliases: tuple[str, ...]
    anonymous: bool


@dataclass(frozen=True)
class Statement:
    """An attribution, or a sentence in the outlet's own voice (`attribution` is None).

    `chains` holds sources' rows, nearest to the reader first, the main chain first; empty for own voice.
    `content` is what is said, from `start` to `end` of the story's text.
    """

    key: str
    story: int
    attribution: int | None
    voice: int | None
    start: int
    end: int
    role: str
    content: str
    source_words: str
    cue: str
    certainty: str
    score: float | None
    cue_stance: str | None
    within: str | None
    id: str
    chains: tuple[tuple[int, ...], ...]

    @cached_property
    def stem_words(self) -> dict[str, str]:
        """The stems of what is said, each with a word that it stands for."""
        return stem_words(self.content)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of what is said."""
        return stems(self.content)

    @cached_property
    def negations(self) -> int:
        """How many words of what is said turn it round."""
        return turns_round(self.content)


@dataclass(frozen=True, slots=True)
class StoryView:
    """One current story; `statements` are in the order of the text."""

    story: int
    key: str
    id: str
    outlet: str | None
    headline: str | None
    published: str | None
    text: str
    credits: tuple[str, ...]
    records: tuple[tuple[str, int | None, str], ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The current stories of a group (or of several), ordered by key, and their sources by row."""

    stories: tuple[StoryView, ...]
    sources: dict[int, SourceRow] = field(repr=False)


def stories_of_group(connection: sqlite3.Connection, group: int) -> list[int]:
    """The rows of a group's current stories, by their key."""
    rows = connection.execute(
        "SELECT story FROM group_story JOIN story USING (story)"
        ' WHERE "group" = ? AND current = 1 ORDER BY key',
        (group,),
    )
    return [row[0] for row in rows]


def view_of(connection: sqlite3.Connection, stories: Sequence[int]) -> GroupView:
    """All that is known of some stories, in a number of queries that does not grow with them."""
    sources = load_sources(connection, stories)
    chains = _chains(connection, stories)
    statements: dict[int, list[Statement]] = defaultdict(list)
    for row in _each(connection, _ATTRIBUTIONS, stories):
        statements[row["story"]].append(
            Statement(
                key=row["key"],
                story=row["story"],
                attribution=row["attribution"],
                voice=None,
                start=row["start"],
                end=row["end"],
                role=row["role"],
                content=row["content"],
                source_words=row["source"],
                cue=row["cue"],
                certainty=row["certainty"] or "asserted",
                score=row["score"],
                cue_stance=row["cue_stance"],
                within=row["within"],
                id=row["id"],
                chains=chains.get(row["attribution"], ()),
            )
        )
    for row in _each(connection, _VOICES, stories):
        statements[row["story"]].append(_own_voice(row))
    credits, records = _lists(connection, stories)
    found = [
        StoryView(
            story=row["story"],
            key=row["key"],
            id=row["id"],
            outlet=row["outlet"],
            headline=row["headline"],
            published=row["published"],
            text=row["text"],
            credits=tuple(sorted(set(credits[row["story"]]))),
            records=tuple(records[row["story"]]),
            statements=tuple(sorted(statements[row["story"]], key=lambda s: (s.start, s.end, s.key))),
        )
        for row in _each(connection, _STORIES, stories)
    ]
    return GroupView(tuple(sorted(found, key=lambda story: story.key)), sources)


def load_sources(connection: sqlite3.Connection, stories: Sequence[int]) -> dict[int, SourceRow]:
    """The sources of some stories, by their rows."""
    return {
        row["source"]: SourceRow(
            source=row["source"],
            story=row["story"],
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            description=row["description"],
            aliases=() if row["aliases"] == "[]" else tuple(json.loads(row["aliases"])),
            anonymous=bool(row["anonymous"]),
        )
        for row in _each(connection, "SELECT * FROM source WHERE story IN ({})", stories)
    }


_STORIES = """
    SELECT story, key, id, outlet, headline, published, text FROM story WHERE story IN ({})
"""
_ATTRIBUTIONS = """
    SELECT attribution, key, story, id, role, source, cue, content, start, end,
           certainty, score, cue_stance, within
    FROM attribution WHERE story IN ({})
"""
_VOICES = "SELECT * FROM voice WHERE story IN ({})"
_HOPS = """
    SELECT hop.attribution, hop.chain, hop.source FROM hop JOIN attribution USING (attribution)
    WHERE story IN ({}) ORDER BY hop.attribution, hop.chain, hop.position
"""


def _each(connection: sqlite3.Connection, query: str, stories: Sequence[int]) -> Iterable[sqlite3.Row]:
    for start in range(0, len(stories), _AT_ONCE):
        some = stories[start : start + _AT_ONCE]
        yield from connection.execute(query.format(",".join("?" * len(some))), some)


def _chains(connection: sqlite3.Connection, stories: Sequence[int]) -> dict[int, tuple[tuple[int, ...], ...]]:
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in _each(connection, _HOPS, stories):
        found[row[0]][row[1]].append(row[2])
    return {
        attribution: tuple(tuple(chain) for _, chain in sorted(chains.items()))
        for attribution, chains in found.items()
    }


def _own_voice(row: sqlite3.Row) -> Statement:
    return Statement(
        key=row["key"],
        story=row["story"],
        attribution=None,
        voice=row["voice"],
        start=row["start"],
        end=row["end"],
        role="body",
        content=row["words"],
        source_words="",
        cue="",
        certainty=row["certainty"],
        score=None,
        cue_stance=None,
        within=None,
        id=f"voice {row['voice']}",
        chains=(),
    )


def _lists(
    connection: sqlite3.Connection, stories: Sequence[int]
) -> tuple[dict[int, list[str]], dict[int, list[tuple[str, int | None, str]]]]:
    credits: dict[int, list[str]] = defaultdict(list)
    records: dict[int, list[tuple[str, int | None, str]]] = defaultdict(list)
    for row in _each(connection, "SELECT story, name FROM credit WHERE story IN ({})", stories):
        credits[row[0]].append(row[1])
    for row in _each(
        connection, "SELECT story, kind, source, words FROM record WHERE story IN ({})", stories
    ):
        records[row[0]].append((row[1], row[2], row[3]))
    return credits, records
