"""What can be seen of a body's stance to a claim: which cues stand where, and how near to the claim."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from ._body import Body, Floats, likeness
from ._stance_cues import KINDS, cues

_COLUMNS: Final = (*KINDS, "attributed", "cued", "question", "quotation", "words")
#: Kinds that weigh more when nobody is quoted with them.
_OWN: Final = ("false", "deny", "doubt", "no_proof", "alleged", "may", "report", "not", "but", "in_fact")
_OWN_COLUMNS: Final = [KINDS.index(kind) for kind in _OWN]
_NEIGHBOUR: Final = 0.7
_LEAD: Final = 2
_NEAREST: Final = 3
_WORDS: Final = 25.0  # of a sentence that is neither long nor short

#: The signs of `stance_signs`, in order.
SIGNS: Final = (
    *(f"{place}:{column}" for place in ("lead", "like", "most", "all") for column in _COLUMNS),
    *(f"{place}:own:{kind}" for place in ("lead", "like", "most", "all") for kind in _OWN),
    *(f"nearest:{kind}" for kind in _OWN),
    *(f"{place}:own voice" for place in ("lead", "all", "like")),
    *("likest", "likest lead", "mean likeness", "place of likest", "sentences"),
)


def stance_signs(claim: str, body: Body) -> Floats:
    """The signs of a body's stance to a claim, shape (SIGNS,); the body has at least one sentence.

    Places: `lead` the first two sentences; `like` all, weighed by the square of their likeness to the
    claim; `most` the highest, by likeness of the sentence or its neighbours; `all` the mean.
    """
    like = likeness(claim, body)
    table, cued = _table(body), len(KINDS)
    own_voice = 1 - body.attributed
    own = table[:, _OWN_COLUMNS] * own_voice[:, None]
    squares = like**2 + 1e-3
    squares = squares / squares.sum()
    padded = np.concatenate(([0], like, [0]))
    near = np.maximum(like, _NEIGHBOUR * np.maximum(padded[:-2], padded[2:]))
    nearest = np.argsort(-like, kind="stable")[:_NEAREST]
    assert table.shape[1] == cued + 5
    return np.concatenate(
        [
            table[:_LEAD].mean(0),
            squares @ table,
            (table * near[:, None]).max(0),
            table.mean(0),
            own[:_LEAD].mean(0),
            squares @ own,
            own.max(0),
            own.mean(0),
            table[nearest][:, _OWN_COLUMNS].mean(0),
            [own_voice[:_LEAD].mean(), own_voice.mean(), squares @ own_voice],
            [like.max(), like[:_LEAD].max(), like.mean(), like.argmax() / len(like), math.log1p(len(like))],
        ]
    )


def _table(body: Body) -> Floats:
    """Shape (sentences, _COLUMNS)."""
    sentences = [body.text[start:end] for start, end in body.spans]
    asks = [float("?" in sentence) for sentence in sentences]
    quotes = [float(any(mark in sentence for mark in '"“”')) for sentence in sentences]
    more = np.stack(
        [body.attributed, body.cued, np.array(asks), np.array(quotes), body.words / _WORDS], axis=1
    )
    return np.concatenate([cues(body.text, body.spans), more], axis=1)
