"""`sayso search`: words in stories, contents and sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._add import Format

if TYPE_CHECKING:
    from ..ledger import Hit


def search(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.")],
    query: Annotated[
        str,
        typer.Argument(help='Words; "a phrase", begin*, -without. Nothing finds all that fits the options.'),
    ] = "",
    source: Annotated[str | None, typer.Option(help="Words of a source's name, or the id of one.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="A source's kind: person, unnamed, organisation, outlet, document …")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="A part of the outlet's name.")] = None,
    certainty: Annotated[str | None, typer.Option(help="asserted, hedged, denied or questioned.")] = None,
    evidence: Annotated[
        str | None, typer.Option(help="What the source rests on: document, video, eyewitness …")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Published on this day (month, year) or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Published on this day (month, year) or earlier.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most attributions, and most stories.")] = 20,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
) -> int:
    """Find attributions and stories in a ledger."""
    from ..ledger import Ledger
    from ._progress import progress
    from ._written import written

    with Ledger(ledger) as kept:
        if source is not None:  # other spellings of a name are known once groups are up to date
            with progress(kept.stale(), "linking") as advance:
                kept.refresh(advance)
        hits = kept.search(
            query,
            source=source,
            kind=kind,
            outlet=outlet,
            certainty=certainty,
            evidence=evidence,
            since=since,
            until=until,
            limit=limit,
        )
    lines = [_line(hit) for hit in hits] if format is Format.jsonl else [_text(hit) for hit in hits]
    written(lines or ([] if format is Format.jsonl else ["nothing found\n"]), None, force=False)
    return 0


def _line(hit: Hit) -> str:
    import msgspec

    return (
        msgspec.json.encode({k: v for k, v in msgspec.structs.asdict(hit).items() if v is not None}).decode()
        + "\n"
    )


def _text(hit: Hit) -> str:
    """Two or three lines: where, what, and the id that other commands take."""
    where = " · ".join(filter(None, (hit.outlet, hit.published, hit.headline, hit.story)))
    what = " ".join(hit.words.split())
    if hit.what == "attribution":
        chain = " ← ".join(hit.chain or ()) or "unattributed"
        certainty = f" ({hit.certainty})" if hit.certainty else ""
        what = f"{chain}: {what}{certainty}"
    return f"{where}\n  {what}\n  {hit.key}\n"
