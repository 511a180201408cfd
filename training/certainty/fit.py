"""Fits the certainty model: multinomial logistic regression with an offset for each level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from sayso.weighing._certainty import LEVELS

from .data import Sentence

#: Single words tell less than the named signs; a smaller scale is a stronger penalty.
SCALE = {"w:": 0.5, "first:": 0.5}
STRENGTH = 0.2
FEWEST = 3
#: What a sentence without annotation counts: most are plain statements in the outlet's own voice.
UNMARKED = 0.1


def scaled(signs: dict[str, float]) -> dict[str, float]:
    """The signs as the regression sees them."""
    return {name: value * _scale(name) for name, value in signs.items()}


def _scale(name: str) -> float:
    return next((scale for start, scale in SCALE.items() if name.startswith(start)), 1.0)


def target(sentence: Sentence) -> int:
    """The index of its level; unmarked sentences count as asserted."""
    return LEVELS.index(sentence.level or "asserted")


class Fitted:
    """A fitted regression; `offsets` are added to its log odds (see `fit_offsets`)."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        seen = Counter(name for one in sentences for name in one.signs)
        self.names = {name for name, times in seen.items() if times >= FEWEST}
        self.vectors = DictVectorizer()
        rows = self.vectors.fit_transform([self._kept(one) for one in sentences])
        weight = [1.0 if one.level else UNMARKED for one in sentences]
        self.model = LogisticRegression(C=STRENGTH, max_iter=3000)
        self.model.fit(rows, [target(one) for one in sentences], sample_weight=weight)
        self.offsets = np.zeros(len(LEVELS))

    def log_odds(self, sentences: Sequence[Sentence]) -> np.ndarray:
        """Shape (sentences, levels)."""
        rows = self.vectors.transform([self._kept(one) for one in sentences])
        return np.log(self.model.predict_proba(rows) + 1e-9)

    def document(self, version: str) -> dict[str, Any]:
        """The model as it is shipped: weights by sign, scale and offsets worked in."""
        weights = {}
        for name, column in self.vectors.vocabulary_.items():
            numbers = self.model.coef_[:, column] * _scale(name)
            if np.abs(numbers).max() >= 0.004:
                weights[name] = [round(float(n), 3) for n in numbers]
        bias = [round(float(n), 4) for n in self.model.intercept_ + self.offsets]
        return {"version": version, "bias": bias, "weights": dict(sorted(weights.items()))}

    def _kept(self, sentence: Sentence) -> dict[str, float]:
        return {name: v for name, v in scaled(sentence.signs).items() if name in self.names}


def decide(log_odds: np.ndarray, sentences: Sequence[Sentence], offsets: np.ndarray) -> np.ndarray:
    """The level's index for each sentence; a level without words in the sentence is not given."""
    shifted = log_odds + offsets
    for row, sentence in enumerate(sentences):
        for column, level in enumerate(LEVELS):
            if level != "asserted" and level not in sentence.spoken_for:
                shifted[row, column] = -np.inf
    return shifted.argmax(axis=1)


def fit_offsets(log_odds: np.ndarray, sentences: Sequence[Sentence]) -> np.ndarray:
    """Offsets with the best macro F1 on annotated sentences, by coordinate search."""
    kept = [n for n, one in enumerate(sentences) if one.level]
    odds, marked = log_odds[kept], [sentences[n] for n in kept]
    gold = [target(one) for one in marked]
    best = np.zeros(len(LEVELS))
    top = macro(gold, decide(odds, marked, best))
    for _ in range(3):
        for column in range(1, len(LEVELS)):
            for value in np.arange(-1.0, 1.61, 0.1):
                tried = best.copy()
                tried[column] = value
                reached = macro(gold, decide(odds, marked, tried))
                if reached > top + 1e-6:
                    top, best = reached, tried
    return best


def macro(gold: Sequence[int], predicted: np.ndarray) -> float:
    """Macro F1 over the four levels."""
    return float(f1_score(gold, predicted, average="macro", labels=range(len(LEVELS)), zero_division=0))
