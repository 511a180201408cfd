"""Two figures held against each other: equal, leaving room for one another, or apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

#: How far a figure given as approximate may be off, as a part of it.
ROOM: Final = 0.1


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as a story gives it: `value` None where only bounds are given, bounds None where open."""

    value: float | None
    low: float | None
    high: float | None
    approx: bool

    @property
    def key(self) -> tuple[float | None, float | None, float | None]:
        """What makes two amounts equal: all three numbers ("at least 20" is not "20")."""
        if self.value is not None:
            return self.value, self.value, self.value
        return None, self.low, self.high

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most it may be, by its own words; an approximate value has room on both sides."""
        low = self.low if self.low is not None else -math.inf
        high = self.high if self.high is not None else math.inf
        if self.value is not None and math.isfinite(self.value):
            room = ROOM * abs(self.value) if self.approx else 0.0
            return self.value - room, self.value + room
        return (low, high) if low <= high else (high, low)

    @property
    def exact(self) -> bool:
        """Whether it is one number, not given as approximate and without open ends."""
        return self.value is not None and not self.approx


def compatible(a: Amount, b: Amount) -> bool:
    """Whether one number fits both: "at least 20" and "35" do, "about 40" and "42" do, 12 and 15 do not."""
    (low_a, high_a), (low_b, high_b) = a.bounds, b.bounds
    return low_a <= high_b and low_b <= high_a
