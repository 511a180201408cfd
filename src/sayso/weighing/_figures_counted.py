"""What a figure counts, what happened to it, and where or among whom, in the story's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Span
from ._figures_lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OUTCOMES,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    TIME_WORDS,
    ends_phrase,
    is_verb_like,
)
from ._figures_quantities import Quantity
from ._figures_scope import scope_of
from ._figures_tokens import HYPHENS, Token

_SKIPPED: Final = frozenset(
    ["more", "other", "additional", "extra", "further", "another", "such", "or", "so"]
)
#: Between a sum and what it is for ("$5m in aid", "worth of gold").
_FOR_WHAT: Final = frozenset(["of", "in", "worth", "for"])
#: "$5m in exchange for", "in total": what follows is not what the sum is.
_IN_ALL: Final = frozenset(["exchange", "return", "total", "all", "advance", "full", "addition"])
#: Join a number to the one before it, whose noun it shares.
_JOINTS: Final = frozenset(["and", "or", "but", ",", "another"])
_LONGEST: Final = 10  #: words of a thing counted
_REACH: Final = 9  #: words looked back at for what a sum or share belongs to


@dataclass(frozen=True, slots=True)
class Counted:
    """Spans of the words for the thing (`thing`), for what happened to it (`event`), and for `scope`."""

    thing: tuple[Span, ...]
    event: tuple[Span, ...]
    scope: Span | None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Thing and event in the order of the text, neighbours joined."""
        joined: list[Span] = []
        for span in sorted({*self.thing, *self.event}):
            if joined and span[0] - joined[-1][1] <= 1:
                joined[-1] = (joined[-1][0], max(span[1], joined[-1][1]))
            else:
                joined.append(span)
        return tuple(joined)


def counted(
    toks: Sequence[Token],
    q: Quantity,
    carried: tuple[Span, ...] = (),
    before_it: tuple[Quantity, Counted] | None = None,
    after_it: Quantity | None = None,
) -> Counted:
    """What a quantity counts. `carried` is the thing that the figure before it counted.

    `before_it` and `after_it` are the figures before and after it in the sentence.
    """
    following = after_it.start if after_it else len(toks)
    at = q.end
    if at < following and toks[at].low in HYPHENS:
        at += 1
    whole = after_it is not None and toks[at].low == "of" and after_it.start - at <= 2
    if after_it is not None and whole:  # "12 of the 15 victims"
        at, following = after_it.end, len(toks)
    thing, event, after = _forward(toks, q, at, following)
    scope = scope_of(toks, q, after, following)
    if scope is not None and not event and thing:
        later = next((n for n in range(after, following) if toks[n].start >= scope[1]), following)
        if later < following and toks[later].low in AUXILIARIES:
            event, _ = _predicate(toks, later, following)
    before = _verb_before(toks, q)
    if thing:
        return Counted(_some(thing), _some(before, event), scope)
    joined = q.start > 0 and toks[q.start - 1].low in _JOINTS
    if not q.unit and carried and (event or before or joined):
        return Counted(carried, _some(before, event), scope)
    if q.unit_kind is None and event:
        return Counted((), _some(before, event), scope)
    if before_it and q.unit and (joined or (q.start > 0 and toks[q.start - 1].low in ("to", "from"))):
        return Counted(before_it[1].thing, before_it[1].event, scope)
    return Counted(_some(_backward(toks, q, before_it[0].end if before_it else 0)), _some(event), scope)


def _some(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(span for span in spans if span is not None and span[1] > span[0])


def _forward(toks: Sequence[Token], q: Quantity, at: int, limit: int) -> tuple[Span | None, Span | None, int]:
    """The noun phrase and the verb after a quantity, and the token after them."""
    while at < limit and toks[at].low in _SKIPPED:
        at += 1
    if at + 1 < limit and toks[at].low == "of" and toks[at + 1].low in ("whom", "which", "them", "these"):
        event, end = _predicate(toks, at + 2, limit)
        if event is None and (end := _noun_phrase(toks, at + 2, limit)) > at + 2:
            event = toks[at + 2].start, toks[end - 1].end  # "half of them children"
        return None, event, max(at + 2, end)
    linked = at < limit and toks[at].low in (_FOR_WHAT if q.unit_kind == "money" else {"of", "worth"})
    if linked and at + 1 < limit and toks[at + 1].low in _IN_ALL:
        return None, None, at
    if linked:
        at += 1
        at += at < limit and toks[at].low == "of"
    while at < limit and toks[at].low in DETERMINERS and (linked or q.unit_kind == "share"):
        at += 1
    thing_end = _noun_phrase(toks, at, limit)
    thing = (toks[at].start, toks[thing_end - 1].end) if thing_end > at else None
    position = thing_end
    if thing and position + 1 < limit and toks[position].low in RELATIVES:
        verb = toks[position + 1]
        position += verb.low in AUXILIARIES or is_verb_like(verb)
    event, end = _predicate(toks, position, limit)
    return thing, event, max(thing_end, end)


def _noun_phrase(toks: Sequence[Token], at: int, limit: int) -> int:
    """Where the words for the thing end: nouns and what stands before them, "of" and what follows it."""
    end, words, position = at, 0, at
    while position < limit and words < _LONGEST:
        token = toks[position]
        low = token.low
        glued = position > at and toks[position - 1].low in HYPHENS and not token.spaced
        if end > at and (low in OUTCOMES or low in PAST) and not glued:
            break
        if (token.kind == "word" and glued) or (
            token.kind == "word" and not ends_phrase(token, first=position <= at)
        ):
            words, end = words + 1, position + 1
        elif (
            low == "of"
            and end > at
            and position + 1 < limit
            and toks[position + 1].low not in PRONOUNS - DETERMINERS
        ):
            if position + 1 < limit and toks[position + 1].low in DETERMINERS:
                position += 1
        elif ((low in HYPHENS or low == "/") and not token.spaced and end > at) or (
            low in ("and", "or") and end > at and _joins_nouns(toks, position, limit)
        ):
            pass
        else:
            break
        position += 1
    return end


def _joins_nouns(toks: Sequence[Token], position: int, limit: int) -> bool:
    """Whether "and" goes on with the same phrase: "men and women", "killed or wounded"."""
    if position + 1 >= limit:
        return False
    before, after = toks[position - 1], toks[position + 1]
    if after.kind != "word" or ends_phrase(after, first=False):
        return False
    second = toks[position + 2] if position + 2 < limit else None
    if not before.plural and not after.plural and second is not None and second.plural:
        return before.low not in OUTCOMES and not ends_phrase(second, first=False)  # two adjectives
    return (before.plural and after.plural) or (before.low in OUTCOMES and after.low in OUTCOMES)


def _predicate(toks: Sequence[Token], at: int, limit: int) -> tuple[Span | None, int]:
    """The verb at a token: auxiliaries and adverbs, one main verb, "dead" or the like."""
    position, helped, main = at, False, False
    while position < limit:
        token = toks[position]
        low = token.low
        if not main and low in AUXILIARIES:
            helped = True
        elif low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in TIME_WORDS):
            pass
        elif not main and (
            low in OUTCOMES or (helped and _is_main(token)) or _is_participle(token, position == at)
        ):
            main = True
        elif (main and low in OUTCOMES and low not in SAYING) or (
            main and low in ("and", "or") and position + 1 < limit and toks[position + 1].low in OUTCOMES
        ):
            pass
        else:
            break
        position += 1
    while position > at and (toks[position - 1].low in ADVERBS or toks[position - 1].low in ("and", "or")):
        position -= 1
    if position == at or (not main and not helped):
        return None, at
    return (toks[at].start, toks[position - 1].end), position


def _is_main(token: Token) -> bool:
    return token.kind == "word" and token.low not in PREPOSITIONS | DETERMINERS | PRONOUNS | TIME_WORDS


def _is_participle(token: Token, first: bool) -> bool:
    return first and is_verb_like(token) and not token.low.endswith("ing")


def _verb_before(toks: Sequence[Token], q: Quantity) -> Span | None:
    """A verb right before the quantity whose object it is: "killed 12 people"."""
    at = q.start - 1
    while at >= 0 and toks[at].low in (
        "only",
        "exactly",
        "just",
        "another",
        "all",
        "the",
        "an",
        "a",
        "additional",
        "total",
        "of",
    ):
        at -= 1
    if at < 0 or not is_verb_like(toks[at]):
        return None
    start = at
    while start > 0 and toks[start - 1].low in (
        "have",
        "has",
        "had",
        "been",
        "having",
        "was",
        "were",
        "be",
        "being",
    ):
        start -= 1
    return toks[start].start, toks[at].end


def _backward(toks: Sequence[Token], q: Quantity, previous: int) -> Span | None:
    """The words of the clause before a quantity, where nothing after it says what it is of."""
    low = q.start
    while low > previous and q.start - low < _REACH:
        token = toks[low - 1]
        if token.kind == "mark" and not (token.low in HYPHENS and not token.spaced):
            break
        if (
            token.kind == "number"
            or (token.low in CONJUNCTIONS | RELATIVES and token.low != "as")
            or token.low in SAYING
        ):
            break
        low -= 1
    high = q.start
    while high > low and toks[high - 1].low in PREPOSITIONS | DETERMINERS | ADVERBS | {"another"}:
        high -= 1
    while low < high and (
        toks[low].kind == "mark" or toks[low].low in PREPOSITIONS | DETERMINERS | CONJUNCTIONS
    ):
        low += 1
    return (toks[low].start, toks[high - 1].end) if high > low else None
