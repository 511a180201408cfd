"""Where, or among whom, a figure holds: the place or group named beside what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..story import Span
from ._figures_lexicon import (
    AUXILIARIES,
    DETERMINERS,
    MONTHS,
    SCOPES,
    SPREAD,
    WEEKDAYS,
    ends_phrase,
    is_verb_like,
)
from ._figures_quantities import Quantity
from ._figures_tokens import HYPHENS, Token

#: Before a place or a group.
_WHERE: Final = frozenset(
    "in at on near inside outside from around across throughout among amongst within for between".split()
)
_EVERYWHERE: Final = frozenset(["across", "throughout", "among", "amongst"])
#: Words of the longest place.
_LONGEST: Final = 10


def scope_of(toks: Sequence[Token], q: Quantity, after: int, limit: int) -> Span | None:
    """The place or group named from token `after` to `limit`, else in the words that open the sentence."""
    return _scope(toks, after, limit) or _leading_scope(toks, q)


def _scope(toks: Sequence[Token], at: int, limit: int) -> Span | None:
    """The place or group in the phrases right after what is counted."""
    for position in range(at, min(limit, at + _LONGEST)):
        token = toks[position]
        if token.low in SPREAD:
            return token.start, token.end
        if token.kind != "word":
            return None
        if token.low in _WHERE:
            found = _place(toks, position, limit)
            if found is not None:
                return found
    return None


def _leading_scope(toks: Sequence[Token], q: Quantity) -> Span | None:
    """ "In Tarvo, 300 people …": the phrase that opens the sentence."""
    if not toks or toks[0].low not in _WHERE or q.start < 2:
        return None
    return _place(toks, 0, q.start)


def _place(toks: Sequence[Token], at: int, limit: int) -> Span | None:
    """The noun phrase after a preposition, when it names a place or a group."""
    begin = at + 1
    while begin < limit and toks[begin].low in DETERMINERS:
        begin += 1
    end = begin
    while end < limit and end - begin < _LONGEST:
        token = toks[end]
        if not _goes_on(token, toks[end - 1], first=end == begin):
            break
        if token.low in AUXILIARIES or token.low == "such" or (end > begin and is_verb_like(token)):
            break
        end += 1
    while end > begin and (toks[end - 1].low == "of" or toks[end - 1].low in DETERMINERS):
        end -= 1
    phrase = toks[begin:end]
    if not phrase:
        return None
    named = any(token.capital and not _is_time(token) for token in phrase)
    if not (named or any(token.low in SCOPES for token in phrase) or toks[at].low in _EVERYWHERE):
        return None
    return phrase[0].start, phrase[-1].end


def _goes_on(token: Token, before: Token, *, first: bool) -> bool:
    """Whether a place's name goes on with a token: "region of the Upper Tarvo", "Clacton-on-Sea"."""
    if token.low in DETERMINERS:
        return before.low == "of"
    if token.kind == "mark":
        return token.low in HYPHENS and not token.spaced
    if token.kind != "word" or _is_time(token):
        return False
    return (token.low == "of" and not first) or not ends_phrase(token, first=first)


def _is_time(token: Token) -> bool:
    """Whether a token is the name of a day or month."""
    return token.low in WEEKDAYS or (token.low in MONTHS and token.capital)
