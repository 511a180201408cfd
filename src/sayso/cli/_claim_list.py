"""`sayso claims`: what is claimed in a ledger, and what stands behind it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ._add import Format

if TYPE_CHECKING:
    from ..ledger import Claim, ClaimOrigin

#: What the text shows of a list; JSON Lines have all.
_ECHOES_SHOWN: Final = 5
_REASONS_SHOWN: Final = 3


def claims(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.")],
    match: Annotated[
        str | None, typer.Option(help="Only the claim that fits this sentence best, with all behind it.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most claims; --match gives one.")] = 20,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
) -> int:
    """Show claims with their origins: first those that many tell and one origin stands behind."""
    from ..ledger import matched, ranked
    from ._asked import asked
    from ._written import written

    with asked(ledger) as connection:
        if match is None:
            found = ranked(connection, limit)
        else:
            one = matched(connection, match)
            found = [] if one is None else [one]
        lines = (_line(claim) for claim in found) if format is Format.jsonl else _texts(found)
        written(lines, None, force=False)
    if not found:
        print(
            "sayso: no claim found that several stories make" if match is None else "sayso: no claim like it",
            file=sys.stderr,
        )
    return 0


def _line(claim: Claim) -> str:
    import msgspec

    return msgspec.json.encode(claim).decode() + "\n"


def _texts(found: list[Claim]) -> Iterator[str]:
    for number, claim in enumerate(found):
        yield ("\n" if number else "") + "\n".join(_text(claim)) + "\n"


def _text(claim: Claim) -> Iterator[str]:
    """The count, the claim, its origins by how they stand to one another, echoes and conflicts."""
    named = sum(origin.name != "unattributed" for origin in claim.origins)
    count = (
        f"{_many(len(claim.stories), 'story')}, {_many(claim.outlets, 'outlet')}, {_many(named, 'origin')}"
    )
    if claim.is_single:
        count += " · single origin" if claim.independent else " · no independent origin"
    else:
        count += f" · {len(claim.independent)} independent"
    yield count
    yield f"  “{' '.join(claim.claim.split())}”"
    for origin in claim.origins:
        yield f"  {_origin(origin)}"
        for why in origin.why[:_REASONS_SHOWN]:
            yield f"      {why}"
        if len(origin.why) > _REASONS_SHOWN:
            yield f"      and {_many(len(origin.why) - _REASONS_SHOWN, 'more reason')}"
    denying = sorted(id for id, stance in claim.stances.items() if stance == "denies")
    if denying:
        yield f"  denied in {', '.join(denying)}"
    for echo in claim.echoes[:_ECHOES_SHOWN]:
        yield f"  {echo.story} is an echo of {echo.of} ({echo.kind})"
    if len(claim.echoes) > _ECHOES_SHOWN:
        yield f"  and {_many(len(claim.echoes) - _ECHOES_SHOWN, 'more echo')}"
    for conflict in claim.conflicts:
        yield f"  conflicting figures: {conflict.why} (“{' '.join(conflict.claim.split())}”)"
    if claim.id is not None:
        yield f"  {claim.id}"


def _origin(origin: ClaimOrigin) -> str:
    says = "" if origin.says == "asserts" else ", denies it"
    rests = f", rests on {origin.rests_on}" if origin.rests_on else ""
    alone = ", independent" if origin.independent else ""
    mark = "●" if origin.independent else "○"
    where = _many(len(origin.stories), "story")
    return f"{mark} {origin.name} ({origin.kind}) in {where}{says}{rests}{alone}"


def _many(number: int, what: str) -> str:
    if number == 1:
        return f"1 {what}"
    if what.endswith("y"):
        return f"{number} {what[:-1]}ies"
    return f"{number} {what}{'es' if what.endswith('o') else 's'}"
