"""Fits one reader; stops and resumes anywhere.

    python -m training.reader.train RUN --seed 1 [--soft SOFT.npz --unlabelled FILE ...]

writes RUN/state.pt (to resume from) while it runs and RUN/weights.pt when it is done.
"""

from __future__ import annotations

import argparse
import json
import time
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from . import corpus
from .batches import IGNORE, Batch, batches
from .network import Reader, from_minilm

NEW = ("quote.", "case.", "tags.", "pointers.")


def loss_of(model: Reader, batch: Batch) -> Tensor:
    """Tag cross-entropy + half of the cue pointer's + 0.3 of the source pointer's."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, q1, k1, q2, k2 = model(batch.ids, batch.quote, batch.case, batch.mask)
        cue = q1 @ k1.transpose(1, 2) / k1.shape[-1] ** 0.5
        source = q2 @ k2.transpose(1, 2) / k2.shape[-1] ** 0.5
    there = batch.tags != IGNORE
    tag = -(batch.soft[there] * functional.log_softmax(tags[there].float(), -1)).sum(-1).mean()
    return (
        tag
        + 0.5 * _pointer(cue, batch.to_cue, batch.mask)
        + 0.3 * _pointer(source, batch.to_source, batch.mask)
    )


def _pointer(scores: Tensor, target: Tensor, mask: Tensor) -> Tensor:
    there = target != IGNORE
    if not there.any():
        return scores.sum() * 0
    rows = scores.float().masked_fill(~mask[:, None, :], -1e4)[there]
    return functional.cross_entropy(rows, target[there])


def optimiser(model: Reader, rate: float) -> torch.optim.AdamW:
    """AdamW; parameters that do not come from MiniLM learn five times faster."""
    old = [p for n, p in model.named_parameters() if not n.startswith(NEW)]
    new = [p for n, p in model.named_parameters() if n.startswith(NEW)]
    return torch.optim.AdamW(
        [
            {"params": old, "lr": rate, "weight_decay": 0.01},
            {"params": new, "lr": 5 * rate, "weight_decay": 0.0},
        ],
        fused=True,
    )


class Fit:
    """A model on its way, with all that must be kept to go on from the same place."""

    def __init__(self, model: Reader, steps: int, rate: float, decay: float) -> None:
        self.model, self.steps, self.decay = model, steps, decay
        self.best = optimiser(model, rate)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.best, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps)
        )
        self.average = {name: p.detach().clone() for name, p in model.named_parameters()}
        self.step, self.epoch, self.batch = 0, 0, 0

    def take(self, batch: Batch) -> float:
        """One step; returns its loss."""
        loss = loss_of(self.model, batch)
        self.best.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.best.step()
        self.schedule.step()
        self.step, self.batch = self.step + 1, self.batch + 1
        decay = min(self.decay, self.step / (self.step + 10))
        with torch.no_grad():
            for name, parameter in self.model.named_parameters():
                self.average[name].lerp_(parameter, 1 - decay)
        return loss.item()

    def save(self, path: Path) -> None:
        """Everything needed to go on; written beside and moved, so that a stop cannot break it."""
        parts = {"model": self.model, "optimiser": self.best, "schedule": self.schedule}
        kept = {name: part.state_dict() for name, part in parts.items()}
        place = {"step": self.step, "epoch": self.epoch, "batch": self.batch}
        torch.save({**kept, "average": self.average, "place": place}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        """Goes on from a saved state."""
        kept = torch.load(path)
        self.model.load_state_dict(kept["model"])
        self.best.load_state_dict(kept["optimiser"])
        self.schedule.load_state_dict(kept["schedule"])
        self.average = kept["average"]
        self.step, self.epoch, self.batch = (kept["place"][name] for name in ("step", "epoch", "batch"))


def train(run: Path, a: argparse.Namespace) -> None:
    """One run from its arguments; continues from `run/state.pt` when it is there."""
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    examples, soft = _examples(a)
    model = from_minilm(a.base, a.dropout)
    if a.start:
        model.load_state_dict(torch.load(a.start))
    # Batches are 8 % padding on average.
    fit = Fit(model, int(a.epochs * _pieces(examples) * 1.08 / a.pieces), a.rate, a.average)
    state = run / "state.pt"
    if state.exists():
        fit.resume(state)
    model.train()
    began, first, smooth = time.time(), fit.step, 0.0
    while fit.step < fit.steps:
        rng = np.random.default_rng([a.seed, fit.epoch])
        model.reseed(a.seed * 1000 + fit.epoch)
        for batch in islice(batches(examples, soft, rng, a.pieces, a.longest), fit.batch, None):
            smooth = smooth * 0.98 + fit.take(batch) * 0.02
            if fit.step % 50 == 0:
                pace = (time.time() - began) / (fit.step - first)
                print(f"step {fit.step}/{fit.steps} loss {smooth:.4f} {pace:.3f} s/step", flush=True)
            if fit.step % 300 == 0:
                fit.save(state)
            if fit.step >= fit.steps:
                break
        fit.epoch, fit.batch = fit.epoch + 1, 0
    torch.save({**model.state_dict(), **fit.average}, run / "weights.pt")
    state.unlink(missing_ok=True)


def _examples(a: argparse.Namespace) -> tuple[list[corpus.Example], dict[str, NDArray[np.float16]]]:
    """Gold examples, and the teachers' where there are any, with their soft tags."""
    gold = list(corpus.encode(corpus.fitted(corpus.stories(a.train)), a.tokenizer))
    if not a.soft:
        return gold, {}
    from .distil import pseudo_examples

    extra, soft = pseudo_examples(a.soft, a.unlabelled, a.tokenizer)
    return [*gold, *extra], soft


def _pieces(examples: list[corpus.Example]) -> int:
    return sum(len(example.tokens.ids) for example in examples)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--train", type=Path, default=Path("../shared/data/polnear/train.jsonl"))
    parser.add_argument("--base", type=Path, required=True, help="MiniLM's model.safetensors")
    parser.add_argument("--tokenizer", type=Path, default=Path("src/sayso/models/en/vocab.txt"))
    parser.add_argument("--soft", type=Path, help="teachers' labels of the unlabelled stories")
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[])
    parser.add_argument("--start", type=Path, help="weights of a fitted reader to start from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=float, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the weights' running average")
    parser.add_argument("--pieces", type=int, default=2048, help="word pieces a step")
    parser.add_argument("--longest", type=int, default=320, help="longest window in word pieces")
    parser.add_argument("--threads", type=int, default=1)
    a = parser.parse_args()
    a.run.mkdir(parents=True, exist_ok=True)
    (a.run / "arguments.json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()}, indent=1))
    train(a.run, a)


if __name__ == "__main__":
    main()
