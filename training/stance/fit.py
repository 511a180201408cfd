"""Fits the two readings of the stance model and the factors of its decision."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression

from sayso.story import Story
from sayso.weighing._body import body_of
from sayso.weighing._framing import SIGNS as HEADLINE_SIGNS
from sayso.weighing._framing import framing
from sayso.weighing._stance import SIDES, STANCES, StanceModel, stance_odds
from sayso.weighing._stance_signs import stance_signs
from sayso.weighing._trees import LEAF, Forest

from .sides import Sides, sides_of

Floats = NDArray[np.float64]
Row = dict[str, Any]
Part = tuple[Floats, Floats]  #: weights and bias

#: An event with n stories weighs n to this power; so large events do not rule, nor do single stories.
EVENT_POWER: Final = 0.5
HEADLINE_EVENT_POWER: Final = 0.75
#: How far rare sides are weighed up to the commonest: 0 not at all, 1 all the way.
BALANCE: Final = 0.75
#: Inverse strength of the penalty on the weights of standardised signs.
HEADLINE_C: Final = 0.3
BODY_C: Final = 0.005
#: Trees: how many, how deep, the fewest pairs in a leaf, the share of signs tried at a node.
TREES, DEPTH, LEAST, SEEN = 150, 5, 20, 0.4
#: Factors tried on disagree and discuss; that of agree is 1.
DISAGREE: Final = (0.7, 1.0, 1.4, 2.0)
DISCUSS: Final = (0.5, 0.6, 0.7, 0.85, 1.0)


class Table:
    """The signs of all pairs, computed once: `headline` and `body`, a row a pair."""

    def __init__(self, rows: Sequence[Row], stories: Mapping[str, Story]) -> None:
        self.rows = rows
        framed = {row["headline"]: framing(row["headline"]) for row in rows}
        self.headline = np.array([[framed[row["headline"]][s] for s in HEADLINE_SIGNS] for row in rows])
        self.body = np.array(
            [stance_signs(row["headline"], body_of(stories[row["story"]], row["headline"])) for row in rows]
        )


def fit(table: Table, chosen: Sequence[int]) -> StanceModel:
    """A model from some of the pairs; the decision is fitted over folds of their events."""
    decision = _decision(table, chosen)
    headline, body, forest = _parts(table, chosen)
    return StanceModel(headline, body, forest, decision)


def folds(rows: Sequence[Row], count: int = 5, seed: int | None = None) -> list[list[int]]:
    """Row numbers in folds of like size that never split a cluster, the largest cluster first."""
    size = Counter(row["cluster"] for row in rows)
    order = sorted(size, key=lambda cluster: (-size[cluster], cluster))
    if seed is not None:
        np.random.default_rng(seed).shuffle(order)
    load, home = [0] * count, {}
    for cluster in order:
        home[cluster] = min(range(count), key=lambda fold: load[fold])
        load[home[cluster]] += size[cluster]
    return [[i for i, row in enumerate(rows) if home[row["cluster"]] == fold] for fold in range(count)]


def odds(table: Table, chosen: Sequence[int], headline: Part, body: Part, forest: Forest) -> Floats:
    """Probabilities of the stances of some pairs, shape (pairs, STANCES)."""
    rows = list(chosen)
    of_headline, of_body = _shares(table.headline[rows], headline), _shares(table.body[rows], body)
    of_trees = np.array([forest.probabilities(signs) for signs in table.body[rows]])
    return stance_odds(of_headline, (of_body + of_trees) / 2)


def _shares(signs: Floats, part: Part) -> Floats:
    scores = signs @ part[0] + part[1]
    powers = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = powers / powers.sum(1, keepdims=True)
    return shares


def stances(probabilities: Floats, decision: Floats) -> list[str]:
    """The stance decided on for each row."""
    return [STANCES[i] for i in (probabilities * decision).argmax(1)]


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Mean F1 of the three stances."""
    total = 0.0
    for stance in STANCES:
        right = sum(g == p == stance for g, p in zip(gold, predicted, strict=True))
        size = sum(g == stance for g in gold) + sum(p == stance for p in predicted)
        total += 2 * right / size if size else 0.0
    return total / len(STANCES)


def _decision(table: Table, chosen: Sequence[int]) -> Floats:
    """The factors with the best macro F1 over five folds inside the chosen pairs; of equals the mildest."""
    rows = [table.rows[i] for i in chosen]
    held = np.zeros((len(rows), len(STANCES)))
    for fold in folds(rows):
        inside = set(fold)
        rest = [chosen[i] for i in range(len(rows)) if i not in inside]
        held[fold] = odds(table, [chosen[i] for i in fold], *_parts(table, rest))
    gold = [row["stance"] for row in rows]
    tried = [np.array([1.0, *factors]) for factors in product(DISAGREE, DISCUSS)]
    scores = [macro_f1(gold, stances(held, factors)) for factors in tried]
    # Near the best all are as good as it: their mean is steadier than the one that happens to win.
    near = [factors for factors, score in zip(tried, scores, strict=True) if score >= max(scores) - 0.01]
    mean: Floats = np.exp(np.mean(np.log(near), axis=0))
    return mean


def _parts(table: Table, chosen: Sequence[int]) -> tuple[Part, Part, Forest]:
    rows = [table.rows[i] for i in chosen]
    sides = sides_of(rows)
    headline = _headline_part(table, chosen, rows, sides)
    labels, weight = _body_examples(rows, sides)
    signs = table.body[list(chosen)]
    return headline, _logistic(signs, labels, weight, BODY_C), _forest(signs, labels, weight)


def _headline_part(
    table: Table, chosen: Sequence[int], rows: Sequence[Row], sides: Sides
) -> tuple[Floats, Floats]:
    """One example a headline whose side is known."""
    first: dict[tuple[str, str], int] = {}
    for i, row in zip(chosen, rows, strict=True):
        key = row["cluster"], row["headline"]
        if key in sides.headlines:
            first.setdefault(key, i)
    size = Counter(cluster for cluster, _ in first)
    weight = np.array([size[cluster] ** (HEADLINE_EVENT_POWER - 1) for cluster, _ in first])
    labels = [sides.headlines[key] for key in first]
    return _logistic(table.headline[list(first.values())], labels, weight, HEADLINE_C)


def _body_examples(rows: Sequence[Row], sides: Sides) -> tuple[list[str], Floats]:
    """The story's side and the weight of each pair, all pairs of a story weighing one together."""
    keys = [(row["cluster"], row["story"]) for row in rows]
    pairs_of, stories_of = Counter(keys), Counter(cluster for cluster, _ in set(keys))
    weight = np.array([stories_of[key[0]] ** (EVENT_POWER - 1) / pairs_of[key] for key in keys])
    labels = [sides.stories[key] for key in keys]
    total: dict[str, float] = defaultdict(float)
    for label, each in zip(labels, weight, strict=True):
        total[label] += each
    most = max(total.values())
    weight *= np.array([(most / total[label]) ** BALANCE for label in labels])
    weight *= len(set(keys)) / weight.sum()
    return labels, weight


def _logistic(signs: Floats, labels: Sequence[str], weight: Floats, c: float) -> Part:
    """Weights and bias on the signs as they are, from a fit on standardised ones."""
    mean, spread = signs.mean(0), signs.std(0)
    spread[spread < 1e-9] = 1.0
    model = LogisticRegression(C=c, max_iter=2000)
    model.fit((signs - mean) / spread, labels, sample_weight=weight)
    order = [list(model.classes_).index(side) for side in SIDES]
    weights = (model.coef_[order] / spread).T
    return weights, model.intercept_[order] - mean @ weights


def _forest(signs: Floats, labels: Sequence[str], weight: Floats) -> Forest:
    """Extremely randomised trees (Geurts et al. 2006), shallow."""
    model = ExtraTreesClassifier(
        n_estimators=TREES, max_depth=DEPTH, min_samples_leaf=LEAST, max_features=SEEN, random_state=0
    )
    model.fit(signs, labels, sample_weight=weight)
    order = [list(model.classes_).index(side) for side in SIDES]
    parts: dict[str, list[NDArray[Any]]] = defaultdict(list)
    start = 0
    for each in model.estimators_:
        tree = each.tree_
        size = tree.node_count
        leaf = tree.children_left < 0
        shares = tree.value[:, 0, :][:, order]
        parts["feature"].append(np.where(leaf, LEAF, tree.feature))
        parts["threshold"].append(np.where(leaf, 0.0, tree.threshold))
        own = start + np.arange(size)
        parts["left"].append(np.where(leaf, own, start + tree.children_left))
        parts["right"].append(np.where(leaf, own, start + tree.children_right))
        parts["shares"].append(shares / shares.sum(1, keepdims=True))
        parts["roots"].append(np.array([start]))
        start += size
    return Forest(depth=DEPTH, **{name: np.concatenate(some) for name, some in parts.items()})
