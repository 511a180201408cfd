"""`sayso figures`: how the figures of a ledger moved, by who says so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ..ledger import CountedThing


class Format(StrEnum):
    """How figures are printed."""

    text = "text"
    jsonl = "jsonl"
    svg = "svg"


def figures(
    ledger: Annotated[Path, typer.Argument(help="The ledger.")],
    match: Annotated[str | None, typer.Option(help="Only what is counted in these words.")] = None,
    group: Annotated[str | None, typer.Option(help="Only this group of stories.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Also what only one story counts.")] = False,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file at -o.")] = False,
) -> int:
    """Show how figures moved: who says it, through whom, as of when, published when."""
    from ..ledger import things
    from ._asked import asked
    from ._written import written

    with asked(ledger) as connection:
        found = things(connection, match=match, group=group, every=every)
        lines = _Counted(_drawn(found) if format is Format.svg else _lines(found, format))
        written(lines, output, force=force, keep=ledger)
    if not lines.any:
        more = "" if every else "; --all also shows what only one story counts"
        print(f"sayso: no figures found{more}", file=sys.stderr)
    return 0


class _Counted:
    """Passes lines on and remembers whether there were any."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self.any = lines, False

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.any = True
            yield line


def _lines(found: Iterator[CountedThing], format: Format) -> Iterator[str]:
    import msgspec

    from ..export._figure_text import figure_table

    for number, thing in enumerate(found):
        if format is Format.jsonl:
            yield msgspec.json.encode(thing).decode() + "\n"
        else:
            yield ("\n" if number else "") + figure_table(thing)


def _drawn(found: Iterator[CountedThing]) -> Iterator[str]:
    from itertools import islice

    from ..export._figure_drawing import MOST_PANELS, figure_drawing

    shown = list(islice(found, MOST_PANELS))
    yield figure_drawing(shown, sum(1 for _ in found))
