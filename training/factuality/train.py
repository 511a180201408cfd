"""Fits one factuality network; stops and resumes at any epoch.

    python -m training.factuality.train RUN --corpora UW.npz MEANTIME.npz --stories STORIES.npz
        --reworded REWORDED.npz [--fold 0]

writes RUN/state.pt while it runs and RUN/weights.pt when it is done. With `--fold` a fifth of each
corpus is held back, and the scores on it are printed.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from .corpus import Sentence, read
from .network import WIDTH, Factuality, from_reader

FOLDS = 5
#: Neighbouring sentences are of one document, so that a fold is made of runs: 56 runs in UW, 25 in MEANTIME.
RUN_LENGTHS = (50, 12)
TOP = 3.0


class Example(NamedTuple):
    """A sentence, the weight of its labels, and whether all its predicates are known."""

    sentence: Sentence
    weight: float = 1.0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded sentences; all of shape (sentences, words), `states` with a last axis of 384."""

    states: Tensor
    mask: Tensor
    label: Tensor  #: NaN where none
    depth: Tensor
    weight: Tensor  #: of each sentence's labels, shape (sentences, 1)
    whole: Tensor  #: whether all predicates of a sentence are known, shape (sentences, 1)


def split(every: Sequence[Sentence], run: int, fold: int | None) -> tuple[list[Sentence], list[Sentence]]:
    """What is fitted on and what is held back; without a fold all is fitted on."""
    held = [fold is not None and at // run % FOLDS == fold for at in range(len(every))]
    return (
        [s for s, out in zip(every, held, strict=True) if not out],
        [s for s, out in zip(every, held, strict=True) if out],
    )


def pad(some: Sequence[Example], among: Sequence[bool]) -> Batch:
    """A batch; `among` tells which sentences are taken as they were read among their neighbours."""
    longest = max(len(one.sentence.label) for one in some)
    states = torch.zeros(len(some), longest, WIDTH)
    label, depth = torch.full((len(some), longest), math.nan), torch.zeros(len(some), longest)
    mask = torch.zeros(len(some), longest, dtype=torch.bool)
    for row, (sentence, _, _) in enumerate(some):
        words = len(sentence.label)
        states[row, :words] = torch.from_numpy(sentence.among if among[row] else sentence.alone).float()
        label[row, :words] = torch.from_numpy(sentence.label)
        depth[row, :words] = torch.from_numpy(sentence.depth)
        mask[row, :words] = True
    weight = torch.tensor([one.weight for one in some])[:, None]
    return Batch(states, mask, label, depth, weight, torch.tensor([one.whole for one in some])[:, None])


def batches(every: Sequence[Example], rng: np.random.Generator, size: int) -> Iterator[Batch]:
    """All sentences once, those of like length together."""
    drawn = rng.permutation(len(every))
    order = sorted(drawn, key=lambda at: len(every[at].sentence.label) + rng.integers(0, 12))
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    for at in rng.permutation(len(groups)):
        yield pad([every[i] for i in groups[at]], (rng.random(len(groups[at])) < 0.5).tolist())


def loss_of(model: Factuality, batch: Batch, a: argparse.Namespace) -> Tensor:
    """Huber loss of factuality (Rudinger et al. 2018), cross-entropy of being a predicate, depth."""
    score, event, depth = model(batch.states, batch.mask)
    there = ~torch.isnan(batch.label)
    wanted, got = batch.label[there], score[there]
    away = got - wanted
    # Beyond the end of the scale is as good as at its end.
    beyond = ((wanted >= TOP) & (away > 0)) | ((wanted <= -TOP) & (away < 0))
    away = torch.where(beyond, 0.1 * away, away)
    weight = batch.weight.expand_as(batch.label)[there]
    huber = functional.huber_loss(away, torch.zeros_like(away), delta=a.huber, reduction="none") / a.huber
    known = batch.mask & batch.whole
    loss = (huber * weight).sum() / max(1.0, float(weight.sum()))
    if known.any():
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(event[known], there[known].float())
    return loss + a.depth * functional.smooth_l1_loss(depth[batch.mask], batch.depth[batch.mask])


class Fit:
    """A network on its way, with all that must be kept to go on from the same place."""

    def __init__(self, model: Factuality, steps: int, rate: float, decay: float = 0.99) -> None:
        self.model, self.decay = model, decay
        new = [p for n, p in model.named_parameters() if n.startswith("read.")]
        old = [p for n, p in model.named_parameters() if not n.startswith("read.")]
        self.best = torch.optim.AdamW(
            [
                {"params": old, "lr": rate, "weight_decay": 0.01},
                {"params": new, "lr": 5 * rate, "weight_decay": 0.0},
            ]
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.best, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps)
        )
        self.average = {name: p.detach().clone() for name, p in model.named_parameters()}
        self.step, self.epoch = 0, 0

    def take(self, loss: Tensor) -> float:
        """One step; returns the loss."""
        self.best.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.best.step()
        self.schedule.step()
        self.step += 1
        decay = min(self.decay, self.step / (self.step + 10))
        with torch.no_grad():
            for name, parameter in self.model.named_parameters():
                self.average[name].lerp_(parameter, 1 - decay)
        return loss.item()

    def save(self, path: Path) -> None:
        """Everything needed to go on; written beside and moved, so that a stop cannot break it."""
        parts = {"model": self.model, "optimiser": self.best, "schedule": self.schedule}
        kept = {name: part.state_dict() for name, part in parts.items()}
        place = {"step": self.step, "epoch": self.epoch}
        torch.save({**kept, "average": self.average, "place": place}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        """Goes on from a saved state."""
        kept = torch.load(path)
        self.model.load_state_dict(kept["model"])
        self.best.load_state_dict(kept["optimiser"])
        self.schedule.load_state_dict(kept["schedule"])
        self.average = kept["average"]
        self.step, self.epoch = kept["place"]["step"], kept["place"]["epoch"]


def predicted(
    model: Factuality, every: Sequence[Sentence], among: bool = False
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Scores and labels of all labelled words."""
    model.eval()
    got, wanted = [], []
    with torch.no_grad():
        for sentence in every:
            batch = pad([Example(sentence)], [among])
            there = ~torch.isnan(batch.label)
            got.append(model(batch.states, batch.mask)[0][there])
            wanted.append(batch.label[there])
    return torch.cat(got).clamp(-TOP, TOP).numpy(), torch.cat(wanted).numpy()


def figures(got: NDArray[np.float32], wanted: NDArray[np.float32]) -> dict[str, float]:
    """Mean absolute error and Pearson's r, beside the error of always saying 3."""
    return {
        "words": len(got),
        "mae": round(float(np.abs(got - wanted).mean()), 4),
        "r": round(float(np.corrcoef(got, wanted)[0, 1]), 4),
        "mae of always 3": round(float(np.abs(TOP - wanted).mean()), 4),
    }


def train(run: Path, a: argparse.Namespace) -> None:
    """One run from its arguments; continues from `run/state.pt` when it is there."""
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    parts = [split(read(path), length, a.fold) for path, length in zip(a.corpora, RUN_LENGTHS, strict=True)]
    every = [
        Example(sentence, weight)
        for (fitted, _), weight in zip(parts, (1.0, a.meantime), strict=True)
        for sentence in fitted
    ]
    every += [Example(sentence, a.weight, whole=False) for sentence in read(a.reworded)]
    every += [Example(sentence, 0.0, whole=False) for sentence in read(a.stories)]
    model = from_reader(a.reader, a.dropout)
    fit = Fit(model, a.epochs * math.ceil(len(every) / a.size), a.rate)
    state = run / "state.pt"
    if state.exists():
        fit.resume(state)
    began = time.time()
    while fit.epoch < a.epochs:
        rng = np.random.default_rng([a.seed, fit.epoch])
        model.train()
        model_seed(model, a.seed * 1000 + fit.epoch)
        lost = [fit.take(loss_of(model, batch, a)) for batch in batches(every, rng, a.size)]
        fit.epoch += 1
        print(
            f"epoch {fit.epoch}/{a.epochs} loss {np.mean(lost):.4f} {time.time() - began:.0f} s", flush=True
        )
        fit.save(state)
    model.load_state_dict(fit.average)
    torch.save(model.state_dict(), run / "weights.pt")
    state.unlink(missing_ok=True)
    report(run, model, [held for _, held in parts])


def model_seed(model: Factuality, seed: int) -> None:
    """Starts all dropout anew, so that an epoch can be run again."""
    torch.manual_seed(seed)
    for number, part in enumerate(part for part in model.modules() if hasattr(part, "rng")):
        part.rng = np.random.Generator(np.random.SFC64([seed, number]))


def report(run: Path, model: Factuality, held: Sequence[Sequence[Sentence]]) -> None:
    """Prints the figures on what was held back, and keeps the scores."""
    kept = {}
    for name, every in zip(("uw", "meantime"), held, strict=True):
        for among in (False, True) if every else ():
            got, wanted = predicted(model, every, among)
            where = "among neighbours" if among else "alone"
            print(name, where, json.dumps(figures(got, wanted)), flush=True)
            kept |= {f"{name} {where} got": got, f"{name} {where} wanted": wanted}
    if kept:
        np.savez(run / "held.npz", **kept)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path)
    parser.add_argument("--corpora", type=Path, nargs=2, required=True, help="UW's and MEANTIME's sentences")
    parser.add_argument("--stories", type=Path, required=True, help="sentences with depths only")
    parser.add_argument("--reworded", type=Path, required=True, help="sentences in other wordings")
    parser.add_argument("--reader", type=Path, default=Path("src/sayso/models/en/reader.onnx"))
    parser.add_argument("--fold", type=int, choices=range(FOLDS))
    parser.add_argument("--meantime", type=float, default=2.0, help="weight of a label of MEANTIME")
    parser.add_argument("--weight", type=float, default=0.4, help="weight of a reworded sentence's label")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--huber", type=float, default=0.3)
    parser.add_argument("--depth", type=float, default=0.2, help="weight of the depth's loss")
    parser.add_argument("--size", type=int, default=32, help="sentences a step")
    a = parser.parse_args()
    a.run.mkdir(parents=True, exist_ok=True)
    (a.run / "arguments.json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()}, indent=1))
    train(a.run, a)


if __name__ == "__main__":
    main()
