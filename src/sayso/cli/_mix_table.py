"""`sayso mix`: what the claims of outlets, or months, rest on."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class By(StrEnum):
    """What a row stands for."""

    outlet = "outlet"
    month = "month"


class Format(StrEnum):
    """How the mix is printed."""

    text = "text"
    svg = "svg"
    csv = "csv"
    jsonl = "jsonl"


def mix(
    ledger: Annotated[Path, typer.Argument(help="The ledger.")],
    by: Annotated[By, typer.Option(help="A row for each of these.")] = By.outlet,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file at -o.")] = False,
) -> int:
    """Show the shares of unnamed, official, document, single-origin, wire and own-voice claims."""
    import msgspec

    from ..export._mix_drawing import mix_drawing
    from ..export._mix_text import mix_csv, mix_table
    from ..ledger import mix as mix_of
    from ._asked import asked
    from ._written import written

    with asked(ledger) as connection:
        mixes = mix_of(connection, by.value)
        if format is Format.text:
            lines = mix_table(mixes, by.value)
        elif format is Format.csv:
            lines = mix_csv(mixes, by.value)
        elif format is Format.svg:
            lines = iter([mix_drawing(mixes, by.value)])
        else:
            lines = (msgspec.json.encode(one).decode() + "\n" for one in mixes)
        written(lines, output, force=force, keep=ledger)
    return 0
