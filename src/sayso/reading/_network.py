"""Runs the trained encoder over one window of word pieces (ONNX, one thread, one window a call)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ..errors import EnvironmentFault
from ._memo import Memo

Floats = NDArray[np.float32]

#: The network's outputs, in order. Shapes: (pieces, 7) and four times (pieces, pointer size).
OUTPUTS: Final = ("tags", "to_cue_query", "to_cue_key", "to_source_query", "to_source_key")
#: One output more, of shape (pieces, 384): the hidden state after the second layer, on which small
#: networks for other questions are built.
STATE: Final = "state"


@dataclass(frozen=True, slots=True)
class Readout:
    """What the network says of one window, a row a word piece ([CLS] and [SEP] included)."""

    tags: Floats
    to_cue_query: Floats
    to_cue_key: Floats
    to_source_query: Floats
    to_source_key: Floats
    state: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder with its heads, and the settings that were fitted with it.

    `memo` holds the states of windows read last, so that a later step need not run the encoder again.
    """

    session: Any
    settings: dict[str, Any]
    tokenizer_path: Path
    memo: Memo = field(default_factory=Memo, compare=False)

    @property
    def version(self) -> str:
        """The model's name, as it stands in every document made with it."""
        return str(self.settings["version"])

    def run(self, ids: NDArray[np.int64], quote: NDArray[np.int64], case: NDArray[np.int64]) -> Readout:
        """Reads one window; arrays of shape (pieces,), with [CLS] first.

        One window a call: int8 takes its scale from all that is in a batch, so in company the same
        story would get slightly different answers.
        """
        values = self.session.run(
            (*OUTPUTS, STATE), {"ids": ids[None], "quote": quote[None], "case": case[None]}
        )
        return Readout(*(value[0] for value in values))


@lru_cache(maxsize=1)
def load_network(folder: Path | None = None) -> Network:
    """Loads the shipped model, or one from another folder. Raises `EnvironmentFault`."""
    place, session, settings = open_model("reader", folder)
    return Network(session, settings, place / "vocab.txt")


def open_model(name: str, folder: Path | None = None) -> tuple[Path, Any, dict[str, Any]]:
    """The folder, the session and the settings of `name`.onnx and `name`.json. Raises `EnvironmentFault`."""
    import onnxruntime

    place = folder or Path(str(files("sayso") / "models" / "en"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        settings = json.loads((place / f"{name}.json").read_text("utf8"))
        session = onnxruntime.InferenceSession(
            str(place / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime raises its own types, unrelated to one another
        raise EnvironmentFault(
            f"the {name}'s model in {place} is missing or broken ({str(error).splitlines()[0]}); "
            "install sayso again"
        ) from error
    return place, session, settings
