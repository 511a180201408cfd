"""Gives the encoder's lower states of the words in some stretches of a story.

They are states in context: each word is read in the window in which the reader decides it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..story import Span
from ._network import Network
from ._stream import Group, prepare, tokenizer_of
from ._tokens import Tokens
from ._windows import Window, WindowSizes, lay_out


@dataclass(frozen=True, slots=True)
class WordStates:
    """The words of a stretch of text.

    `starts` and `ends` of shape (words,): offsets into the text. `states` of shape (words, 384).
    """

    stretch: Span
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    states: NDArray[np.float16]


def states_of(
    text: str, streams: Iterable[Sequence[Group]], stretches: Sequence[Span], network: Network
) -> Iterator[WordStates]:
    """The states of each stretch that has a word in it, stream by stream, in the order of the text.

    `stretches` are in order and none overlaps another. Only windows that a stretch touches are read.
    """
    for groups in streams:
        tokens = prepare(text, groups, tokenizer_of(network)).tokens
        wanted = list(_words(tokens, stretches))
        if wanted:
            yield from _gathered(tokens, wanted, network)


def _words(tokens: Tokens, stretches: Sequence[Span]) -> Iterator[tuple[Span, int, int]]:
    """The stretches that have words among these, each with its first word and one past its last."""
    if not len(tokens.starts):
        return
    at = bisect_left(stretches, int(tokens.starts[0]) + 1, key=lambda stretch: stretch[1])
    for start, end in stretches[at:]:
        low = int(np.searchsorted(tokens.ends, start, side="right"))
        high = int(np.searchsorted(tokens.starts, end, side="left"))
        if low < high:
            yield (start, end), low, high
        elif low >= len(tokens.starts):
            return


def _gathered(
    tokens: Tokens, wanted: Sequence[tuple[Span, int, int]], network: Network
) -> Iterator[WordStates]:
    """Collects each stretch from the windows it lies in; no more than one stretch is held at a time."""
    number, parts = 0, []
    for window in lay_out(tokens, WindowSizes(**network.settings["windows"])):
        states = None
        while number < len(wanted) and wanted[number][1] < window.core_high:
            stretch, low, high = wanted[number]
            if states is None:
                states = _states(window, network)
            parts.append(states[max(0, low - window.core_low) : high - window.core_low])
            if high > window.core_high:
                break  # goes on in the next window
            yield WordStates(stretch, tokens.starts[low:high], tokens.ends[low:high], np.concatenate(parts))
            number, parts = number + 1, []


def _states(window: Window, network: Network) -> NDArray[np.float16]:
    kept = network.memo.find(window)
    if kept is not None:
        return kept
    return network.memo.keep(
        window, network.run(window.ids, window.quote, window.case).state[window.core_rows]
    )
