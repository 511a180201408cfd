"""Measures sayso against a gold file, through the same code as `sayso read`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..errors import DocumentError, MissingInput
from ._calibration import Bin, calibration, calibration_error
from ._tasks import NAMES, Task, task

__all__ = ["NAMES", "Bin", "Task", "calibration", "calibration_error", "load", "predict", "task"]


def load(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of a JSON Lines file by id, by line number where a row has none. Raises `InputError`."""
    try:
        lines = path.read_text("utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MissingInput(f"cannot read {path}: {error}; name a JSON Lines file") from error
    rows = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            rows[str(row.get("id", number))] = row
        except (ValueError, AttributeError) as error:
            raise DocumentError(f"{path}, line {number}: not an object ({error})") from error
    if not rows:
        raise DocumentError(f"{path} holds no rows")
    return rows


def predict(
    task: Task, rows: Iterable[dict[str, Any]], folder: Path, done: Callable[[], None] = lambda: None
) -> dict[str, dict[str, Any]]:
    """Predictions by id, by number where a row has none; `done` is called after each row."""
    if task.predict_all is not None:
        try:
            return task.predict_all(rows, folder, done)
        except KeyError as error:
            raise DocumentError(f"a row has no {error}, which the task {task.name} needs") from error
    predicted = {}
    for number, row in enumerate(rows, 1):
        known = {"id": row["id"]} if "id" in row else {}
        key = str(row.get("id", number))
        try:
            predicted[key] = {**known, **task.predict(row, folder)}
        except KeyError as error:
            raise DocumentError(f"row {key} has no {error}, which the task {task.name} needs") from error
        done()
    return predicted
