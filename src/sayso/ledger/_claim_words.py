"""The words of a statement that carry it, brought to stems, numbers and signs that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ._names_fold import plain

_LONGEST: Final = 60
_PIECE: Final = 200
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[a-z0-9]+")
_NUMBER: Final = re.compile(r"\d")

#: Words that any two sentences may share, those of saying among them.
STOP: Final = frozenset(
    """
    a an the of to in on at for from with by as and or but is are was were be been being it its this that
    these those he she they his her their him them i you we your our my me us who whom which what when where
    why how after before into over out up down off about than then so if not no nor do does did has have had
    will would can could may might just also very more most say says said saying told tell tells according
    report reports reported reportedly reporting there here one ones some any all now only own other another
    while during because since until though although however still yet even ever new such through between
    mr mrs ms dr get gets got make makes made re ve ll
    """.split()
)
_ENDINGS: Final = (
    "ingly",
    "edly",
    "ations",
    "ation",
    "ings",
    "ing",
    "ied",
    "ies",
    "ers",
    "ed",
    "er",
    "ly",
    "es",
    "s",
)
#: Words that newsrooms use for one another; general English, the first stands for all.
_ALIKE: Final = """
    kill killed killing dead die dies died death deaths slain slay
    wound wounded injure injured injury injuries hurt
    buy buys buying bought acquire acquires acquired acquiring acquisition purchase purchased takeover
    shut shuts shutting shutdown close closes closed closing closure discontinue discontinued eliminate sunset
    launch launched launches release released releases debut ship ships shipping shipment sell sells selling
    fake hoax bogus false untrue phony phoney fabricated impostor imposter
    arrest arrested detain detained custody
    strike strikes airstrike airstrikes bombing bombed bomb bombs
    quit quits quitting resign resigned resigns resignation
    fire fired sack sacked dismiss dismissed
    steal stole stolen stealing theft thief thieves rob robbed robbery
    shoot shot shooting shootings gunfire
    us usa american america
    uk britain british briton britons
    jihadist jihadi jihadists jihadis militant militants terrorist terrorists extremist extremists
    begin begins began begun start starts started
    plan plans planned planning intend intends intended
    worker workers employee employees staff
    child children kid kids
    man men guy
    car vehicle vehicles cars
    pregnant pregnancy expecting
    wed wedding marry married marriage
    crash crashed crashes
    watch watches
    isis isil daesh
"""
_AS: Final = {word: line.split()[0] for line in _ALIKE.strip().splitlines() for word in line.split()}
_END: Final = re.compile(r"[.!?][\"”’')\]]*\s|\n")
#: How far a sentence is looked for on either side.
_FAR: Final = 600
#: Words that turn a statement round.
_NOT: Final = re.compile(
    r"\b(?:not|never|no longer|nobody|none|cannot|neither|without)\b|n['’]t\b"
    r"|\b(?:denie[sd]|deny|denying|refut\w+|debunk\w*|fake|hoax\w*|bogus|untrue|false|fabricated|made[ -]up"
    r"|myth|dispel\w*|dismiss(?:es|ed)|rejects?|rejected)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without the commonest endings; words newsrooms use for one another fall together."""
    low = word[:_LONGEST]
    if low in _AS:
        return _AS[low]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
            break
    if low.endswith("e") and len(low) > 4:
        return low[:-1]
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] else low


def stem_words(words: str) -> dict[str, str]:
    """The stems of the telling words of a text, each with the first word that it stands for, in order."""
    found: dict[str, str] = {}
    for piece in _pieces(words):
        for word in _WORD.findall(piece):
            if word not in STOP and (len(word) > 1 or word.isdigit()):
                found.setdefault(word.replace(",", "") if _NUMBER.match(word) else stem(word), word)
    return found


@lru_cache(maxsize=1 << 15)
def stems(words: str) -> frozenset[str]:
    """The stems of the telling words of a text; numbers keep their digits."""
    return frozenset(stem_words(words))


def _pieces(words: str) -> Iterator[str]:
    """The text folded, in pieces that `plain` takes whole, cut at blanks."""
    start = 0
    while start < len(words):
        end = start + _PIECE
        if end < len(words):
            blank = words.rfind(" ", start + 1, end)
            end = blank if blank > start else end
        yield plain(words[start:end])
        start = end


def numbers(found: frozenset[str]) -> frozenset[str]:
    """The numbers among stems."""
    return frozenset(word for word in found if _NUMBER.match(word))


def turns_round(words: str) -> int:
    """How many words of a statement negate or refute it."""
    return len(_NOT.findall(words))


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence or sentences that hold a span."""
    before = max(0, start - _FAR)
    for found in _END.finditer(text, before, start):
        before = found.end()
    last = min(len(text), end + _FAR)
    after = _END.search(text, max(end - 1, start), last)
    return text[before : after.end() if after else last]
