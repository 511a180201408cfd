"""Finds who says what in a story: source, cue and content of every attribution.

    Story (blocks)  ──▶  Story (blocks, attributions)

The scheme is PARC's (Pareti 2012) as annotated in PolNeAR (Newell et al. 2018): speech, writing,
belief and intention; direct, mixed and indirect.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from ..story import READ_ROLES, Attribution, Role, Span, Story, Unread
from ._assemble import Found, read_groups
from ._network import Network, load_network
from ._paragraphs import paragraphs
from ._sentences import sentences
from ._stream import Group

__all__ = ["find_attributions", "load_network", "model_version", "sentences"]


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
    for groups in _streams(story):
        for found in read_groups(story.text, groups, reader, shift):
            if found.confidence >= min_confidence:
                attributions.append(_attribution(found, starts, digest))
    attributions.sort(key=lambda a: (a.content, a.cue, a.source))
    return msgspec.structs.replace(
        story, attributions=tuple(attributions), unread=(*story.unread, *_unread(story))
    )


def model_version(network: Network | None = None) -> str:
    """The name of the model that reads, as it stands in documents."""
    return (network or load_network()).version


def _streams(story: Story) -> Iterator[list[Group]]:
    """Groups of paragraphs that are read together: the story from its headline on, then each caption."""
    story_itself: dict[Role, list[Span]] = {"headline": [], "standfirst": [], "body": []}
    others: list[Group] = []
    for block in story.blocks:
        stretch = paragraphs(story.text, block.start, block.end)
        if block.role in story_itself:
            story_itself[block.role] += stretch
        elif block.role in READ_ROLES:
            others += [[paragraph] for paragraph in stretch]
    together: list[Group] = [group for group in story_itself.values() if group]
    if together:
        yield together
    yield from ([other] for other in others)


def _unread(story: Story) -> Iterator[Unread]:
    """The blocks in which nothing is looked for."""
    for block in story.blocks:
        if block.role not in READ_ROLES:
            yield Unread(block.start, block.end, block.role, f"{block.role} is not read for attributions")


def _attribution(found: Found, block_starts: list[int], text_digest: str) -> Attribution:
    """The id hashes text and spans, so that reading a story again gives the same ids."""
    key = f"{text_digest} {(found.source, found.cue, found.content)}"
    return Attribution(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        block=bisect_right(block_starts, found.content[0][0]) - 1,
        source=found.source,
        cue=found.cue,
        content=found.content,
        quotation=found.quotation,
        confidence=found.confidence,
        why=found.why,
    )
