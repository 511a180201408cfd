"""The mix of claims as a table for the terminal and as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..ledger import MIX_KINDS, By, Mix
from ._cells import for_spreadsheets, line
from ._figure_text import cut, padded
from ._visible import one_line

NAMES: Final = {
    "unnamed": "unnamed",
    "unattributed": "unattributed",
    "official": "official",
    "document": "document",
    "single_origin": "single origin",
    "wire": "wire",
    "own_voice": "own voice",
}
_ROOM: Final = 36


def label(mix: Mix, by: By) -> str:
    """What a row is called."""
    return one_line(mix.name) if mix.name else ("no outlet given" if by == "outlet" else "no date given")


def percent(mix: Mix, kind: str) -> str:
    """A share in whole percent, "–" without claims; less than a half percent is "<1"."""
    if not mix.claims:
        return "–"
    share = 100 * mix.share(kind)
    return "<1 %" if 0 < share < 0.5 else f"{share:.0f} %"


def mix_table(mixes: Sequence[Mix], by: By) -> Iterator[str]:
    """Lines of the table; a claim may count in several columns, so a row need not add up to 100 %."""
    wide = max([len(by), *(min(_ROOM, len(label(mix, by))) for mix in mixes)])
    heads = ["stories", "claims", *(NAMES[kind].rjust(5) for kind in MIX_KINDS)]
    yield "  ".join([padded(by, wide), *heads]) + "\n"
    for mix in mixes:
        cells = [f"{mix.stories:,}", f"{mix.claims:,}", *(percent(mix, kind) for kind in MIX_KINDS)]
        right = (cell.rjust(len(head)) for cell, head in zip(cells, heads, strict=True))
        yield "  ".join([padded(cut(label(mix, by), wide), wide), *right]) + "\n"


def mix_csv(mixes: Sequence[Mix], by: By) -> Iterator[str]:
    """The counts, and the shares from 0 to 1; names that a spreadsheet would run are made plain text."""
    yield line([by, "stories", "claims", *MIX_KINDS, *(f"{kind}_share" for kind in MIX_KINDS)])
    for mix in mixes:
        counts = [getattr(mix, kind) for kind in MIX_KINDS]
        shares = [round(mix.share(kind), 6) if mix.claims else None for kind in MIX_KINDS]
        yield line([for_spreadsheets(mix.name), mix.stories, mix.claims, *counts, *shares])
