"""Reads many stories, in order, in one process or several; one bad input never stops the rest."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec

from . import pipeline
from .errors import EnvironmentFault, SaysoError
from .intake import Record
from .story import Story

#: Inputs handed out ahead of the one that is waited for, a process. Few, so that memory stays flat.
_AHEAD: Final = 4


class Failure(msgspec.Struct, frozen=True):
    """An input that could not be read, in the place of its story."""

    ref: str
    kind: str
    message: str


Raw = str | bytes | Path | Record


def read_many(inputs: Iterable[Raw], *, processes: int = 1, **options: Any) -> Iterator[Story | Failure]:
    """Reads inputs one by one and yields a `Story` or a `Failure` for each, in their order.

    `options` are those of `read`. With several processes every process loads the model once; scripts
    that use them need the usual `if __name__ == "__main__":`.
    """
    if processes <= 1:
        for raw in inputs:
            yield _attempt(raw, options)
        return
    yield from _in_processes(iter(inputs), processes, options)


def ref_of(raw: Raw) -> str:
    """A short name of an input for messages."""
    match raw:
        case Record():
            return raw.id or raw.url or "a record"
        case bytes():
            return f"{len(raw)} bytes"
        case Path():
            return str(raw)
    return raw if len(raw) <= 200 and "\n" not in raw else f"{raw[:40].splitlines()[0]}…"


def _attempt(raw: Raw, options: dict[str, Any]) -> Story | Failure:
    try:
        return pipeline.read(raw, **options)
    except SaysoError as error:
        return Failure(ref_of(raw), error.kind, str(error))


def _in_processes(
    inputs: Iterator[Raw], processes: int, options: dict[str, Any]
) -> Iterator[Story | Failure]:
    # "spawn", because a fork of a process that holds the model's threads may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        submit: Callable[[Raw], tuple[Raw, Future[Story | Failure]]] = lambda raw: (  # noqa: E731
            raw,
            pool.submit(_attempt, raw, options),
        )
        waiting = deque(map(submit, islice(inputs, processes * _AHEAD)))
        try:
            while waiting:
                raw, future = waiting.popleft()
                try:
                    yield future.result()
                except BrokenProcessPool as error:
                    raise EnvironmentFault(
                        f"a reading process died at or after {ref_of(raw)} (out of memory?); "
                        "run again with fewer processes"
                    ) from error
                waiting.extend(map(submit, islice(inputs, 1)))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
