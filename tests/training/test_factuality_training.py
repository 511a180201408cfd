"""Sentences are reworded as meant, the scale is chosen as meant, and a stopped fit goes on (train extra)."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
sys.path.insert(0, str(Path(__file__).parents[2]))

from training.factuality.corpus import Sentence  # noqa: E402
from training.factuality.network import Factuality, from_reader  # noqa: E402
from training.factuality.reworded import reworded  # noqa: E402
from training.factuality.scale import choose  # noqa: E402
from training.factuality.train import Example, Fit, batches, loss_of, pad, split  # noqa: E402

READER = Path(__file__).parents[2] / "src" / "sayso" / "models" / "en" / "reader.onnx"
OPTIONS = argparse.Namespace(huber=0.3, depth=0.2)


def sentence(seed: int, words: int) -> Sentence:
    rng = np.random.default_rng(seed)
    states = rng.normal(size=(words, 384)).astype(np.float16)
    label = np.full(words, np.nan, dtype=np.float32)
    label[1] = 3.0
    return Sentence(states, states, label, np.arange(words, dtype=np.float32))


@dataclass
class Token:
    """As much of a spaCy token as rewording looks at."""

    text: str
    i: int
    dep_: str
    tag_: str = "NN"
    lemma_: str = ""
    children: list[Token] = field(default_factory=list)
    left: int = 0

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def left_edge(self) -> Token:
        return Token("", self.left, "")

    @property
    def right_edge(self) -> Token:
        return self


class Span(list[Token]):
    """As much of a spaCy document."""

    @property
    def text(self) -> str:
        return "".join(t.text if t.text in ".," else f" {t.text}" for t in self).strip()

    def __getitem__(self, at: object) -> object:  # type: ignore[override]
        return Span(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)  # type: ignore[index]


def test_a_clause_is_denied_hedged_asked_and_said_by_somebody() -> None:
    ferry = Token("ferry", 1, "nsubj")
    root = Token("rammed", 2, "ROOT", "VBD", "ram", [ferry])
    document = Span(
        [
            Token("The", 0, "det"),
            ferry,
            root,
            Token("the", 3, "det"),
            Token("quay", 4, "dobj"),
            Token(".", 5, "punct"),
        ]
    )
    rng = np.random.default_rng(1)
    made = {item for _ in range(200) for item in reworded(document, rng)}
    assert all(text[at:].startswith("ram") for text, at, _ in made)
    assert {
        ("The ferry rammed the quay.", 10, 2.9),
        ("The ferry did not ram the quay.", 18, -2.6),
        ("The ferry allegedly rammed the quay.", 20, 1.8),
        ("No one rammed the quay.", 7, -2.6),
        ("It is unclear whether the ferry rammed the quay.", 32, 0.2),
        ("Did the ferry ram the quay?", 14, 0.4),
    } <= made


def test_layers_start_as_those_of_the_reader() -> None:
    model = from_reader(READER).eval()
    with torch.no_grad():
        score, event, depth = model(torch.zeros(1, 5, 384))
    fresh = Factuality()
    assert not torch.allclose(model.layers[0].norm1.weight, fresh.layers[0].norm1.weight)
    assert score.shape == event.shape == depth.shape == (1, 5)


def test_neighbours_are_held_back_together() -> None:
    every = [sentence(n, 3) for n in range(40)]
    fitted, held = split(every, run=4, fold=1)
    numbers = {id(one): n for n, one in enumerate(every)}
    assert [numbers[id(one)] for one in held] == [4, 5, 6, 7, 24, 25, 26, 27]
    assert len(fitted) + len(held) == 40
    assert split(every, run=4, fold=None) == (every, [])


def test_a_reworded_sentence_does_not_tell_what_is_no_predicate() -> None:
    model = Factuality(dropout=0.0)
    batch = pad([Example(sentence(1, 6), whole=False)], [False])
    loss_of(model, batch, OPTIONS).backward()
    assert not model.read.weight.grad[1].any()
    assert model.read.weight.grad[0].any()


def test_the_scale_is_stretched_where_it_errs_least() -> None:
    got = np.array([0.5, 1.0, 2.5, 2.6, 2.7], dtype=np.float32)
    sure = np.array([0.5, 1.0, 3.0, 3.0, 3.0], dtype=np.float32)
    points = choose({"uw": (got, sure), "meantime": (got, sure)})
    assert np.abs(np.interp(got, *points) - sure).max() < 0.01


def test_a_stopped_fit_goes_on_from_the_same_place(tmp_path: Path) -> None:
    every = [Example(sentence(n, 5)) for n in range(8)]
    first, second = batches(every, np.random.default_rng(2), 4)
    torch.manual_seed(1)
    whole = Fit(Factuality(dropout=0.0), steps=20, rate=1e-3)
    whole.take(loss_of(whole.model, first, OPTIONS))
    whole.save(tmp_path / "state.pt")
    expected = whole.take(loss_of(whole.model, second, OPTIONS))
    resumed = Fit(Factuality(dropout=0.0), steps=20, rate=1e-3)
    resumed.resume(tmp_path / "state.pt")
    assert resumed.step == 1
    assert resumed.take(loss_of(resumed.model, second, OPTIONS)) == pytest.approx(expected, rel=1e-4)
