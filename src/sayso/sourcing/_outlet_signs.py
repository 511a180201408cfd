"""Signs that a name is a medium's, in its form and in the words around it, without any list of media."""

from __future__ import annotations

import re
from typing import Final

from ..story import Span
from ._outlet_words import (
    ADDRESS,
    AFTER,
    BEFORE,
    BODIES,
    CALL_SIGN,
    COMMON_NOUN,
    HEADS,
    JOURNAL_OF,
    MADE_OTHER,
    NOT_CALL_SIGNS,
    NOT_MEDIA,
    OPENERS,
    OPENERS_WITH_HEAD,
    PAPER_HEADS,
    SAID_LATER,
    SERVICES,
    STATION,
    TRADE,
    WEAK_HEADS,
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: What begins surnames that have a second capital: McKay, O'Neill, DeWitt.
_SURNAME_START = re.compile(r"(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Fitz)(?=[A-Z])")

#: More of the same name beside a listed one: "Hollywood [Today]", "[Voice] of Israel", "[State] Police".
_LONGER_BEFORE = re.compile(
    r"(?<![\w'’])(?!The |A |An |In |On |By |But |And |As )[A-Z][\w-]*(?:[ \u00a0]|-)$"
)
_LONGER_AFTER = re.compile(r"(?:[ \u00a0](?:of[ \u00a0](?:the[ \u00a0])?)?[A-Z]|-\w|['’]s [A-Z]\w+ [A-Z])")

#: Characters looked at before and after a name.
_BEFORE_WINDOW: Final = 70
_AFTER_WINDOW: Final = 170
_LONGEST_NOUN: Final = 120


def looks_like_outlet(text: str, span: Span) -> str | None:
    """Why the name (or description) at `span` seems to be a medium's; None when nothing says so.

    Looks at the form of the name, then at the words around it. The span is the name alone, with or
    without its article.
    """
    start, end = _clip(text, span)
    words = text[start:end]
    tokens = [match[0] for match in _WORD.finditer(words[:200])]
    if not tokens:
        return None
    return (
        _address(words)
        or _common_noun(words)
        or (None if _another_thing(text, end, tokens) else _form(text, start, end, tokens))
        or (None if _another_thing(text, end, tokens) else _context(text, start, end, tokens))
    )


def listed_sign(text: str, span: Span) -> str | None:
    """Why a listed name that is also a common word or a person's is meant as the medium here."""
    start, end = _clip(text, span)
    tokens = [match[0] for match in _WORD.finditer(text, start, end)]
    if (
        not tokens
        or not (text[start].isupper() or text[start].isdigit())
        or _another_thing(text, end, tokens)
    ):
        return None
    if _LONGER_BEFORE.search(text, max(0, start - _BEFORE_WINDOW), start) or _LONGER_AFTER.match(text, end):
        return None
    if _address(text[start:end]):
        return "written as a web address"
    if (tokens[0] == "The" or text[max(0, start - 4) : start] == "The ") and _mid_sentence(text, start):
        return "a capitalised The within the sentence"
    before = BEFORE.search(text[max(0, start - _BEFORE_WINDOW) : start])
    if before is not None:
        return f"after “{_shown(before[0])}”"
    return _context(text, start, end, tokens)


def _address(words: str) -> str | None:
    match = ADDRESS.fullmatch(words.strip())
    if match is None or match[0].removeprefix("www.").split(".")[0].lower() in SERVICES:
        return None
    return "a name in the form of a web address"


def _common_noun(words: str) -> str | None:
    if len(words) > _LONGEST_NOUN or "social media" in words:
        return None
    return "a common noun for a medium" if COMMON_NOUN.fullmatch(words) else None


def _another_thing(text: str, end: int, tokens: list[str]) -> bool:
    following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if any(token.lower() in NOT_MEDIA for token in tokens):
        return True
    if following is None or not following[0][0].isupper():
        return False
    word = following[0].lower()
    return word in MADE_OTHER


def _form(text: str, start: int, end: int, tokens: list[str]) -> str | None:
    """Signs in the name itself."""
    words = text[start:end].removeprefix("The ").removeprefix("the ")
    named = tokens[1:] if tokens[0].lower() == "the" else tokens
    if not named:
        return None
    last, first = named[-1].lower(), named[0].lower()
    if named[-1].isascii() and CALL_SIGN.fullmatch(words):
        plain = words not in NOT_CALL_SIGNS and not (words.isupper() and _shouted(text, start, end))
        return "a North American call sign" if plain else None
    if STATION.fullmatch(words):
        return "the name of a local station"
    if JOURNAL_OF.match(words):
        return "named like a journal or broadcaster"
    if len(named) < 2 or not named[-1][0].isupper() or not (named[0][0].isupper() or named[0][0].isdigit()):
        return None
    if last in HEADS:
        return f"the head word “{named[-1]}”"
    if last in WEAK_HEADS and (named[-2].lower() in TRADE or first in OPENERS_WITH_HEAD):
        return f"the head words “{named[-2]} {named[-1]}”"
    if last in PAPER_HEADS and (named is not tokens or text[max(0, start - 4) : start].lower() == "the "):
        return f"“the” and the head word “{named[-1]}”"
    if first in OPENERS:
        return f"the first word “{named[0]}”"
    return None


def _context(text: str, start: int, end: int, tokens: list[str]) -> str | None:
    """Signs in the words around the name."""
    proper = tokens[1:] if tokens[0].lower() == "the" else tokens
    if not proper or not (proper[0][0].isupper() or proper[0][0].isdigit() or _odd(proper[0])):
        return None
    body = any(word.lower() in BODIES for word in proper)
    after = AFTER.match(text, end, min(len(text), end + _AFTER_WINDOW))
    if body and len(proper) == 1:
        return None
    if after is not None and not after["reported"]:
        return f"before “{_shown(after[0])}”"
    before = BEFORE.search(text[max(0, start - _BEFORE_WINDOW) : start])
    the = proper is not tokens or text[max(0, start - 4) : start].lower() == "the "
    weak_head = len(proper) > 1 and proper[-1].lower() in WEAK_HEADS
    likely = the or weak_head or any(_odd(word) for word in proper)
    if before is not None:
        shown = f"after “{_shown(before[0])}”"
        if before["medium"] or (before["cited"] and (likely or " by" not in before["cited"])):
            return shown
        if (before["told"] or before["spoke"]) and likely and not body:
            return shown
    if after is not None and likely and not body:
        return f"before “{_shown(after[0])}”"
    if likely and SAID_LATER.match(text, end, min(len(text), end + _AFTER_WINDOW)):
        return "called a medium right after"
    return None


def _odd(word: str) -> bool:
    """Written as no person's name is: BuzzFeed, NDTV, iMore."""
    inner = _SURNAME_START.sub("", word, count=1)
    return any(char.isupper() for char in inner[1:].partition("-")[0]) and len(word) > 2


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words beside it are in capitals too, so that capitals say nothing."""
    before = text[max(0, start - 20) : start].split()
    after = text[end : end + 20].split()
    return any(len(word) > 3 and word.isupper() and word.isalpha() for word in before[-1:] + after[:1])


def _mid_sentence(text: str, start: int) -> bool:
    """Whether a word with a small letter stands before, in the same sentence."""
    if text[max(0, start - 4) : start] == "The ":
        start -= 4
    before = text[max(0, start - 30) : start].rstrip(" \u00a0\"“‘'")
    return bool(before) and (before[-1].islower() or before[-1] in ",;")


def _shown(words: str) -> str:
    return " ".join(words.split()).strip(" ,.")


def _clip(text: str, span: Span) -> Span:
    start, end = max(0, span[0]), min(len(text), span[1])
    return (start, end) if start < end else (0, 0)
