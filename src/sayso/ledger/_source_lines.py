"""Lines that tell where a story has its account from, outside any sentence: "Source: X", "Read more at X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: What is read of a story's end and of its lines.
_MOST_TEXT: Final = 60_000
_NAME: Final = (
    r"(?:the[ \t]+)?(?-i:[A-Z0-9@])[\w’'./&@-]*"
    r"(?:[ \t]+(?:(?-i:[A-Z0-9])[\w’'./&-]*|of|on|the|and|to)){0,5}"
)
_LINE: Final = re.compile(
    r"^[ \t\[(]*(?:sources?|via|source link|h/t|hat tip)[ \t]*[: \t-][ \t]*"
    rf"(?P<names>{_NAME}(?:[ \t]*[,/|&][ \t]*{_NAME}){{0,3}})[ \t\])]*\.?$",
    re.IGNORECASE | re.MULTILINE,
)
_MORE: Final = re.compile(
    r"\b(?:read (?:the )?(?:full|whole|entire|original|more|rest)[^.\n]{0,40}?|more on this[^.\n]{0,30}?)"
    rf"[ \t](?:at|on|from|in|over at)[ \t]+(?P<names>{_NAME})",
    re.IGNORECASE,
)
_POST: Final = re.compile(rf"^[ \t]*post by[ \t]+(?P<names>{_NAME})[ \t]*\.?$", re.IGNORECASE | re.MULTILINE)
#: Where pictures and posts lie; a line with their name credits one.
_HOSTS: Final = frozenset(
    "getty giphy youtube twitter facebook instagram imgur flickr tumblr vine shutterstock".split()
)
_BETWEEN: Final = re.compile(r"\s*[,|]\s*|\s+and\s+")


def source_lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Names that a story's lines give for its account: name, kind and the line's words."""
    read = text[:_MOST_TEXT]
    seen = set()
    for pattern, kind in ((_LINE, "outlet"), (_MORE, "outlet"), (_POST, "post")):
        for found in pattern.finditer(read):
            for name in _BETWEEN.split(found["names"]):
                name = re.sub(r"\A[Tt]he\s+", "", name.strip(" .:;"))
                if len(name) > 2 and name.casefold() not in _HOSTS and name.casefold() not in seen:
                    seen.add(name.casefold())
                    yield name, kind, " ".join(found[0].split())
