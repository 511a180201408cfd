"""Draws the mix of claims as SVG: a row for each outlet or month, a column of bars for each kind of claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..ledger import MIX_KINDS, By, Mix
from ._mix_text import NAMES, label, percent
from ._svg import drawing, text, words

#: Rows of one drawing; the table has all.
MOST_ROWS: Final = 60
_NAME: Final = 176
_COLUMN: Final = 104
_BAR: Final = 48
_ROW: Final = 24
_TOP: Final = 76
WIDTH: Final = _NAME + 60 + _COLUMN * len(MIX_KINDS) + 8


def mix_drawing(mixes: Sequence[Mix], by: By) -> str:
    """The drawing. Every bar is a share of the row's claims; one claim may count in several columns."""
    shown = mixes[:MOST_ROWS] if by == "outlet" else mixes[-MOST_ROWS:]
    parts = [
        text(16, 26, f"What claims rest on, by {by}", "big"),
        text(16, 44, "Shares of each row's claims; one claim may count in several columns.", "soft"),
        text(_NAME + 48, _TOP - 10, "claims", "soft end"),
        *(text(_x(n), _TOP - 10, NAMES[kind], "soft") for n, kind in enumerate(MIX_KINDS)),
    ]
    parts += [_row(mix, by, _TOP + n * _ROW) for n, mix in enumerate(shown)]
    height = _TOP + len(shown) * _ROW + 14
    left_out = len(mixes) - len(shown)
    if left_out or not mixes:
        parts.append(
            text(16, height + 8, f"{left_out:,} more in the table." if mixes else "No stories.", "soft")
        )
        height += 24
    described = " ".join(_described(mix, by) for mix in shown) or "No stories."
    return drawing(WIDTH, height, f"What claims rest on, by {by}", described, "".join(parts))


def _row(mix: Mix, by: By, y: float) -> str:
    parts = [
        f"<title>{words(_described(mix, by))}</title>",
        f'<path class="rule" d="M16 {y:g}H{WIDTH - 8}"/>',
        text(16, y + 16, label(mix, by), room=_NAME - 26),
        text(_NAME + 48, y + 16, f"{mix.claims:,}", "soft end"),
    ]
    for n, kind in enumerate(MIX_KINDS):
        x, wide = _x(n), _BAR * mix.share(kind)
        parts.append(f'<rect class="track" x="{x:g}" y="{y + 8:g}" width="{_BAR}" height="9"/>')
        if wide:
            parts.append(f'<rect class="full c{n}" x="{x:g}" y="{y + 8:g}" width="{wide:.1f}" height="9"/>')
        parts.append(text(x + _BAR + 6, y + 16, percent(mix, kind)))
    return f"<g>{''.join(parts)}</g>"


def _x(column: int) -> float:
    return _NAME + 60 + column * _COLUMN


def _described(mix: Mix, by: By) -> str:
    shares = ", ".join(f"{NAMES[kind]} {percent(mix, kind)}" for kind in MIX_KINDS)
    return f"{label(mix, by)}: {mix.claims:,} claims in {mix.stories:,} stories; {shares}."
