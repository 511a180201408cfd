"""Headlines that reach further than the body: a plan told as done, some told as all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..story import Finding, Span
from ._body import Body
from ._claim_words import STOP, WORD, stem

#: Before a verb: the deed is only planned, tried or asked for.
_PLAN: Final = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|intend(?:s|ed|ing)?|hop(?:es|ed|ing)"
    r"|aim(?:s|ed|ing)?|want(?:s|ed)?|seek(?:s|ing)?|sought|propos(?:es|ed|ing|als?)|vow(?:s|ed)?|threaten(?:s|ed|ing)?"
    r"|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|expected|due|set|poised|about) (?:to )?(?:\w+ly )?",
    re.IGNORECASE,
)
#: In a headline: it says itself that the deed is yet to come.
_YET_TO_COME: Final = re.compile(
    r"\b(?:to|will|would|may|might|could|plan\w*|attempt\w*|tr(?:y|ies|ied|ying)|intend\w*|hop(?:es|ing)|aim\w*"
    r"|wants?|seeks?|propos\w*|vow\w*|threat\w*|consider\w*|weigh\w*|expect\w*|set|poised|about|soon|ahead|if"
    r"|next|upcoming|future|near(?:s|ing)?|mull\w*|eye[sd]?|eyeing)\b",
    re.IGNORECASE,
)
_ALL: Final = re.compile(
    r"\b(?:all|every|everyone|everybody|entire|whole|no one|nobody|none)\b", re.IGNORECASE
)


def widened(claim: str, body: Body, sentences: Sequence[Span]) -> Iterator[Finding]:
    """A deed of the claim that is only a plan in the likest sentence, and "all" that the body never says."""
    if not sentences:
        return
    start, end = sentences[0]
    if not _YET_TO_COME.search(claim):
        deeds = {stem(m[0]): m for m in WORD.finditer(claim) if m[0].lower() not in STOP}
        for plan in _PLAN.finditer(body.text, start, end):
            verb = WORD.match(body.text, plan.end(), end)
            if verb and stem(verb[0]) in deeds:
                yield Finding("scope_widened", deeds[stem(verb[0])][0], ((plan.start(), verb.end()),))
                break
    every = _ALL.search(claim)
    if every and not any(_ALL.search(body.text, low, high) for low, high in body.spans):
        yield Finding("scope_widened", every[0], (sentences[0],))
