"""The stance of a body to the claim of a headline: agree, discuss, disagree.

Two readings meet: how the headline puts the claim (as a fact, as somebody's word, as refuted) and what
the body makes of it (asserts, reports, refutes). Where either only reports, the two discuss; where both
take a side, they agree or disagree. Each reading is a multinomial logistic regression on signs of
general English; training/stance makes the numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np

from ..errors import EnvironmentFault
from ..story import Stance
from ._body import Body, Floats
from ._framing import SIGNS as HEADLINE_SIGNS
from ._framing import framing
from ._stance_signs import SIGNS as BODY_SIGNS
from ._stance_signs import stance_signs

#: The sides that a headline or a body may take on a claim.
SIDES: Final = ("asserts", "reports", "refutes")
STANCES: Final[tuple[Stance, ...]] = ("agree", "disagree", "discuss")


@dataclass(frozen=True)
class StanceModel:
    """Weights of shape (signs, SIDES) and bias of shape (SIDES,), for headline and body.

    `decision` holds a factor for each of `STANCES`: the F1 of the rarer ones wants more than the likeliest.
    """

    headline: tuple[Floats, Floats]
    body: tuple[Floats, Floats]
    decision: Floats

    @classmethod
    def from_dict(cls, made: Mapping[str, Any]) -> StanceModel:
        """The model from its JSON; the signs must be those of this version. Raises `ValueError`."""
        parts = []
        for part, signs in (("headline", HEADLINE_SIGNS), ("body", BODY_SIGNS)):
            if tuple(made[part]["signs"]) != signs:
                raise ValueError(f"made for other signs of the {part}")
            weights = np.array(made[part]["weights"], dtype=np.float64)
            parts.append((weights, np.array(made[part]["bias"], dtype=np.float64)))
        return cls(parts[0], parts[1], np.array(made["decision"], dtype=np.float64))


@dataclass(frozen=True, slots=True)
class StanceReading:
    """Probabilities of each of `SIDES`, of the headline and of the body, and the stance decided on."""

    headline: tuple[float, float, float]
    body: tuple[float, float, float]
    stance: Stance


@cache
def load_stance_model() -> StanceModel:
    """The shipped model. Raises `EnvironmentFault`."""
    try:
        text = (files("sayso") / "models" / "en" / "stance.json").read_text("utf8")
        return StanceModel.from_dict(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EnvironmentFault(
            f"models/en/stance.json is missing or broken ({error}); install sayso again"
        ) from error


def read_stance(headline: str, body: Body, model: StanceModel | None = None) -> StanceReading:
    """The stance of a body with at least one sentence."""
    used = model or load_stance_model()
    of_headline = np.array(read_framing(headline, used))
    of_body = _softmax(stance_signs(headline, body), *used.body)
    scores = stance_odds(of_headline, of_body) * used.decision
    stance = STANCES[int(scores.argmax())]
    return StanceReading(_triple(of_headline), _triple(of_body), stance)


def read_framing(headline: str, model: StanceModel | None = None) -> tuple[float, float, float]:
    """Probabilities of each of `SIDES` of a headline, or of one sentence of it."""
    signs = framing(headline)
    return _triple(
        _softmax([signs[name] for name in HEADLINE_SIGNS], *(model or load_stance_model()).headline)
    )


def stance_odds(headline: Floats, body: Floats) -> Floats:
    """Probabilities of `STANCES` from those of `SIDES`, shape (…, 3)."""
    agree = headline[..., 0] * body[..., 0] + headline[..., 2] * body[..., 2]
    disagree = headline[..., 0] * body[..., 2] + headline[..., 2] * body[..., 0]
    odds: Floats = np.stack([agree, disagree, 1 - agree - disagree], axis=-1)
    return odds


def _softmax(signs: Sequence[float] | Floats, weights: Floats, bias: Floats) -> Floats:
    scores = np.asarray(signs) @ weights + bias
    powers = np.exp(scores - scores.max())
    shares: Floats = powers / powers.sum()
    return shares


def _triple(values: Floats) -> tuple[float, float, float]:
    first, second, third = (float(value) for value in values)
    return first, second, third
