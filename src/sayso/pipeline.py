"""The steps of reading one story, in order.

raw ── intake ──▶ blocks ── reading ──▶ + attributions ── sourcing ──▶ + sources, chains
    ── weighing ──▶ + certainty, evidence, figures, checks
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from . import intake, reading, sourcing, weighing
from ._version import __version__
from .intake import Limits
from .story import MadeBy, Span, Story

Step = Literal["intake", "reading", "sourcing", "weighing"]


def read(
    raw: str | bytes | Path | intake.Record | intake.FetchedStory,
    *,
    min_confidence: float = 0.0,
    any_language: bool = False,
    limits: Limits | None = None,
    until: Step = "weighing",
    keep: Callable[[bytes], object] = lambda _: None,
) -> Story:
    """Reads one story. `raw` is its text or HTML, a path, a URL, a page fetched already, or a record of
    several fields.

    A record with `sentence_spans` gets its chains sentence by sentence as well. `keep` is given the bytes
    that were taken in, those that `Story.input.sha256` is of.

    Raises `InputError` when nothing can be read from it.
    """
    story = intake.take_in(raw, any_language=any_language, limits=limits or Limits(), keep=keep)
    if until == "intake":
        return story
    story = reading.find_attributions(story, min_confidence=min_confidence)
    story = msgspec.structs.replace(story, made_by=MadeBy(sayso=__version__, model=reading.model_version()))
    if until == "reading":
        return story
    spans = _sentence_spans(raw, story)
    sourced = sourcing.trace(story)
    if until == "sourcing":
        return sourced.story
    weighed = weighing.weigh(sourced.story)
    if spans is None:
        return weighed
    told = sourcing.trace(story, spans).told
    return msgspec.structs.replace(weighed, sentences=weighing.weigh_sentences(story, spans, told))


def _sentence_spans(raw: object, story: Story) -> list[Span] | None:
    """The sentences that a record asks for, clipped to the text."""
    if not isinstance(raw, intake.Record) or raw.sentence_spans is None:
        return None
    size = len(story.text)
    return [(max(0, min(size, start)), max(0, min(size, end))) for start, end in raw.sentence_spans]
