"""Draws the tree of a story's sources as SVG: the reader on top, each claim's way going in to its origin.

Colours come from the page's style sheet, so that the drawing follows its light and dark themes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape
from typing import Final

from ..story import SourceKind
from ._branches import Branch
from ._chain_words import READER, UNATTRIBUTED, Step
from ._facts import plural
from ._visible import one_line

#: Width of the drawing; all measures are in its units, one CSS pixel where it is shown at full size.
WIDTH: Final = 360
_ROW: Final = 30
_KEY_ROW: Final = 22
_INDENT: Final = 24
_LEFT: Final = 13
_COUNT_ROOM: Final = 40
_THICKEST: Final = 6.0

_NARROW: Final = frozenset("iljtfrI.,:;'’‘!|()[] -")
_WIDE: Final = frozenset("mwMWQOGDHNUACR@%—…")

_SHAPES: Final[dict[SourceKind | None, str]] = {
    "person": '<circle class="full" r="6"/>',
    "unnamed": '<circle class="open" r="5.5"/>',
    "organisation": '<rect class="full" x="-5.5" y="-5.5" width="11" height="11" rx="1"/>',
    "outlet": '<path class="full" d="M0-7.5 7.5 0 0 7.5-7.5 0Z"/>',
    "document": '<path class="open" d="M-4.5-6.5H1.5L4.5-3.5V6.5H-4.5ZM1.5-6.5V-3.5H4.5"/>',
    "post": '<path class="open" d="M-6.5-5.5H6.5V3.5H-1L-4.5 7V3.5H-6.5Z"/>',
    "other": '<path class="open" d="M0-6.5 6.5 5.5H-6.5Z"/>',
    None: '<path class="open" d="M0-6.5 6.5 5.5H-6.5Z"/>',
}
_NOBODY: Final = '<circle class="open dashed" r="5.5"/>'
_READER: Final = '<path class="open" d="M-8 0Q0-8.5 8 0 0 8.5-8 0Z"/><circle class="full" r="2.5"/>'


def tree_svg(root: Branch, outlet: str | None, sections: dict[str, int]) -> str:
    """The drawing. `sections` gives the number of the list's section on a source, by the source's id."""
    branches = list(root.walk())
    height = len(branches) * _ROW + 6
    rows = {id(branch): row for row, branch in enumerate(branches)}
    most = max((len(branch.claims) for branch in root.branches), default=1)
    edges = "".join(_edge(branch, one, rows, most) for branch in branches for one in branch.branches)
    nodes = "".join(_node(branch, row, sections) for row, branch in enumerate(branches) if branch.step)
    sources = len({branch.step.id for branch in branches if branch.step})
    described = (
        f"{plural(len(root.claims), 'claim')} on their way from {plural(sources, 'source')} to the reader"
    )
    return (
        f'<svg class="drawing" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        'aria-labelledby="tree-title tree-desc"><title id="tree-title">Source tree</title>'
        f'<desc id="tree-desc">{described}. The list beside it says the same.</desc>'
        f"{edges}{_root(root, outlet)}{nodes}</svg>"
    )


def key_svg(root: Branch) -> str:
    """What the marks in the drawing stand for."""
    kinds = sorted({_kind_words(branch.step) for branch in root.walk() if branch.step is not None})
    placed = _placed(kinds)
    height = 20 + _KEY_ROW * max((line for _, _, line in placed), default=0)
    shapes: dict[str, str] = {kind or "unknown": shape for kind, shape in _SHAPES.items()}
    marks = "".join(
        f'<g transform="translate({_LEFT + left} {10 + _KEY_ROW * line})">{shapes.get(kind, _NOBODY)}'
        f'<text class="count start" x="13" y="4">{kind}</text></g>'
        for kind, left, line in placed
    )
    return (
        f'<svg class="drawing key-of" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'aria-hidden="true">{marks}</svg>'
    )


def shortened(name: str, room: float) -> str:
    """The name, or as much of it as fits with an ellipsis."""
    if text_width(name) <= room:
        return name
    used, kept = _wide("…"), 0
    for character in name:
        used += _wide(character)
        if used > room:
            break
        kept += 1
    return name[:kept].rstrip() + "…"


def text_width(name: str) -> float:
    """How wide a name is where the drawing shows it, or a little more."""
    return sum(map(_wide, name))


def _edge(branch: Branch, to: Branch, rows: dict[int, int], most: int) -> str:
    """From below a branch's mark down and round the corner to the next one's."""
    x, y = _x(branch), _y(rows[id(branch)])
    across, down = _x(to), _y(rows[id(to)])
    thick = 1 + (_THICKEST - 1) * (len(to.claims) - 1) / max(most - 1, 1)
    return (
        f'<path class="edge" d="M{x} {y + 9}V{down - 10}Q{x} {down} {x + 10} {down}H{across - 9}" '
        f'stroke-width="{thick:.1f}"/>'
    )


def _root(root: Branch, outlet: str | None) -> str:
    of = one_line(outlet or "")
    name = f"{READER} of {of}" if of else READER
    return (
        f'<g transform="translate({_x(root)} {_y(0)})"><title>{escape(name)}</title>{_READER}'
        f'<text class="name" x="16" y="5">{escape(shortened(name, WIDTH - _LEFT - 16 - 70))}</text>'
        f'<text class="count" x="{WIDTH - _x(root) - 6}" y="5">{plural(len(root.claims), "claim")}</text></g>'
    )


def _node(branch: Branch, row: int, sections: dict[str, int]) -> str:
    if branch.step is None:
        return ""
    x, name = _x(branch), one_line(branch.step.name)
    shown = shortened(name, WIDTH - x - 16 - _COUNT_ROOM)
    shape = _NOBODY if branch.step.name == UNATTRIBUTED else _SHAPES[branch.step.kind]
    told = f"{name}, {_kind_words(branch.step)}, {plural(len(branch.claims), 'claim')}"
    drawn = (
        f'<title>{escape(told)}</title><rect class="ground" x="-10" y="-13" width="{WIDTH - x + 10}" '
        f'height="26" rx="4"/>{shape}<text class="name" x="16" y="5">{escape(shown)}</text>'
        f'<text class="count" x="{WIDTH - x - 6}" y="5">{len(branch.claims):,}</text>'
    )
    section = sections.get(branch.step.id)
    # Out of the keyboard's way: the list beside the drawing has the same links.
    linked = f'<a href="#s{section}" tabindex="-1">{drawn}</a>' if section is not None else drawn
    return f'<g class="node" transform="translate({x} {_y(row)})">{linked}</g>'


def _placed(kinds: Sequence[str]) -> list[tuple[str, int, int]]:
    """Each kind with its place on the lines of the key."""
    placed, left, line = [], 0, 0
    for kind in kinds:
        room = 34 + round(sum(map(_wide, kind)) * 0.85)
        if left and left + room > WIDTH - _LEFT:
            left, line = 0, line + 1
        placed.append((kind, left, line))
        left += room
    return placed


def _kind_words(step: Step) -> str:
    return UNATTRIBUTED if step.name == UNATTRIBUTED else step.kind or "unknown"


def _x(branch: Branch) -> int:
    return _LEFT + branch.depth * _INDENT


def _y(row: int) -> int:
    return 18 + row * _ROW


def _wide(character: str) -> float:
    """How wide a character is in semi-bold sans-serif of 13.5 units, by one of the wider fonts."""
    if unicodedata.combining(character):
        return 0
    if character in _NARROW:
        return 5.4
    if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF:
        return 15
    return 12.4 if character in _WIDE or character.isupper() else 8.9
