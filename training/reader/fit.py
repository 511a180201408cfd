"""Fits what comes after the network, on stories held back from training, and writes reader.json.

    python -m training.reader.fit MODEL.onnx FOLDER --version NAME

FOLDER gets reader.onnx, reader.json and vocab.txt. Fitted by search over a few values each, on
found + who + exact: transition weight, outside bias, the linker's weights. Fitted by logistic
regression: the confidence. Nothing here looks at dev.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from sayso.bench._attribution_score import right_ones, score
from sayso.reading._assemble import assemble, offsets, quoted_share
from sayso.reading._confidence import FEATURES, features
from sayso.reading._link import LinkSettings
from sayso.reading._network import Network, load_network
from sayso.reading._scan import Scan, scan
from sayso.reading._stream import Stream, decode, tokenizer_of
from sayso.reading._tags import TAGS

from . import corpus

WINDOWS = {"core": 224, "left": 96, "right": 32}


@dataclass(frozen=True)
class Scanned:
    """A story as the network saw it, so that settings can be tried without running it again."""

    row: dict[str, Any]
    stream: Stream
    scan: Scan

    def predict(self, settings: dict[str, Any]) -> list[dict[str, Any]]:
        """What the reader would print for the story with these settings."""
        linked = decode(self.stream, self.scan, settings)
        return [
            {"source": f.source, "cue": f.cue, "content": f.content}
            for found in assemble(self.stream, linked, settings["confidence"])
            for f in found
        ]


def scan_all(rows: Iterable[dict[str, Any]], network: Network) -> list[Scanned]:
    """Runs the network over every story once."""
    streams = ((row, corpus.stream_of(row, tokenizer_of(network))) for row in rows)
    return [Scanned(row, stream, scan(network, stream.tokens)) for row, stream in streams]


def scores(scanned: list[Scanned], settings: dict[str, Any]) -> dict[str, Any]:
    """The attribution scores of some stories."""
    gold = {s.row["id"]: s.row for s in scanned}
    return score(gold, {s.row["id"]: {"attributions": s.predict(settings)} for s in scanned})


def goodness(scanned: list[Scanned], settings: dict[str, Any]) -> float:
    """What the search maximises."""
    result = scores(scanned, settings)
    return float(sum(result[measure]["f1"] for measure in ("found", "who", "exact")))


def tag_bigrams(examples: Iterable[corpus.Example]) -> np.ndarray[Any, Any]:
    """Log probability of a tag after a tag, in training's gold."""
    counts = np.full((TAGS, TAGS), 0.5)
    for example in examples:
        same = example.tokens.paragraph[1:] == example.tokens.paragraph[:-1]
        np.add.at(counts, (example.tags[:-1][same], example.tags[1:][same]), 1)
    table: np.ndarray[Any, Any] = np.log(counts / counts.sum(axis=1, keepdims=True))
    return table


def search(scanned: list[Scanned], bigrams: np.ndarray[Any, Any]) -> dict[str, Any]:
    """Coordinate search, two rounds, over a few values of each setting."""
    state: dict[str, Any] = {"weight": 0.2, "outside": -0.1, "link": LinkSettings()}

    def settings_of(state: dict[str, Any]) -> dict[str, Any]:
        bias = [0.0] * TAGS
        bias[0] = state["outside"]
        return {
            "transitions": np.round(bigrams * state["weight"], 4).tolist(),
            "bias": bias,
            "link": asdict(state["link"]),
            "confidence": [0.0] * len(FEATURES),
        }

    grid: dict[str, list[float]] = {
        "weight": [0.0, 0.1, 0.2, 0.3, 0.45, 0.6],
        "outside": [-0.5, -0.35, -0.2, -0.1, 0.0, 0.1],
        "distance": [0.005, 0.01, 0.02, 0.04],
        "paragraph": [15.0, 30.0, 60.0],
        "floor": [0.001, 0.003, 0.01],
        "no_source": [0.3, 0.6, 1.0, 1.5],
    }
    best = goodness(scanned, settings_of(state))
    for _ in range(2):
        for name, values in grid.items():
            for value in values:
                if name in state:
                    trial = {**state, name: value}
                else:
                    trial = {**state, "link": replace(state["link"], **{name: value})}
                got = goodness(scanned, settings_of(trial))
                if got > best + 1e-9:
                    best, state = got, trial
            print(f"{name}: sum {best:.4f}", flush=True)
    print(state, flush=True)
    return settings_of(state)


def calibrate(scanned: list[Scanned], settings: dict[str, Any]) -> list[float]:
    """Weights of the confidence: logistic regression on whether an attribution counts as `who`."""
    x: list[list[float]] = []
    y: list[bool] = []
    for story in scanned:
        text, tokens = story.row["text"], story.stream.tokens
        linked = decode(story.stream, story.scan, settings)
        items = [(a, q) for group, q in zip(linked, story.stream.quotations, strict=True) for a in group]
        spans = [
            {
                "source": offsets([a.source] if a.source else [], tokens),
                "cue": offsets([a.cue], tokens),
                "content": offsets(a.contents, tokens),
            }
            for a, _ in items
        ]
        kept, right = right_ones(text, story.row["attributions"], spans)
        y += right
        for k in kept:
            share = quoted_share(text, spans[k]["content"], items[k][1])
            x.append(features(items[k][0], share))
    model = LogisticRegression(C=10.0, fit_intercept=False, max_iter=5000).fit(np.array(x), np.array(y))
    print(f"confidence fitted on {len(y)} attributions, {np.mean(y):.3f} right", flush=True)
    return [round(float(w), 4) for w in model.coef_[0]]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--train", type=Path, default=Path("../shared/data/polnear/train.jsonl"))
    parser.add_argument("--tokenizer", type=Path, default=Path("src/sayso/models/en/vocab.txt"))
    a = parser.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    for source, name in ((a.model, "reader.onnx"), (a.tokenizer, "vocab.txt")):
        if source.resolve() != (a.folder / name).resolve():
            shutil.copyfile(source, a.folder / name)
    target = a.folder / "reader.json"
    target.write_text(json.dumps({"version": a.version, "windows": WINDOWS}))
    network = load_network(a.folder)
    rows = corpus.stories(a.train)
    held = scan_all(corpus.held_back(rows), network)
    settings = search(held, tag_bigrams(corpus.encode(corpus.fitted(rows), a.tokenizer)))
    settings["confidence"] = calibrate(held, settings)
    target.write_text(json.dumps({"version": a.version, "windows": WINDOWS, **settings}, indent=1) + "\n")
    result = scores(held, settings)
    print({key: result[key]["f1"] for key in result if isinstance(result[key], dict)})


if __name__ == "__main__":
    main()
