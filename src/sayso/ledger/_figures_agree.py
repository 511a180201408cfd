"""Whether two figures count the same thing.

They do when the unit, what happened and the noun agree, what else is said of the noun does not tell them
apart, and they do not hold for different places or people. Sums, shares and measures, which have no noun of
their own, must share words. Figures that no one number fits must show more: alike sentences, or what happened
to people; a part ("three more"), a name ("the 12-inch model") or another figure of the same sentence is
another thing.
"""

from __future__ import annotations

from typing import Final

from ._figures_rows import Row
from ._figures_values import compatible
from ._figures_words import stems_of

#: The share of words (of the shorter one), and the number, that sentences on one count have in common.
_ALIKE: Final = 0.3
_WORDS: Final = 3
#: Nouns that many different things are counted by: what goes with them must agree.
_VAGUE: Final = frozenset("unit copy device item product piece sale time part thing version way one".split())

_Scope = tuple[str, str | None]


def agreement(row: Row, first: Row, *, equal: bool) -> str | None:
    """Why a figure counts the same as the first one of a thing; None when it does not, or may not.

    `equal` says that the thing has this very figure already.
    """
    mine, other = row.counted, first.counted
    if mine.unit != other.unit or mine.outcome != other.outcome:
        return None
    scope = _scope_agrees(row, first)
    if scope is None:
        return None
    fits = equal or compatible(row.amount, first.amount)
    if not fits and not _may_differ(row, first):
        return None
    if mine.unit is not None:
        return _sum_agrees(row, first, equal, fits, scope)
    nearby = (row.context & first.context) - mine.words
    if mine.head is None or other.head is None:
        if mine.outcome is None or not (equal or nearby or mine.head == other.head):
            return None
        return _told(("what happened", mine.outcome), scope)
    if mine.head != other.head or not _noun_agrees(row, first, fits, bool(nearby) or equal):
        return None
    return _told(("noun", " ".join(sorted(mine.words & other.words))), ("what happened", mine.outcome), scope)


def contradicts(row: Row, member: Row) -> bool:
    """Whether two figures of one voice in a story, or of one sentence, do not fit: they count two things."""
    return not compatible(row.amount, member.amount) and (row.as_of is None or row.as_of == member.as_of)


def _may_differ(row: Row, first: Row) -> bool:
    """Whether figures that no one number fits may still be counts of one thing."""
    if row.part or first.part or row.named or first.named:
        return False
    shared = row.context & first.context
    if row.counted.outcome:
        return bool(row.scope) == bool(first.scope) or len(shared) >= _WORDS
    least = min(len(row.context), len(first.context))
    return len(shared) >= _WORDS and len(shared) >= _ALIKE * least and _same_size(row, first)


def _noun_agrees(row: Row, first: Row, fits: bool, nearby: bool) -> bool:
    """Whether what is said beside one noun, and the sentences, do not tell two figures apart."""
    mine, other = row.counted, first.counted
    apart = mine.more and other.more and not mine.more & other.more
    if mine.outcome:
        return not apart or fits
    vague = mine.head in _VAGUE and not mine.more & other.more
    return not apart and nearby and (fits or not vague)


def _sum_agrees(row: Row, first: Row, equal: bool, fits: bool, scope: _Scope) -> str | None:
    """Sums, shares and measures: an equal one needs a word in common, another most of its words."""
    shared = row.counted.words & first.counted.words
    nearby = (row.context & first.context) - shared
    least = min(len(row.counted.words), len(first.counted.words))
    if equal and (shared or len(nearby) >= 2):
        return _told(("unit", row.unit), ("words", " ".join(sorted(shared or nearby)[:6])), scope)
    close = least > 0 and len(shared) * 2 >= least and len(shared) + len(nearby) >= _WORDS
    if close and (fits or _same_size(row, first)):
        return _told(("unit", row.unit), ("words", " ".join(sorted(shared)[:6])), scope)
    return None


def _same_size(row: Row, first: Row) -> bool:
    """Whether two amounts are near enough to be counts of one thing: within a factor of ten."""
    if compatible(row.amount, first.amount):
        return True
    mine, other = (one.value or one.low or one.high or 0.0 for one in (row.amount, first.amount))
    return mine * other > 0 and 0.1 <= mine / other <= 10


def _scope_agrees(row: Row, first: Row) -> _Scope | None:
    if not row.scope or not first.scope:
        return "scope", None
    mine, other = stems_of(row.scope), stems_of(first.scope)
    if mine <= other or other <= mine or row.scope.casefold() == first.scope.casefold():
        return "scope", row.scope
    return None


def _told(*parts: tuple[str, str | None]) -> str:
    return "same " + ", same ".join(f"{name} ({words})" for name, words in parts if words)
