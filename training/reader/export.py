"""Writes a fitted reader as ONNX with int8 weights.

python -m training.reader.export RUN/weights.pt OUT.onnx
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.reading._network import OUTPUTS

from .expose import expose
from .network import INNER, WIDTH, Reader


class RowQuantised(nn.Module):
    """An embedding kept as int8 with a scale for each row.

    The usual int8 for a whole table has one scale, set by its largest value, and cost .003 of found F1.
    """

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """(windows, pieces) → (windows, pieces, width)."""
        rows: Tensor = self.rows[ids].float() * self.scale[ids]
        return rows


INPUTS = ("ids", "quote", "case")
#: From opset 23 on attention and GELU are single operators, which onnxruntime runs fastest.
OPSET = 23


def export(weights: Path, target: Path, quantised: bool = True) -> None:
    """Batch size is fixed at one; the number of word pieces is free."""
    model = Reader()
    model.load_state_dict(torch.load(weights))
    model.eval()
    if quantised:
        model.piece = RowQuantised(model.piece.weight.detach())
    sample = tuple(torch.zeros(1, 64, dtype=torch.int64) for _ in INPUTS)
    pieces = torch.export.Dim("pieces", min=2, max=512)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        program = torch.onnx.export(
            model,
            sample,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            opset_version=OPSET,
            dynamic_shapes={name: {1: pieces} for name in INPUTS},
            dynamo=True,
            external_data=False,
        )
        program.save(str(plain))
        if not quantised:
            target.write_bytes(plain.read_bytes())
            expose(target)
            return
        quantize_dynamic(
            str(plain),
            str(target),
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=_heads(plain),
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    made = onnx.load(str(target))
    del made.metadata_props[:]
    made.doc_string = ""
    onnx.save(made, str(target))
    expose(target)


def _heads(plain: Path) -> list[str]:
    """The last matrix products, tags and pointers: small, and their rounding goes into the scores."""
    graph = onnx.load(str(plain)).graph
    widths = {value.name: value.dims[-1] for value in graph.initializer if len(value.dims) == 2}
    wide = {WIDTH, 3 * WIDTH, INNER}
    products = [node for node in graph.node if node.op_type in {"MatMul", "Gemm"}]
    heads = [n.name for n in products if any(widths.get(i, WIDTH) not in wide for i in n.input)]
    if len(heads) != 2:
        raise RuntimeError(f"two heads expected in the exported network, found {heads}")
    return heads


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--fp32", action="store_true")
    a = parser.parse_args()
    export(a.weights, a.target, not a.fp32)


if __name__ == "__main__":
    main()
