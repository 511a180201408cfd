"""Keeps where things are mentioned, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator


class Places:
    """Numbers by their places in a text."""

    def __init__(self) -> None:
        self._every: list[tuple[int, int]] = []

    def add(self, at: int, number: int) -> None:
        """Keeps a number at a place."""
        insort(self._every, (at, number))

    def between(self, low: int, high: int) -> Iterator[int]:
        """The numbers from `low` on and before `high`."""
        for index in range(bisect_left(self._every, (low,)), bisect_left(self._every, (high,))):
            yield self._every[index][1]

    def back_from(self, at: int) -> Iterator[tuple[int, list[int]]]:
        """Places before `at`, the nearest first, each with its numbers in order."""
        index = bisect_left(self._every, (at,))
        while index:
            where = self._every[index - 1][0]
            first = bisect_left(self._every, (where,))
            yield where, [number for _, number in self._every[first:index]]
            index = first
