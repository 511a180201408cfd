"""Writes a fitted network as ONNX with int8 weights.

python -m training.factuality.export RUN/weights.pt OUT.onnx
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.reader.export import OPSET
from training.reader.network import WIDTH

from .network import READ, Factuality

#: A fresh network has four matrix products a layer and one at the end, which stays fp32.
INPUT = "states"


def export(weights: Path, target: Path) -> None:
    """One sentence a call; the number of words is free.

    Weights have seven bits: with eight, processors without int8 dot products (AVX2) overflow in 16 bits
    and read otherwise than newer ones.
    """
    model = Factuality()
    model.load_state_dict(torch.load(weights))
    model.eval()
    words = torch.export.Dim("words", min=2, max=4096)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        program = torch.onnx.export(
            model,
            (torch.zeros(1, 64, WIDTH),),
            input_names=[INPUT],
            output_names=list(READ),
            opset_version=OPSET,
            dynamic_shapes={INPUT: {1: words}},
            dynamo=True,
            external_data=False,
        )
        program.save(str(plain))
        quantize_dynamic(
            str(plain),
            str(target),
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=_last(plain),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    made = onnx.load(str(target))
    del made.metadata_props[:]
    made.doc_string = ""
    onnx.save(made, str(target))


def _last(plain: Path) -> list[str]:
    """The matrix product that the answers are read off: small, and its rounding would show in them."""
    graph = onnx.load(str(plain)).graph
    narrow = {value.name for value in graph.initializer if list(value.dims) in ([WIDTH, 3], [3, WIDTH])}
    found = [n.name for n in graph.node if n.op_type in {"MatMul", "Gemm"} and narrow & set(n.input)]
    if len(found) != 1:
        raise RuntimeError(f"one last product expected in the exported network, found {found}")
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    a = parser.parse_args()
    export(a.weights, a.target)


if __name__ == "__main__":
    main()
