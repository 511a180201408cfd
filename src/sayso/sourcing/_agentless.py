"""Claims that nobody is named for: "reportedly", "is said to", "rumours"."""

from __future__ import annotations

import re
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._words import singular, words

#: Words that say that somebody, unnamed, says so.
REPORTEDLY: Final = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red(?:ly)?|"
    r"(?:is|are|was|were|been|being)\s+(?:also\s+|widely\s+|now\s+|reportedly\s+)?(?:said|reported|alleged|rumou?red|believed|"
    r"thought|understood|claimed|considered|known|feared|suspected|presumed|estimated)\s+(?:to|that)\b|"
    r"it\s+(?:is|was|has\s+been|'s|’s)\s+(?:also\s+|widely\s+|now\s+|being\s+)?(?:said|reported|alleged|rumou?red|believed|thought|"
    r"understood|claimed|suggested|feared|speculated)\b|"
    r"(?:rumou?rs?|reports?|speculation|claims|allegations|gossip)\s+(?:has\s+it|have\s+it|(?:that|of)\b|(?:are|is|were|was)\s+(?:swirling|circulating))|"
    r"word\s+(?:is|has\s+it)\b|(?:unconfirmed|conflicting|multiple|several|various|some)\s+(?:unconfirmed\s+)?(?:reports?|rumou?rs?|accounts?|claims)\b|"
    r"by\s+(?:some|all|most|many)\s+accounts\b|there\s+(?:is|are|were|was|have\s+been|has\s+been)\s+(?:\w+\s+){0,2}(?:reports?|rumou?rs?|speculation|claims)\b)",
    re.IGNORECASE,
)


_DEFINITE: Final = re.compile(r"(?:the|this|that)\b", re.IGNORECASE)


def is_agentless(text: str, source: Span) -> bool:
    """Whether a source is only "reports", "rumours" or "it": nobody in particular."""
    every = [w for w in words(text, *source) if w.low not in lex.DETERMINERS or w.low == "it"]
    if not every:
        return True
    head = every[0]
    for word in every:
        if singular(word.low) in lex.AGENTLESS_NOUNS or word.low in lex.AGENTLESS_NOUNS:
            head = word
            break
        if word.low not in lex.AGENTLESS_MODIFIERS:
            return False
    one = singular(head.low)
    if one not in lex.AGENTLESS_NOUNS and head.low not in lex.AGENTLESS_NOUNS:
        return False
    if one in ("story", "report", "claim", "word") and head.low == one and every[0] is head:
        # "the report" speaks of one that was named before; "a report" of nobody.
        return not _DEFINITE.match(text, source[0])
    modifiers = {w.low for w in every if w.start < head.start}
    rest = [w for w in every if w.start > head.start]
    if modifiers & {"media", "news", "press", "published"}:
        return False
    return not any(w.capital for w in rest)


def agentless_signs(text: str, start: int, end: int) -> list[Span]:
    """The words in `text[start:end]` that say that somebody, unnamed, says so."""
    return [match.span() for match in REPORTEDLY.finditer(text, start, end)]
