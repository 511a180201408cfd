"""Prepares a stretch of a story for the encoder, runs it, and links what it tags.

A stream is read in the same windows but linked in groups: the encoder sees the headline above the
body, as a reader does, yet no attribution takes words from two groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..story import Span
from ._link import Linked, LinkSettings, link
from ._network import Network
from ._quotes import Quotation, find_quotations
from ._scan import Scan, scan
from ._spans import find_spans
from ._tokens import Tokens, tokenize
from ._wordpiece import WordPiece, load_tokenizer

Group = Sequence[Span]  #: paragraphs that attributions may connect


@dataclass(frozen=True, slots=True)
class Stream:
    """A stretch of text, cut up. `quotations` holds those of each group."""

    text: str
    groups: Sequence[Group]
    quotations: list[list[Quotation]]
    tokens: Tokens


def prepare(text: str, groups: Sequence[Group], tokenizer: WordPiece) -> Stream:
    """Finds quotations and cuts words."""
    quotations = [find_quotations(text, group) for group in groups]
    every = sorted((q for some in quotations for q in some), key=lambda q: q.start)
    paragraphs = [paragraph for group in groups for paragraph in group]
    return Stream(text, groups, quotations, tokenize(tokenizer, text, paragraphs, every))


def run(stream: Stream, network: Network, shift: int = 0) -> list[list[Linked]]:
    """What the network finds in each group."""
    return decode(stream, scan(network, stream.tokens, shift), network.settings)


def decode(stream: Stream, scanned: Scan, settings: dict[str, Any]) -> list[list[Linked]]:
    """The part of `run` after the network: all that the settings bear on."""
    tokens = stream.tokens
    transitions, bias = _tables(tuple(map(tuple, settings["transitions"])), tuple(settings["bias"]))
    spans = find_spans(scanned.tags, tokens.paragraph, transitions, bias)
    borders = np.cumsum([0, *(len(group) for group in stream.groups)])
    words = np.searchsorted(tokens.paragraph, borders).tolist()
    weights = LinkSettings(**settings["link"])
    return [
        link([s for s in spans if low <= s.low < high], scanned, tokens, stream.text, weights)
        for low, high in pairwise(words)
    ]


def tokenizer_of(network: Network) -> WordPiece:
    """The tokenizer that a network was trained with."""
    return load_tokenizer(network.tokenizer_path)


@lru_cache(maxsize=2)
def _tables(
    transitions: tuple[tuple[float, ...], ...], bias: tuple[float, ...]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return np.array(transitions, dtype=np.float32), np.array(bias, dtype=np.float32)
