"""Predictions for headlines held against a body, through the same code as `sayso read`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from .. import pipeline
from ..errors import DocumentError, InputError
from ..intake import Limits, Record
from ..story import HeadlineCheck, Story
from ..weighing import check_headline

Row = dict[str, Any]

_LIMITS: Final = Limits(max_text=50_000_000)


def predict_headline(row: Row, folder: Path) -> Row:
    """Verdict and kinds of finding, from `headline` and `text`."""
    check = _check(_read(row["text"]), row["headline"])
    return {
        "headline": row["headline"],
        "story": row["story"],
        "verdict": check.verdict if check else "unsupported",
        "findings": list(dict.fromkeys(finding.kind for finding in check.findings)) if check else [],
    }


def stance_predictor(texts: dict[str, Row]) -> Callable[[Row, Path], Row]:
    """What predicts the stance to `headline` of the text with the id `story`."""

    @cache
    def story(name: str) -> Story | None:
        if name not in texts:
            raise DocumentError(
                f"the file of stories has no {name}; name one with all that the gold file names"
            )
        return _read(texts[name]["text"])

    def predict(row: Row, folder: Path) -> Row:
        check = _check(story(row["story"]), row["headline"])
        stance = check.stance if check else "unrelated"
        return {"headline": row["headline"], "story": row["story"], "stance": stance}

    return predict


def _read(text: str) -> Story | None:
    """The story; None when nothing can be read from the text."""
    try:
        return pipeline.read(Record(text=text), any_language=True, limits=_LIMITS, until="reading")
    except InputError:
        return None


def _check(story: Story | None, headline: str) -> HeadlineCheck | None:
    return check_headline(msgspec.structs.replace(story, headline=headline)) if story else None
