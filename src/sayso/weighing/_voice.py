"""The sentences that a story says in its outlet's own voice, and how sure each is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ..reading import sentences
from ..story import Attribution, Hedge, Span, Story, Voice
from ._certainty import sentence_certainty

#: A sentence is somebody's when this share of it stands in an attribution.
_SOMEBODY_S: Final = 0.5


def voice(story: Story) -> tuple[Voice, ...]:
    """The sentences of the body that nobody is said to have said, in order."""
    attributions = story.attributions or ()
    spoken: list[Voice] = []
    for block in story.blocks:
        if block.role != "body":
            continue
        cut = sentences(story.text, block.start, block.end)
        for span, near in zip(cut, beside(cut, attributions), strict=True):
            if _share(span, near) >= _SOMEBODY_S or not any(map(str.isalnum, story.text[span[0] : span[1]])):
                continue
            certainty, words, _ = sentence_certainty(story.text, span, near)
            spoken.append(Voice(*span, certainty, tuple(Hedge((one,), "reporter") for one in words)))
    return tuple(spoken)


def beside(cut: Sequence[Span], attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    """For each sentence, in order, the attributions that have any of their words in it."""
    found: list[list[Attribution]] = [[] for _ in cut]
    ends = [end for _, end in cut]
    for one in attributions:
        for start, end in (*one.source, *one.cue, *one.content):
            at = bisect_left(ends, start + 1)
            while at < len(cut) and cut[at][0] < end:
                if not found[at] or found[at][-1] is not one:
                    found[at].append(one)
                at += 1
    return found


def _share(span: Span, near: Sequence[Attribution]) -> float:
    """The share of a sentence's characters that stand in sources, cues or contents."""
    taken = bytearray(span[1] - span[0])
    for one in near:
        for start, end in (*one.source, *one.cue, *one.content):
            low, high = max(start, span[0]) - span[0], min(end, span[1]) - span[0]
            if low < high:
                taken[low:high] = b"\1" * (high - low)
    return sum(taken) / max(1, len(taken))
