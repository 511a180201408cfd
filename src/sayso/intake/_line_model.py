"""The line model: a role for every line of a page, from its features, its words and the lines around it.

A few small networks (dilated convolutions over the lines, so a line sees its neighbours and a summary of
the page) vote; a best path through the page then weighs how likely one role follows another. Weights are
plain arrays in models/en/lines.npz; training/blocks makes them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..errors import EnvironmentFault
from ..story import ROLES, Role
from ._lines import FEATURES, Described

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

DILATIONS: Final = (1, 2, 4, 8, 16)
#: Words of a line that are averaged; the first two and the last one are also seen in their place.
BAG: Final = 40
#: Vectors after those of known words: no word, unknown word, unknown word with a digit.
OUT_OF_WORDS: Final = 3
#: Weight of the roles' order beside the networks' votes; chosen in cross-validation from 0 … 1.
ORDER_WEIGHT: Final = 0.3

_HEADLINE: Final = ROLES.index("headline")
_FURNITURE: Final = ROLES.index("furniture")


@dataclass(frozen=True)
class LineModel:
    """Weights of the networks, the words they know, and how roles follow each other."""

    index: Mapping[str, int]
    networks: tuple[Mapping[str, Floats], ...]
    order: Floats

    def log_probabilities(self, page: Described) -> Floats:
        """(lines, ROLES): the networks' mean log probability of each role."""
        bag, offsets, ends = word_ids(page.words, self.index)
        votes = [_forward(weights, page.numbers, bag, offsets, ends) for weights in self.networks]
        mean: Floats = np.mean(votes, axis=0)
        return mean

    def roles(self, page: Described) -> list[Role]:
        """One role for every line."""
        if not page.words:
            return []
        scores = self.log_probabilities(page)
        path = best_path(scores, self.order * ORDER_WEIGHT)
        return [ROLES[i] for i in one_headline(path, scores, page.words)]


def word_ids(words: Sequence[Sequence[str]], index: Mapping[str, int]) -> tuple[Integers, Integers, Integers]:
    """Word numbers of all lines in one row, where each line starts in it, and first, second and last word."""
    none, unknown, digits = (len(index) + k for k in range(OUT_OF_WORDS))
    bag: list[int] = []
    offsets: list[int] = []
    ends: list[tuple[int, int, int]] = []
    get = index.get
    for line in words:
        offsets.append(len(bag))
        known = [get(w, -1) for w in line[:BAG]]
        ids = [k if k >= 0 else unknown if line[i].isalpha() else digits for i, k in enumerate(known)]
        last = ids[-1] if len(line) <= BAG and ids else get(line[-1], unknown) if ids else none
        ends.append((ids[0] if ids else none, ids[1] if len(ids) > 1 else none, last))
        bag.extend(ids or (none,))
    return (
        np.array(bag, np.int64),
        np.array(offsets, np.int64),
        np.array(ends, np.int64).reshape(len(words), 3),
    )


def _forward(
    weights: Mapping[str, Floats], numbers: Floats, bag: Integers, offsets: Integers, ends: Integers
) -> Floats:
    """One network's log probabilities."""
    n = len(numbers)
    embedding = weights["embedding"]
    sizes = np.diff(np.append(offsets, len(bag)))[:, None].astype(np.float32)
    mean = np.add.reduceat(embedding[bag], offsets, axis=0) / sizes
    x = np.hstack([(numbers - weights["mean"]) / weights["scale"], mean, embedding[ends].reshape(n, -1)])
    h = _relu(x @ weights["first.w"] + weights["first.b"])
    del x, mean  # the widest arrays of a long text
    for k, dilation in enumerate(DILATIONS):
        kernel = weights[f"conv{k}.w"]
        y = h @ kernel[1] + weights[f"conv{k}.b"]
        if n > dilation:
            y[dilation:] += h[:-dilation] @ kernel[0]
            y[:-dilation] += h[dilation:] @ kernel[2]
        h = h + _relu(y)
    pooled = _relu(h @ weights["pool.w"] + weights["pool.b"])
    summary = np.concatenate([pooled.mean(axis=0), pooled.max(axis=0)])
    width = h.shape[1]
    middle = h @ weights["middle.w"][:width] + summary @ weights["middle.w"][width:] + weights["middle.b"]
    scores = _relu(middle.astype(np.float32, copy=False)) @ weights["last.w"] + weights["last.b"]
    scores -= scores.max(axis=1, keepdims=True)
    out: Floats = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return out


def _relu(x: Floats) -> Floats:
    out: Floats = np.maximum(x, 0)
    return out


def best_path(scores: Floats, order: Floats) -> list[int]:
    """The sequence of roles with the best sum of line scores and order weights (Viterbi)."""
    back = np.zeros(scores.shape, dtype=np.int64)
    best = scores[0]
    for i in range(1, len(scores)):
        ways = best[:, None] + order
        back[i] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def one_headline(path: list[int], scores: Floats, words: Sequence[Sequence[str]]) -> list[int]:
    """Keep the likeliest run of headline lines; a title that stands again is furniture."""
    out = path[:]
    runs: list[list[int]] = []
    for i, role in enumerate(path):
        if role == _HEADLINE:
            if runs and runs[-1][-1] == i - 1:
                runs[-1].append(i)
            else:
                runs.append([i])
    if len(runs) > 1:
        kept = max(runs, key=lambda run: float(scores[run, _HEADLINE].max()))
        for i in (i for run in runs if run is not kept for i in run):
            out[i] = int(np.where(np.arange(len(ROLES)) == _HEADLINE, -np.inf, scores[i]).argmax())
        runs = [kept]
    for i in (i for run in runs for i in run[:-1]):
        twice = _repeats(words[i], words[i + 1])
        if twice is not None:
            out[i + twice] = _FURNITURE
    return out


def _repeats(first: Sequence[str], second: Sequence[str]) -> int | None:
    """Which of two lines in a row says the other's words with more around it: a page title or breadcrumbs."""
    short, long = sorted((first, second), key=len)
    if not short or (long[: len(short)] != short and long[-len(short) :] != short):
        return None
    return 1 if len(second) > len(first) else 0


def from_arrays(
    words: Sequence[str], networks: Sequence[Mapping[str, NDArray[np.floating]]], order: Floats
) -> LineModel:
    """A model from its arrays; weights are kept as 16-bit numbers and used as 32-bit ones."""
    full = tuple({name: value.astype(np.float32) for name, value in one.items()} for one in networks)
    if any(len(one["mean"]) != len(FEATURES) for one in full):
        raise EnvironmentFault("the line model does not fit this version of sayso; install sayso again")
    return LineModel({word: i for i, word in enumerate(words)}, full, order)


def read(stored: bytes) -> LineModel:
    """A model from the bytes of its .npz file: `words`, `order`, and `NUMBER/NAME` for every array."""
    with np.load(BytesIO(stored), allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    words = json.loads(arrays.pop("words").tobytes().decode())
    order = arrays.pop("order")
    networks: list[dict[str, NDArray[np.floating]]] = []
    for name in sorted(arrays):
        number, part = name.split("/")
        while len(networks) <= int(number):
            networks.append({})
        networks[int(number)][part] = arrays[name]
    return from_arrays(words, networks, order)


@cache
def load() -> LineModel:
    """The model that comes with the package."""
    path = files("sayso") / "models" / "en" / "lines.npz"
    try:
        stored = path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(f"the line model is missing ({path}); install sayso again") from error
    return read(stored)
