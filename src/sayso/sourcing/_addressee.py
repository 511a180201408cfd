"""Finds the outlet through which a source speaks: "told Reuters", "in an interview with Die Zeit"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ..story import Span
from . import _lexicon as lex
from . import _outlets as outlets
from ._first_names import gender_of
from ._kinds import is_outlet
from ._words import Word, singular, words

#: What leads up to the outlet. The outlet's name or noun must follow at once.
_LEADS: Final = re.compile(
    r"""\b(?:
        (?:told|tells|telling|informed|assured|confirmed\s+to|revealed\s+to|admitted\s+to|explained\s+to|said\s+to|
           complained\s+to|insisted\s+to|wrote\s+to|leaked\s+to|provided\s+to|given\s+to|disclosed\s+to|sent\s+to|
           emailed|e-mailed)
        |(?:interview(?:s|ed)?|conversation|chat|call|appearance|segment|q&a|exclusive)\s+(?:\w+\s+){0,2}?(?:with|to|for|on|by|in)
        |(?:spoke|speaks|speaking|talked|talks|talking|chatted|chatting|opened\s+up)\s+(?:\w+\s+){0,1}?(?:to|with|on)
        |(?:statement|email|e-mail|letter|message|comment|comments|remarks|reply|response|text|note|memo)\s+
            (?:\w+\s+){0,2}?(?:to|sent\s+to|with|provided\s+to|given\s+to|obtained\s+by|for)
        |(?:quoted|cited|reported|obtained|seen|published|reviewed|viewed|carried|broadcast|aired|posted|released|picked\s+up|
            interviewed|spotted|translated)\s+(?:\w+\s+){0,1}?(?:by|in|on)
        |(?:op-ed|column|article|piece|essay|blog)\s+(?:for|in|on)
        |(?:appeared|appearing|appears)\s+on
        |exclusively\s+(?:to|with|by)
        |(?:to|with|by|for|asked\s+by|over\s+at|at|on|in)|via|from|per|according\s+to(?:\s+a\s+report\s+(?:in|on|by|from))?|citing|quoting
    )\s+(?:the\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
#: Leads that need a name surely known for an outlet's, since much else may follow them.
_WEAK: Final = re.compile(
    r"(?:via|by|at|from|per|said\s+to|sent\s+to|wrote\s+to|given\s+to|emailed|e-mailed|on|in|for|with|to|informed|assured)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Bare prepositions lead to much else: only a name known for an outlet's counts behind them.
_BARE: Final = re.compile(r"(?:to|with|by|for|at|on|in|over\s+at)\s+(?:the\s+)?$", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"(?:told|tells|telling|interview\s+with|(?:speak|talk)(?:s|ing)?\s+(?:to|with)|spoke\s+(?:to|with))\s+(?:the\s+)?$",
    re.IGNORECASE,
)

#: ", the Associated Press reports," behind what it reports.
_REPORTS: Final = re.compile(
    r"[,;”\"’]\s+(?:the\s+|The\s+|as\s+(?:the\s+)?)?(?P<name>[A-Z][\w.&’'!-]*(?:\s(?:of\s|the\s)?[A-Z][\w.&’'!-]*){0,4})\s+"
    r"(?P<verb>(?:has\s+|have\s+|had\s+|previously\s+|earlier\s+|first\s+)?(?:reports?|reported|writes|wrote|says|said|claims|claimed|noted|notes))\b"
)
_LONGEST: Final = 6


@dataclass(frozen=True, slots=True)
class Addressee:
    """An outlet that is spoken to; `lead` is the words that say so; `named` is false for "the paper"."""

    span: Span
    lead: Span
    named: bool
    head: str


def addressees(
    text: str,
    start: int,
    end: int,
    *,
    use_list: bool = True,
    known: Callable[[str], str | None] = lambda name: None,
    press: Callable[[str], bool] = lambda name: False,
) -> list[Addressee]:
    """Outlets, and journalists, spoken to in `text[start:end]`.

    `known` gives the kind of a name met elsewhere in the story, `press` whether it is a journalist's.
    """
    found: list[Addressee] = []
    for match in _LEADS.finditer(text, start, end):
        made = _outlet_at(text, match, end, use_list, known, press)
        if made:
            found.append(made)
    for match in _REPORTS.finditer(text, start, end):
        if is_outlet(text, match.span("name"), use_list=use_list):
            found.append(
                Addressee(match.span("name"), match.span("verb"), True, match["name"].split()[-1].lower())
            )
    return found


def _outlet_at(
    text: str,
    match: re.Match[str],
    end: int,
    use_list: bool,
    known: Callable[[str], str | None],
    press: Callable[[str], bool],
) -> Addressee | None:
    lead = (match.start(), match.end())
    following = words(text, match.end(), min(end, match.end() + 80))[: _LONGEST + 1]
    if not following or following[0].start != match.end():
        return None
    listed = _listed_at(text, match.end(), following[-1].end) if use_list else None
    if listed is not None:
        return Addressee(listed, lead, True, text[slice(*listed)].lower().split()[-1])
    bare = _BARE.fullmatch(text, *lead) is not None
    alone = len(following) < 2 or not following[1].capital
    if not _like_a_name(following[0]) or (following[0].low in lex.DEMONYMS and alone):
        return None if bare else _by_noun(text, lead, following)
    run = [following[0]]
    for word in following[1:]:
        gap = text[run[-1].end : word.start]
        if (
            not gap.strip(" &.-")
            and run[-1].text == run[-1].bare
            and word.low not in lex.NO_NAMES - {"the"}
            and (word.capital or word.low in lex.ORGANISATION_LINKS)
        ):
            run.append(word)
        else:
            break
    while run and not _like_a_name(run[-1]):
        run.pop()
    for high in range(len(run), 0, -1):
        span = (run[0].start, run[high - 1].start + len(run[high - 1].bare))
        if is_outlet(text, span, use_list=use_list) and not (high < len(run) and len(run) == 2 and high == 1):
            return Addressee(span, lead, True, run[high - 1].low)
    span = (run[0].start, run[-1].start + len(run[-1].bare))
    told = _TOLD.search(text, lead[0], lead[1]) is not None
    if told and (_may_be_outlet(text, run, span, known) or press(text[span[0] : span[1]])):
        return Addressee(span, lead, True, run[-1].low)
    return None


def _listed_at(text: str, start: int, end: int) -> Span | None:
    """A listed outlet of several words right here; small ones may stand inside: "the Mail on Sunday"."""
    found = (span for span, _ in outlets.outlets_in(text, start, end) if span[0] == start)
    return next((span for span in found if " " in text[slice(*span)]), None)


def _like_a_name(word: Word) -> bool:
    """Whether a word is written as a name: "Reuters", "io9", "news.com.au"."""
    return word.capital or (word.text[:1].isalpha() and any(c.isdigit() or c == "." for c in word.bare))


def _may_be_outlet(text: str, run: list[Word], span: Span, known: Callable[[str], str | None]) -> bool:
    """A name after "told" that is nothing else the story knows: most people are told things by pronoun."""
    place = all(w.low in lex.COUNTRIES or w.low in lex.DEMONYMS for w in run)
    if run[0].low in lex.TITLES or place or any(w.low in lex.ORGANISATION_HEADS for w in run):
        return False
    kind = known(text[span[0] : span[1]])
    if kind is not None and kind not in ("outlet", "organisation"):
        return False
    # "told Anna Smith" reads as a person; one capitalised word after "told" is an outlet oftener.
    return len(run) == 1 or (len(run) < 4 and gender_of(run[0].low) is None and kind != "organisation")


def _by_noun(text: str, lead: Span, following: list[Word]) -> Addressee | None:
    for index, word in enumerate(following[:4]):
        one = singular(word.low)
        if one in lex.OUTLET_NOUNS and one not in ("press", "media"):
            if index + 1 < len(following) and following[index + 1].capital:
                return None
            if one in ("show", "site", "station", "programme", "wire") and _WEAK.search(text, *lead):
                return None
            indefinite = following[0].low in ("a", "an", "one", "another") or following[0].low in lex.DEMONYMS
            start = (
                following[1].start if following[0].low in ("a", "an", "one") and index else following[0].start
            )
            return Addressee((start, word.end), lead, indefinite, one)
        if word.low in ("reporters", "journalists", "and", "that", "his", "her", "their"):
            return None
    return None
