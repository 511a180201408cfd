"""PolNeAR stories as word pieces with labels, cut into the parts that training needs."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading._paragraphs import paragraphs
from sayso.reading._stream import Stream, prepare
from sayso.reading._tags import BEGIN, INSIDE, ROLES
from sayso.reading._tokens import Tokens
from sayso.reading._wordpiece import WordPiece, load_tokenizer

NOWHERE = -1  #: a pointer to nothing: no source, or no label

#: One story in this many is held back from all training, to choose between runs and to calibrate.
HOLD_BACK = 14


@dataclass(frozen=True, slots=True)
class Example:
    """One story. `tags`, `to_cue`, `to_source` have shape (words,)."""

    id: str
    tokens: Tokens
    tags: NDArray[np.int64]
    to_cue: NDArray[np.int64]  #: first word of the cue, for content, source and cue words
    to_source: NDArray[np.int64]  #: first word of the source, for cue words
    has_source: NDArray[np.int64]  #: 1 cue word with a source, 0 cue word without, -1 other words


def stories(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def bucket(story_id: str, buckets: int) -> int:
    """A number below `buckets` that depends on the story's id alone."""
    return int.from_bytes(hashlib.sha256(story_id.encode()).digest()[:8], "big") % buckets


def held_back(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The part of train that no weight is fitted on."""
    return [row for row in rows if bucket(row["id"], HOLD_BACK) == 0]


def fitted(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The part of train that weights are fitted on."""
    return [row for row in rows if bucket(row["id"], HOLD_BACK) != 0]


def encode(rows: Sequence[dict[str, Any]], tokenizer_path: Path) -> Iterator[Example]:
    """Stories with word-level labels; rows without attributions get none."""
    tokenizer = load_tokenizer(tokenizer_path)
    for row in rows:
        yield _labelled(row, stream_of(row, tokenizer).tokens)


def stream_of(row: dict[str, Any], tokenizer: WordPiece) -> Stream:
    """A story cut up as the reader would: where it has a title, that is a group by itself."""
    every = paragraphs(row["text"])
    titled = "title" in row and len(every) > 1
    return prepare(row["text"], [every[:1], every[1:]] if titled else [every], tokenizer)


def _labelled(row: dict[str, Any], tokens: Tokens) -> Example:
    words = len(tokens.starts)
    starts, ends = tokens.starts.tolist(), tokens.ends.tolist()
    tags = np.zeros(words, dtype=np.int64)
    to_cue = np.full(words, NOWHERE, dtype=np.int64)
    to_source = np.full(words, NOWHERE, dtype=np.int64)
    has_source = np.full(words, NOWHERE, dtype=np.int64)
    for attribution in row.get("attributions", ()):
        found = {role: [_cover(span, starts, ends) for span in attribution.get(role) or ()] for role in ROLES}
        found = {role: [span for span in spans if span[0] < span[1]] for role, spans in found.items()}
        if not found["cue"]:
            continue
        cue_first = found["cue"][0][0]
        for role, spans in found.items():
            for low, high in spans:
                if tags[low:high].any():
                    continue  # PolNeAR labels each word once; 9 stories of 840 have a stray overlap
                tags[low] = BEGIN[role]
                tags[low + 1 : high] = INSIDE[role]
                to_cue[low:high] = cue_first
        for low, high in found["cue"]:
            has_source[low:high] = int(bool(found["source"]))
            if found["source"]:
                to_source[low:high] = found["source"][0][0]
    return Example(row["id"], tokens, tags, to_cue, to_source, has_source)


def _cover(span: Sequence[int], starts: list[int], ends: list[int]) -> tuple[int, int]:
    """First word and one past the last word that a span touches."""
    return bisect_left(ends, span[0] + 1), bisect_left(starts, span[1])
