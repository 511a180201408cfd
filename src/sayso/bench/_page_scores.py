"""Scores for what intake makes of a page: the body's text, and the role of every line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 4
_SMALL: Final = frozenset({"standfirst", "byline", "dateline", "caption", "credit"})


def cleaning(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """F1 of four-word shingles, precision and recall averaged over pages."""
    p = r = 0.0
    for page_id, row in gold.items():
        wanted = _shingles(row["articleBody"])
        got = _shingles(predicted.get(page_id, {}).get("text", ""))
        right = sum((wanted & got).values())
        p += right / sum(got.values()) if got else 0
        r += right / sum(wanted.values()) if wanted else 1
    pages = len(gold)
    p, r = p / pages, r / pages
    return {
        "pages": pages,
        "p": round(p, 4),
        "r": round(r, 4),
        "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0,
    }


def blocks(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """Accuracy over lines with words; F1 of headline, body and the small roles; alt is a caption."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for page_id, row in gold.items():
        mine = predicted.get(page_id, {}).get("roles", [])
        for number, (line, role) in enumerate(zip(row["lines"], row["roles"], strict=True)):
            if not _WORD.search(line):
                continue
            got = mine[number] if number < len(mine) else "none"
            got = "caption" if got == "alt" else got
            for counter, value in ((wanted, role), (given, got), (right, role if role == got else "")):
                counter["all"] += bool(value)
                counter[value] += 1
                counter["small"] += value in _SMALL

    def f1(role: str) -> float:
        total = given[role] + wanted[role]
        return round(2 * right[role] / total, 4) if total else 0.0

    return {
        "lines": wanted["all"],
        "accuracy": round(right["all"] / wanted["all"], 4) if wanted["all"] else 0.0,
        **{role: f1(role) for role in ("headline", "body", "small")},
    }


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
