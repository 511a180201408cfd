"""The stretches of a body that a claim is held against: its likest sentences, and what is said there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from ..story import Attribution, Span, Spans
from ._body import Body, likeness
from ._claim_words import claim_words, stems_of
from ._hedges import Expression, expressions

_MOST: Final = 3
#: A sentence this share as like as the likest one is about the claim too.
_AS_LIKE: Final = 0.6
#: Expressions that make a claim weaker than a fact.
_WEAKENING: Final = frozenset(
    """
    unverified doubt rumour alleged appearance likelihood possibility modal belief attitude suggestion if_true
    expectation
    """.split()
)
#: Hearsay that hides its holder is a hedge; "according to a report" has one and is an attribution.
_NO_HOLDER: Final = re.compile(
    r"reported\b|reportedly|supposed|said to|thought|believed|understood|rumou?r", re.I
)
_HALF: Final = 0.5
_FEWEST_SHARED: Final = 2
#: Cues that present what follows as so.
_STANDS_FOR_IT: Final = re.compile(
    r"\b(?:confirm|announc|acknowledg|admit|reveal|show|prov|discover|found|find|know|knew|learn|realis|realiz)",
    re.IGNORECASE,
)
#: An adverb as a cue weakens and names nobody.
_ADVERB: Final = re.compile(r"\w+ly", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a body speaks of a claim.

    `sentences` are the likest ones, likest first; `covered` is the share of the claim's words that stand
    anywhere in the body. `told` are the attributions that carry the claim there, `weakened` the words that
    weaken it.
    """

    sentences: Spans
    likest: float
    covered: float
    told: tuple[Attribution, ...]
    weakened: tuple[Expression, ...]


def match(claim: str, body: Body) -> Match:
    """Where a body of at least one sentence speaks of a claim."""
    stems = {word.stem for word in claim_words(claim)}
    like = likeness(claim, body)
    order = [int(i) for i in np.argsort(-like, kind="stable")[:_MOST]]
    best = float(like[order[0]])
    near = [i for i in order if like[i] >= _AS_LIKE * best and like[i] > 0]
    sentences = tuple(body.spans[i] for i in near)
    everywhere = frozenset[str]().union(*body.stems)
    return Match(
        sentences=sentences,
        likest=best,
        covered=len(stems & everywhere) / len(stems) if stems else 0.0,
        told=tuple(_telling(stems, body, sentences)),
        weakened=tuple(
            e
            for start, end in sentences
            for e in expressions(body.text, start, end)
            if _weakens(body.text, e)
        ),
    )


def best_teller(claim: str, body: Body) -> Attribution | None:
    """The attribution with most of the claim's words, two or more, in its content; the first of equals."""
    stems = {word.stem for word in claim_words(claim)}
    best, most = None, _FEWEST_SHARED - 1
    for found in body.attributions:
        held = {stem for start, end in found.content for stem in stems_of(body.text, start, end)}
        if len(stems & held) > most and _is_word_of_another(body.text, found):
            best, most = found, len(stems & held)
    return best


def _telling(claim: set[str], body: Body, sentences: Spans) -> Iterator[Attribution]:
    """Attributions with half or more of the claim's words in a sentence in their content."""
    for span in sentences:
        shared = claim & stems_of(body.text, *span)
        for found in body.attributions:
            pieces = [_overlap(piece, span) for piece in found.content]
            held = {stem for start, end in pieces if start < end for stem in stems_of(body.text, start, end)}
            if shared and len(shared & held) >= _HALF * len(shared) and _is_word_of_another(body.text, found):
                yield found


def _is_word_of_another(text: str, found: Attribution) -> bool:
    """Whether a holder is named who only says so; who confirms or announces stands for it."""
    cue = " ".join(text[start:end] for start, end in found.cue)
    return bool(found.source) and not _STANDS_FOR_IT.search(cue) and not _ADVERB.fullmatch(cue.strip())


def _overlap(one: Span, other: Span) -> Span:
    return max(one[0], other[0]), min(one[1], other[1])


def _weakens(text: str, found: Expression) -> bool:
    if found.kind == "hearsay":
        return bool(_NO_HOLDER.search(text, found.start, found.end))
    return found.kind in _WEAKENING
