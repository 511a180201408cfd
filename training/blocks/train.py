"""Train the line model on all data and write src/sayso/models/en/lines.npz.

    python training/blocks/train.py ../shared/data [--passes 7] [--networks 3]

About four minutes a network on one core. Data and figures: README.md beside this file.
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import torch
from data import load
from network import arrays, train, transitions, vocabulary

TARGET = Path(__file__).parents[2] / "src" / "sayso" / "models" / "en" / "lines.npz"


def save(path: Path, parts: dict[str, np.ndarray]) -> None:
    """Write an .npz whose bytes depend on its arrays alone (numpy's own stamps the time)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, parts[name], allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED
            )


def main() -> None:
    """Train the networks and save them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--networks", type=int, default=3)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.set_num_threads(1)
    examples = load(options.shared).examples
    words = vocabulary(examples)
    parts: dict[str, np.ndarray] = {
        "words": np.frombuffer(json.dumps(words).encode(), dtype=np.uint8),
        "order": transitions(examples),
    }
    for seed in range(options.networks):
        network = train(examples, words, options.passes, seed, log=lambda line: print(line, flush=True))
        for name, value in arrays(network).items():
            parts[f"{seed}/{name}"] = value
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save(options.out, parts)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB, {len(words)} words")


if __name__ == "__main__":
    main()
