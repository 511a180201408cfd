"""Says which parts of a story are read together."""

from __future__ import annotations

from collections.abc import Iterator

from ..story import READ_ROLES, Role, Span, Story
from ._paragraphs import paragraphs
from ._stream import Group


def streams(story: Story) -> Iterator[list[Group]]:
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
