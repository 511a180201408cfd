"""Runs the network that says of each word of a sentence how certainly it happened (ONNX, one thread)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ..reading import open_model

Floats = NDArray[np.float32]

#: The network's outputs, in order, each of shape (words,).
OUTPUTS: Final = ("factuality", "event", "depth")
#: Words that are seen together at most: attention takes the square of their number.
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Judged:
    """What the network says of the words of a sentence; all of shape (words,).

    `score` from -3 to 3: the factuality a word has if it names an event. `event`: the probability that
    it does. `depth`: about how many words stand above it in the sentence's dependency tree.
    """

    score: Floats
    event: Floats
    depth: Floats


@dataclass(frozen=True, slots=True)
class FactualityNetwork:
    """The network and the settings that were chosen with it.

    `settings["scale"]` holds points of what the network gives out and what that means on the scale.
    """

    session: Any
    settings: dict[str, Any]

    def run(self, states: NDArray[np.float16]) -> Judged:
        """Judges one sentence by the reader's states of its words, shape (words, 384).

        One sentence a call, so that a sentence is judged the same whatever stands beside it. A very long
        one is judged in pieces.
        """
        parts = []
        for low in range(0, len(states), LONGEST):
            given = states[low : low + LONGEST].astype(np.float32)
            alone = len(given) == 1  # the exported network wants two words at least
            values = self.session.run(OUTPUTS, {"states": (np.repeat(given, 2, 0) if alone else given)[None]})
            parts.append([value[0, : len(given)] for value in values])
        score, event, depth = (np.concatenate(values) for values in zip(*parts, strict=True))
        given_out, meant = self.settings["scale"]
        return Judged(np.interp(score, given_out, meant).astype(np.float32), 1 / (1 + np.exp(-event)), depth)


@lru_cache(maxsize=1)
def load_factuality(folder: Path | None = None) -> FactualityNetwork:
    """Loads the shipped network, or one from another folder. Raises `EnvironmentFault`."""
    _, session, settings = open_model("factuality", folder)
    return FactualityNetwork(session, settings)
