"""Finds posts copied into a story: their words, and the signature behind them."""

from __future__ import annotations

import re
from typing import Final

from ..story import Span

#: "— Name (@handle) October 20, 2014", the way embedded posts are copied as text.
_SIGNATURE: Final = re.compile(
    r"(?<![ \t])[ \t]*(?:—|–|--?|-)[ \t]*(?P<name>[^\n()—–]{1,50}?)[ \t]*\((?P<handle>@\w{1,30})\)"
    r"(?:[ \t]*(?:on )?\w{3,9}\.? \d{1,2},? \d{4}|[ \t]*\d{1,2} \w{3,9} \d{4})?"
)
#: A post is no longer than this.
_LONGEST: Final = 300


def posts(text: str, start: int, end: int) -> list[tuple[Span, Span]]:
    """The author's name and the words of each post in `text[start:end]`."""
    found = []
    last = start
    for match in _SIGNATURE.finditer(text, start, end):
        low = max(last, match.start() - _LONGEST)
        words_end = low + len(text[low : match.start()].rstrip())
        line = text.rfind("\n\n", low, words_end)
        low = line + 2 if line >= 0 else low
        for mark in (":\n", ": "):
            at = text.rfind(mark, low, words_end)
            if at >= 0 and words_end - at > 12 and text[at - 4 : at] not in ("http", "ttps"):
                low = at + len(mark)
        while low < words_end and text[low].isspace():
            low += 1
        if words_end > low:
            found.append((match.span("name"), (low, words_end)))
        last = match.end()
    return found
