"""What a claim of the headline says more than the body: each finding with the words of both."""

from __future__ import annotations

from typing import Final

import numpy as np

from ..story import Finding, Span
from ._altered import altered_quotations, changed_figures
from ._body import Body, Floats
from ._claim_match import Match, best_teller
from ._scope import widened
from ._stance_cues import KINDS, cues

#: With less of the claim's words in the body, a part of the claim is missing there.
LITTLE: Final = 0.34
_REFUTING: Final = [KINDS.index(kind) for kind in ("false", "deny", "no_proof", "in_fact", "doubt")]
_WEIGHTS: Final = (3.0, 2.0, 1.0, 0.7, 0.5)


def seen_changes(claim: str, body: Body, match: Match) -> tuple[Finding, ...]:
    """Findings that can be read off the words: figures, quotations, scope."""
    return (
        *changed_figures(claim, body, match.sentences),
        *altered_quotations(claim, body, match.sentences),
        *widened(claim, body, match.sentences),
    )


def dropped(claim: str, body: Body, match: Match) -> tuple[Finding, ...]:
    """The attribution and the hedge that the body has for the claim and a flat headline has not."""
    found: list[Finding] = []
    if match.told:
        told = match.told[0]
        found.append(Finding("attribution_dropped", claim, tuple(sorted((*told.source, *told.cue)))))
    if match.weakened:
        found.append(Finding("hedge_dropped", claim, (match.weakened[0].span,)))
    return tuple(found)


def anywhere(claim: str, body: Body, match: Match) -> Finding:
    """What a claim leaves out that its likest sentences do not show: whoever says most of it elsewhere.

    Where nobody does, a part of the claim is missing in the body.
    """
    teller = best_teller(claim, body)
    if teller is None:
        return Finding("detail_absent", claim, match.sentences[:1])
    return Finding("attribution_dropped", claim, tuple(sorted((*teller.source, *teller.cue))))


def missing(claim: str, match: Match) -> tuple[Finding, ...]:
    """A claim of whose words the body has few."""
    return (Finding("detail_absent", claim, match.sentences[:1]),) if match.covered < LITTLE else ()


def contradicting(claim: str, body: Body, like: Floats, refuted_by_body: bool) -> Finding:
    """The sentence of the body that speaks against the claim.

    Where the body refutes, the one with the strongest refuting words near the claim; where the headline
    refutes what the body asserts, the one that is likest to the claim.
    """
    at = int(like.argmax())
    if refuted_by_body:
        table = cues(body.text, body.spans)
        strength = table[:, _REFUTING] @ np.array(_WEIGHTS)
        at = int((strength * (0.3 + like)).argmax()) if strength.any() else at
    span: Span = body.spans[at]
    return Finding("contradicted", claim, (span,))
