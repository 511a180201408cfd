"""Scores a fitted folder (reader.onnx, reader.json) on a gold file, whole stories as the corpus cuts them.

    python -m training.reader.evaluate FOLDER GOLD

For figures to report use `sayso bench attribution`, which goes through intake too.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.reading._network import load_network

from . import corpus
from .fit import scan_all, scores


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("gold", type=Path)
    a = parser.parse_args()
    network = load_network(a.folder)
    result = scores(scan_all(corpus.stories(a.gold), network), network.settings)
    for name, value in result.items():
        print(name, value if not isinstance(value, dict) else value["f1"])


if __name__ == "__main__":
    main()
