"""Finds the person behind an office in capitals: "Secretary of State Anna Lund"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from . import _lexicon as lex
from ._first_names import gender_of
from ._words import Word, is_initial, singular

_LINKS: Final = frozenset("of for at to".split())
_TITLES: Final = (lex.TITLES | lex.ROLES) - frozenset("defence defense interior foreign justice".split())
_MOST_NAMES: Final = 4  #: words of a person's name


def is_role(word: Word) -> bool:
    """Whether a word is an office or a calling ("Minister", "head", "resident")."""
    return word.low in lex.ROLES or singular(word.low) in lex.PERSON_NOUNS


def behind_office(core: Sequence[Word], link: int) -> tuple[int, int] | None:
    """Index range of the name in "Minister for Ports Anna Lund"; the role's "for" is at `link`."""
    if not link or core[link].low not in _LINKS or not is_role(core[link - 1]):
        return None
    department = low = high = _behind_department(core, link)
    while high < len(core):
        step = high + 1 if core[high].low in _LINKS or core[high].low in ("and", "in") else high
        if step < len(core) and core[step].low == "the":
            step += 1
        if step >= len(core) or not core[step].capital:
            break
        low, high = step, step + 1
        while high < len(core) and (core[high].capital or _inside(core, high)):
            high += 1
    start = person_in(core[low:high])
    if department > link and low == department and high - low > 1 and core[link + 1].low != "the":
        return low, high  # all of it is the person's
    return (low + start, high) if start else None


def _behind_department(core: Sequence[Word], link: int) -> int:
    """Past "communications" in "director of communications Anna Lund", before a known first name."""
    index = link + 1
    while index < len(core) and index - link <= _MOST_NAMES and core[index].low.isalpha():
        if core[index].capital:
            return index if index > link + 1 and gender_of(core[index].low) else link
        index += 1
    return link


def person_in(run: Sequence[Word]) -> int:
    """Where a person's name begins in capitals that a body's or a country's name begins, or 0."""
    last = len(run) - 1
    if last < 0 or gender_of(run[0].low):
        return 0  # "the sister of Mary Jane Lund" is not Jane Lund
    for index in range(max(1, last - _MOST_NAMES + 1), last):
        if gender_of(run[index].low) and not run[last].possessive:
            # "an aide to President Boris Lund" is not the president.
            return 0 if run[index - 1].low in _TITLES else index
    for index in range(last - 2, max(-1, last - _MOST_NAMES - 1), -1):
        ended = run[index].low in lex.ORGANISATION_HEADS or run[index].low in lex.COUNTRIES
        if ended and all(_personal(word) for word in run[index + 1 :]):
            return index + 1
    return 0


def _inside(core: Sequence[Word], index: int) -> bool:
    """A small word inside a name: "van der"."""
    return core[index].low in lex.NAME_PARTICLES and index + 1 < len(core) and core[index + 1].capital


def _personal(word: Word) -> bool:
    if word.acronym and not is_initial(word):
        return False
    return not (word.low in lex.ORGANISATION_HEADS or word.low in lex.DEMONYMS or word.low in lex.COUNTRIES)
