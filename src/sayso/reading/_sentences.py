"""Cuts a stretch of text into sentences, as English news is written.

A mark that may end a sentence is judged by the word before it and the word after it: abbreviations,
initials, times of day, names that end in a mark, quotations whose speaker follows. Speech in quotation
marks is cut like any other text, and its marks stay with the sentence they open or close.
"""

from __future__ import annotations

import re
from typing import Final

from ..story import Span
from ._paragraphs import paragraphs

#: A run of end marks ("...", "?!", ". . ."), then the marks that close a quotation or a bracket.
_END: Final = re.compile(
    r"(?:\.(?:[ \u00a0]\.){2,}|[.!?…。！？])[.!?…]*(?:[\"'”’»)\]]|[ \u00a0][\"”](?=\s|$))*"
)
_WIDE: Final = frozenset("。！？")
_CLOSERS: Final = frozenset("\"'”’»)]")
_OPENERS: Final = " \t\u00a0\"'“”‘’«»([*•\u200b"
#: Arrows, stars and emoji stand at the beginning of messages.
_PICTURES: Final = "\u2600"
_SPACE: Final = re.compile(r"\s*")
_WORD_BEFORE: Final = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*$")
_WORD_AFTER: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
#: A word longer than this is no abbreviation.
_REACH: Final = 24
#: A word longer than this is not the short form of another.
_LONGEST_SHORT: Final = 4

#: Stand before a name or a number and never at the end.
_NEVER_LAST: Final = frozenset(
    """mr mrs ms mx dr prof gen sen sens rep reps gov govs lt col sgt capt cpl pvt maj adm cmdr cmdt brig supt
    insp det dep asst hon rev fr messrs mme mlle pres st ste mt ft vs fig figs cf viz approx ca e.g i.e eg ie
    v spc pfc ssgt msgt tech atty dist sec""".split()
)
#: The same before a number only ("No. 2", "Jan. 5", "p. 12").
_BEFORE_NUMBER: Final = frozenset(
    "no nos rs jan feb mar apr jun jul aug sept sep oct nov dec vol pp p ch art para op flt ext rte c".split()
)
#: May well be the last word: only a word that likes to open sentences makes them so.
_MAY_BE_LAST: Final = frozenset(
    """inc ltd corp co cos bros plc llc jr sr esq etc al ave blvd rd hwy dept univ assn intl natl govt est
    a.m p.m am pm u.s u.k u.n e.u d.c l.a n.y n.j ph.d m.d b.a m.a u.s.a u.a.e a.d b.c d.a p.r
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr
    nev okla ore penn pa tenn tex va vt wash wis wyo ont que b.c alta sask
    mon tue tues wed thu thur thurs fri sat sun jan feb mar apr aug sept sep oct nov dec
    yahoo jeopardy""".split()
)
#: Open a sentence far oftener than they go on with a name.
_STARTERS: Final = frozenset(
    """the a an this that these those there here it its he she they we you his her their our my i in on at for
    from with by to of as after before during since until while when where why how what who which if although
    though because but and or so yet however meanwhile also another some many most all both each one two
    no not now then today yesterday according officials police
    is was are were do does did has have had will would can could may might should other several more such
    later earlier last despite even instead still nor once among about asked under over these speaking
    nowadays
    """.split()
)
_SAYING: Final = (
    "said|says|say|asked|asks|added|adds|told|wrote|writes|tweeted|replied|exclaimed|shouted|yelled|joked|"
    "wondered|recalled|demanded|cried|screamed|quipped|declared|continued|explained|responded|posted|noted"
)
#: 'Is it over?' Ana Brask asked: the speaker belongs to the question before.
_SPEAKER: Final = re.compile(rf"(?:[^\W\d_][\w.’'-]*[ \u00a0]){{1,4}}(?:{_SAYING})\b")
_GLUED: Final = re.compile(r"[^\W\d_]{2}")
_STRETCH: Final = re.compile(r"\S+")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order, without the white space around them.

    Between them stands nothing but white space; none runs over the end of a paragraph.
    """
    found: list[Span] = []
    for low, high in paragraphs(text, start, end):
        begin = low
        for mark in _END.finditer(text, low, high):
            stop = mark.end()
            if stop >= high or stop <= begin:
                continue
            following = _ends(text, begin, mark, high)
            if following:
                found.append((begin, stop))
                begin = following
        found.append((begin, high))
    return found


def _ends(text: str, begin: int, mark: re.Match[str], high: int) -> int:
    """Where the next sentence begins when this mark ends one, else 0."""
    stop = mark.end()
    space = _SPACE.match(text, stop, high)
    after = space.end() if space else stop
    if text[mark.start()] in _WIDE:
        return after
    if after == stop:
        return stop if _is_glued(text, mark, high) else 0
    if after >= high:
        return 0
    word = _opening_word(text, after, high, mark[0])
    if word is None:
        return 0
    closed = text[stop - 1] in _CLOSERS
    if text[mark.start()] in "!?" and closed and _SPEAKER.match(text, after, high):
        return 0
    if mark[0] == "." and _is_number(text, begin, mark.start()):
        return 0
    if mark[0][0] not in ".!" or len(mark[0].rstrip("\"'”’»)] ")) > 1:
        return after
    return after if _word_can_end(text, begin, mark, word, closed, text[after]) else 0


def _word_can_end(
    text: str, begin: int, mark: re.Match[str], following: str, closed: bool, first_mark: str
) -> bool:
    """Whether the word before a single full stop may be the last of its sentence."""
    before = _WORD_BEFORE.search(text, max(begin, mark.start() - _REACH), mark.start())
    if not before or closed:
        return True
    word, following = before[0].casefold(), re.split("[’']", following, maxsplit=1)[0]
    initial = len(word) == 1 and before[0].isalpha() and before[0].isupper() and before[0] != "I"
    if mark[0] == "!":  # Yahoo! News, E! Online
        return not (initial or word in _MAY_BE_LAST) or following.casefold() in _STARTERS
    if word in _NEVER_LAST or (word in _BEFORE_NUMBER and following[0].isdigit()):
        return False
    if following[0].islower() and not any(map(str.isupper, following)):
        return len(word) > _LONGEST_SHORT and following in _STARTERS and not _has_inner_dots(word)
    if initial or word in _MAY_BE_LAST or _has_inner_dots(word):
        return first_mark in '"“‘«' or (following.casefold() in _STARTERS and len(following) > initial)
    return True


def _has_inner_dots(word: str) -> bool:
    """U.S, p.m, J.K: letters with a full stop after each."""
    return "." in word and all(len(part) <= 2 and part.isalpha() for part in word.split("."))


def _opening_word(text: str, after: int, high: int, mark: str) -> str | None:
    """The word that would open the next sentence; None when it looks like the middle of one."""
    at = after
    while at < high and (text[at] in _OPENERS or _is_picture(text[at])):
        at += 1
    if at >= high:
        return None
    first = text[at]
    if first in "@#$£€":
        return first
    word = _WORD_AFTER.match(text, at, min(high, at + 2 * _REACH))
    if not word:
        return None
    if first.isdigit() or not first.islower():
        return word[0]
    if any(map(str.isupper, word[0])):  # iPhone, al-Shabab
        return word[0]
    # Carelessly typed: the capital was left out. Only where nothing else could be meant.
    return word[0] if mark == "." and at == after and word[0] in _STARTERS else None


def _is_picture(mark: str) -> bool:
    return mark >= _PICTURES and not mark.isalnum()


def _is_number(text: str, begin: int, end: int) -> bool:
    """Whether nothing but the number of a list item stands there."""
    return end - begin <= _LONGEST_SHORT and not text[begin:end].strip(_OPENERS + "0123456789")


def _is_glued(text: str, mark: re.Match[str], high: int) -> bool:
    """Whether the space after the mark was lost: "over.The next day"."""
    before, stop = mark.start(), mark.end()
    if not (text[stop].isupper() or (text[stop] in "“" and mark[0] != "…")):
        return False
    if not text[before - 1 : before].islower() or not text[before - 2 : before - 1].islower():
        return False
    if text[stop].isupper() and not (_GLUED.match(text, stop, high) and text[stop + 1].islower()):
        return False
    return not _is_address(text, before, stop, high)


def _is_address(text: str, before: int, stop: int, high: int) -> bool:
    """Whether the mark stands in a web address or a handle."""
    left = text[max(0, before - 80) : before].split()
    right = _STRETCH.match(text, stop, min(high, stop + 80))
    around = (left[-1] if left else "") + (right[0] if right else "")
    return any(sign in around for sign in ("/", "@", "www", "_")) or around.count(".") > 2
