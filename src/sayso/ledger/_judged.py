"""What people have decided about keys: which two things are one, which are not, which is no claim."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Judged:
    """Standing judgements that speak of some keys; those undone are not among them."""

    same: dict[str, frozenset[str]]
    not_same: dict[str, frozenset[str]]
    alone: dict[str, frozenset[str]]

    @property
    def spoken_of(self) -> frozenset[str]:
        """All keys that are said to be one with others or not."""
        return frozenset(self.same) | frozenset(self.not_same)

    def apart(self, one: str, other: str) -> bool:
        """Whether somebody has said that two keys are not the same."""
        return other in self.not_same.get(one, ())

    def one(self, one: str, other: str) -> bool:
        """Whether somebody has said that two keys are the same."""
        return other in self.same.get(one, ())

    def said(self, verb: str, key: str) -> bool:
        """Whether a judgement of this verb ("wrong-chain", "not-a-claim") speaks of a key."""
        return key in self.alone.get(verb, ())


def judged(connection: sqlite3.Connection, keys: Iterable[str]) -> Judged:
    """The standing judgements on some keys, in queries that do not grow with the ledger."""
    same: dict[str, set[str]] = defaultdict(set)
    not_same: dict[str, set[str]] = defaultdict(set)
    alone: dict[str, set[str]] = defaultdict(set)
    if connection.execute("SELECT 1 FROM judgement LIMIT 1").fetchone() is None:
        return Judged({}, {}, {})
    wanted = sorted({key for key in keys if key})
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for row in connection.execute(
            "SELECT verb, a, b FROM judgement_in_force"
            f" WHERE undone_at IS NULL AND (a IN ({marks}) OR b IN ({marks}))",
            (*some, *some),
        ):
            verb, a, b = row
            if b is None:
                alone[verb].add(a)
            elif verb in ("same", "not-same"):
                pairs = same if verb == "same" else not_same
                pairs[a].add(b)
                pairs[b].add(a)
    return Judged(
        *({key: frozenset(value) for key, value in pairs.items()} for pairs in (same, not_same, alone))
    )
