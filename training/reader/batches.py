"""Packs stories into windows and windows into batches, anew each epoch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.reading._tags import TAGS
from sayso.reading._windows import WindowSizes, lay_out

from .corpus import NOWHERE, Example
from .restyle import restyled

IGNORE = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows. All of shape (windows, pieces); `soft` has a last axis of tags."""

    ids: Tensor
    quote: Tensor
    case: Tensor
    mask: Tensor
    tags: Tensor  #: IGNORE on all but a word's first piece
    soft: Tensor  #: a teacher's tag probabilities, or the gold tag's
    to_cue: Tensor  #: row of the cue's first piece, 0 when it lies outside the window
    to_source: Tensor


def batches(
    examples: Sequence[Example],
    soft: dict[str, NDArray[np.float16]],
    rng: np.random.Generator,
    pieces: int,
    longest: int,
) -> Iterator[Batch]:
    """Every word of every story once, in windows of up to `longest` pieces cut at random places."""
    windows = [
        item
        for index in rng.permutation(len(examples))
        for item in _windows(examples[index], soft.get(examples[index].id), rng, longest)
    ]
    # Windows of like length share a batch, so that little of it is padding.
    windows.sort(key=lambda window: len(window[0]) + rng.integers(0, 24))
    groups: list[list[tuple[NDArray[np.int64], ...]]] = [[]]
    for window in windows:
        if groups[-1] and (len(groups[-1]) + 1) * max(len(w[0]) for w in [*groups[-1], window]) > pieces:
            groups.append([])
        groups[-1].append(window)
    for index in rng.permutation(len(groups)):
        yield _pad(groups[index])


def _windows(
    example: Example, soft: NDArray[np.float16] | None, rng: np.random.Generator, longest: int
) -> Iterator[tuple[NDArray[np.int64], ...]]:
    core = int(rng.integers(longest // 2, longest))
    sizes = WindowSizes(core=core, left=0, right=0)
    for window in lay_out(example.tokens, sizes, shift=int(rng.integers(0, core))):
        n = len(window.ids)
        words = slice(window.low, window.high)
        tags = np.full(n, IGNORE, dtype=np.int64)
        tags[window.rows] = example.tags[words]
        target = np.zeros((n, TAGS), dtype=np.float32)
        if soft is None:
            target[window.rows, example.tags[words]] = 1.0
        else:
            target[window.rows] = soft[words]
        to_cue = np.full(n, IGNORE, dtype=np.int64)
        to_cue[window.rows] = _rows(example.to_cue[words], window.low, window.high, window.rows, IGNORE)
        to_source = np.full(n, IGNORE, dtype=np.int64)
        source_rows = _rows(example.to_source[words], window.low, window.high, window.rows, 0)
        to_source[window.rows] = np.where(example.has_source[words] == NOWHERE, IGNORE, source_rows)
        ids, quote = restyled(window.ids, window.quote, rng)
        yield ids, quote, window.case, tags, target, to_cue, to_source


def _rows(
    pointers: NDArray[np.int64], low: int, high: int, rows: NDArray[np.int64], nowhere: int
) -> NDArray[np.int64]:
    """Word pointers as rows of the window; outside it they point to [CLS], row 0."""
    inside = (pointers >= low) & (pointers < high)
    found = np.where(inside, rows[np.clip(pointers - low, 0, len(rows) - 1)], 0)
    return np.where(pointers == NOWHERE, nowhere, found)


def _pad(windows: list[tuple[NDArray[np.int64], ...]]) -> Batch:
    longest = max(len(window[0]) for window in windows)

    def padded(index: int, fill: float) -> Tensor:
        like = windows[0][index]
        out = np.full((len(windows), longest, *like.shape[1:]), fill, dtype=like.dtype)
        for row, window in enumerate(windows):
            out[row, : len(window[index])] = window[index]
        return torch.from_numpy(out)

    lengths = torch.tensor([len(window[0]) for window in windows])
    return Batch(
        ids=padded(0, 0),
        quote=padded(1, 0),
        case=padded(2, 4),
        mask=torch.arange(longest)[None] < lengths[:, None],
        tags=padded(3, IGNORE),
        soft=padded(4, 0.0),
        to_cue=padded(5, IGNORE),
        to_source=padded(6, IGNORE),
    )
