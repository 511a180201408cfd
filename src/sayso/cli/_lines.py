"""The pipe: JSON Lines in, and for every line, in order, what became of it."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from .._many import Failure, Raw, Ready, read_many
from ..errors import InputError
from ..intake import Record
from ..intake import id_of as id_of_line


@dataclass(frozen=True, slots=True)
class Place:
    """Where an input stood: its line, if it had one, and the id it gave itself."""

    line: int | None = None
    id: str | None = None


Placed = tuple[Place, Raw | Ready]


def read_lines(lines: BinaryIO, processes: int, options: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """A line of JSON and whether it is a story, for every line that is not blank."""

    def run(inputs: Iterable[Raw | Ready]) -> Iterator[Any]:
        return read_many(cast(Iterable[Raw], inputs), processes=processes, **options)

    for place, outcome in outcomes(placed_lines(lines, Record.from_json), run):
        if isinstance(outcome, Failure):
            yield error_line(place, outcome), False
        else:
            yield outcome.to_json(), True


def placed_lines(lines: Iterable[bytes], parse: Callable[[bytes], Raw | Ready]) -> Iterator[Placed]:
    """Every line that is not blank as an input; one that cannot be parsed as the failure that it is."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            parsed = parse(line)
        except InputError as error:
            id = id_of_line(line)
            yield Place(number, id), Ready(Failure(id or f"line {number}", error.kind, str(error)))
        else:
            yield Place(number, parsed.id if isinstance(parsed, Record) else None), parsed


def outcomes(
    inputs: Iterable[Placed], run: Callable[[Iterable[Raw | Ready]], Iterator[Any]]
) -> Iterator[tuple[Place, Any]]:
    """What `run` makes of the inputs, each beside its place. `run` gives one outcome an input, in order."""
    places: deque[Place] = deque()

    def without_places() -> Iterator[Raw | Ready]:
        for place, one in inputs:
            places.append(place)
            yield one

    for outcome in run(without_places()):
        yield places.popleft(), outcome


def error_line(place: Place, failure: Failure) -> str:
    """What stands in the place of a story that could not be read."""
    error = {"kind": failure.kind, "message": failure.message}
    return json.dumps({"id": place.id, "line": place.line, "error": error}, ensure_ascii=False)
