"""Reads many stories, in order, in one process or several; one bad input never stops the rest."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

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


class Taken(msgspec.Struct, frozen=True):
    """A story that was read, and the bytes it was read from."""

    story: Story
    data: bytes


class Ready(msgspec.Struct, frozen=True):
    """Something that needs no reading, and comes out of `take_many` in its place."""

    value: Any


Raw = str | bytes | Path | Record
_In = TypeVar("_In")
_Out = TypeVar("_Out")


def read_many(inputs: Iterable[Raw], *, processes: int = 1, **options: Any) -> Iterator[Story | Failure]:
    """Reads inputs one by one and yields a `Story` or a `Failure` for each, in their order.

    `options` are those of `read`. With several processes every process loads the model once; scripts
    that use them need the usual `if __name__ == "__main__":`.
    """
    return _each(inputs, partial(_attempt, options=options), processes)


def take_many(
    inputs: Iterable[Raw | Ready], *, processes: int = 1, **options: Any
) -> Iterator[Taken | Failure | Any]:
    """Like `read_many`, with the bytes; what a `Ready` holds is handed on in its place."""
    return _each(inputs, partial(_attempt_with_bytes, options=options), processes)


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


def _attempt_with_bytes(raw: Raw, options: dict[str, Any]) -> Taken | Failure:
    kept: list[bytes] = []
    outcome = _attempt(raw, {**options, "keep": kept.append})
    return outcome if isinstance(outcome, Failure) else Taken(outcome, kept[0])


def _each(inputs: Iterable[_In | Ready], work: Callable[[_In], _Out], processes: int) -> Iterator[_Out | Any]:
    """The work done on each input, in order, a few inputs ahead of the one that is waited for."""
    if processes <= 1:
        for one in inputs:
            yield one.value if isinstance(one, Ready) else work(one)
        return
    # "spawn", because a fork of a process that holds the model's threads may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:

        def begun(one: _In | Ready) -> tuple[_In, Future[_Out]] | Ready:
            return one if isinstance(one, Ready) else (one, pool.submit(work, one))

        left = iter(inputs)
        waiting = deque(map(begun, islice(left, processes * _AHEAD)))
        try:
            while waiting:
                match waiting.popleft():
                    case Ready(value):
                        yield value
                    case raw, future:
                        yield _result(raw, future)
                waiting.extend(map(begun, islice(left, 1)))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(raw: Any, future: Future[_Out]) -> _Out:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise EnvironmentFault(
            f"a reading process died at or after {ref_of(raw)} (out of memory?); "
            "run again with fewer processes"
        ) from error
