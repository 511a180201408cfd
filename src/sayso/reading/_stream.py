"""Reads one stream of paragraphs: from text to attributions as offsets, without blocks or ids."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from ..story import Quotation, Span, Spans
from ._confidence import confidence
from ._continued import continued_speech
from ._link import Linked, LinkSettings, link
from ._network import Network
from ._quotes import Quotation as Quoted
from ._quotes import find_quotations
from ._scan import Scan, scan
from ._spans import WordSpan, find_spans
from ._tokens import Tokens, load_tokenizer, tokenize

_WORD: Final = re.compile(r"\w+")

BY_MODEL: Final = "the reader's model"


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as offsets into the text; `source` may be empty."""

    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A stream before offsets are made of it; what calibration and tests look at."""

    tokens: Tokens
    scan: Scan
    spans: list[WordSpan]
    linked: list[Linked]


def decode(text: str, paragraphs: Sequence[Span], network: Network, shift: int = 0) -> Decoded:
    """Runs the network over a stream and links what it tags."""
    tokens = tokenize(load_tokenizer(network.tokenizer_path), text, paragraphs)
    scanned = scan(network, tokens, shift)
    return decode_scan(text, tokens, scanned, network.settings)


def decode_scan(text: str, tokens: Tokens, scanned: Scan, settings: dict[str, Any]) -> Decoded:
    """The part of `decode` after the network: what the settings bear on."""
    transitions, bias = _tables(tuple(map(tuple, settings["transitions"])), tuple(settings["bias"]))
    spans = find_spans(scanned.tags, tokens.paragraph, transitions, bias)
    linked = link(spans, scanned, tokens, text, LinkSettings(**settings["link"]))
    return Decoded(tokens, scanned, spans, linked)


def read_stream(text: str, paragraphs: Sequence[Span], network: Network, shift: int = 0) -> list[Found]:
    """All attributions of a stream of paragraphs, in the order of their contents."""
    decoded = decode(text, paragraphs, network, shift)
    quotations = find_quotations(text, paragraphs)
    return assemble(text, paragraphs, decoded, quotations, network.settings["confidence"])


def assemble(
    text: str,
    paragraphs: Sequence[Span],
    decoded: Decoded,
    quotations: Sequence[Quoted],
    weights: Sequence[float],
) -> list[Found]:
    """Offsets, kind of quotation and confidence for what was linked."""
    found = []
    for item in decoded.linked:
        content = _offsets(item.contents, decoded.tokens)
        share = quoted_share(text, content, quotations)
        found.append(
            Found(
                source=_offsets([item.source] if item.source else [], decoded.tokens),
                cue=_offsets([item.cue], decoded.tokens),
                content=content,
                quotation=kind_of(share),
                confidence=confidence(item, share, weights),
                why=BY_MODEL,
            )
        )
    found += [
        Found(speech.source, (), speech.content, "direct", speech.confidence, speech.why)
        for speech in continued_speech(
            text, paragraphs, quotations, [(f.source, f.content, f.confidence) for f in found]
        )
    ]
    return sorted(found, key=lambda f: (f.content, f.cue, f.source))


def quoted_share(text: str, content: Spans, quotations: Sequence[Quoted]) -> float:
    """The share of a content's words that stand between quotation marks."""
    words = inside = 0
    ends = [quotation.end for quotation in quotations]
    for start, end in content:
        for word in _WORD.finditer(text, start, end):
            words += 1
            at = bisect_left(ends, word.start() + 1)
            inside += at < len(quotations) and quotations[at].start <= word.start()
    return inside / words if words else 0.0


def kind_of(share: float) -> Quotation:
    """direct: at least 90 % of the words in quotation marks; mixed: more than 10 %."""
    if share >= 0.9:
        return "direct"
    return "mixed" if share > 0.1 else "indirect"


def _offsets(spans: Sequence[WordSpan], tokens: Tokens) -> Spans:
    ordered = sorted(spans, key=lambda span: span.low)
    return tuple((int(tokens.starts[s.low]), int(tokens.ends[s.high - 1])) for s in ordered)


@lru_cache(maxsize=2)
def _tables(
    transitions: tuple[tuple[float, ...], ...], bias: tuple[float, ...]
) -> tuple[np.ndarray[Any, np.dtype[np.float32]], np.ndarray[Any, np.dtype[np.float32]]]:
    return np.array(transitions, dtype=np.float32), np.array(bias, dtype=np.float32)
