"""Traces every claim of a group to its origins and writes them down."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from ._claim_words import stems
from ._event import load_event
from ._group_view import Statement, stories_of_group
from ._origins_of import Origin, origins_of
from ._sql import insert, insert_many
from ._tellings import Stance, Telling


def trace(connection: sqlite3.Connection, group: int) -> None:
    """Makes the origins of a group's claims anew, each with its chains, and counts them.

    Of every claim: N stories, M outlets, K origins; `unattributed` is listed and not counted.
    """
    event = load_event(connection, stories_of_group(connection, group))
    by_row = {
        (statement.attribution, statement.voice): statement
        for story in event.view.stories
        for statement in story.statements
    }
    for claim, told, near, words in _claims(connection, group, by_row):
        connection.execute("DELETE FROM origin WHERE claim = ?", (claim,))
        origins = origins_of(event, told, near, words)
        _write(connection, claim, origins)
        connection.execute(
            "UPDATE claim SET origins = ?, independent = ? WHERE claim = ?",
            (
                sum(not o.is_unattributed for o in origins),
                sum(o.independent for o in origins),
                claim,
            ),
        )


def _claims(
    connection: sqlite3.Connection, group: int, by_row: Mapping[tuple[int | None, int | None], Statement]
) -> list[tuple[int, dict[int, list[Telling]], dict[str, float], frozenset[str]]]:
    found: dict[int, tuple[dict[int, list[Telling]], dict[str, float], frozenset[str]]] = {}
    for row in connection.execute(
        "SELECT claim, text, attribution, voice, stance, score FROM statement JOIN claim USING (claim)"
        ' WHERE "group" = ? AND stories > 0 ORDER BY claim, statement',
        (group,),
    ):
        statement = by_row[row["attribution"], row["voice"]]
        told, near, _ = found.setdefault(row["claim"], (defaultdict(list), {}, stems(row["text"])))
        stance: Stance = row["stance"]
        told[statement.story].append(Telling(statement, row["score"], stance))
        near[statement.key] = row["score"]
    return [(claim, *what) for claim, what in found.items()]


def _write(connection: sqlite3.Connection, claim: int, origins: list[Origin]) -> None:
    rows: dict[int, int] = {}
    for origin in origins:
        rows[id(origin)] = insert(
            connection,
            "origin",
            claim=claim,
            entity=origin.entity,
            name=origin.name,
            kind=origin.kind,
            says=origin.says,
            independent=int(origin.independent),
            why="; ".join(origin.why),
        )
        insert_many(
            connection,
            "origin_story",
            ("origin", "story", "chain", "why"),
            [
                (rows[id(origin)], story, json.dumps(chain, ensure_ascii=False), why)
                for story, (chain, why) in sorted(origin.stories.items())
            ],
        )
    for origin in origins:
        if origin.rests_on is not None:
            connection.execute(
                "UPDATE origin SET rests_on = ? WHERE origin = ?",
                (rows[id(origin.rests_on)], rows[id(origin)]),
            )
