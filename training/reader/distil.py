"""Labels unlabelled news with several readers together, for one reader to learn from.

    python -m training.reader.distil OUT.npz --teachers FOLDER FOLDER --stories FILE ...

Each FOLDER is one that `fit` wrote. The mean of their tag probabilities is kept as it is (soft);
links are kept as the readers together decide them. A reader trained on gold and on these labels
comes near the readers' average, at the cost of one (Hinton et al. 2015).
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading._network import Network, load_network
from sayso.reading._scan import Pointers, Scan, scan
from sayso.reading._stream import Stream, decode
from sayso.reading._wordpiece import load_tokenizer

from . import corpus


def unlabelled(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Stories of JSON Lines files with a `text`, each text once, ids made from the text."""
    texts = {}
    for path in paths:
        for row in corpus.stories(path):
            texts[hashlib.sha256(row["text"].encode()).hexdigest()[:16]] = row["text"]
    return [{"id": key, "text": text} for key, text in sorted(texts.items())]


def label(rows: Sequence[dict[str, Any]], teachers: Sequence[Network], out: Path) -> None:
    """Writes soft tags and pointers of every story."""
    arrays: dict[str, NDArray[Any]] = {}
    tokenizer = load_tokenizer(teachers[0].tokenizer_path)
    for number, row in enumerate(rows, 1):
        stream = corpus.stream_of(row, tokenizer)
        together = _average([scan(teacher, stream.tokens) for teacher in teachers])
        pointers = _pointers(stream, together, teachers[0].settings)
        arrays[f"{row['id']}.soft"] = np.exp(together.tags).astype(np.float16)
        arrays[f"{row['id']}.pointers"] = np.stack(pointers).astype(np.int32)
        if number % 100 == 0:
            print(f"{number} of {len(rows)} stories", flush=True)
    np.savez(out, **arrays)


def pseudo_examples(
    soft: Path, paths: Sequence[Path], tokenizer_path: Path
) -> tuple[list[corpus.Example], dict[str, NDArray[np.float16]]]:
    """The labelled stories as training examples, and their soft tags by id."""
    kept = np.load(soft)
    tokenizer = load_tokenizer(tokenizer_path)
    examples, tags = [], {}
    for row in unlabelled(paths):
        tokens = corpus.stream_of(row, tokenizer).tokens
        probability = kept[f"{row['id']}.soft"]
        to_cue, to_source, has_source = kept[f"{row['id']}.pointers"].astype(np.int64)
        best = probability.argmax(axis=1).astype(np.int64)
        examples.append(corpus.Example(row["id"], tokens, best, to_cue, to_source, has_source))
        tags[row["id"]] = probability
    return examples, tags


def _average(scans: Sequence[Scan]) -> Scan:
    tags = np.log(np.mean([np.exp(s.tags) for s in scans], axis=0)).astype(np.float32)
    return Scan(tags, _joined([s.to_cue for s in scans]), _joined([s.to_source for s in scans]))


def _joined(pointers: Sequence[Pointers]) -> Pointers:
    """All readers' targets side by side, each with its share of the probability."""
    return Pointers(
        np.concatenate([p.target for p in pointers], axis=1),
        np.concatenate([p.probability / len(pointers) for p in pointers], axis=1),
    )


def _pointers(stream: Stream, together: Scan, settings: dict[str, Any]) -> list[NDArray[np.int64]]:
    words = len(stream.tokens.starts)
    to_cue, to_source, has_source = (np.full(words, corpus.NOWHERE, dtype=np.int64) for _ in range(3))
    for item in chain.from_iterable(decode(stream, together, settings)):
        cue = slice(item.cue.low, item.cue.high)
        to_cue[cue] = item.cue.low
        for content in item.contents:
            to_cue[content.low : content.high] = item.cue.low
        has_source[cue] = int(item.source is not None)
        if item.source is not None:
            to_source[cue] = item.source.low
            to_cue[item.source.low : item.source.high] = item.cue.low
    return [to_cue, to_source, has_source]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--stories", type=Path, nargs="+", required=True)
    a = parser.parse_args()
    label(unlabelled(a.stories), [load_network(folder) for folder in a.teachers], a.out)


if __name__ == "__main__":
    main()
