"""The corpora as sentences, with the reader's lower states and labels of every word.

    python -m training.factuality.corpus OUT.npz --rows FILE.jsonl
    python -m training.factuality.corpus OUT.npz --stories FILE.jsonl ... --sentences 1500 [--reworded]

The states come from the shipped reader's int8 network, as they will when a story is read. A labelled
sentence is read twice: by itself, as `sayso bench` reads it, and with its neighbours in the file, as it
stands in a story. Depths in the dependency tree come from spaCy's small English pipeline (MIT).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.bench._untokenise import untokenise
from sayso.reading import load_network, sentences
from sayso.reading._paragraphs import paragraphs
from sayso.reading._states import WordStates, states_of
from sayso.story import Span

from . import reworded as reword
from .depths import Parser

#: Neighbours that a sentence is read with, itself counted in.
FEWEST, MOST = 4, 10
#: Characters of a sentence that is reworded.
SHORTEST, LONGEST = 25, 170


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `alone` and `among` of shape (words, 384); labels of shape (words,), NaN where none.

    `depth` is the number of words above a word in the dependency tree.
    """

    alone: NDArray[np.float16]
    among: NDArray[np.float16]
    label: NDArray[np.float32]
    depth: NDArray[np.float32]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read(path: Path) -> list[Sentence]:
    """Sentences that `main` wrote."""
    kept = np.load(path)
    parts = {name: kept[name] for name in ("alone", "among", "label", "depth")}
    borders = np.cumsum(kept["words"])[:-1]
    cut = {name: np.split(part, borders) for name, part in parts.items()}
    return [Sentence(*values) for values in zip(*cut.values(), strict=True)]


def labelled(path: Path, parser: Parser) -> Iterator[Sentence]:
    """The sentences of a factuality file, in its order."""
    every = rows(path)
    texts = [untokenise(row["text"].split(" ")) for row in every]
    among = _among_neighbours([text for text, _ in texts])
    for row, (text, spans), together in zip(every, texts, among, strict=True):
        (alone,) = _states(text, [(0, len(text))], [(0, len(text))])
        if len(alone.starts) != len(together):
            raise RuntimeError(f"sentence {row['idx']} is cut differently among its neighbours")
        label = np.full(len(alone.starts), np.nan, dtype=np.float32)
        for target in row["targets"]:
            first = spans[target["span1"][0]][0]
            at = int(np.searchsorted(alone.ends, first, side="right"))
            label[min(at, len(label) - 1)] = target["label"]
        yield Sentence(alone.states, together, label, parser.depths(text, alone.starts))


def unlabelled(paths: Sequence[Path], most: int, parser: Parser) -> Iterator[Sentence]:
    """Sentences of whole stories, with depths only; stories are drawn at random."""
    texts = [row["text"] for path in paths for row in rows(path)]
    rng = np.random.default_rng(7)
    for at in rng.permutation(len(texts)):
        text = texts[at]
        for words in _states(text, paragraphs(text), sentences(text)):
            if not 4 <= len(words.starts) <= 80:
                continue
            low, high = words.stretch
            depth = parser.depths(text[low:high], words.starts - low)
            nothing = np.full(len(depth), np.nan, dtype=np.float32)
            yield Sentence(words.states, words.states, nothing, depth)
            most -= 1
            if not most:
                return


def reworded(paths: Sequence[Path], most: int, parser: Parser) -> Iterator[Sentence]:
    """Plain sentences of the stories in other wordings, each with the score of its verb alone."""
    rng = np.random.default_rng(8)
    texts = [row["text"] for path in paths for row in rows(path)]
    for at in rng.permutation(len(texts)):
        for low, high in sentences(texts[at]):
            if not SHORTEST <= high - low <= LONGEST:
                continue
            for text, verb, score in reword.reworded(parser.parsed(texts[at][low:high]), rng):
                (alone,) = _states(text, [(0, len(text))], [(0, len(text))])
                label = np.full(len(alone.starts), np.nan, dtype=np.float32)
                label[int(np.searchsorted(alone.ends, verb, side="right"))] = score
                yield Sentence(alone.states, alone.states, label, parser.depths(text, alone.starts))
                most -= 1
                if not most:
                    return


def _states(text: str, cut: Sequence[Span], stretches: Sequence[Span]) -> list[WordStates]:
    return list(states_of(text, [[list(cut)]], stretches, load_network()))


def _among_neighbours(texts: Sequence[str]) -> Iterator[NDArray[np.float16]]:
    """States of sentences that stand together, in one paragraph or each in its own."""
    rng, first = np.random.default_rng(0), 0
    while first < len(texts):
        group = texts[first : first + int(rng.integers(FEWEST, MOST + 1))]
        between = " " if rng.random() < 0.5 else "\n"
        ends = np.cumsum([len(text) + 1 for text in group]) - 1
        spans = [(int(end) - len(text), int(end)) for text, end in zip(group, ends, strict=True)]
        whole = between.join(group)
        cut = spans if between == "\n" else [(0, len(whole))]
        yield from (words.states for words in _states(whole, cut, spans))
        first += len(group)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=Path)
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--sentences", type=int, default=1500)
    parser.add_argument("--reworded", action="store_true", help="the stories' sentences in other wordings")
    a = parser.parse_args()
    parsed = Parser()
    if a.rows:
        found = list(labelled(a.rows, parsed))
    else:
        found = list((reworded if a.reworded else unlabelled)(a.stories, a.sentences, parsed))
    parts = {
        name: np.concatenate([getattr(s, name) for s in found])
        for name in ("alone", "among", "label", "depth")
    }
    beside = a.out.with_suffix(".new.npz")
    np.savez(beside, words=np.array([len(s.label) for s in found]), **parts)
    beside.replace(a.out)
    print(f"{a.out}: {len(found)} sentences, {len(parts['label'])} words", flush=True)


if __name__ == "__main__":
    main()
