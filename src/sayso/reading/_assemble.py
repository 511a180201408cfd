"""From linked words to attributions as offsets, with kind of quotation and confidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Quotation, Spans
from ._confidence import confidence
from ._continued import continued_speech
from ._link import Linked
from ._network import Network
from ._quotes import Quotation as Quoted
from ._spans import WordSpan
from ._stream import Group, Stream, prepare, run, tokenizer_of
from ._tokens import Tokens

_WORD: Final = re.compile(r"\w+")

_EDGES: Final = " \t\u00a0,;:"

BY_MODEL: Final = "the reader's model"


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as offsets into the text; `source` and `cue` may be empty."""

    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    confidence: float
    why: str


def read_groups(text: str, groups: Sequence[Group], network: Network, shift: int = 0) -> list[Found]:
    """All attributions of some groups of paragraphs that are read in the same windows."""
    stream = prepare(text, groups, tokenizer_of(network))
    weights = network.settings["confidence"]
    return [found for linked in assemble(stream, run(stream, network, shift), weights) for found in linked]


def assemble(
    stream: Stream, linked: Sequence[Sequence[Linked]], weights: Sequence[float]
) -> Iterator[list[Found]]:
    """The attributions of each group, in the order of their contents."""
    for group, quotations, items in zip(stream.groups, stream.quotations, linked, strict=True):
        found = [
            made for item in items if (made := _found(stream.text, item, quotations, stream.tokens, weights))
        ]
        found += _continued(stream.text, group, quotations, found)
        yield sorted(found, key=lambda f: (f.content, f.cue, f.source))


def quoted_share(text: str, content: Spans, quotations: Sequence[Quoted]) -> float:
    """The share of a content's words that stand between quotation marks."""
    words = inside = 0
    for start, end in content:
        at = bisect_left(quotations, start + 1, key=lambda quotation: quotation.end)
        for word in _WORD.finditer(text, start, end):
            words += 1
            while at < len(quotations) and quotations[at].end <= word.start():
                at += 1
            inside += at < len(quotations) and quotations[at].start <= word.start()
    return inside / words if words else 0.0


def kind_of(share: float) -> Quotation:
    """direct: at least 90 % of the words in quotation marks; mixed: more than 10 %."""
    if share >= 0.9:
        return "direct"
    return "mixed" if share > 0.1 else "indirect"


def offsets(spans: Sequence[WordSpan], tokens: Tokens) -> Spans:
    """Word spans as text offsets, in order."""
    ordered = sorted(spans, key=lambda span: span.low)
    return tuple((int(tokens.starts[s.low]), int(tokens.ends[s.high - 1])) for s in ordered)


def _found(
    text: str, item: Linked, quotations: Sequence[Quoted], tokens: Tokens, weights: Sequence[float]
) -> Found | None:
    """An attribution, or nothing when its content has no word in it (a stray mark)."""
    content = offsets(item.contents, tokens)
    if not any(_WORD.search(text, start, end) for start, end in content):
        return None
    share = quoted_share(text, content, quotations)
    return Found(
        source=_without_commas(text, offsets([item.source] if item.source else [], tokens)),
        cue=_without_commas(text, offsets([item.cue], tokens)),
        content=content,
        quotation=kind_of(share),
        confidence=confidence(item, share, weights),
        why=BY_MODEL,
    )


def _without_commas(text: str, spans: Spans) -> Spans:
    """The spans less the commas and spaces at their edges; one that is nothing else stays (a lone ":")."""
    trimmed = []
    for start, end in spans:
        words = text[start:end].strip(_EDGES)
        low = start + text[start:end].find(words) if words else start
        trimmed.append((low, low + len(words)) if words else (start, end))
    return tuple(trimmed)


def _continued(text: str, group: Group, quotations: Sequence[Quoted], found: Sequence[Found]) -> list[Found]:
    known = [(f.source, f.content, f.confidence) for f in found]
    return [
        Found(speech.source, (), speech.content, "direct", speech.confidence, speech.why)
        for speech in continued_speech(text, group, quotations, known)
    ]
