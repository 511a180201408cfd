"""The stance of a body to the claim of a headline: agree, discuss, disagree.

Two readings meet: how the headline puts the claim (as a fact, as somebody's word, as refuted) and what
the body makes of it (asserts, reports, refutes). Where either only reports, the two discuss; where both
take a side, they agree or disagree. Each reading is a multinomial logistic regression on signs of
general English, the body's joined by a forest of shallow trees on the same signs; training/stance makes
the numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..errors import EnvironmentFault
from ..story import Stance
from ._body import Body, Floats
from ._framing import SIGNS as HEADLINE_SIGNS
from ._framing import framing
from ._stance_signs import SIGNS as BODY_SIGNS
from ._stance_signs import stance_signs
from ._trees import Forest

#: The sides that a headline or a body may take on a claim.
SIDES: Final = ("asserts", "reports", "refutes")
STANCES: Final[tuple[Stance, ...]] = ("agree", "disagree", "discuss")
#: The arrays of a model's file beside `signs` (JSON) and `depth`; those of the trees have `Forest`'s names.
FOREST: Final = ("feature", "threshold", "left", "right", "shares", "roots")
REAL: Final = (
    *("headline_weights", "headline_bias", "body_weights", "body_bias", "decision"),
    *("threshold", "shares"),
)
WHOLE: Final = ("feature", "left", "right", "roots")


@dataclass(frozen=True)
class StanceModel:
    """Weights of shape (signs, SIDES) and bias of shape (SIDES,), for headline and body; trees for the body.

    The body's sides are the mean of both. `decision` holds a factor for each of `STANCES`: the F1 of the
    rarer ones wants more than the likeliest.
    """

    headline: tuple[Floats, Floats]
    body: tuple[Floats, Floats]
    forest: Forest
    decision: Floats

    @classmethod
    def from_arrays(cls, made: Mapping[str, NDArray[Any]]) -> StanceModel:
        """The model from its arrays; the signs must be those of this version. Raises `ValueError`."""
        signs = json.loads(made["signs"].tobytes())
        if signs != {"headline": list(HEADLINE_SIGNS), "body": list(BODY_SIGNS)}:
            raise ValueError("made for other signs")
        real = {name: made[name].astype(np.float64) for name in REAL}
        whole = {name: made[name].astype(np.int64) for name in WHOLE}
        forest = Forest(
            feature=whole["feature"],
            threshold=real["threshold"],
            left=whole["left"],
            right=whole["right"],
            shares=real["shares"],
            roots=whole["roots"],
            depth=int(made["depth"][0]),
        )
        forest.check(len(BODY_SIGNS), len(SIDES))
        return cls(
            (real["headline_weights"], real["headline_bias"]),
            (real["body_weights"], real["body_bias"]),
            forest,
            real["decision"],
        )


@dataclass(frozen=True, slots=True)
class StanceReading:
    """Probabilities of each of `SIDES`, of the headline and of the body, and the stance decided on."""

    headline: tuple[float, float, float]
    body: tuple[float, float, float]
    stance: Stance


@cache
def load_stance_model() -> StanceModel:
    """The shipped model. Raises `EnvironmentFault`."""
    place = files("sayso") / "models" / "en" / "stance.npz"
    try:
        with np.load(BytesIO(place.read_bytes()), allow_pickle=False) as arrays:
            return StanceModel.from_arrays(arrays)
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise EnvironmentFault(
            f"models/en/stance.npz is missing or broken ({error}); install sayso again"
        ) from error


def read_stance(headline: str, body: Body, model: StanceModel | None = None) -> StanceReading:
    """The stance of a body with at least one sentence."""
    used = model or load_stance_model()
    of_headline = np.array(read_framing(headline, used))
    signs = stance_signs(headline, body)
    of_body = (_softmax(signs, *used.body) + used.forest.probabilities(signs)) / 2
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
