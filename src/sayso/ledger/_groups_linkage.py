"""Average linkage with pairs that must and pairs that must not stand together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

#: The similarity of two that must stay apart; no average of real ones outweighs it.
_APART = -1e9


def average_linkage(
    similarity: NDArray[np.float64],
    threshold: float,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """The clusters of n items, each ascending, in the order of their first items.

    The two clusters with the highest mean similarity between their items become one until none reaches
    `threshold` (Sokal and Michener 1958). Time n² and a little more; of equals the first in order go first.
    """
    table = similarity.copy()
    for one, other in apart:
        table[one, other] = table[other, one] = _APART
    np.fill_diagonal(table, -np.inf)
    members = [[item] for item in range(len(table))]
    for one, other in together:
        first, second = _holding(members, one), _holding(members, other)
        if first != second and table[first, second] > _APART / (len(table) + 1) ** 2:
            _join(table, members, *sorted((first, second)))
    best = table.argmax(axis=1) if len(table) else np.zeros(0, np.int64)
    height = table[np.arange(len(table)), best]
    while len(height):
        first = int(height.argmax())
        if height[first] < threshold:
            break
        second = int(best[first])
        first, second = min(first, second), max(first, second)
        _join(table, members, first, second)
        # Rows that looked at one of the two look again; the others only at the one that has changed.
        again = np.flatnonzero((best == first) | (best == second))
        again = np.union1d(again, [first, second])
        best[again] = table[again].argmax(axis=1)
        height[again] = table[again, best[again]]
        nearer = np.flatnonzero(table[:, first] > height)
        best[nearer], height[nearer] = first, table[nearer, first]
    return sorted(sorted(items) for items in members if items)


def _holding(members: list[list[int]], item: int) -> int:
    return next(number for number, items in enumerate(members) if item in items)


def _join(table: NDArray[np.float64], members: list[list[int]], first: int, second: int) -> None:
    """Puts the second cluster into the first: means are weighted by how many stand behind them."""
    a, b = len(members[first]), len(members[second])
    mean = (a * table[first] + b * table[second]) / (a + b)
    table[first], table[:, first] = mean, mean
    table[second], table[:, second] = -np.inf, -np.inf
    table[first, first] = -np.inf
    members[first] += members[second]
    members[second] = []
