"""`sayso versions`: what changed when a story was rewritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._add import Format

if TYPE_CHECKING:
    from ..ledger import Change, Version


def versions(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.")],
    story: Annotated[
        str | None,
        typer.Argument(metavar="[URL]", help="A story's URL or id; without it, all that have several."),
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
) -> int:
    """Show the versions of stories, and what was dropped, hardened, softened, added."""
    from ..ledger import Ledger
    from ._written import written

    with Ledger(ledger) as kept:
        found = kept.versions(story)
    if format is Format.jsonl:
        lines = [_line(version) for version in found]
    else:
        lines = [_text(version) for version in found] or ["no story has more than one version\n"]
    written(lines, None, force=False)
    return 0


def _line(version: Version) -> str:
    import msgspec

    return msgspec.json.encode(version).decode() + "\n"


def _text(version: Version) -> str:
    dates = filter(
        None,
        (
            version.published and f"published {version.published}",
            version.retrieved and f"retrieved {version.retrieved}",
            f"added {version.added}",
        ),
    )
    name = version.story if version.version == 1 else " " * 2
    head = f"{name}\n" if version.version == 1 else ""
    head += f"  version {version.version} · {' · '.join(dates)}\n"
    if version.headline:
        head += f"    {version.headline}\n"
    if version.version > 1 and not version.changes:
        head += "    the same claims in other words\n"
    return head + "".join(map(_change, version.changes))


def _change(change: Change) -> str:
    side = change.after or change.before
    assert side is not None
    who = " ← ".join(side.source)
    words = " ".join(side.words.split())
    return f"    {change.kind:<12}  {who + ': ' if who else ''}{words}\n{'':<18}{change.why}\n"
