"""A forest of decision trees as plain arrays, and the way down them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: What a node that decides nothing has for its feature.
LEAF: Final = -1


@dataclass(frozen=True)
class Forest:
    """Trees in one row of nodes. Arrays of shape (nodes,): `feature` (LEAF at a leaf), `threshold`, `left`
    and `right` (node taken when the feature is at most the threshold, and when not); `shares` of shape
    (nodes, classes); `roots` of shape (trees,). No tree is deeper than `depth`.
    """

    feature: Integers
    threshold: Floats
    left: Integers
    right: Integers
    shares: Floats
    roots: Integers
    depth: int

    def probabilities(self, signs: Floats) -> Floats:
        """The mean share of each class in the leaves that the signs lead to, shape (classes,)."""
        at = self.roots
        for _ in range(self.depth):
            feature = self.feature[at]
            down = np.where(signs[feature] <= self.threshold[at], self.left[at], self.right[at])
            at = np.where(feature == LEAF, at, down)
        mean: Floats = self.shares[at].mean(0)
        return mean

    def check(self, signs: int, classes: int) -> None:
        """Raises `ValueError` where the arrays do not fit together."""
        nodes = len(self.feature)
        sizes = {len(part) for part in (self.threshold, self.left, self.right, self.shares)}
        links = np.concatenate([self.left, self.right, self.roots])
        if sizes != {nodes} or self.shares.shape != (nodes, classes) or not len(self.roots):
            raise ValueError("trees of odd sizes")
        if (
            links.min() < 0
            or links.max() >= nodes
            or self.feature.min() < LEAF
            or self.feature.max() >= signs
        ):
            raise ValueError("trees that lead nowhere")
