"""Cuts a stretch of text into paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from ..story import Span

#: A line is looked at whole: a pattern that seeks a visible sign in it goes over long blanks again and again.
_LINE: Final = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r(?!\n)|\r\n[^\S\r\n]*\r\n")


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs of `text[start:end]`, without the white space around them.

    A line is a paragraph, except in text that was wrapped by hand: there a blank line ends one.
    """
    stop = len(text) if end is None else end
    trimmed = (_trim(text, *match.span()) for match in _LINE.finditer(text, start, stop))
    lines = [line for line in trimmed if line[0] < line[1]]
    return _joined(text, lines) if _is_wrapped(text, lines) else lines


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines end where they were full (as in mail and old wire text), not where thoughts do."""
    if len(lines) < 4:
        return False
    longest = max(end - start for start, end in lines)
    if not 40 <= longest <= 120:
        return False
    inner = [
        (before, after)
        for before, after in pairwise(lines)
        if not _BLANK_LINE.search(text, before[1], after[0])
    ]
    if len(inner) < len(lines) / 2:
        return False
    running = sum(text[b[1] - 1] not in '.!?”"’' and b[1] - b[0] > longest * 0.6 for b, _ in inner)
    return running > len(inner) * 0.6


def _joined(text: str, lines: list[Span]) -> list[Span]:
    found = [lines[0]]
    for line in lines[1:]:
        start, end = found[-1]
        if _BLANK_LINE.search(text, end, line[0]):
            found.append(line)
        else:
            found[-1] = (start, line[1])
    return found


def _trim(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    low = start + len(stretch) - len(stretch.lstrip())
    return low, max(low, end - len(stretch) + len(stretch.rstrip()))
