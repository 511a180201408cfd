"""Scores predicted attributions against gold ones.

    found  a pair whose contents overlap with Jaccard >= 0.5
    who    found, and the sources overlap with Jaccard >= 0.5 (or both are empty)
    exact  source, cue and content all cover the same words
    tokens micro F1 of the words labelled source, cue, content
    spans  micro F1 of single contiguous spans, exact words, without linking

A span counts as the set of `\\w+` words that it covers. Pairs are one to one, best content overlap first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

ROLES: Final = ("source", "cue", "content")
_WORD: Final = re.compile(r"\w+")

Words = frozenset[int]
Cover = dict[str, Words]


def score(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """Counts and F1s over all stories; both map a story's id to its row."""
    n: Counter[Any] = Counter()
    for story_id, story in gold.items():
        guess = predicted.get(story_id, {}).get("attributions", [])
        n["missing"] += story_id not in predicted
        _count_story(n, _WordIndex(story["text"]), story["attributions"], guess)
    scores: dict[str, Any] = {
        "stories": len(gold),
        "stories_without_prediction": n["missing"],
        "gold": n["gold"],
        "predicted": n["predicted"],
    }
    for measure in ("found", "who", "exact"):
        scores[measure] = f1(n[measure], n["predicted"], n["gold"])
    for kind in ("tokens", "spans"):
        for role in ROLES:
            key = f"{kind}_{role}"
            scores[key] = f1(n[key, "right"], n[key, "predicted"], n[key, "gold"])
    return scores


def f1(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1, rounded to four places."""
    p = right / predicted if predicted else 0.0
    r = right / gold if gold else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def right_ones(text: str, gold: Sequence[Any], predicted: Sequence[Any]) -> tuple[list[int], list[bool]]:
    """Which predicted attributions have content words, and whether each of these counts as `who`."""
    index = _WordIndex(text)
    golds = index.covers(gold)
    covers = [index.covers([a]) for a in predicted]
    kept = [j for j, cover in enumerate(covers) if cover]
    guesses = [covers[j][0] for j in kept]
    right = [False] * len(guesses)
    for i, j in _pairs(golds, guesses):
        right[j] = _jaccard(golds[i]["source"], guesses[j]["source"]) >= 0.5
    return kept, right


class _WordIndex:
    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def cover(self, spans: Sequence[Sequence[int]]) -> Words:
        """Indices of the words that the spans touch."""
        out: set[int] = set()
        for start, end in spans:
            i = bisect_left(self._ends, start + 1)
            while i < len(self._starts) and self._starts[i] < end:
                out.add(i)
                i += 1
        return frozenset(out)

    def covers(self, attributions: Sequence[Any]) -> list[Cover]:
        """The words of every attribution that has content."""
        every = [{role: self.cover(a.get(role) or []) for role in ROLES} for a in attributions]
        return [cover for cover in every if cover["content"]]

    def single(self, attributions: Sequence[Any], role: str) -> set[Words]:
        """The words of each span of a role, by itself."""
        spans = (span for a in attributions for span in a.get(role) or [])
        return {words for span in spans if (words := self.cover([span]))}


def _count_story(n: Counter[Any], index: _WordIndex, gold: Sequence[Any], predicted: Sequence[Any]) -> None:
    golds, guesses = index.covers(gold), index.covers(predicted)
    n["gold"] += len(golds)
    n["predicted"] += len(guesses)
    for role in ROLES:
        one = frozenset[int]().union(*(a[role] for a in golds))
        other = frozenset[int]().union(*(a[role] for a in guesses))
        _tally(n, f"tokens_{role}", one, other)
        _tally(n, f"spans_{role}", index.single(gold, role), index.single(predicted, role))
    for i, j in _pairs(golds, guesses):
        n["found"] += 1
        n["who"] += _jaccard(golds[i]["source"], guesses[j]["source"]) >= 0.5
        n["exact"] += golds[i] == guesses[j]


def _tally(n: Counter[Any], key: str, gold: set[Any] | Words, predicted: set[Any] | Words) -> None:
    n[key, "right"] += len(gold & predicted)
    n[key, "predicted"] += len(predicted)
    n[key, "gold"] += len(gold)


def _jaccard(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _pairs(
    gold: Sequence[Cover], predicted: Sequence[Cover], threshold: float = 0.5
) -> list[tuple[int, int]]:
    by_word: dict[int, list[int]] = {}
    for j, guess in enumerate(predicted):
        for word in guess["content"]:
            by_word.setdefault(word, []).append(j)
    scored: list[tuple[tuple[float, ...], int, int]] = []
    for i, cover in enumerate(gold):
        for j in {j for word in cover["content"] for j in by_word.get(word, ())}:
            close = tuple(_jaccard(cover[role], predicted[j][role]) for role in ("content", "source", "cue"))
            if close[0] >= threshold:
                scored.append((tuple(-c for c in close), i, j))
    used_gold, used_predicted, pairs = set(), set(), []
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs
