"""Quotations that stand word for word in more than one story of a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from ._echoes_copies import Link
from ._echoes_stories import Told, earliest
from ._shingles import Hashes, among, longest, runs, span, stretches

#: Words of a quotation in a row: fewer are said by many.
LEAST: Final = 8
#: Quotations shown for one pair, and letters of each.
_SHOWN: Final = 5
_LETTERS: Final = 300


def quotations(told: Sequence[Told], but: set[frozenset[int]]) -> list[Link]:
    """Links of stories to the earliest one with the same quoted words; `but` are pairs linked already.

    The words have to stand in quotation marks in one of the two at least.
    """
    places = [runs(one.words, LEAST) for one in told]
    quoted = [_quoted(one, len(found)) for one, found in zip(told, places, strict=True)]
    sought = np.unique(
        np.concatenate(
            [np.zeros(0, np.uint64), *(found[mark] for found, mark in zip(places, quoted, strict=True))]
        )
    )
    bearers: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(places):
        for run in np.unique(found[among(found, sought)]).tolist():
            bearers[run].append(number)
    firsts: dict[tuple[int, ...], int] = {}
    shared: dict[tuple[int, int], list[int]] = defaultdict(list)
    for run, numbers in bearers.items():
        if len(numbers) < 2:
            continue
        key = tuple(numbers)
        if key not in firsts:
            first = earliest(told[number] for number in numbers)
            firsts[key] = next(number for number in numbers if told[number] is first)
        for number in numbers:
            if number != firsts[key]:
                shared[number, firsts[key]].append(run)
    links = []
    for (later, earlier), some in sorted(shared.items()):
        if frozenset((told[later].story, told[earlier].story)) in but:
            continue
        link = _link(told[later], told[earlier], places[later], places[earlier], np.array(some, np.uint64))
        links.append(link)
    return links


def _quoted(told: Told, count: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """For each run of words whether all of it stands inside one quotation."""
    mark = np.zeros(count, np.bool_)
    for low, high in told.quotes:
        first = int(np.searchsorted(told.words.starts, low))
        after = int(np.searchsorted(told.words.ends, high, side="right"))
        if after - first >= LEAST:
            mark[first : after - LEAST + 1] = True
    return mark


def _link(later: Told, earlier: Told, mine: Hashes, theirs: Hashes, shared: Hashes) -> Link:
    found = []
    total = 0
    here = _stretches(mine, shared)
    for first, after in longest(here, _SHOWN):
        low, high = span(later.words, first, after)
        begin = int(np.flatnonzero(theirs == mine[first])[0])
        there = span(earlier.words, begin, min(earlier.length, begin + after - first))
        words = later.text[low:high]
        found.append({"words": words[:_LETTERS], "story": [low, high], "of": list(there)})
    total = sum(after - first for first, after in here)
    why = f"{total} quoted words stand word for word in both"
    return Link(
        later,
        earlier,
        "quotation",
        round(min(1.0, total / max(1, later.length)), 4),
        {"why": why, "words": total, "passages": found},
    )


def _stretches(mine: Hashes, shared: Hashes) -> list[tuple[int, int]]:
    """Runs of words that are shared without a gap, as (first word, after the last)."""
    return [(first, after + LEAST - 1) for first, after in stretches(among(mine, np.unique(shared)), 0)]
