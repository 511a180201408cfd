"""Sees where a text garbles who was told what: "he told National Intelligence Service, NDTV"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ..story import Span
from ._claims import Claim, covered

_NAME: Final = r"[A-Z][\w.&-]*(?:\s(?:of\s|the\s|for\s)?[A-Z][\w.&-]*){0,6}"
#: Two names behind one verb, parted by a comma and nothing else, at the end of the sentence.
_TWO_NAMES: Final = re.compile(
    rf"\b(?:told|tells|telling|(?:said|spoke|speaks|speaking|talked|talking|confirmed|revealed|admitted)\s+to)\s+"
    rf"(?:the\s+)?(?P<one>{_NAME}),\s+(?:the\s+)?(?P<other>{_NAME})\s*(?=[.!?;]|\n|$)"
)
_REACH: Final = 120


def is_garbled(text: str, claim: Claim, kind_of: Callable[[Span], str | None]) -> bool:
    """Whether the words behind the cue name two holders without saying how they belong together.

    `kind_of` tells what a name stands for: somebody and his paper ("told Anna Lund, the Ledger"), or a
    paper and its place, belong together as they stand; a body and a medium, or two media, do not.
    """
    if not claim.cue:
        return False
    start, end = claim.cue[0][0], claim.cue[-1][1]
    for match in _TWO_NAMES.finditer(text, start, min(len(text), end + _REACH)):
        if match.start() >= end or covered(claim.content, match.start("one"), match.end("other")):
            return False
        if kind_of(match.span("one")) in ("outlet", "organisation"):
            return kind_of(match.span("other")) == "outlet"
    return False
