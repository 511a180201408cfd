"""Plain text, clean or scraped with its page's furniture, to a page with a role for every line.

The text stays as it is to the character; everything found is a span of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..story import Block, Role
from ._line_model import load
from ._lines import Line, describe, split_lines
from ._page import Page
from ._plain_head import head_of

_WORD = re.compile(r"\w")


def page_from_text(text: str) -> Page:
    """Read a plain text: its lines' roles as blocks, its headline, outlet, dates and credits.

    Consecutive lines of one role make a block; blank lines do not split it. A text without lines gives
    a page without blocks. Time grows with the length of the text.
    """
    lines = split_lines(text)
    roles = line_roles(lines)
    head = head_of(text, lines, roles)
    return Page(
        text=text,
        blocks=_blocks(lines, roles),
        headline=head.headline,
        outlet=head.outlet,
        dates=head.dates,
        credits=head.credits,
    )


def line_roles(lines: Sequence[Line]) -> list[Role]:
    """One role for every line of a text."""
    roles = load().roles(describe(lines))
    for i in range(1, len(roles) - 1):
        # A row of stars or a lone mark between two lines of a role belongs to them.
        if roles[i - 1] == roles[i + 1] and not _WORD.search(lines[i].head):
            roles[i] = roles[i - 1]
    return roles


def _blocks(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[Block, ...]:
    """Runs of lines with one role."""
    blocks: list[Block] = []
    start = 0
    for i, line in enumerate(lines):
        if i + 1 == len(lines) or roles[i + 1] != roles[i]:
            blocks.append(Block(lines[start].start, line.end, roles[i]))
            start = i + 1
    return tuple(blocks)
