"""Chooses among the chains that a sentence's main claim may have.

A conditional logit: every option has the sum of its signs' weights, and options with the same chain add up
their probabilities. Weights are fitted by `training/chains` on sentences with annotated chains.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from ..errors import EnvironmentFault
from ._options import Option


@dataclass(frozen=True, slots=True)
class ChainModel:
    """Weights by sign, and the least share of probability that an also-chain needs."""

    version: str
    weights: dict[str, float]

    def probabilities(self, options: Sequence[Option]) -> list[float]:
        """The probability of each option, all together 1."""
        sums = [sum(self.weights.get(sign, 0.0) for sign in option.signs) for option in options]
        highest = max(sums)
        raised = [math.exp(one - highest) for one in sums]
        total = sum(raised)
        return [one / total for one in raised]


@lru_cache(maxsize=1)
def load_chain_model(path: Path | None = None) -> ChainModel:
    """Loads the shipped weights, or those at another path. Raises `EnvironmentFault`."""
    place = path or Path(str(files("sayso") / "models" / "en" / "chains.json"))
    try:
        kept = json.loads(place.read_text("utf8"))
        return ChainModel(kept["version"], kept["weights"])
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise EnvironmentFault(
            f"the chain model {place} is missing or broken ({error}); install sayso again"
        ) from error


def choose(options: Sequence[Option], model: ChainModel) -> tuple[Option, float]:
    """The likeliest option and the probability of its chain."""
    chances = model.probabilities(options)
    by_chain: dict[tuple[int, ...], float] = {}
    best: dict[tuple[int, ...], tuple[float, Option]] = {}
    for option, chance in zip(options, chances, strict=True):
        key = tuple(link.entity.number for link in option.chain)
        by_chain[key] = by_chain.get(key, 0.0) + chance
        if key not in best or chance > best[key][0]:
            best[key] = (chance, option)
    key = max(by_chain, key=lambda k: by_chain[k])
    return best[key][1], by_chain[key]
