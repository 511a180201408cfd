"""The words by which a body takes a side on a claim, or keeps out of it; general English of news writing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..story import Span
from ._claim_words import WORD

#: By kind, patterns of single words.
_WORDS: Final = {
    "false": r"""
        hoax\w* fak(?:e|es|ed|ing|ery) false(?:ly|hoods?)? debunk\w* untrue fabricat\w* myths? satir\w* parody
        pranks?\w* photoshop\w* doctored bogus baseless unfounded groundless (?:mis|dis)information misleading
        misle(?:d|ad) misquoted retract\w* snopes fooled duped tricked lies? lied lying liars? incorrect\w*
        inaccura\w* nonsense impersonat\w* rubbish bs bullshit mistaken\w* wrong(?:ly)? erroneous\w* phony
        scams? stunts? counterfeit forge[dr]\w*""",
    "deny": r"""
        den(?:y|ies|ied|ying|ials?) reject(?:s|ed|ing)? dismiss(?:es|ed|ing)? refut(?:e|es|ed|ing) rebut\w*
        disput(?:e|es|ed|ing) contradict\w* disavow\w* disown\w* clarif\w+ slam(?:s|med)? rubbish(?:ed|es)?
        backtrack\w* repudiat\w*""",
    "in_fact": "actually instead really apparently sorry unfortunately sadly",
    "but": "but however despite although though yet while whereas still",
    "doubt": r"""
        doubt\w* s[kc]eptic\w* question(?:ed|s|ing|able) suspicio\w* suspects? dubious unlikely improbable
        farfetched implausib\w* unverifi\w* unconfirmed unsubstantiated unproven disbelie\w* bizarre
        supposed\w* conspiracy theor(?:y|ies) critics? experts? mystery mysterious debate\w* controvers\w*""",
    "no_proof": r"un(?:able|clear) couldn['’]t unknown declined refus\w+",
    "report": r"""
        reports? reported reporting reportedly rumou?r(?:s|ed)? speculat\w* leak(?:s|ed)? circulat\w*
        media website blog\w* tabloid newspaper news journal post(?:s|ed)? tweet\w* viral internet
        facebook twitter""",
    "alleged": r"""
        alleg\w+ purport\w* claim(?:s|ed|ing)? suppos\w+ reportedly rumou?r(?:s|ed)? apparent(?:ly)? accus\w+
        insist\w*""",
    "according": r"citing cited told quoted quot(?:es|ing) per spokes\w+ statement",
    "source": r"sources? anonym\w+ insiders? officials? unnamed analysts? activists? witness\w*",
    "may": r"""
        may might could would possibl[ey] perhaps maybe appears? appeared seem\w* likely probably potential\w*
        suggest\w* indicat\w* if whether expect(?:s|ed)? believed? believes thought poised consider\w*
        plan(?:s|ned|ning)? hop(?:e|es|ing) intend\w*""",
    "said": "said says added wrote explained noted",
    "confirmed": r"""
        confirm(?:s|ed|ing|ation)? announc\w+ official(?:ly)? reveal\w* acknowledg\w+ admit\w* verified proof
        proves? proved released statement authorit\w+ police""",
    "not": r"not \w+n['’]t no never nothing none nobody without neither nor cannot",
    "update": r"update[ds]? correction corrected clarification earlier originally initial\w* apologi[sz]\w*",
    "you_and_i": "i me my we our us you your",
}
_NOT: Final = r"(?:not|\w+n['’]t|never)"
#: By kind, patterns of several words; a blank also stands for a hyphen.
_PHRASES: Final = {
    "false": (
        "made up", "mak(?:e|ing) (?:it |this )?up", r"conspiracy theor\w+", "urban legends?",
        "out of context",
        r"fact check\w*", "fell for", "no truth", "never happened", "too good to be true",
        rf"{_NOT} (?:actually |really |even )?(?:true|real|the case|accurate|correct)",
    ),
    "deny": (
        "shot down", "shoots? down", "push(?:ed|es|ing)? back", "contrary to", "no plans?",
        "walk(?:ed|s|ing)? back", "knock(?:ed|s)? down",
    ),
    "in_fact": (
        "in (?:fact|reality)", "turn(?:s|ed)? out", "as it happens", "the (?:truth|facts?)", "of course",
    ),
    "doubt": ("far fetched", "hard to believe", "(?:grain|pinch) of salt", "so called"),
    "no_proof": (
        r"no (?:\w+ )?(?:evidence|proof|confirmation|sign|record|indication|word|basis|way)",
        rf"(?:{_NOT}|nor) (?:been )?(?:\w+ )?(?:confirm\w*|verif\w*)",
        r"yet to (?:be )?(?:confirm\w*|verif\w*)",
        "could not", "not (?:yet )?(?:clear|known)", r"neither confirm\w*",
        "did not (?:immediately )?(?:respond|return|reply)", "no comment",
    ),
    "report": ("social media",),
    "according": ("according to", "as per", "in an interview"),
    "source": ("(?:people|person|those) familiar",),
    "may": ("said to", "set to"),
    "update": ("editor['’]?s note", "previously reported", "first reported"),
}  # fmt: skip
KINDS: Final = tuple(_WORDS)
_SINGLE: Final = tuple(re.compile("|".join(patterns.split()), re.IGNORECASE) for patterns in _WORDS.values())
#: For each phrase its kind, its first word and all of it.
_SEVERAL: Final = tuple(
    (
        KINDS.index(kind),
        re.compile(phrase.split()[0], re.IGNORECASE),
        re.compile(rf"{phrase.replace(' ', '[ -]')}(?!\w)", re.IGNORECASE),
    )
    for kind, phrases in _PHRASES.items()
    for phrase in phrases
)
_LONGEST: Final = 30


def cues(text: str, spans: Sequence[Span]) -> NDArray[np.float64]:
    """Whether each kind of cue stands in each sentence, shape (sentences, KINDS), 0 or 1."""
    found = np.zeros((len(spans), len(KINDS)))
    for row, (start, end) in enumerate(spans):
        here: set[int] = set()
        for word in WORD.finditer(text, start, end):
            kinds, phrases = _beginning(word[0][:_LONGEST])
            if kinds:
                here.update(kinds)
            for kind, phrase in phrases:
                if phrase.match(text, word.start(), end):
                    here.add(kind)
        found[row, list(here)] = 1
    return found


@lru_cache(maxsize=20_000)
def _beginning(word: str) -> tuple[tuple[int, ...], tuple[tuple[int, re.Pattern[str]], ...]]:
    """The kinds that a word is a cue of, and the phrases that may begin with it."""
    kinds = tuple(kind for kind, pattern in enumerate(_SINGLE) if pattern.fullmatch(word))
    return kinds, tuple((kind, phrase) for kind, first, phrase in _SEVERAL if first.fullmatch(word))
