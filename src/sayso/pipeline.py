"""The steps of reading one story, in order.

raw ── intake ──▶ Story with blocks ── reading ──▶ Story with attributions
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from . import intake, reading
from ._version import __version__
from .intake import Limits
from .story import MadeBy, Story

Step = Literal["intake", "reading"]


def read(
    raw: str | bytes | Path | intake.Record,
    *,
    min_confidence: float = 0.0,
    any_language: bool = False,
    limits: Limits | None = None,
    until: Step = "reading",
) -> Story:
    """Reads one story. `raw` is its text or HTML, a path, a URL, or a record of several fields.

    Raises `InputError` when nothing can be read from it.
    """
    story = intake.take_in(raw, any_language=any_language, limits=limits or Limits())
    if until == "intake":
        return story
    story = reading.find_attributions(story, min_confidence=min_confidence)
    return msgspec.structs.replace(story, made_by=MadeBy(sayso=__version__, model=reading.model_version()))
