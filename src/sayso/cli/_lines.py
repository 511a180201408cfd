"""The pipe: JSON Lines in, JSON Lines out, an error in the place of what could not be read."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from .._many import Failure, read_many
from ..errors import DocumentError
from ..intake import Record
from ..intake import id_of as id_of_line


@dataclass(frozen=True, slots=True)
class _Broken:
    number: int
    id: str | None
    error: DocumentError


def read_lines(lines: BinaryIO, processes: int, options: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """A line of JSON and whether it is a story, for every line that is not blank."""
    waiting: deque[_Broken | tuple[int, str | None]] = deque()

    def records() -> Iterator[Record]:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = Record.from_json(line)
            except DocumentError as error:
                waiting.append(_Broken(number, id_of_line(line), error))
                continue
            waiting.append((number, record.id))
            yield record

    def broken_ones() -> Iterator[tuple[str, bool]]:
        while waiting and isinstance(waiting[0], _Broken):
            broken = waiting.popleft()
            assert isinstance(broken, _Broken)
            yield _error(broken.id, broken.number, broken.error.kind, str(broken.error)), False

    for outcome in read_many(records(), processes=processes, **options):
        yield from broken_ones()
        place = waiting.popleft()
        assert not isinstance(place, _Broken)
        if isinstance(outcome, Failure):
            yield _error(place[1], place[0], outcome.kind, outcome.message), False
        else:
            yield outcome.to_json(), True
    yield from broken_ones()


def _error(id: str | None, line: int, kind: str, message: str) -> str:
    return json.dumps(
        {"id": id, "line": line, "error": {"kind": kind, "message": message}}, ensure_ascii=False
    )
