"""`sayso add`: stories into a ledger."""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ._read import FAILED, SOME_FAILED, processes_for

if TYPE_CHECKING:
    from ._lines import Place, Placed


class Format(StrEnum):
    """What is printed of each story."""

    text = "text"
    jsonl = "jsonl"


def add(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file; made when it is not there.")],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE | FOLDER | URL | -]...", help="Stories; - is standard input."),
    ] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="JSON Lines from standard input: stories, or documents read before."),
    ] = False,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    bytes: Annotated[
        bool, typer.Option("--bytes/--no-bytes", help="Keep what came in, compressed, beside the story.")
    ] = True,
    again: Annotated[
        bool, typer.Option("--again", help="Let a new reading take the place of an old one of the same text.")
    ] = False,
    any_language: Annotated[bool, typer.Option(help="Read it even if it is not English.")] = False,
    max_text: Annotated[int, typer.Option(min=1, help="Longest text to read, in characters.")] = 5_000_000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for a URL.")] = 20.0,
    allow_private: Annotated[
        bool, typer.Option(help="Let URLs lead to this machine and private networks.")
    ] = False,
    processes: Annotated[int, typer.Option(min=0, help="Reading processes; 0 chooses.")] = 0,
) -> int:
    """Read stories and keep them in a ledger.

    Exit: 0 all added or known, 1 the only input failed, 2 wrong usage, 3 some of several failed.
    """
    from ..errors import UsageError
    from ..intake import Limits
    from ..ledger import Ledger
    from ._inputs import expanded, placed_inputs
    from ._lines import placed_lines

    if jsonl and inputs:
        raise UsageError("--jsonl reads standard input; leave out the file names")
    if not jsonl and not inputs:
        raise UsageError("nothing to add: name a file, a folder, a URL, or - for standard input")
    options: dict[str, Any] = {
        "any_language": any_language,
        "limits": Limits(max_text=max_text, timeout=timeout, allow_private=allow_private),
    }
    parse = _Parser(max_text)
    total: int | None = None
    stream: Iterator[Placed]
    if jsonl:
        stream, processes = placed_lines(sys.stdin.buffer, parse), max(1, processes)
    else:
        refs, others = expanded(inputs or ())
        _tell_others(others)
        if not refs:
            raise UsageError(f"there are no stories in {', '.join(inputs or ())}")
        total = None if any(str(ref).endswith(".jsonl") for ref in refs) else len(refs)
        stream, processes = placed_inputs(refs, parse), processes_for(processes, len(refs))
    with Ledger(ledger, create=True) as kept:
        report = _Report(ledger, format, jsonl)
        _add(kept, stream, report, total, {"processes": processes, **options}, again=again, keep=bytes)
    return report.end()


class _Parser:
    """A line as an input: finished documents need no reading."""

    def __init__(self, max_text: int) -> None:
        self._max_text = max_text

    def __call__(self, line: bytes) -> Any:
        from .._many import Ready
        from ..intake import Record
        from ..ledger import item_of

        item = item_of(line, max_text=self._max_text)
        return Record.from_json(line) if item is None else Ready(item)


def _add(
    ledger: Any,
    stream: Iterator[Placed],
    report: _Report,
    total: int | None,
    options: dict[str, Any],
    *,
    again: bool,
    keep: bool,
) -> None:
    from .._many import Taken, take_many
    from ..ledger import New
    from ._lines import outcomes
    from ._progress import progress

    places: deque[Place] = deque()

    def items() -> Iterator[Any]:
        for place, outcome in outcomes(stream, lambda inputs: take_many(inputs, **options)):
            places.append(place)
            if isinstance(outcome, Taken):
                yield New(outcome.story, data=outcome.data if keep else None)
            else:
                yield outcome

    with progress(total, "adding") as advance:
        for outcome in ledger.add_many(items(), again=again):
            report.add(places.popleft(), outcome)
            advance()


class _Report:
    """Says what became of each story, failures at once, the rest in one line at the end."""

    def __init__(self, ledger: Path, format: Format, lines: bool) -> None:
        self._ledger, self._format, self._lines = ledger, format, lines
        self._counts: Counter[str] = Counter()

    def add(self, place: Place, outcome: Any) -> None:
        """Takes the outcome of one input."""
        from .._many import Failure
        from ..ledger import Added, Kept, Refused
        from ._lines import Place

        if isinstance(outcome, Refused):
            place = Place(place.line, outcome.id)
            outcome = Failure(outcome.id, "document", f"{outcome.id}: {outcome.message}")
        if isinstance(outcome, Failure):
            self._counts["failed"] += 1
            self._failed(place, outcome)
        elif isinstance(outcome, Kept):
            self._counts[outcome.what if outcome.new else "known"] += 1
        elif isinstance(outcome, Added):
            self._counts[outcome.what] += 1
            if self._format is Format.jsonl:
                _print_line(
                    {"id": outcome.id, "what": outcome.what, "version": outcome.version, "key": outcome.key}
                )

    def _failed(self, place: Place, failure: Any) -> None:
        from ._lines import error_line

        if self._lines or self._format is Format.jsonl:
            print(error_line(place, failure), flush=True)
        else:
            line = f"line {place.line}: " if place.line is not None else ""
            print(f"sayso: {line}{failure.message}", file=sys.stderr)

    def end(self) -> int:
        """Prints the sums and gives the exit code."""
        words = {
            "new": "added",
            "version": "new versions",
            "again": "read again",
            "judgement": "judgements taken over",
            "known": "known already",
            "failed": "failed",
        }
        parts = [f"{self._counts[what]} {say}" for what, say in words.items() if self._counts[what]]
        out = sys.stdout if self._format is Format.text and not self._lines else sys.stderr
        print(f"{self._ledger}: {', '.join(parts) or 'nothing to add'}", file=out)
        if not self._counts["failed"]:
            return 0
        return FAILED if self._counts.total() == 1 else SOME_FAILED


def _print_line(value: dict[str, Any]) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False), flush=True)


def _tell_others(others: Counter[str]) -> None:
    if others:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
        print(f"sayso: files that hold no stories were left alone: {kinds}", file=sys.stderr)
