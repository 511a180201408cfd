"""Turns the entities that speak in a story into its sources."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from ..story import Anonymity, Described, Source, Span, Spans
from . import _lexicon as lex
from ._entities import Entity
from ._mentions import Naming, outermost
from ._words import words

UNATTRIBUTED: Final = "unattributed"

_TERMS: Final = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))|"
    r"(?:spoke|speaking|talked|talking) (?:anonymously|off the record)|"
    r"(?:who|whose name|and) (?:(?:has|have|had) )?"
    r"(?:asked|declined|refused|wished|requested|wanted|preferred|was|were|is|are|did|could|cannot|can)"
    r"(?: not)?(?: to)?(?: (?:remain|stay|be))?(?: not)?(?: (?:be|being))?"
    r"(?: (?:named|identified|anonymous|quoted by name|unnamed))|"
    r"(?:asked|requested) (?:for anonymity|not to be (?:named|identified)|anonymity)|requested anonymity|"
    r"not authori[sz]ed to (?:speak|talk|comment|discuss)[^.,;]{0,60})",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"(?:,? (?:because|since|as|for fear|out of fear|citing|due to|fearing|given|owing to|so as not)\b"
    r"[^.,;\n]{3,160})",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|hundreds|thousands|several|many|"
    r"some|a (?:few|couple|number|handful|group)|few|both|multiple|various|one|another)\b",
    re.IGNORECASE,
)
#: Words that describe nobody by themselves.
_EMPTY: Final = lex.DETERMINERS | lex.PRONOUNS_RELATIVE | frozenset("mr mrs ms miss mx and or of".split())
#: How far behind a mention its terms of anonymity may stand.
_NEAR: Final = 220


def source_id(digest: str, entity: Entity, nobody: bool) -> str:
    """The same for the same text and name, whatever else the story holds."""
    key = UNATTRIBUTED if nobody else f"{entity.kind} {entity.name}"
    return hashlib.sha256(f"{digest} source {key}".encode()).hexdigest()[:12]


def as_source(naming: Naming, entity: Entity, id_: str, nobody: bool, mentions: Iterable[Span]) -> Source:
    """One entity as a source; `mentions` are the spans that mean it."""
    text = naming.text
    spans = outermost(mentions)
    if nobody:
        return Source(id=id_, name=UNATTRIBUTED, kind="unnamed", mentions=spans)
    name = text[entity.name[0] : entity.name[1]]
    described = entity.description or entity.apposition
    # "the owner of the barge" right behind a name tells of it; the story does not call anybody so.
    told = {s for s in spans for d in (described, entity.apposition) if d and d[0] <= s[0] and s[1] <= d[1]}
    return Source(
        id=id_,
        name=name,
        kind=entity.kind,
        description=_described(text, described) if described else None,
        aliases=naming.aliases(name, (span for span in spans if span not in told)),
        mentions=tuple(sorted({naming.without_apposition(span) for span in spans if span not in told})),
        anonymity=_anonymity(text, spans) if entity.kind == "unnamed" else None,
        number=_first(_NUMBER, text, spans) if entity.kind == "unnamed" and entity.plural else (),
        body=_body(text, spans) if entity.kind == "unnamed" else (),
    )


def _described(text: str, span: Span) -> Described | None:
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-("):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:–—-)"):
        start += 1
    tells = any(len(w.text) > 1 and w.low not in _EMPTY for w in words(text, start, end))
    return Described(text[start:end], ((start, end),)) if tells else None


def _anonymity(text: str, mentions: Spans) -> Anonymity | None:
    """The terms behind a mention, inside its paragraph, and the reason behind them."""
    for start, end in mentions:
        stop = text.find("\n", end, end + _NEAR)
        stop = min(end + _NEAR, len(text)) if stop < 0 else stop
        terms = _TERMS.search(text, start, stop)
        if terms:
            reason = _REASON.match(text, terms.end())
            spans: Spans = ()
            if reason:
                low = reason.start() + len(reason[0]) - len(reason[0].lstrip(" ,"))
                spans = ((low, low + len(text[low : reason.end()].rstrip(" ,"))),)
            return Anonymity((terms.span(),), spans)
    return None


def _first(pattern: re.Pattern[str], text: str, spans: Spans) -> Spans:
    for start, end in spans:
        match = pattern.search(text, start, end)
        if match:
            return (match.span(),)
    return ()


def _body(text: str, spans: Spans) -> Spans:
    """Whose an unnamed source is: the names in "two Pentagon officials", "a spokesman for Durex"."""
    for start, end in spans:
        run: list[Span] = []
        for word in words(text, start, end)[1:]:
            if word.capital and (not run or not text[run[-1][1] : word.start].strip(" ")):
                run.append((word.start, word.start + len(word.bare)))
            elif run:
                break
        if run:
            return ((run[0][0], run[-1][1]),)
    return ()
