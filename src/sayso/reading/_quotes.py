"""Finds quotations by their marks, in any style, however badly the marks are kept.

Marks: straight and curly double, angle, low, doubled apostrophes and grave accents, straight and
curly single. A mark's job (opening or closing) is read from its shape and its neighbours, never by
counting, so one missing mark spoils one quotation and not the rest of the story.

A quotation that is open at a paragraph's end runs on when the next paragraph opens with a mark of
its own (the newspaper convention for speech over several paragraphs).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Span

#: The same mark twice in a row is one mark that was doubled.
_DOUBLE: Final = re.compile(r"''+|``+|‘‘+|’’+|\"+|“+|”+|[„‟«»‹›＂]")
_OPENING: Final = frozenset("“„‟«‹`‘")
_CLOSING: Final = frozenset("”»›’")
_SINGLE_OPEN: Final = re.compile(r"(?<![\w’'])[‘'](?=\w)")
_SINGLE_CLOSE: Final = re.compile(r"(?<=[\w.,!?…;%)–—-])[’'](?![\w’'])")
#: Longest quotation between single marks, in characters; beyond it an apostrophe is likelier.
_SINGLE_REACH: Final = 600


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation inside one paragraph. `start`/`end` include the marks that are there."""

    start: int
    end: int
    continued: bool  #: carries on one that the paragraph before left open
    unclosed: bool  #: no closing mark in this paragraph

    @property
    def span(self) -> Span:
        """The quotation with its marks."""
        return self.start, self.end


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """All quotations of a stream of paragraphs, in order, none inside another."""
    found: list[Quotation] = []
    open_before = False
    for start, end in paragraphs:
        here = _double_quotations(text, start, end, open_before)
        here += _single_quotations(text, start, end, here)
        here.sort(key=lambda quotation: quotation.start)
        open_before = bool(here) and here[-1].unclosed and here[-1].end == end
        found += here
    return found


def _double_quotations(text: str, start: int, end: int, open_before: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    continued = False
    depth = 0
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if not _can_open(text, mark, start, end):
                continue
            opened, depth = mark.start(), 1
            continued = open_before and not found and not text[start:opened].strip()
        elif mark[0][0] in _OPENING and _nests(text, mark, opened, end):
            depth += 1
        elif _can_close(text, mark, start, end):
            depth -= 1
            if depth == 0:
                found.append(Quotation(opened, mark.end(), continued, unclosed=False))
                opened, continued = None, False
        elif _can_open(text, mark, start, end):
            # The closing mark before it is missing: the quotation ends where the next one begins.
            stop = opened + len(text[opened : mark.start()].rstrip())
            found.append(Quotation(opened, stop, continued, unclosed=True))
            opened, continued, depth = mark.start(), False, 1
    if opened is not None:
        found.append(Quotation(opened, end, continued, unclosed=True))
    return found


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0][0] in _OPENING:
        return True
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1] if mark.start() > start else " "
    if after.isspace():
        return False
    if mark[0][0] in _CLOSING:  # »German« turns the angle marks round; a stray ” opens nothing
        return mark[0][0] in "»›" and not before.isalnum() and before not in ".,!?…"
    return not before.isalnum() and before not in ".,!?…%)"


def _can_close(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0][0] in _CLOSING:
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark[0][0] in "«‹“":  # these close in »German« and „low“ style
        return not before.isspace() and not after.isalnum()
    if mark[0][0] in _OPENING:
        return False
    return not before.isspace() or after.isspace() or not after.isalnum()


def _nests(text: str, mark: re.Match[str], opened: int, end: int) -> bool:
    """Whether an opening mark opens a quotation inside the one that is open.

    The same mark twice is nesting only when two closing marks follow before the next opening one;
    otherwise the first was never closed.
    """
    if text[opened] in "„»›":
        return False
    if mark[0][0] != text[opened]:
        return mark[0][0] in "«‹“" and text[opened] in '“"«'
    closings = 0
    for later in _DOUBLE.finditer(text, mark.end(), end):
        if later[0][0] in _OPENING:
            break
        closings += later[0][0] in _CLOSING
    return closings >= 2


def _single_quotations(text: str, start: int, end: int, doubles: Sequence[Quotation]) -> list[Quotation]:
    """Quotations between single marks, outside the double ones."""
    found: list[Quotation] = []
    position = start
    while opening := _SINGLE_OPEN.search(text, position, end):
        position = opening.end()
        around = next((q for q in doubles if q.start <= opening.start() < q.end), None)
        if around is not None:
            position = around.end
            continue
        limit = min([end, opening.start() + _SINGLE_REACH, *(q.start for q in doubles if q.start > position)])
        closing = _single_close(text, opening, limit)
        if closing is not None:
            found.append(Quotation(opening.start(), closing, continued=False, unclosed=False))
            position = closing
    return found


def _single_close(text: str, opening: re.Match[str], limit: int) -> int | None:
    """The end of a single-quoted stretch; a plural's apostrophe ends it only if nothing else does."""
    following = _SINGLE_OPEN.search(text, opening.end(), limit)
    stop = following.start() if following else limit
    last = None
    for mark in _SINGLE_CLOSE.finditer(text, opening.end(), stop):
        if text[mark.start() - 1] not in "sS":
            return mark.end()
        last = mark.end()  # perhaps only "the players' union"
    return last
