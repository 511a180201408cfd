"""Fits one reader; stops and resumes anywhere.

    python -m training.reader.train RUN --seed 1 [--soft SOFT.npz --unlabelled FILE ...]

writes RUN/state.pt (to resume from) while it runs and RUN/weights.pt when it is done.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
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


def train(run: Path, a: argparse.Namespace) -> None:
    """One run from its arguments; continues from `run/state.pt` when it is there."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    gold = list(corpus.encode(corpus.fitted(corpus.stories(a.train)), a.tokenizer))
    extra, soft = [], {}
    if a.soft:
        from .distil import pseudo_examples

        extra, soft = pseudo_examples(a.soft, a.unlabelled, a.tokenizer)
    model = from_minilm(a.base, a.dropout)
    best = optimiser(model, a.rate)
    steps = int(a.epochs * _pieces([*gold, *extra]) * 1.08 / a.pieces)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        best, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps)
    )
    average = {n: p.detach().clone() for n, p in model.named_parameters()}
    step, epoch, skip = 0, 0, 0
    state = run / "state.pt"
    if state.exists():
        kept = torch.load(state)
        model.load_state_dict(kept["model"])
        best.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        average, step, epoch, skip = kept["average"], kept["step"], kept["epoch"], kept["skip"]
    model.train()
    began, first, seen = time.time(), step, 0.0
    while step < steps:
        rng = np.random.default_rng([a.seed, epoch])
        model.reseed(a.seed * 1000 + epoch)
        for number, batch in enumerate(batches([*gold, *extra], soft, rng, a.pieces, a.longest)):
            if number < skip:
                continue
            loss = loss_of(model, batch)
            best.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            best.step()
            schedule.step()
            step, skip, seen = step + 1, number + 1, seen * 0.98 + loss.item() * 0.02
            decay = min(a.average, step / (step + 10))
            with torch.no_grad():
                for name, parameter in model.named_parameters():
                    average[name].lerp_(parameter, 1 - decay)
            if step % 50 == 0:
                pace = (time.time() - began) / (step - first)
                print(f"step {step}/{steps} loss {seen:.4f} {pace:.3f} s/step", flush=True)
            if step % 300 == 0:
                kept = {
                    "model": model.state_dict(),
                    "optimiser": best.state_dict(),
                    "schedule": schedule.state_dict(),
                }
                torch.save({**kept, "average": average, "step": step, "epoch": epoch, "skip": skip}, state)
            if step >= steps:
                break
        epoch, skip = epoch + 1, 0
    torch.save({**model.state_dict(), **average}, run / "weights.pt")
    state.unlink(missing_ok=True)


def _pieces(examples: list[corpus.Example]) -> int:
    return sum(len(example.tokens.ids) for example in examples)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--train", type=Path, default=Path("../shared/data/polnear/train.jsonl"))
    parser.add_argument("--base", type=Path, required=True, help="MiniLM's model.safetensors")
    parser.add_argument("--tokenizer", type=Path, default=Path("src/sayso/models/en/tokenizer.json"))
    parser.add_argument("--soft", type=Path, help="teachers' labels of the unlabelled stories")
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[])
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
