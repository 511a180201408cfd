"""`sayso judge`: a person's word on a link, a merge or a chain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._add import Format

if TYPE_CHECKING:
    from ..ledger import Judgement


def judge(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.")],
    verb: Annotated[
        str | None, typer.Argument(metavar="same|not-same|wrong-chain|not-a-claim", help="What is so.")
    ] = None,
    id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="What it is said of: an id that another command printed."),
    ] = None,
    other: Annotated[str | None, typer.Argument(metavar="[ID]", help="The other thing.")] = None,
    by: Annotated[str | None, typer.Option(help="Whose judgement it is.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back; it stays on record.")] = False,
    list: Annotated[bool, typer.Option("--list", help="Print all judgements.")] = False,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
) -> int:
    """Say that two things are the same or not, that a chain is wrong, or that something is no claim."""
    from ..errors import UsageError
    from ..ledger import Ledger, verb_of
    from ._written import written

    if list:
        if verb or undo:
            raise UsageError("--list prints what was judged; leave the judgement out")
        with Ledger(ledger) as kept:
            found = kept.judgements()
        lines = [_line(one) if format is Format.jsonl else _text(one) for one in found]
        written(lines or ([] if format is Format.jsonl else ["no judgements yet\n"]), None, force=False)
        return 0
    if verb is None or id is None:
        raise UsageError("say what is so and of what: sayso judge LEDGER not-same ID ID --by NAME")
    if by is None:
        raise UsageError("a judgement needs a name: --by NAME")
    with Ledger(ledger) as kept:
        if undo:
            found = kept.undo(verb_of(verb), id, other, by=by)
        else:
            found = [kept.judge(verb_of(verb), id, other, by=by, note=note)]
    written([_line(one) if format is Format.jsonl else _text(one) for one in found], None, force=False)
    return 0


def _line(judgement: Judgement) -> str:
    import msgspec

    return msgspec.json.encode(judgement.to_dict()).decode() + "\n"


def _text(one: Judgement) -> str:
    note = f" ({one.note})" if one.note else ""
    undone = f"; undone by {one.undone_by}, {one.undone_at}" if one.undone_at else ""
    return f"{one.verb} {' '.join(filter(None, (one.a, one.b)))}: {one.by}, {one.at}{note}{undone}\n"
