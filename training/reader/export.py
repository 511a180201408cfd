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

from sayso.reading._network import OUTPUTS

from .network import Reader

INPUTS = ("ids", "quote", "case")
#: From opset 23 on attention and GELU are single operators, which onnxruntime runs fastest.
OPSET = 23


def export(weights: Path, target: Path, quantised: bool = True) -> None:
    """Batch size is fixed at one; the number of word pieces is free."""
    model = Reader()
    model.load_state_dict(torch.load(weights))
    model.eval()
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
            return
        quantize_dynamic(
            str(plain),
            str(target),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    made = onnx.load(str(target))
    del made.metadata_props[:]
    made.doc_string = ""
    onnx.save(made, str(target))


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
