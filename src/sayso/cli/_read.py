"""`sayso read`: stories in, reports out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

FAILED, SOME_FAILED = 1, 3

#: From so many inputs on a second process pays for the time it takes to start.
_WORTH_PROCESSES = 16


class Format(StrEnum):
    """How a story is printed."""

    text = "text"
    html = "html"
    json = "json"
    jsonl = "jsonl"


class Step(StrEnum):
    """How far a story goes."""

    intake = "intake"
    reading = "reading"
    sourcing = "sourcing"
    weighing = "weighing"


def read(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE | URL | -]...", help="Stories; - is standard input.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="JSON Lines from standard input, JSON Lines out.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead.")] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out attributions less sure than this.")
    ] = 0.0,
    until: Annotated[Step, typer.Option(help="Stop after this step.")] = Step.weighing,
    any_language: Annotated[bool, typer.Option(help="Read it even if it is not English.")] = False,
    max_text: Annotated[int, typer.Option(min=1, help="Longest text to read, in characters.")] = 5_000_000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for a URL.")] = 20.0,
    allow_private: Annotated[
        bool, typer.Option(help="Let URLs lead to this machine and private networks.")
    ] = False,
    processes: Annotated[int, typer.Option(min=0, help="Reading processes; 0 chooses.")] = 0,
) -> int:
    """Read stories and report who says what.

    Exit: 0 all read, 1 the only input failed, 2 wrong usage, 3 some of several failed.
    """
    from ..errors import UsageError
    from ..intake import Limits

    if jsonl and inputs:
        raise UsageError("--jsonl reads standard input; leave out the file names")
    if not jsonl and not inputs:
        raise UsageError("nothing to read: name a file, a URL, or - for standard input")
    options: dict[str, Any] = {
        "min_confidence": min_confidence,
        "any_language": any_language,
        "limits": Limits(max_text=max_text, timeout=timeout, allow_private=allow_private),
        "until": until.value,
    }
    with _Output(output) as out:
        if jsonl:
            return _read_lines(out, processes, options)
        assert inputs is not None
        return _read_inputs(out, inputs, format, processes, options)


def _read_inputs(
    out: _Output, inputs: Sequence[str], format: Format, processes: int, options: dict[str, Any]
) -> int:
    from .._many import Failure, read_many
    from ..intake import reference
    from ..story import Story
    from ._print import Printer
    from ._progress import progress

    printer = Printer(out, format.value, several=len(inputs) > 1)
    failed = 0
    stories = read_many(map(reference, inputs), processes=processes_for(processes, len(inputs)), **options)
    with progress(len(inputs)) as advance:
        for outcome in stories:
            if isinstance(outcome, Story):
                printer.add(outcome)
            else:
                assert isinstance(outcome, Failure)
                failed += 1
                print(f"sayso: {outcome.message}", file=sys.stderr)
            advance()
    printer.end()
    if len(inputs) > 1:
        print(f"sayso: {len(inputs) - failed} of {len(inputs)} inputs read", file=sys.stderr)
    if not failed:
        return 0
    return FAILED if len(inputs) == 1 else SOME_FAILED


def _read_lines(out: _Output, processes: int, options: dict[str, Any]) -> int:
    """JSON Lines in, JSON Lines out: a line for a line, in order."""
    from ._lines import read_lines

    total = failed = 0
    for line, ok in read_lines(sys.stdin.buffer, max(1, processes), options):
        out.write(line + "\n")
        total, failed = total + 1, failed + (not ok)
    if not failed:
        return 0
    return FAILED if total == 1 else SOME_FAILED


def processes_for(wanted: int, inputs: int) -> int:
    """How many processes to read so many inputs with, when 0 leaves it open."""
    import os

    if wanted:
        return min(wanted, max(1, inputs))
    return 1 if inputs < _WORTH_PROCESSES else min(os.cpu_count() or 1, inputs)


class _Output:
    """Standard output, or a file that appears whole or not at all."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._parts: list[str] = []

    @property
    def is_terminal(self) -> bool:
        """Whether a person is looking at it."""
        return self._path is None and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Writes text; a character that the terminal's encoding lacks is replaced, never an error."""
        if self._path is not None:
            self._parts.append(text)
            return
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf8", "replace"))
        sys.stdout.buffer.flush()

    def __enter__(self) -> _Output:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        from ..errors import UsageError

        if self._path is not None and kind is None:
            try:
                self._path.write_text("".join(self._parts), "utf8", "replace", newline="")
            except OSError as error:
                raise UsageError(f"cannot write {self._path}: {error.strerror}; choose another -o") from error
