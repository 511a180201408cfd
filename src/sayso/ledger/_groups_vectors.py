"""Sparse vectors of terms: ascending numbers of terms (int64) and their weights (float32)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ._groups_terms import term_of

Terms = NDArray[np.int64]
Weights = NDArray[np.float32]
Vector = tuple[Terms, Weights]

#: So many of a story's strongest terms are indexed …
INDEXED: Final = 20
#: … and so many of a group's sum are kept; what is cut stood in one of very many stories.
_SUMMED: Final = 2_000
#: A story of few words is like nothing much: its length counts as this at least.
_FLOOR: Final = 6.0


def unit(weighed: Iterable[tuple[str, float]]) -> Vector:
    """The vector of words and weights, of length 1, or less where the words are few."""
    pairs = sorted((term_of(word), weight) for word, weight in weighed)
    terms = np.array([term for term, _ in pairs], "<i8")
    weights = np.array([weight for _, weight in pairs], "<f8")
    length = max(_FLOOR, float(np.sqrt((weights * weights).sum())))
    return terms, (weights / length).astype("<f4")


def load(terms: bytes, weights: bytes) -> Vector:
    """A vector as a table keeps it."""
    return np.frombuffer(terms, "<i8"), np.frombuffer(weights, "<f4")


def dump(vector: Vector) -> tuple[bytes, bytes]:
    """The two blobs that a table keeps."""
    return vector[0].astype("<i8").tobytes(), vector[1].astype("<f4").tobytes()


def dot(one: Vector, other: Vector) -> float:
    """The product of two vectors; of unit vectors, their cosine."""
    if len(one[0]) > len(other[0]):
        one, other = other, one
    if not len(one[0]):
        return 0.0
    places = np.searchsorted(other[0], one[0])
    places[places == len(other[0])] = 0
    same = other[0][places] == one[0]
    return float(one[1][same] @ other[1][places[same]])


def add(total: Vector, vector: Vector, sign: float = 1.0) -> Vector:
    """The sum of two vectors (the difference, with `sign` -1)."""
    return add_all([total, (vector[0], vector[1] * np.float32(sign))])


def add_all(vectors: Sequence[Vector]) -> Vector:
    """The sum of vectors, cut to its strongest terms where it grows very long."""
    if not vectors:
        return np.zeros(0, "<i8"), np.zeros(0, "<f4")
    terms, places = np.unique(np.concatenate([terms for terms, _ in vectors]), return_inverse=True)
    weights = np.bincount(
        places.ravel(), np.concatenate([weights for _, weights in vectors]), minlength=len(terms)
    )
    kept = weights > 1e-6
    terms, weights = terms[kept], weights[kept]
    if len(terms) > _SUMMED:
        strongest = np.sort(np.argsort(-weights, kind="stable")[:_SUMMED])
        terms, weights = terms[strongest], weights[strongest]
    return terms, weights.astype("<f4")


def strongest(vector: Vector, number: int = INDEXED) -> list[tuple[int, float]]:
    """The terms that weigh most, with their weights, the weightiest first."""
    order = np.argsort(-vector[1], kind="stable")[:number]
    return [(int(vector[0][place]), float(vector[1][place])) for place in order]


def similarities(vectors: Sequence[Vector]) -> NDArray[np.float64]:
    """The products of all pairs of vectors, as a square (the diagonal is of no use)."""
    everything, times = np.unique(np.concatenate([terms for terms, _ in vectors]), return_counts=True)
    shared = everything[times > 1]  # what stands in one story only makes it like no other
    table = np.zeros((len(vectors), max(1, len(shared))), np.float32)
    for row, (terms, weights) in enumerate(vectors):
        here = np.isin(terms, shared, assume_unique=True)
        table[row, np.searchsorted(shared, terms[here])] = weights[here]
    return (table @ table.T).astype(np.float64)
