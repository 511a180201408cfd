"""Two layers on the reader's lower states, and what is read off each word."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.reader.expose import LAYERS_BELOW
from training.reader.network import WIDTH, Dropout, Layer

LAYERS = 2
#: What is read off a word: factuality, log-odds that it is a predicate, depth in the dependency tree.
READ = ("factuality", "event", "depth")


class Factuality(nn.Module):
    """Maps states (sentences, words, 384) to three numbers a word."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.enter = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.leave = Dropout(dropout)
        self.read = nn.Linear(WIDTH, len(READ))
        with torch.no_grad():
            self.read.bias.copy_(torch.tensor([2.5, -1.0, 3.0]))

    def forward(self, states: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        """mask: (sentences, words), true where there is a word. Gives (sentences, words) for each of READ."""
        x = self.enter(states)
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return self.read(self.leave(x)).unbind(-1)


def from_reader(path: Path, dropout: float = 0.1) -> Factuality:
    """A network whose layers start as the shipped reader's, those that come after the exposed state."""
    graph = onnx.load(str(path)).graph
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    products = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    model = Factuality(dropout)
    for number, layer in enumerate(model.layers, LAYERS_BELOW):
        new = {}
        four = products[4 * number : 4 * number + 4]
        for part, name in zip(("qkv", "out", "up", "down"), four, strict=True):
            scale = held[name.replace("_quantized", "_scale")]
            new[f"{part}.weight"] = torch.from_numpy((held[name].astype(np.float32) * scale).T.copy())
            new[f"{part}.bias"] = torch.from_numpy(held[f"layers.{number}.{part}.bias"].copy())
        for part in ("norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias"):
            new[part] = torch.from_numpy(held[f"layers.{number}.{part}"].copy())
        layer.load_state_dict(new)
    return model
