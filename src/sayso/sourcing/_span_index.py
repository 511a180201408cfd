"""Finds what lies over a stretch of text without looking at everything else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from ..story import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things by the spans they stand at; spans that hardly overlap are found in logarithmic time."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span[0] for span, _ in self._items]
        self._reached = list(accumulate((span[1] for span, _ in self._items), max))

    def over(self, start: int, end: int) -> Iterator[tuple[Span, T]]:
        """Those that share a character with `start:end`, in the order of the text."""
        first = bisect_right(self._reached, start)
        for index in range(first, bisect_left(self._starts, end)):
            span, item = self._items[index]
            if start < span[1]:
                yield span, item
