"""How far a description reaches, and the outlet or body that speaks through a report or a statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._kinds import is_outlet
from ._name_run import is_common_noun
from ._words import Word

_PIECES: Final = frozenset(
    "report reports article articles story stories piece post column editorial website site page blog "
    "interview account feature item".split()
)
_LONGEST_NAME: Final = 12  #: words
#: With these begins what somebody did; what they are called ends before.
_CLAUSE: Final = frozenset(
    """after before while when whenever because since amid though although despite during until unless if
    whose who which whom said says is was were are has have had will would can could""".split()
)
#: Words that may begin the last part of a description, where a long one is cut.
_JOINTS: Final = frozenset("of in from at for with on to by inside within near about against and or".split())
#: What somebody says through it is their own saying.
_STATEMENTS: Final = frozenset("statement statements announcement announcements communique".split())
_MADE: Final = frozenset("issued released made published posted sent emailed e-mailed today".split())
_MOST_BEHIND: Final = 6  #: words that a description's head may have behind it
_LONGEST: Final = 30  #: words behind a head that are looked at
_SMALL: Final = frozenset("of and the a an".split())


def description_end(core: Sequence[Word], stop: int) -> int:
    """How many words of a noun phrase say whom it means; its head ends at `stop`.

    "residents of Torhaven after the storm" means "residents of Torhaven".
    """
    end, most = stop, min(len(core), stop + _LONGEST)
    while end < most and (core[end].low not in _CLAUSE or core[end].capital):
        end += 1
    if end < len(core) and core[end - 1].low in _JOINTS and end - 1 >= stop:
        end -= 1
    while sum(word.low not in _SMALL for word in core[stop:end]) > _MOST_BEHIND:
        joints = [index for index in range(stop + 1, end) if core[index].low in _JOINTS]
        if not joints:
            return min(end, stop + _MOST_BEHIND)
        end = joints[-1]
    return end


def published_by(text: str, core: Sequence[Word]) -> Span | None:
    """The outlet of "a report in the Telegraph", "an article published by Mashable"."""
    heads = [i for i, w in enumerate(core) if w.low in _PIECES and not (i and w.capital)]
    if not heads:
        return None
    if heads[0] == len(core) - 1:
        return _outlet_before(text, core[:-1])
    at = next(
        (
            i
            for i in range(heads[0] + 1, len(core))
            if core[i].low in ("in", "on", "by", "from", "of", "at", "for")
        ),
        None,
    )
    if at is None or at + 1 >= len(core):
        return None
    low = at + 1
    while low < len(core):
        if not core[low].capital and "." not in core[low].bare:
            low += 1
            continue
        high = low + 1
        while high < len(core) and core[high].capital:
            high += 1
        for start in range(max(low, high - _LONGEST_NAME), high):
            span = (core[start].start, core[high - 1].start + len(core[high - 1].bare))
            if is_outlet(text, span):
                return span
        low = high
    return None


def _outlet_before(text: str, before: Sequence[Word]) -> Span | None:
    """The outlet of "a Torhaven Ledger report"."""
    start = len(before)
    while start and before[start - 1].capital and len(before) - start < _LONGEST_NAME:
        start -= 1
    for index in range(start, len(before)):
        span = (before[index].start, before[-1].start + len(before[-1].bare))
        if is_outlet(text, span):
            return span
    return None


def stated_by(core: Sequence[Word]) -> tuple[int, int] | None:
    """Index range of whoever makes "a statement from the ministry", "the ministry's statement"."""
    for index, word in enumerate(core):
        if word.low not in _STATEMENTS:
            continue
        link = index + 1
        while link < len(core) and core[link].low in _MADE:
            link += 1
        if link + 1 < len(core) and core[link].low in ("from", "by", "of"):
            return link + 1, len(core)
        low = 1 if core[0].low in lex.DETERMINERS else 0
        before = core[index - 1] if index > low else None
        if before is not None and (before.capital or before.possessive or is_common_noun(before.low)):
            return low, index
        return None
    return None
