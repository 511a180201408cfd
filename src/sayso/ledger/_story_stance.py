"""How a story stands to a claim it carries: in its own voice, as others' word, or as refuted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ._group_view import StoryView
from ._tellings import Stance, Telling

#: What a story calls a claim that it takes apart.
_REFUTED: Final = re.compile(
    r"\b(?:hoax\w*|debunk\w*|fake[sd]?|bogus|fabricated|untrue|satire|satirical|not true|false(?:ly)?|"
    r"no truth|didn['’]t happen|never happened|myth|urban legend|denie[sd]|denying|refut\w+|"
    r"rejects?|rejected|dispel\w*|retract\w*)\b",
    re.IGNORECASE,
)
#: The start of a story that has no headline stands for one.
_START: Final = 250
#: Another's word or a hedged sentence this near to the claim, beside the outlet's own, makes it a report.
_AS_NEAR: Final = 0.7


def story_stance(story: StoryView, tellings: Sequence[Telling], negative: bool) -> tuple[Stance, str]:
    """The stance and the reason, in the story's words where words are the reason.

    Denies: the headline or the first lines refute it, the outlet does so itself, or most of its statements
    do. Asserts: the outlet says it in its own voice, unhedged, and quotes nobody who says as much. Reports:
    all others.
    """
    denials = [t for t in tellings if t.stance == "denies"]
    start = story.headline or story.text[:_START]
    refuted = _REFUTED.search(start)
    if refuted and not negative and (denials or story.headline):
        return "denies", f"begins with “{refuted[0]}”"
    own = next((t for t in denials if t.statement.attribution is None), None)
    if own is not None and not negative:
        return "denies", f"says itself “{_short(own.statement.content)}”"
    if 2 * len(denials) > len(tellings):
        return "denies", f"“{_short(denials[0].statement.content)}”"
    others = max((t.score for t in tellings if t.stance == "reports"), default=0.0)
    for telling in tellings:
        if telling.stance == "asserts" and others < _AS_NEAR * telling.score:
            return "asserts", f"in its own voice: “{_short(telling.statement.content)}”"
    first = max(tellings, key=lambda t: (t.score, -t.statement.start))
    if first.statement.attribution is None:
        return "reports", f"hedged: “{_short(first.statement.content)}”"
    return "reports", f"on others' word: “{first.statement.cue or _short(first.statement.content)}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else words[:79] + "…"
