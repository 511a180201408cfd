"""A run that was stopped goes on as if it had not been (needs the train extra)."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")
sys.path.insert(0, str(Path(__file__).parents[2]))

from training.reader.batches import batches  # noqa: E402
from training.reader.corpus import encode  # noqa: E402
from training.reader.network import Reader  # noqa: E402
from training.reader.train import Fit  # noqa: E402

from sayso.reading._wordpiece import load_tokenizer  # noqa: E402

VOCABULARY = Path(__file__).parents[2] / "src" / "sayso" / "models" / "en" / "vocab.txt"
TEXT = "The quay is shut, Olena Brask said. " * 12
ROW = {
    "id": "quay",
    "text": TEXT,
    "attributions": [{"source": [[18, 29]], "cue": [[30, 34]], "content": [[0, 16]]}],
}


def some_batches() -> list[object]:
    load_tokenizer.cache_clear()
    examples = list(encode([ROW], VOCABULARY))
    return list(batches(examples * 4, {}, np.random.default_rng(3), pieces=96, longest=48))


def test_labels_stand_on_the_words_they_belong_to() -> None:
    (example,) = encode([ROW], VOCABULARY)
    words = [TEXT[s:e] for s, e in zip(example.tokens.starts, example.tokens.ends, strict=True)]
    tagged = [(word, int(tag)) for word, tag in zip(words, example.tags, strict=True) if tag]
    assert tagged == [
        ("The", 5),
        ("quay", 6),
        ("is", 6),
        ("shut", 6),
        ("Olena", 1),
        ("Brask", 2),
        ("said", 3),
    ]
    assert words[example.to_cue[0]] == "said"
    assert words[example.to_source[words.index("said")]] == "Olena"


def test_a_stopped_run_goes_on_from_the_same_place(tmp_path: Path) -> None:
    torch.manual_seed(1)
    first, second = some_batches()[:2]
    whole = Fit(Reader(dropout=0.0).train(), steps=50, rate=1e-3, decay=0.9)
    whole.take(first)
    whole.save(tmp_path / "state.pt")
    expected = whole.take(second)
    resumed = Fit(Reader(dropout=0.0).train(), steps=50, rate=1e-3, decay=0.9)
    resumed.resume(tmp_path / "state.pt")
    assert resumed.step == 1
    assert resumed.take(second) == pytest.approx(expected, rel=1e-4)
    for name, value in whole.average.items():
        assert torch.allclose(value, resumed.average[name], atol=1e-5)
