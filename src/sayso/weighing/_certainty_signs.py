"""What in a sentence bears on its certainty, as named signs that a linear model weighs.

A sign's name says what it is: `hearsay@content` is a word of hearsay inside a content, `denial>report` a
denial whose object is a report. The names are the model's features; its file holds a weight for each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..story import Attribution, Span
from ._hedge_kinds import Kind
from ._hedges import Expression, expressions

#: Longest stretch of a sentence that is looked at, in characters; what follows adds nothing.
LONGEST: Final = 2000
#: How many attributions of one sentence are looked at.
_MOST: Final = 12

#: Kinds that often stand where nothing is hedged, denied or asked.
_WEAK: Final[frozenset[Kind]] = frozenset(
    [
        "negation",
        "condition",
        "claim",
        "attitude",
        "suggestion",
        "expectation",
        "possibility",
        "flaw",
        "unharmed",
    ]
)

_PAIRS: Final = (
    ("modal", "negation"),
    ("hearsay", "falsity"),
    ("hearsay", "denial"),
    ("negation", "hearsay"),
)
#: Characters at the beginning of a story that tell what it is about.
_OPENING: Final = 700

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[?!]+")
_MARK: Final = re.compile(r"[\"“”«»]")
_SUBORDINATE: Final = frozenset(
    """who whom whose which where when after before because since while although though despite until as if
    unless""".split()
)
_CLAUSE: Final = re.compile(
    r"\b(?:who|whom|whose|which|where|when|after|before|because|since|while|although|though|despite|until|as|if"
    r"|unless|that|and|but)\b|[,;:—–(]",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"\?[\"”’')\]]*\s*$")
_RUMOUR: Final = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|stor(?:y|ies)|allegations?|speculation|accusations?|assertions?|suggestions?"
    r"|hoax|article|news|notion|idea|theory)\b",
    re.IGNORECASE,
)
_PREDICATE: Final = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|as|report|story|rumou?rs?|claims?|that|it|this|simply|totally|completely|"
    r"categorically|entirely|deemed|called|proved|proven|declared|clearly|definitely|to be|just|all)"
    r"|['’]s|n['’]t)"
    r"(?: (?:a|an|the|not))?[ \"“‘']*$",
    re.IGNORECASE,
)
_CUES: Final[dict[str, str]] = {
    "say": "say said says saying told tell tells telling state stated states stating statement",
    "add": """added adds adding continued continues explained explains noted notes noting wrote writes write
    posted tweeted writing tweeting""",
    "accord": "according",
    "report": "report reports reported reporting reportedly",
    "claim": "claim claims claimed claiming alleged alleges alleging asserted insisted argued argues",
    "confirm": """confirm confirms confirmed announced announces revealed reveals acknowledged admitted
    verified""",
    "deny": """denied denies deny denying dismissed dismiss dismisses refuted rejected disputed debunked
    debunking dispelled denial refutes rejects disputes debunks""",
    "believe": """believe believes believed think thinks thought feel feels feared fear fears suspect suspects
    suspected hopes hope hoped expect expects expected predicts predicted predict estimates""",
    "suggest": """suggest suggests suggested suggesting implies hinted speculated speculate speculation
    indicates""",
    "hear": "reportedly allegedly rumors rumours rumor rumour rumored rumoured apparently",
    "ask": "asked asks ask wondered wonders questioned asking wondering questions",
    "find": "show shows showed showing found finds find discovered",
}
_CUE_CLASSES: Final = {word: name for name, words in _CUES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one sentence, each with its strength (0 to 1), and the words behind them."""

    strengths: dict[str, float]
    found: tuple[Expression, ...]


def touching(span: Span, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose cue or content has words in the span."""
    start, end = span
    return [
        one
        for one in attributions
        if any(s < end and e > start for s, e in one.content)
        or any(s < end and e > start for s, e in one.cue)
    ]


def signs(text: str, span: Span, attributions: Sequence[Attribution]) -> Signs:
    """The signs of the sentence `text[span]`; `attributions` are those that touch it."""
    start, end = span[0], min(span[1], span[0] + LONGEST)
    near = attributions[:_MOST]
    found = expressions(text, start, end)
    strengths = dict.fromkeys(_of_shape(text, start, end), 1.0)
    strengths |= dict.fromkeys(_of_words(text, start, end), 1.0)
    strengths |= _of_attributions(text, start, end, near)
    strengths |= dict.fromkeys(_of_expressions(text, start, end, near, found), 1.0)
    strengths |= dict.fromkeys(_of_all(text, start, found), 1.0)
    for sign in ("negation", "negation early"):
        if sign in strengths:
            about = "a denial" if _opens_with_denial(text[:_OPENING]) else "no denial"
            strengths[f"{sign}, story of {about}"] = 1.0
    return Signs(strengths, tuple(found))


def _of_shape(text: str, start: int, end: int) -> Iterator[str]:
    sentence = text[start:end]
    words = len(_WORD.findall(sentence))
    if words < 6:
        yield "short"
    if words > 35:
        yield "long"
    if _ASKS.search(sentence, max(0, len(sentence) - 8)):
        yield "asks"
    if "!" in sentence:
        yield "exclaims"
    if _MARK.search(sentence):
        yield "quotes"
    if sentence[:1] in "\"“'‘":
        yield "opens with a quotation"


def _of_words(text: str, start: int, end: int) -> Iterator[str]:
    words = [lower(word[0]) for word in _WORD.finditer(text, start, end)]
    for word in words:
        yield f"w:{'0' if word.isdigit() else word}"
    for word in words[:2]:
        yield f"first:{word}"


def _of_attributions(text: str, start: int, end: int, near: Sequence[Attribution]) -> dict[str, float]:
    contents = [span for one in near for span in one.content]
    inside = sum(max(0, min(e, end) - max(s, start)) for s, e in contents)
    made = {"content": min(1.0, inside / max(1, end - start))}
    if not near:
        made["own voice"] = 1.0
    for one in near:
        made[f"is {one.quotation}"] = 1.0
        if not one.source:
            made["no source"] = 1.0
        for cue in one.cue:
            for word in _WORD.finditer(text, cue[0], min(cue[1], cue[0] + 200)):
                made[f"cue:{lower(word[0])}"] = 1.0
                if lower(word[0]) in _CUE_CLASSES:
                    made[f"cue is {_CUE_CLASSES[lower(word[0])]}"] = 1.0
        if any(_RUMOUR.search(text, s, min(e, s + 200)) for s, e in one.source):
            made["source is report"] = 1.0
    return made


def _of_expressions(
    text: str, start: int, end: int, near: Sequence[Attribution], found: Sequence[Expression]
) -> Iterator[str]:
    marks = [mark.start() for mark in _MARK.finditer(text, start, end)]
    heads = [max(start, s) for one in near for s, e in one.content if s < end and e > start]
    for one in found:
        place = region(one.start, near)
        clause = _clause_of(text, start, one.start)
        yield one.kind
        yield f"{one.kind}@{place}"
        yield f"{one.kind}/{clause}"
        yield f"{one.kind}@{place}/{clause}"
        yield f"{one.kind}#{'quoted' if bisect_right(marks, one.start) % 2 else 'plain'}"
        yield f"{one.kind} leans"
        yield f"x:{lower(text[one.start : one.end])}"
        begin = max([head for head in heads if head <= one.start], default=start)
        if one.start - begin < 30:
            yield f"{one.kind} early"
        if one.kind == "falsity":
            yield (
                "falsity says"
                if _PREDICATE.search(text, max(start, one.start - 40), one.start)
                else "falsity of"
            )
        if one.kind in ("denial", "falsity", "doubt"):
            if _RUMOUR.search(text, one.end, min(end, one.end + 45)):
                yield f"{one.kind}>report"
            if _RUMOUR.search(text, max(start, one.start - 60), one.start):
                yield f"report>{one.kind}"


def _of_all(text: str, start: int, found: Sequence[Expression]) -> Iterator[str]:
    """Signs of the expressions taken together."""
    strong = [one for one in found if one.kind not in _WEAK]
    for level in {one.leans_to for one in strong}:
        clauses = {_clause_of(text, start, one.start) for one in strong if one.leans_to == level}
        yield f"strong {level} {'main' if 'main' in clauses else 'sub'}"
    kinds = {one.kind for one in found}
    if not kinds - {"negation", "claim"}:
        yield "nothing hedges"
    for first, second in _PAIRS:
        if first in kinds and second in kinds:
            yield f"{first}+{second}"


@lru_cache(maxsize=8)
def _opens_with_denial(opening: str) -> bool:
    """Whether a story begins with rumours, hoaxes or denials: what is negated later is then denied."""
    return any(one.kind in ("falsity", "denial", "rumour") for one in expressions(opening))


def region(at: int, near: Sequence[Attribution]) -> str:
    """Where an offset stands: in a cue, a source, a content, or outside all of them (`own`)."""
    place = "own"
    for one in near:
        if any(s <= at < e for s, e in one.cue):
            return "cue"
        if any(s <= at < e for s, e in one.source):
            place = "source"
        elif place == "own" and any(s <= at < e for s, e in one.content):
            place = "content"
    return place


def _clause_of(text: str, start: int, at: int) -> str:
    """Whether a word stands in a main clause or, by the last joint before it, in a subordinate one."""
    joints = list(_CLAUSE.finditer(text, max(start, at - 60), at))
    if not joints:
        return "main"
    joint = joints[-1]
    if joint[0].lower() == "that":  # "ships that may sink", "so that it may float"
        relative = (
            not text[joint.end() : at].strip() or text[max(start, joint.start() - 3) : joint.start()] == "so "
        )
        return "sub" if relative else "main"
    return "sub" if joint[0].lower() in _SUBORDINATE else "main"


def lower(word: str) -> str:
    """A word as the model's names spell it."""
    return word.lower().replace("’", "'")
