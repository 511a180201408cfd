"""Keeps the encoder's lower states of the windows read last, for the steps that come after reading.

The encoder takes most of the time of a whole `read`. A step that builds on its states would run it again
on the same windows; with these kept it does not, and what it gets is the same either way.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ._windows import Window

#: Words whose states are kept, 768 bytes each. What a longer text has more than these is read again.
MOST: Final = 50_000

Halves = NDArray[np.float16]


class Memo:
    """States of the words that a window decides, the oldest windows dropped first."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._held = most, 0
        self._states: OrderedDict[bytes, Halves] = OrderedDict()
        self._lock = Lock()

    def keep(self, window: Window, states: NDArray[np.float32]) -> Halves:
        """Keeps the states of a window's core, shape (words, width), in half precision; returns them."""
        halves: Halves = states.astype(np.float16)
        with self._lock:
            key = _key(window)
            self._held += len(halves) - len(self._states.pop(key, ()))
            self._states[key] = halves
            while self._held > self._most and len(self._states) > 1:
                self._held -= len(self._states.popitem(last=False)[1])
        return halves

    def find(self, window: Window) -> Halves | None:
        """The states of an equal window, where they are still kept."""
        with self._lock:
            return self._states.get(_key(window))


def _key(window: Window) -> bytes:
    """Windows are equal when the encoder is given the same of them, and the same words are decided."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (window.ids, window.quote, window.case, window.core_rows):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part.tobytes())
    return digest.digest()
