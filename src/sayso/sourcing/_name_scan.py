"""Finds names in running text: runs of capitals, and the nouns beside them that tell who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._name_run import is_common_noun
from ._words import Word, is_initial, singular, words

#: "a former West London rapper": an article, at most five words, a noun.
SOMEBODY: Final = re.compile(
    r"\b(?P<article>an?|the|this|that|one)\s+(?P<rest>(?:[\w’'\"“”.-]+\s+){0,4}?(?P<noun>[a-z][a-z-]{2,}|\d\d-year-old))\b"
    r"(?=\s*(?:[,.;:(\"”]|who\b|said\b|says\b|has\b|had\b|was\b|is\b|in\b|at\b|from\b|of\b|and\b|to\b|"
    r"told\b|with\b|for\b|on\b|claims?\b|claimed\b|named\b|called\b|$|[a-z]+ed\b))",
    re.IGNORECASE,
)
_APPOSITION: Final = re.compile(
    r",\s(?P<told>(?:an?|the|who (?:is|was)|his|her|their|[\w’'.-]+[’']s|\d\d,)\s?[^,.;:()\n]{3,70})"
)
_SAYS: Final = re.compile(
    r"\b(?:sa(?:id|ys)|t(?:old|ells)|claim(?:s|ed)|add(?:s|ed)|wrote|denie[sd]|confirm(?:s|ed))\b"
)
_GAP: Final = re.compile(r"\s+|\.\s+|\s*&\s*")
_DATELINE: Final = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?[ \u00a0]?(?:\([\w ./]{1,30}\))?[ \u00a0]?(?:[—–]|-{1,2}(?!\w))"
)
_MONTHS: Final = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_DAY: Final = re.compile(r"\.?\s?\d")
_ACRONYM: Final = 5  #: letters; longer words in capitals are shouted
_OF: Final = ("voice", "times", "bank", "house")  #: what an "of" may follow in a name
_ROLE_BEFORE: Final = 5  #: words before a name in which what somebody is may stand


def name_runs(text: str, every: Sequence[Word]) -> Iterable[tuple[Sequence[Word], Sequence[Word], int]]:
    """Runs of capitalised words that may be a name, the words before each, and where it ends."""
    index = 0
    while index < len(every):
        if not _may_begin(every[index]):
            index += 1
            continue
        end = _run_end(text, every, index)
        run = every[index:end]
        if not _is_shouted(text, run) and (len(run) > 1 or not _is_no_name(text, run[0])):
            yield run, every[max(0, index - _ROLE_BEFORE) : index], run[-1].end
        index = end


def _may_begin(word: Word) -> bool:
    """Whether a name may begin with a word."""
    number = word.text[0].isdigit() and not word.bare[-1].isalpha()
    return word.capital and word.low not in lex.NO_NAMES and not number


def _run_end(text: str, every: Sequence[Word], index: int) -> int:
    """The index behind the last word of the name that begins at `index`."""
    end = index + 1
    linked = every[index].low == "of"
    while end < len(every) and not every[end - 1].possessive:
        step = every[end]
        if not _goes_on(text, every[end - 1], step):
            break
        if step.capital and step.low not in lex.NO_NAMES:
            linked = linked or step.low == "of"
            end += 1
        elif _links(text, every, end, linked):
            linked = linked or "of" in (step.low, every[end + 1].low)
            end += 2
        else:
            break
    return end


def _goes_on(text: str, last: Word, step: Word) -> bool:
    """Whether what stands between two words may stand inside a name."""
    gap = text[last.end : step.start]
    if not _GAP.fullmatch(gap) or "\n" in gap:
        return False
    return "." not in gap or is_initial(last) or last.low in lex.TITLES


def _links(text: str, every: Sequence[Word], end: int, linked: bool) -> bool:
    """Whether a small word holds a name together: "van der", "Bank of", "of Food and Drugs"."""
    step = every[end]
    if not (step.low in lex.NAME_PARTICLES or step.low in ("of", "for") or (step.low == "and" and linked)):
        return False
    if end + 1 >= len(every):
        return False
    after, before = every[end + 1], every[end - 1].low
    if not after.capital or after.low in lex.NO_NAMES or text[step.end : after.start] != " ":
        return False
    return step.low not in ("of", "for") or _is_head(before)


def _is_head(low: str) -> bool:
    """Whether a word of a name may have "of" behind it: "Bank", "Centres"."""
    return low in lex.ORGANISATION_HEADS or singular(low) in lex.ORGANISATION_HEADS or low in _OF


def _is_no_name(text: str, word: Word) -> bool:
    """A single capital that is a common noun, or that only begins a sentence."""
    if word.low in _MONTHS and _DAY.match(text, word.end):
        return True
    return (is_common_noun(word.low) and not word.acronym) or _opens_sentence(text, word)


def _is_shouted(text: str, run: Sequence[Word]) -> bool:
    """A dateline ("TORHAVEN (Reuters) -") or a piece of a headline in capitals."""
    if not all(word.acronym for word in run):
        return False
    first, last = run[0], run[-1]
    opens = not first.start or text[first.start - 1] in '\n“"'
    if opens and len(first.bare) > _ACRONYM and _DATELINE.match(text, last.end):
        return True
    return len(run) > 1 and any(len(word.bare) > _ACRONYM for word in run[1:])


def _opens_sentence(text: str, word: Word) -> bool:
    """Whether a capital may only come from the beginning of a sentence."""
    if word.acronym or (len(word.bare) > 2 and any(c.isupper() for c in word.bare[1:])):
        return False
    at = word.start
    while at and text[at - 1] in " \t\u00a0":
        at -= 1
    before = text[at - 1 : at]
    return before in ("", "\n", ".", "!", "?", ":", '"', "“", "‘", "'", "”")


def roles_in(text: str, span: Span) -> set[str]:
    """The head nouns of persons, bodies and media that a description begins with."""
    out = set()
    for word in words(text, *span)[:14]:
        one = singular(word.low)
        if one in lex.PERSON_NOUNS or one in lex.ORGANISATION_NOUNS or one in lex.OUTLET_NOUNS:
            out.add(one)
        if word.low in ("who", "which", "that", "whose"):
            break
    return out


def roles_after(text: str, at: int) -> tuple[set[str], Span | None]:
    """What stands in apposition behind a name: ", the director of the film,"; its nouns, and where."""
    match = _APPOSITION.match(text, at)
    if match is None or _SAYS.search(match["told"]):
        return set(), None  # "…, the company said": not what the name before is
    roles = roles_in(text, match.span())
    span = match.span("told")
    return roles, (span[0], span[0] + len(match["told"].rstrip())) if roles else None
