"""`sayso bench`: predictions for a gold file, and the score."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TaskName(StrEnum):
    """What is measured."""

    attribution = "attribution"
    chains = "chains"
    cleaning = "cleaning"
    blocks = "blocks"
    factuality = "factuality"
    headline = "headline"
    stance = "stance"
    origins = "origins"
    grouping = "grouping"


class Source(StrEnum):
    """What `cleaning` starts from."""

    html = "html"
    text = "text"


def bench(
    task: Annotated[TaskName, typer.Argument(help="What to measure.")],
    gold: Annotated[Path, typer.Argument(help="Gold file, JSON Lines.")],
    predictions: Annotated[Path | None, typer.Option(help="Also write the predictions here.")] = None,
    predictions_from: Annotated[Path | None, typer.Option(help="Score these, made elsewhere.")] = None,
    source: Annotated[Source, typer.Option("--from", help="What cleaning starts from.")] = Source.html,
    stories: Annotated[Path | None, typer.Option(help="The stories that stance names, JSON Lines.")] = None,
    others: Annotated[
        Path | None, typer.Option("--with", help="More stories for grouping, without labels, JSON Lines.")
    ] = None,
    shuffle: Annotated[int | None, typer.Option(help="Seed for another order of grouping's stories.")] = None,
) -> int:
    """Predict for a gold file as `sayso read` would, and print the score on the last line."""
    from .. import bench as benches
    from ..errors import UsageError
    from ._progress import progress

    if task is TaskName.stance and stories is None and predictions_from is None:
        raise UsageError("stance needs --stories, the file with the stories' text")
    more = stories or others
    chosen = benches.task(task.value, source.value, benches.load(more) if more else None, shuffle)
    rows = benches.load(gold)
    if predictions_from is not None:
        predicted = benches.load(predictions_from)
    else:
        with progress(len(rows)) as done:
            predicted = benches.predict(chosen, rows.values(), gold.parent, done)
    if predictions is not None:
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in predicted.values())
        try:
            predictions.write_text(lines, "utf8")
        except OSError as error:
            raise UsageError(f"cannot write {predictions}: {error.strerror}") from error
    print(json.dumps(chosen.score(rows, predicted)))
    return 0
