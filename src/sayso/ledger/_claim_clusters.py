"""Statements of one event gathered by what they say, in time that grows with their number alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ._claim_words import numbers
from ._group_view import Statement
from ._judged import Judged

#: Two statements say the same from this cosine of their weighed stems on.
_SAME: Final = 0.5
#: Or when nearly all of the shorter one stands in the longer, and that is enough to be something.
_WITHIN: Final = 0.8
_FEWEST_WITHIN: Final = 4
#: Statements with other figures contradict each other when the rest of their words is this much alike.
_SAME_BUT_FIGURES: Final = 0.6
#: A claim is looked for by a statement's rarest words, among the claims founded with them.
_LOOKED_UP: Final = 8
_MOST_LOOKED_AT: Final = 60
#: A claim is compared by so many of its statements.
_COMPARED: Final = 4

Scored = tuple[float, str]


@dataclass(slots=True, eq=False)
class Cluster:
    """Statements that say the same; `scores` says by statement's key how near it is, and why it is here."""

    statements: list[Statement]
    scores: dict[str, Scored] = field(default_factory=dict)

    def take(self, statement: Statement, scored: Scored) -> None:
        """Adds a statement."""
        self.statements.append(statement)
        self.scores[statement.key] = scored


def cluster(
    statements: Sequence[Statement], weight: Mapping[str, float], decided: Judged
) -> tuple[list[Cluster], list[tuple[Cluster, Cluster, str]]]:
    """Clusters in the order of their first statements, and pairs of them that conflict in figures.

    Each statement joins the likest cluster among those that hold one of its rarest words, or founds one.
    Denials come last, so that a claim is worded by those who make it.
    """
    clusters: list[Cluster] = []
    founded: dict[str, list[Cluster]] = defaultdict(list)
    homes: dict[str, Cluster] = {}
    conflicts: list[tuple[Cluster, Cluster, str]] = []
    for statement in sorted(statements, key=lambda s: s.certainty == "denied"):
        rarest = sorted(statement.stems, key=lambda stem: (-weight.get(stem, 1.0), stem))[:_LOOKED_UP]
        home, scored = _judged_home(statement, decided, homes)
        if home is None:
            home, scored, conflict = _likest(statement, _candidates(rarest, founded), weight, decided)
        else:
            conflict = None
        if home is None:
            home = Cluster([])
            clusters.append(home)
            scored = (1.0, "the first to say so")
        if len(home.statements) < _COMPARED:
            for stem in rarest:
                if home not in founded[stem][-1:]:
                    founded[stem].append(home)
        home.take(statement, scored)
        homes[statement.key] = home
        if conflict is not None and conflict[0] is not home:
            conflicts.append((conflict[0], home, conflict[1]))
    return clusters, conflicts


def _candidates(rarest: Sequence[str], founded: Mapping[str, list[Cluster]]) -> list[Cluster]:
    found: dict[int, Cluster] = {}
    for stem in rarest:
        for one in founded.get(stem, ()):
            found.setdefault(id(one), one)
            if len(found) >= _MOST_LOOKED_AT:
                return list(found.values())
    return list(found.values())


def _judged_home(
    statement: Statement, decided: Judged, homes: Mapping[str, Cluster]
) -> tuple[Cluster | None, Scored]:
    for other in sorted(decided.same.get(statement.key, ())):
        if other in homes:
            return homes[other], (1.0, "judged the same")
    return None, (0.0, "")


def _likest(
    statement: Statement, candidates: Sequence[Cluster], weight: Mapping[str, float], decided: Judged
) -> tuple[Cluster | None, Scored, tuple[Cluster, str] | None]:
    """The cluster a statement belongs to, and one that it contradicts in figures."""
    best: tuple[float, Cluster, str] | None = None
    conflict: tuple[Cluster, str] | None = None
    for one in candidates:
        if any(decided.apart(statement.key, member.key) for member in one.statements):
            continue
        for member in one.statements[:_COMPARED]:
            score, shared = likeness(statement.stems, member.stems, weight)
            if score < _SAME or (best is not None and score <= best[0]):
                continue
            other = contradicts(statement, member) if score >= _SAME_BUT_FIGURES else None
            if other is not None:
                conflict = conflict or (one, other)
            else:
                words = ", ".join(sorted(shared, key=lambda stem: (-weight.get(stem, 1.0), stem))[:5])
                best = (score, one, f"shares “{words}”")
    if best is None:
        return None, (0.0, ""), conflict
    return best[1], (best[0], best[2]), conflict


def likeness(
    one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]
) -> tuple[float, frozenset[str]]:
    """The cosine of weighed stems, or how much of the shorter set is in the longer; what they share."""
    shared = one & other
    if len(shared) < 2:
        return 0.0, shared
    # Sets have no order, and plain sums depend on it in the last digit.
    both = math.fsum(weight.get(stem, 1.0) ** 2 for stem in shared)
    sizes = sorted(math.fsum(weight.get(stem, 1.0) ** 2 for stem in stems) for stems in (one, other))
    cosine = both / math.sqrt(sizes[0] * sizes[1])
    within = both / sizes[0]
    if within >= _WITHIN and len(shared) >= _FEWEST_WITHIN:
        return max(cosine, _SAME + (within - _WITHIN) / 2), shared
    return cosine, shared


def contradicts(one: Statement, other: Statement) -> str | None:
    """The figures on which two statements with the same words differ: each has some, and none in common."""
    mine, theirs = numbers(one.stems), numbers(other.stems)
    if mine and theirs and not mine & theirs:
        return f"“{', '.join(sorted(mine))}” here, “{', '.join(sorted(theirs))}” there"
    return None
