"""The echoes of a ledger, to be shown."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Literal

import msgspec

from ._keys import echo_key

EchoKind = Literal["reprint", "wire", "relay", "quotation"]
#: The order in which kinds are shown: what leaves least of a story its own comes first.
_KINDS = {"reprint": 0, "wire": 0, "relay": 1, "quotation": 2}


class Echo(msgspec.Struct, frozen=True, kw_only=True):
    """A story that repeats another: `story` is the later or derived one, `of` the earlier, by their ids.

    `key` is the link's own id, which `sayso judge` takes. `score` is the share of a story's own words for
    copies and quotations (0…1) and the confidence of the best chain for relays. `circular` marks stories
    that relay each other. `evidence` holds `why` and, by kind, `passages` (the shared words with their spans
    in both), `agency` and `credits`, or `chains`.
    """

    key: str
    story: str
    of: str
    kind: EchoKind
    score: float
    outlet: str | None
    of_outlet: str | None
    circular: bool
    evidence: dict[str, Any]


def echoes(connection: sqlite3.Connection) -> list[Echo]:
    """All echoes, those of one story together. Groups must be up to date."""
    found = [
        Echo(
            key=echo_key(row[0], row[1], row[4]),
            story=row[2],
            of=row[3],
            kind=row[4],
            score=row[5],
            outlet=row[6],
            of_outlet=row[7],
            circular=bool(row[8]),
            evidence=json.loads(row[9]),
        )
        for row in connection.execute(
            """SELECT s.key, o.key, s.id, o.id, e.kind, e.score, s.outlet, o.outlet, e.circular, e.evidence
               FROM echo e JOIN story s ON s.story = e.story JOIN story o ON o.story = e."of"
               WHERE s.current = 1 AND o.current = 1"""
        )
    ]
    return sorted(found, key=lambda one: (one.story, _KINDS[one.kind], one.of, one.kind))
