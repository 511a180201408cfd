"""Scores source chains sentence by sentence.

    detect     F1 of sentences that carry a reported claim (chain not empty)
    origin     F1: the last hop's name matches, in any chain of a sentence; an extra chain that matches
               nothing in the gold counts as a wrong prediction
    chain      F1: the whole main chain matches, hop by hop
    relayed    the same, only chains of two and more hops
    kind       accuracy of the last hop's kind where the origin matches
    certainty  macro F1 over the four levels, on sentences in the gold

Names match when all words of the shorter stand in the longer, or one holds the other's last word; case and
accents aside. `unattributed` matches only itself. Sentences that the gold calls unsettled are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

LEVELS: Final = ("asserted", "hedged", "denied", "questioned")
_STOP: Final = frozenset(["the", "a", "an", "of", "and", "s"])
#: A name with so many more words than the other is a list of names.
_TOO_LONG: Final = 6

Entry = Mapping[str, Any]
Chain = Sequence[Mapping[str, str]]


def score(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """All measures; both map a story's id to its row."""
    n: Counter[str] = Counter()
    levels: Counter[tuple[str, str]] = Counter()
    for story_id, row in gold.items():
        wanted, given = row["sentences"], predicted.get(story_id, {}).get("sentences", {})
        unsettled = {str(k) for k in row.get("unsettled", ())}
        for number in (set(wanted) | set(given)) - unsettled:
            _count(n, wanted.get(number, {}), given.get(number, {}))
            if number in wanted and wanted[number].get("certainty"):
                level = given.get(number, {}).get("certainty", "asserted")
                levels[wanted[number]["certainty"], level] += 1
    return {
        "stories": len(gold),
        "gold": n["gold"],
        "predicted": n["predicted"],
        "detect": _f1(n["both"], n["predicted"], n["both"], n["gold"]),
        "origin": _f1(n["origin"], n["predicted"] + n["spare"], n["origin"], n["gold"]),
        "chain": _f1(n["chain"], n["main_predicted"], n["chain"], n["main_gold"]),
        "relayed": _f1(n["long_right_predicted"], n["long_predicted"], n["long_right_gold"], n["long_gold"]),
        "kind": round(n["kind"] / max(1, n["origin"]), 4),
        "certainty": _macro(levels),
    }


def chains(entry: Entry) -> list[Chain]:
    """All chains of a sentence that are not empty, the main one first."""
    return [c for c in [entry.get("chain") or [], *(entry.get("also") or [])] if c]


def same_chain(one: Chain, other: Chain) -> bool:
    """Whether two chains match hop by hop."""
    return len(one) == len(other) and all(same(x["name"], y["name"]) for x, y in zip(one, other, strict=True))


def same(one: str, other: str) -> bool:
    """Whether two names match."""
    x, y = _words(one), _words(other)
    if not x or not y:
        return one.strip().lower() == other.strip().lower()
    if ("unattributed",) in (x, y):
        return x == y
    if max(len(x), len(y)) > min(len(x), len(y)) + _TOO_LONG:
        return False
    if set(x) <= set(y) or set(y) <= set(x):
        return True
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])


def _count(n: Counter[str], gold: Entry, given: Entry) -> None:
    ours, theirs = chains(given), chains(gold)
    n["gold"] += bool(theirs)
    n["predicted"] += bool(ours)
    n["both"] += bool(theirs and ours)
    hit = next(((x, y) for x in theirs for y in ours if same(x[-1]["name"], y[-1]["name"])), None)
    n["origin"] += hit is not None
    n["spare"] += sum(not any(same(x[-1]["name"], y[-1]["name"]) for x in theirs) for y in ours[1:])
    if hit:
        n["kind"] += hit[0][-1].get("kind") == hit[1][-1].get("kind")
    wanted, main = gold.get("chain") or [], given.get("chain") or []
    n["main_gold"] += bool(wanted)
    n["main_predicted"] += bool(main)
    right = bool(wanted and main and same_chain(wanted, main))
    n["chain"] += right
    n["long_gold"] += len(wanted) > 1
    n["long_predicted"] += len(main) > 1
    n["long_right_gold"] += right and len(wanted) > 1
    n["long_right_predicted"] += right and len(main) > 1


def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return tuple(word for word in re.findall(r"\w+", plain) if word not in _STOP)


def _f1(right_predicted: int, predicted: int, right_gold: int, gold: int) -> dict[str, float]:
    p = right_predicted / predicted if predicted else 0.0
    r = right_gold / gold if gold else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def _macro(levels: Counter[tuple[str, str]]) -> float:
    found = []
    for level in LEVELS:
        given = sum(v for (_, got), v in levels.items() if got == level)
        wanted = sum(v for (gold, _), v in levels.items() if gold == level)
        if wanted:
            found.append(2 * levels[level, level] / (given + wanted))
    return round(sum(found) / max(1, len(found)), 4)
