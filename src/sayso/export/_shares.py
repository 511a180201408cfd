"""How the words of a story's body divide between what is attributed and the outlet's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..story import Span, Story
from ._spans import inside

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shares:
    """The body's words: how many there are, and the percentages of the three kinds, 100 in all.

    `attributed` lies in some content; `naming` only in a source or cue; `own` is the outlet's own voice.
    """

    words: int
    attributed: int
    naming: int
    own: int


def shares(story: Story) -> Shares | None:
    """How the body's words divide; None without body words or when attributions were not looked for."""
    if not isinstance(story.attributions, tuple):
        return None
    starts = [
        match.start()
        for block in story.blocks
        if block.role == "body"
        for match in _WORD.finditer(story.text, block.start, block.end)
    ]
    if not starts:
        return None
    contents = _flags(story, (span for found in story.attributions for span in found.content))
    naming = _flags(story, (span for found in story.attributions for span in found.source + found.cue))
    attributed = sum(contents[start] for start in starts)
    own = sum(not contents[start] and not naming[start] for start in starts)
    percent_in, percent_own = round(100 * attributed / len(starts)), round(100 * own / len(starts))
    return Shares(len(starts), percent_in, 100 - percent_in - percent_own, percent_own)


def _flags(story: Story, spans: Iterable[Span]) -> bytearray:
    flags = bytearray(len(story.text))
    for start, end in inside(story, spans):
        flags[start:end] = b"\1" * (end - start)
    return flags
