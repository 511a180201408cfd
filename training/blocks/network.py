"""The line network in torch, its training, and its export to plain arrays."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from corpus import Document
from torch import nn
from torch.nn import functional

from sayso.intake._line_model import DILATIONS, OUT_OF_WORDS, word_ids
from sayso.intake._lines import FEATURES, describe, split_lines
from sayso.story import ROLES

WIDTH = 80
WORDS = FEATURES.index("words")
POOL = 24
EMBEDDING = 14
REACH = sum(DILATIONS)  # lines between two pages of a batch, so that they do not see each other
#: Small roles are one line in twenty; body and furniture weigh 1.
CLASS_WEIGHT = {
    role: 1.0 if role in ("body", "furniture") else 3.0 if role == "headline" else 2.0 for role in ROLES
}


@dataclass
class Example:
    """A document as the network sees it."""

    sites: frozenset[str]
    numbers: np.ndarray
    words: list[list[str]]
    roles: np.ndarray
    weight: float


def example(document: Document, weight: float) -> Example:
    """Describe a document's lines as the package does."""
    described = describe(split_lines(document.text()))
    roles = np.array([ROLES.index(row.role) for row in document.rows])
    if len(roles) != len(described.words):
        raise ValueError(f"{document.name}: {len(roles)} rows, {len(described.words)} lines")
    return Example(document.sites, described.numbers, described.words, roles, weight)


def vocabulary(examples: Sequence[Example]) -> list[str]:
    """Words of three sites' pages, or of many stories; never a word of one site alone."""
    by_site: dict[str, set[str]] = {}
    stories: Counter[str] = Counter()
    for one in examples:
        found = {word for line in one.words for word in line}
        if len(one.sites) == 1 and one.weight > 1:
            by_site.setdefault(next(iter(one.sites)), set()).update(found)
        elif one.weight <= 1:
            stories.update(found)
    sites: Counter[str] = Counter()
    for found in by_site.values():
        sites.update(found)
    kept = {word for word, n in sites.items() if n >= 4} | {word for word, n in stories.most_common(1500)}
    return sorted(word for word in kept if len(word) < 20)


class LineNetwork(nn.Module):
    """Features and word vectors of each line, dilated convolutions over lines, a page summary, nine roles."""

    def __init__(self, words: int, mean: np.ndarray, scale: np.ndarray) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("scale", torch.tensor(scale))
        self.embedding = nn.Embedding(words + OUT_OF_WORDS, EMBEDDING)
        nn.init.normal_(self.embedding.weight, std=0.3)
        self.first = nn.Linear(len(FEATURES) + 4 * EMBEDDING, WIDTH)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 3, padding=d, dilation=d) for d in DILATIONS
        )
        self.pool = nn.Linear(WIDTH, POOL)
        self.middle = nn.Linear(WIDTH + 2 * POOL, WIDTH)
        self.last = nn.Linear(WIDTH, len(ROLES))
        self.drop = nn.Dropout(0.2)

    def forward(self, numbers, ids, offsets, ends, page, mask):
        """`numbers` (lines, features), word bags, `ends` (lines, 3), `page` and `mask` of each line."""
        bag = functional.embedding_bag(ids, self.embedding.weight, offsets, mode="mean")
        three = self.embedding(ends).flatten(1)
        x = torch.cat([(numbers - self.mean) / self.scale, self.drop(bag), self.drop(three)], 1)
        if self.training:
            x = x * (torch.rand(x.shape[1]) > 0.03)
        h = functional.relu(self.first(x)) * mask
        for convolution in self.convolutions:
            h = (h + functional.relu(convolution(self.drop(h).T[None])[0].T)) * mask
        pooled = functional.relu(self.pool(h)) * mask
        pages = int(page.max()) + 1
        mean = torch.zeros(pages, POOL).index_add_(0, page, pooled)
        count = torch.zeros(pages, 1).index_add_(0, page, mask)
        top = torch.zeros(pages, POOL).scatter_reduce(0, page[:, None].expand_as(pooled), pooled, "amax")
        summary = torch.cat([mean / count.clamp(min=1), top], 1)[page]
        return self.last(self.drop(functional.relu(self.middle(torch.cat([h, summary], 1)))))


def batch(examples: Sequence[Example], index: dict[str, int]):
    """Several pages as one long sequence with empty lines between them."""
    numbers, roles, page, mask, weight, lists = [], [], [], [], [], []
    empty = np.zeros((REACH, len(FEATURES)), dtype=np.float32)
    for k, one in enumerate(examples):
        n = len(one.roles)
        numbers += [one.numbers, empty]
        roles += [one.roles, np.full(REACH, -100)]
        page.append(np.full(n + REACH, k))
        mask += [np.ones(n, np.float32), np.zeros(REACH, np.float32)]
        weight.append(np.full(n + REACH, one.weight, np.float32))
        lists += one.words + [[]] * REACH
    ids, offsets, ends = word_ids(lists, index)
    tensors = [
        np.concatenate(numbers),
        ids,
        offsets,
        ends,
        np.concatenate(page),
        np.concatenate(mask)[:, None],
    ]
    inputs = [torch.from_numpy(np.ascontiguousarray(t)) for t in tensors]
    return inputs, torch.from_numpy(np.concatenate(roles)), torch.from_numpy(np.concatenate(weight))


def train(examples: list[Example], words: list[str], passes: int, seed: int, log=print) -> LineNetwork:
    """Train one network; the same seed gives the same weights on the same machine."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    stacked = np.concatenate([one.numbers for one in examples])
    scale = stacked.std(0) + 0.05
    network = LineNetwork(len(words), stacked.mean(0), scale.astype(np.float32))
    index = {word: i for i, word in enumerate(words)}
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    per_batch = 12
    steps = passes * (len(examples) // per_batch + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps, pct_start=0.15)
    class_weight = torch.tensor([CLASS_WEIGHT[role] for role in ROLES])
    for number in range(passes):
        order = examples[:]
        rng.shuffle(order)
        total = count = 0.0
        network.train()
        for start in range(0, len(order), per_batch):
            inputs, roles, weight = batch(order[start : start + per_batch], index)
            scores = network(*inputs)
            loss = functional.cross_entropy(
                scores, roles, weight=class_weight, reduction="none", ignore_index=-100, label_smoothing=0.02
            )
            real = roles >= 0
            weight = weight * (0.7 + 0.2 * inputs[0][:, WORDS])
            loss = (loss * weight)[real].sum() / weight[real].sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
            count += 1
        log(f"pass {number + 1}/{passes} loss {total / count:.4f}")
    return network.eval()


def transitions(examples: Sequence[Example]) -> np.ndarray:
    """Smoothed log probabilities of a role after another."""
    counts = np.full((len(ROLES), len(ROLES)), 0.5)
    for one in examples:
        np.add.at(counts, (one.roles[:-1], one.roles[1:]), one.weight)
    return np.log(counts / counts.sum(1, keepdims=True)).astype(np.float32)


def arrays(network: LineNetwork) -> dict[str, np.ndarray]:
    """The network's weights under the names that the package reads."""
    out = {
        "mean": network.mean, "scale": network.scale, "embedding": network.embedding.weight,
        "first.w": network.first.weight.T, "first.b": network.first.bias,
        "pool.w": network.pool.weight.T, "pool.b": network.pool.bias,
        "middle.w": network.middle.weight.T, "middle.b": network.middle.bias,
        "last.w": network.last.weight.T, "last.b": network.last.bias,
    }  # fmt: skip
    for k, convolution in enumerate(network.convolutions):
        out[f"conv{k}.w"] = convolution.weight.permute(2, 1, 0)
        out[f"conv{k}.b"] = convolution.bias
    return {name: stored(name, value) for name, value in out.items()}


def stored(name: str, value: torch.Tensor) -> np.ndarray:
    """Weights as 16-bit numbers, the few others as 32-bit ones."""
    kind = np.float16 if name.endswith(".w") or name == "embedding" else np.float32
    return np.ascontiguousarray(value.detach().numpy().astype(kind))
