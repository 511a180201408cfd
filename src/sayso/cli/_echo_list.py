"""`sayso echoes`: which stories repeat others, with the words that show it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ._add import Format

if TYPE_CHECKING:
    from ..ledger import Echo

#: Passages or chains shown of one echo, and letters of each; JSON Lines have all.
_SHOWN = 3
_LETTERS = 160


def echoes(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.")],
    kind: Annotated[
        str | None, typer.Option(help="Only this kind: reprint, wire, relay or quotation.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
) -> int:
    """Show which stories repeat others: reprints, wire copy, relayed reports, quotations used again."""
    from typing import get_args

    from ..errors import UsageError
    from ..ledger import EchoKind, list_echoes
    from ._asked import asked
    from ._written import written

    kinds = get_args(EchoKind)
    if kind is not None and kind not in kinds:
        raise UsageError(f"no such kind of echo: {kind!r}; there are {', '.join(kinds)}")
    with asked(ledger) as connection:
        found = [echo for echo in list_echoes(connection) if kind in (None, echo.kind)]
        lines = map(_line, found) if format is Format.jsonl else map(_text, found)
        written(lines, None, force=False)
    if not found:
        print("sayso: no echoes found", file=sys.stderr)
    return 0


def _line(echo: Echo) -> str:
    import msgspec

    return msgspec.json.encode(echo).decode() + "\n"


def _text(echo: Echo) -> str:
    return "\n".join(_lines(echo)) + "\n\n"


def _lines(echo: Echo) -> Iterator[str]:
    circle = " (they relay each other)" if echo.circular else ""
    yield f"{_named(echo.story, echo.outlet)} {_VERBS[echo.kind]} {_named(echo.of, echo.of_outlet)}{circle}"
    yield f"  {echo.evidence.get('why', '')}"
    for credit in echo.evidence.get("credits", ())[:_SHOWN]:
        words = credit.get("words") or credit.get("why", "credited")
        yield f"  {credit['agency']} in {credit['in']}: {words}"
    for shown in (echo.evidence.get("chains") or echo.evidence.get("passages") or ())[:_SHOWN]:
        yield f"  {_evidence(shown)}"
    yield f"  {echo.key}"


_VERBS = {
    "reprint": "reprints",
    "wire": "carries the same wire copy as",
    "relay": "relays",
    "quotation": "has the same quotation as",
}


def _named(story: str, outlet: str | None) -> str:
    return f"{story} ({outlet})" if outlet else story


def _evidence(shown: dict[str, Any]) -> str:
    words = " ".join(shown["words"].split())
    words = words if len(words) <= _LETTERS else words[: _LETTERS - 1] + "…"
    return f"{' ← '.join(shown['chain'])}: “{words}”" if "chain" in shown else f"“{words}”"
