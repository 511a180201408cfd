"""Scores what a ledger says stands behind claims: the published scorer's measures, on its terms.

stories      F1 of the stories that carry the claim (gold stance not absent)
origins      F1 of distinct origins (`unattributed` left out on both sides)
links        F1 of (origin, story) pairs, origins matched by name
independent  F1 of the independent origins' names
count_error  mean absolute error of the number of independent origins
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from .chain_score import same


def score(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """Gold rows as in origins-guidelines, predictions `{"stories", "origins", "independent"}`, by cluster."""
    n: Counter[str] = Counter()
    errors = []
    by_cluster = {row["cluster"]: row for row in predicted.values()}
    for row in gold.values():
        given = by_cluster.get(row["cluster"], {"stories": [], "origins": [], "independent": []})
        _count(n, row, given)
        errors.append(abs(len(row["independent"]) - len(_named(given["independent"]))))
    return {
        "clusters": len(gold),
        "stories": _f1(n["s"], n["sp"], n["sg"]),
        "origins": _f1(n["o"], n["op"], n["og"]),
        "links": _f1(n["l"], n["lp"], n["lg"]),
        "independent": _f1(n["i"], n["ip"], n["ig"]),
        "count_error": round(sum(errors) / max(1, len(errors)), 3),
    }


def _count(n: Counter[str], row: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    carry = {id for id, story in row["stories"].items() if story["stance"] != "absent"}
    told = set(given["stories"])
    n["s"] += len(carry & told)
    n["sg"] += len(carry)
    n["sp"] += len(told)
    right, ours = _stories_of(row["origins"]), _stories_of(given["origins"])
    pairs = match(list(right), list(ours))
    n["o"] += len(pairs)
    n["og"] += len(right)
    n["op"] += len(ours)
    n["l"] += sum(len(right[a] & ours[b]) for a, b in pairs.items())
    n["lg"] += sum(map(len, right.values()))
    n["lp"] += sum(map(len, ours.values()))
    independent = _named(given["independent"])
    n["i"] += len(match(row["independent"], independent))
    n["ig"] += len(row["independent"])
    n["ip"] += len(independent)


def match(gold: Sequence[str], predicted: Sequence[str]) -> dict[str, str]:
    """Greedy one-to-one pairs of names."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for name in gold:
        other = next((p for p in predicted if p not in used and same(name, p)), None)
        if other is not None:
            found[name] = other
            used.add(other)
    return found


def _stories_of(origins: Collection[Mapping[str, Any]]) -> dict[str, set[str]]:
    return {o["name"]: set(o["stories"]) for o in origins if o["name"].lower() != "unattributed"}


def _named(names: Sequence[str]) -> list[str]:
    return [name for name in names if name.lower() != "unattributed"]


def _f1(right: int, given: int, wanted: int) -> dict[str, float]:
    p = right / given if given else 0.0
    r = right / wanted if wanted else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}
