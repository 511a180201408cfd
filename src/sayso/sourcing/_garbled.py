"""Sees where a text garbles who was told what: "he told National Intelligence Service, NDTV"."""

from __future__ import annotations

import re
from typing import Final

from ._claims import Claim

_NAME: Final = r"[A-Z][\w.&-]*(?:\s(?:of\s|the\s)?[A-Z][\w.&-]*)*"
#: Two names behind one verb, parted by a comma and nothing else, at the end of the sentence.
_TWO_NAMES: Final = re.compile(
    rf"\b(?:told|tells|to|said)\s+(?:the\s+)?{_NAME},\s+(?:the\s+)?{_NAME}\s*(?=[.!?]|\n|$)"
)
_REACH: Final = 120


def is_garbled(text: str, claim: Claim) -> bool:
    """Whether the words around the cue name two holders without saying how they belong together."""
    if not claim.cue:
        return False
    start, end = claim.cue[0][0], claim.cue[-1][1]
    return _TWO_NAMES.search(text, max(0, start), min(len(text), end + _REACH)) is not None and bool(
        re.search(r"\b(?:told|tells|to|said)\b", text[start : end + 4])
    )
