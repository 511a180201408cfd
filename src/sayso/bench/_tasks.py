"""What can be measured: for each task, how to predict a gold row and how to score the predictions."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from .. import pipeline
from ..errors import DocumentError, InputError
from ..intake import Limits, Record
from ..story import Story
from . import (
    _attribution_score,
    _factuality_task,
    _grouping_task,
    _headline_scores,
    _origins_score,
    _origins_task,
    _page_scores,
    chain_score,
)
from ._headline_task import predict_headline, stance_predictor

Row = dict[str, Any]

#: Gold texts are read whatever their length or language; the bench measures, it does not refuse.
_LIMITS: Final = Limits(max_text=50_000_000)


@dataclass(frozen=True, slots=True)
class Task:
    """`predict(gold row, folder of the gold file)` sees no gold label; `score` maps ids to rows.

    A task whose rows cannot be told one by one has `predict_all(rows, folder, done)` instead.
    """

    name: str
    about: str
    predict: Callable[[Row, Path], Row]
    score: Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]]
    predict_all: Callable[[Iterable[Row], Path, Callable[[], None]], dict[str, Row]] | None = None


def _one_by_one(row: Row, folder: Path) -> Row:
    raise NotImplementedError("this task predicts all rows at once")


def task(
    name: str,
    source: str = "html",
    stories: Mapping[str, Row] | None = None,
    shuffle: int | None = None,
) -> Task:
    """The task of a name; `source` is what `cleaning` starts from, "html" or "text".

    `stories` holds the rows, by any key, with `id` and `text` of the stories that `stance` names, or
    those that `grouping` groups among the others; `shuffle` is the seed of another order for `grouping`.
    """
    if name == "grouping":
        predict_all = _grouping_task.grouping_predictor(stories, shuffle)
        return replace(_TASKS[name], predict_all=predict_all)
    if name == "stance" and stories is not None:
        texts = {row["id"]: row for row in stories.values()}
        return Task(name, _TASKS[name].about, stance_predictor(texts), _TASKS[name].score)
    if name == "cleaning" and source == "text":
        return Task(name, _TASKS[name].about, _clean_text, _TASKS[name].score)
    return _TASKS[name]


def _attributions(row: Row, folder: Path) -> Row:
    # PolNeAR labels each word once: what later steps find inside contents has no gold.
    story = pipeline.read(Record(text=row["text"]), any_language=True, limits=_LIMITS, until="reading")
    assert isinstance(story.attributions, tuple)
    return {
        "attributions": [
            {"source": a.source, "cue": a.cue, "content": a.content, "confidence": a.confidence}
            for a in story.attributions
        ]
    }


def _chains(row: Row, folder: Path) -> Row:
    record = Record(
        text=row["text"], sentence_spans=tuple((start, end) for start, end in row["sentence_spans"])
    )
    story = pipeline.read(record, any_language=True, limits=_LIMITS)
    return {"sentences": story.to_dict()["sentences"]}


def _clean_html(row: Row, folder: Path) -> Row:
    path = folder / "html" / f"{row['id']}.html.gz"
    try:
        html = gzip.decompress(path.read_bytes()).decode("utf8", "replace")
    except OSError as error:
        raise DocumentError(
            f"cannot read {path}: {error}; the saved pages lie beside the gold file"
        ) from error
    return _body(Record(html=html, url=row.get("url")))


def _clean_text(row: Row, folder: Path) -> Row:
    return _body(Record(text=row["page_text"]))


def _body(record: Record) -> Row:
    """The body blocks' text; a page on which no story is found has none."""
    try:
        story = pipeline.read(record, any_language=True, limits=_LIMITS, until="intake")
    except InputError:
        return {"text": ""}
    return {"text": "\n".join(story.text[b.start : b.end] for b in story.blocks if b.role == "body")}


def _roles(row: Row, folder: Path) -> Row:
    text = "\n".join(row["lines"])
    try:
        story = pipeline.read(Record(text=text), any_language=True, limits=_LIMITS, until="intake")
    except InputError:
        return {"roles": ["furniture"] * len(row["lines"])}
    roles, start = [], 0
    for line in row["lines"]:
        roles.append(_role_at(story, start, start + len(line)))
        start += len(line) + 1
    return {"roles": roles}


def _role_at(story: Story, start: int, end: int) -> str:
    return next((b.role for b in story.blocks if b.start < end and start < b.end), "furniture")


_TASKS: Final = {
    made.name: made
    for made in (
        Task("attribution", "who says what, on PolNeAR's form", _attributions, _attribution_score.score),
        Task("chains", "on whose say-so each sentence stands", _chains, chain_score.score),
        Task("cleaning", "the body's text of a saved page", _clean_html, _page_scores.cleaning),
        Task("blocks", "the role of every line of a page", _roles, _page_scores.blocks),
        Task(
            "factuality",
            "how certainly events are presented to have happened",
            _factuality_task.predict,
            _factuality_task.score,
        ),
        Task(
            "origins",
            "what stands behind a claim that many stories carry",
            _one_by_one,
            _origins_score.score,
            _origins_task.predict_all,
        ),
        Task(
            "grouping",
            "which stories are about one event",
            _one_by_one,
            _grouping_task.grouping,
            _grouping_task.grouping_predictor(),
        ),
        Task("headline", "what a headline says over its body", predict_headline, _headline_scores.headline),
        Task("stance", "the body's stance to a headline", stance_predictor({}), _headline_scores.stance),
    )
}
NAMES: Final = tuple(_TASKS)
