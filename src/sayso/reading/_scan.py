"""Runs the encoder over a whole stream of paragraphs and keeps what decoding needs of each word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ._network import Network
from ._tags import TAGS
from ._tokens import Tokens
from ._windows import Window, WindowSizes, lay_out

#: Targets kept of each word's pointer: what lies beyond holds under 1 % of the probability, and a
#: story of any length then takes memory in proportion to its words.
KEPT: Final = 8
NOWHERE: Final = -1

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pointers:
    """Where words point. Both of shape (words, KEPT): word index or NOWHERE, and its probability."""

    target: NDArray[np.int32]
    probability: Floats

    def mass(self, low: int, high: int, target_low: int, target_high: int) -> float:
        """Mean probability with which words `low:high` point into words `target_low:target_high`."""
        target = self.target[low:high]
        hit = (target >= target_low) & (target < target_high)
        return float((self.probability[low:high] * hit).sum() / max(1, high - low))

    def nowhere(self, low: int, high: int) -> float:
        """Mean probability with which words `low:high` point at nothing (or outside their window)."""
        return self.mass(low, high, NOWHERE, 0)


@dataclass(frozen=True, slots=True)
class Scan:
    """Per word: log probability of each tag, shape (words, TAGS), and the two pointers."""

    tags: Floats
    to_cue: Pointers
    to_source: Pointers


def scan(network: Network, tokens: Tokens, shift: int = 0) -> Scan:
    """Reads all words; `shift` moves the windows (only to test that they do not matter)."""
    words = len(tokens.starts)
    sizes = WindowSizes(**network.settings["windows"])
    tags = np.zeros((words, TAGS), dtype=np.float32)
    to_cue, to_source = _empty(words), _empty(words)
    for window in lay_out(tokens, sizes, shift):
        readout = network.run(window.ids, window.quote, window.case)
        core, rows = slice(window.core_low, window.core_high), window.core_rows
        network.memo.keep(window, readout.state[rows])
        tags[core] = _log_softmax(readout.tags[rows])
        _fill(to_cue, window, core, readout.to_cue_query[rows], readout.to_cue_key)
        _fill(to_source, window, core, readout.to_source_query[rows], readout.to_source_key)
    return Scan(tags, to_cue, to_source)


def _empty(words: int) -> Pointers:
    return Pointers(
        np.full((words, KEPT), NOWHERE, dtype=np.int32), np.zeros((words, KEPT), dtype=np.float32)
    )


def _fill(pointers: Pointers, window: Window, core: slice, query: Floats, key: Floats) -> None:
    """The best targets of the core's words. Candidates are [CLS] and the first piece of each word."""
    candidates = np.concatenate(([0], window.rows))
    scores = query @ key[candidates].T / np.float32(key.shape[1] ** 0.5)
    probability = np.exp(_log_softmax(scores))
    kept = min(KEPT, probability.shape[1])
    best = np.argpartition(-probability, kept - 1, axis=1)[:, :kept]
    pointers.target[core, :kept] = np.where(best == 0, NOWHERE, best - 1 + window.low)
    pointers.probability[core, :kept] = np.take_along_axis(probability, best, axis=1)


def _log_softmax(scores: Floats) -> Floats:
    scores = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return result
