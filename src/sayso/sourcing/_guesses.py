"""Finds by syntax who else may be speaking in a sentence: a noun phrase with a verb of speech beside it.

The reader's model labels each word once and leaves out what stands inside another's content, or a speaker
without usual words. What is found here is only offered as an option; most of it is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

from ..story import Span
from . import _lexicon as lex
from ._claims import Claim, overlaps
from ._name_run import is_common_noun
from ._span_index import SpanIndex
from ._words import Word, words

_VERB: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|(?:claim|report|confirm|warn|admit|insist|explain|reveal|suspect|suggest|"
    r"allege|acknowledge|predict|assert|tweet|post|dismiss|reject|dispute|maintain|conclude|announce|declare|state|argue|"
    r"believe|agree|expect|fear|estimate|describe|note|write|deny|stress|indicate|speculate|vow|threaten|promise|plead|hint)"
    r"(?:s|t?ed|d)?|claiming|reporting|denying|confirming|warning|announcing|alleging|insisting|wrote|writ(?:es|ing)|"
    r"den(?:ied|ies)|th(?:inks?|ought)|hear(?:d|s)?|learned|declined|refused|add(?:ed|s)|show(?:s|ed)|called|"
    r"asked|identified|vow(?:s|ed)|hopes?|hoped|pleaded|boasted|joked|recalled|told|quoted|cited|urged)\b"
)
_BY: Final = re.compile(
    r"\b(?:(?:told|informed|notified|said|reported|confirmed|posted|released|published|written|identified|announced|"
    r"quoted|revealed|claimed|alleged|described|leaked|cited|warned|shared|issued|made|denied|believed)(?:\s+\w+){0,3}?\s+by"
    r"|according\s+to|(?:message|statement|letter|note|e-?mail|tweet|post|report|reports|video|comments?|claims?|information|"
    r"word)\s+(?:\w+\s+)?(?:from|by|of)|attribut\w+(?:\s+\w+){0,3}?\s+to|heard\s+from|learned\s+from|(?:citing|quot(?:ing|ed|es)))\s+",
    re.IGNORECASE,
)
#: What may stand between a subject and its verb.
_BETWEEN: Final = frozenset(
    "has had have also then later now already earlier previously reportedly allegedly repeatedly recently "
    "never "
    "not did does do will would is are was were been being even just still only further all both himself "
    "herself themselves once initially again often always first".split()
)
_PASSIVE: Final = frozenset("is are was were been being".split())
#: What a subject cannot hold.
_STOPS: Final = frozenset(
    "that and but or because when while after before if whether although though since until than as so "
    "who which whom whose what where why how he she they we i it you".split()
)
_INSIDE: Final = frozenset("of for at in from with on to near inside within".split())
_PRONOUNS: Final = frozenset(("he", "she", "they"))
_ENDS_OBJECT: Final = frozenset(
    "that who which said says as after when while before because was were is has had have would could will "
    "about whether if and but claiming saying".split()
)
_BREAK: Final = re.compile(r"[,;:()\[\]\"“”\n–—]|\s-\s")
_LONGEST: Final = 9
_LEAST: Final = 15  #: characters of a content
_MOST: Final = 12  #: guesses in one sentence
CONFIDENCE: Final = 0.2
WHY: Final = "a verb of speech beside a noun phrase"


def guesses(text: str, sentences: Sequence[Span], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims that the syntax of a sentence allows and that reading has not found; `index` is left at 0."""
    taken = SpanIndex((span, None) for c in claims for span in (*c.cue, *c.source))
    holders = SpanIndex((span, c.index) for c in claims if c.cue or c.source for span in c.content)
    for sentence in sentences:
        yield from islice(_in_sentence(text, sentence, taken, holders), _MOST)


def _in_sentence(
    text: str, sentence: Span, taken: SpanIndex[None], holders: SpanIndex[int]
) -> Iterator[Claim]:
    given: list[Span] = []
    for source, cue in chain(_subjects(text, *sentence), _objects(text, *sentence)):
        known = any(True for span in (source, cue) for _ in taken.over(*span))
        content = _content(text, sentence, source, cue)
        if known or content is None or any(overlaps((source, cue), *span) for span in given):
            continue
        around = [item for item in holders.over(*cue) if item[0][0] <= cue[0] and cue[1] <= item[0][1]]
        outer = min(around, key=lambda item: item[0][1] - item[0][0], default=None)
        if outer is not None:
            content = (max(content[0], outer[0][0]), min(content[1], outer[0][1]))
            if content[1] - content[0] < _LEAST:
                content = outer[0]
        given.append(source)
        yield Claim(
            0, (source,), (cue,), (content,), CONFIDENCE, "indirect", WHY,
            outer=outer[1] if outer else None, guess=True,
        )  # fmt: skip


def _subjects(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Noun phrases right before a verb of speech, with the verb."""
    every = words(text, start, end)
    at = {word.start: n for n, word in enumerate(every)}
    for match in _VERB.finditer(text, start, end):
        index = at.get(match.start())
        if not index:
            continue
        last = index - 1
        passive = False
        while last >= 0 and every[last].low in _BETWEEN and not _apart(text, every[last], every[last + 1]):
            passive = passive or every[last].low in _PASSIVE
            last -= 1
        if last < 0 or passive or _apart(text, every[last], every[last + 1]):
            continue
        first = _first_of(text, every, last)
        if first is not None:
            yield (every[first].start, every[last].start + len(every[last].bare)), match.span()


def _first_of(text: str, every: Sequence[Word], last: int) -> int | None:
    """Where the noun phrase that ends at a word begins; None when no such phrase can be a speaker."""
    word = every[last]
    if word.low in _PRONOUNS:
        return last
    if word.low in _STOPS or word.low in _INSIDE or word.low in lex.DETERMINERS:
        return None
    first = last
    while first > 0 and last - first < _LONGEST:
        before = every[first - 1]
        if _apart(text, before, every[first]) or before.low in _STOPS or _VERB.fullmatch(before.text):
            break
        if before.low in _INSIDE and not _may_link(every, first - 1):
            break
        first -= 1
        if before.low in lex.DETERMINERS and not (first > 0 and every[first - 1].low in _INSIDE):
            break
    while first < last and every[first].low in _INSIDE:
        first += 1
    return first if _may_speak(every[first : last + 1]) else None


def _may_link(every: Sequence[Word], index: int) -> bool:
    """Whether a preposition stands inside a noun phrase that speaks: "a spokesman for the White House"."""
    return index > 0 and (is_common_noun(every[index - 1].low) or every[index - 1].capital)


def _may_speak(phrase: Sequence[Word]) -> bool:
    return any(
        (word.capital and word.low not in lex.NO_NAMES)
        or is_common_noun(word.low)
        or word.low in lex.PERSON_PRONOUNS
        for word in phrase
    )


def _objects(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Noun phrases behind "told by", "according to", "a statement from", with those words."""
    for match in _BY.finditer(text, start, end):
        every = words(text, match.end(), min(end, match.end() + 120))
        if not every or every[0].start != match.end():
            continue
        high = 0
        while high < min(len(every), _LONGEST):
            if high and (_apart(text, every[high - 1], every[high]) or every[high].low in _ENDS_OBJECT):
                break
            high += 1
        phrase = every[:high]
        if phrase and _may_speak(phrase) and phrase[0].low not in _STOPS:
            cue = (match.start(), match.start() + len(match[0].rstrip()))
            yield (phrase[0].start, phrase[-1].start + len(phrase[-1].bare)), cue


def _apart(text: str, before: Word, after: Word) -> bool:
    return _BREAK.search(text, before.end, after.start) is not None


def _content(text: str, sentence: Span, source: Span, cue: Span) -> Span | None:
    """What is said: what stands behind source and cue, or before them where nothing does."""
    low, high = min(source[0], cue[0]), max(source[1], cue[1])
    behind = (high, sentence[1])
    before = (sentence[0], low)
    for begin, stop in (behind, before):
        shown = text[begin:stop]
        kept = (begin + len(shown) - len(shown.lstrip(" ,;:.")), begin + len(shown.rstrip(" ,;:.")))
        if kept[1] - kept[0] >= _LEAST and any(c.isalpha() for c in shown):
            return kept
    return None
