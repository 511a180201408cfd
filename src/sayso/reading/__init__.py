"""Finds who says what in a story: source, cue and content of every attribution.

    Story (blocks)  ──▶  Story (blocks, attributions)

The scheme is PARC's (Pareti 2012) as annotated in PolNeAR (Newell et al. 2018): speech, writing,
belief and intention; direct, mixed and indirect.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from ..story import READ_ROLES, Attribution, Span, Spans, Story, Unread
from ._assemble import Found, assemble, read_groups
from ._network import Network, load_network, open_model
from ._paragraphs import paragraphs
from ._quotes import find_quotations
from ._sentences import sentences
from ._states import WordStates, states_of
from ._stream import prepare, run, tokenizer_of
from ._streams import streams

__all__ = [
    "Inner",
    "WordStates",
    "attribution_id",
    "find_attributions",
    "load_network",
    "model_version",
    "open_model",
    "quotations",
    "read_again",
    "sentences",
    "word_states",
]

#: An attribution found inside a content.
Inner = Found


def find_attributions(
    story: Story, *, network: Network | None = None, min_confidence: float = 0.0, shift: int = 0
) -> Story:
    """The story with its attributions, in the order of their contents.

    All body blocks are one stream, also where a caption stands between them. The headline and the
    standfirst are read above it and captions by themselves; no attribution takes words from two
    roles. `shift` moves the encoder's windows by so many word pieces; it is there to test that they
    make no difference.
    """
    reader = network or load_network()
    starts = [block.start for block in story.blocks]
    digest = hashlib.sha256(story.text.encode("utf8", "surrogatepass")).hexdigest()
    attributions = []
    for groups in streams(story):
        for found in read_groups(story.text, groups, reader, shift):
            if found.confidence >= min_confidence:
                attributions.append(_attribution(found, starts, digest))
    attributions.sort(key=lambda a: (a.content, a.cue, a.source))
    return msgspec.structs.replace(
        story, attributions=tuple(attributions), unread=(*story.unread, *_unread(story))
    )


def read_again(
    text: str, contents: Sequence[Sequence[Span]], *, network: Network | None = None
) -> list[list[Inner]]:
    """What is attributed inside each of some contents (runs of spans, in the order of the text)."""
    reader = network or load_network()
    stream = prepare(text, contents, tokenizer_of(reader))
    return list(assemble(stream, run(stream, reader), reader.settings["confidence"]))


def quotations(text: str, start: int, end: int) -> list[Span]:
    """What stands between quotation marks in `text[start:end]`, marks included, in order."""
    return [quotation.span for quotation in find_quotations(text, paragraphs(text, start, end))]


def attribution_id(text_digest: str, source: Spans, cue: Spans, content: Spans) -> str:
    """Hashes text and spans, so that reading a story again gives the same ids."""
    return hashlib.sha256(f"{text_digest} {(source, cue, content)}".encode()).hexdigest()[:16]


def word_states(
    story: Story, stretches: Sequence[Span], *, network: Network | None = None
) -> Iterator[WordStates]:
    """The reader's lower states of the words in some stretches, in the order in which it reads them.

    `stretches` are sentences or the like, in order, none overlapping another; one without a word that
    is read gives nothing. For small networks that answer other questions: after `find_attributions`
    on the same story the encoder is not run again.
    """
    return states_of(story.text, streams(story), stretches, network or load_network())


def model_version(network: Network | None = None) -> str:
    """The name of the model that reads, as it stands in documents."""
    return (network or load_network()).version


def _unread(story: Story) -> Iterator[Unread]:
    """The blocks in which nothing is looked for."""
    for block in story.blocks:
        if block.role not in READ_ROLES:
            yield Unread(block.start, block.end, block.role, f"{block.role} is not read for attributions")


def _attribution(found: Found, block_starts: list[int], text_digest: str) -> Attribution:
    return Attribution(
        id=attribution_id(text_digest, found.source, found.cue, found.content),
        block=bisect_right(block_starts, found.content[0][0]) - 1,
        source=found.source,
        cue=found.cue,
        content=found.content,
        quotation=found.quotation,
        confidence=found.confidence,
        why=found.why,
    )
