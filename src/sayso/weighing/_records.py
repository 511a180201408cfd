"""Finds denials, refusals to comment, silences, and claims that could not be verified.

They are records of their own, because a reader needs them beside a claim even where no attribution
was found for them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..reading import sentences
from ..story import READ_ROLES, Attribution, Record, RecordKind, Span, Story

_NOT: Final = r"(?:not|never|n['’]t)"
_ADVERBS: Final = (
    r"(?:(?:also|immediately|yet|so\sfar|publicly|directly|independently|officially|repeatedly|to|be|been|and|have"
    r"|has|\w+ly)\s){0,4}?"
)
_TRUTH: Final = r"(?:true|accurate|correct|real|genuine|the\scase|authentic)"
_CLAIMS: Final = (
    r"(?:claims?|allegations?|accusations?|reports?|rumou?rs?|suggestions?|charges?|speculation|stor(?:y|ies)|assertions?|criticisms?"
    r"|notion|idea|accounts?|statements?|news|talk|article|concerns|theor(?:y|ies)|version)"
)
_NEAR: Final = r"(?:(?!and\b|but\b)[\w’'-]{1,20}\s){0,5}?"
#: "He was denied entry", "denied her a visa": something was not given, nothing was contested.
_GOODS: Final = (
    r"(?:(?:an?|the|him|her|them|us|me|his|their|its)\s){0,2}(?:\w+\s)?(?:entry|access|bail|asylum|visas?|permission|parole|admission"
    r"|entrance|boarding|treatment|care|service|coverage|passage|promotion|opportunit\w+|requests?|applications?|appeal|motion|petition"
    r"|permits?|licen[cs]es?|benefits|loans?|food|water|sleep|justice|rights?|chance|citizenship)\b"
)
_PATTERNS: Final[dict[RecordKind, str]] = {
    "not_verified": (
        rf"(?:(?:could|can|has|have|had|was|were|is|are|did|does|do)(?:\s?{_NOT}|not)|unable\sto|impossible\sto|yet\sto|difficult\sto"
        rf"|hard\sto|un)\s?{_ADVERBS}(?:verif(?:y|ied)|confirm(?:ed)?|authenticated?|corroborated?|substantiated?)"
        rf"(?:\s(?:independently|by\s\w+))?"
        rf"|(?:no|without)\s(?:independent|official)\s(?:confirmation|verification|corroboration)"
        rf"|there\s(?:was|is|has\sbeen)\sno\s(?:\w+\s)?(?:confirmation|verification)"
        rf"|unverified|unconfirmed|(?:verified|confirmed)\sindependently\sby\sno"
    ),
    "declined": (
        rf"(?:declin(?:ed?|es|ing)|refus(?:ed?|es|ing))\s(?:all\s)?(?:\w+\s)?"
        rf"(?:to\s(?:\w+ly\s)?(?:comment|discuss|say|elaborate|confirm|answer|talk|speak|give|provide|name|identify|disclose|specify|reveal"
        rf"|respond|be\s(?:interviewed|quoted|named|identified|drawn)|explain|address|detail|make\sany|release|offer|go\sinto|take|share"
        rf"|describe|state|acknowledge|deny|divulge|be\smore)(?:\s(?:comment|further|details?|any\sdetails?|questions?))?(?:\sor\sdeny)?"
        rf"|(?:interview\s)?(?:comment|requests?\sfor\s(?:comment|(?:an\s)?interviews?)))"
        rf"|(?:would|will)(?:\s?{_NOT}|not)\s{_ADVERBS}(?:comment|say|discuss|elaborate|confirm|identify|disclose|specify|give\sdetails"
        rf"|be\sdrawn|answer|reveal|name|talk\sabout|speak\sabout|go\sinto)(?:\sor\sdeny)?"
        rf"|(?:had|has|have)\sno\s(?:immediate\s|further\s|official\s)?comment|no\scomment|neither\sconfirm(?:ed|s)?\snor\sden(?:y|ied|ies)"
        rf"|(?:not|n['’]t|nor)\s(?:confirm(?:ed|ing)?|comment)\s(?:n?or)\sden(?:y|ied|ying)"
        rf"|(?:do|does|did)(?:\s?{_NOT}|not)\scomment\son|offered\sno\s(?:comment|explanation|further\sdetails)"
    ),
    "no_response": (
        rf"(?:(?:did|has|have|had|was|were|is|are|do|does|could)(?:\s?{_NOT}|not)|yet\sto|failed\sto)\s{_ADVERBS}"
        rf"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|comment(?:ed)?|react(?:ed)?|available|reached|make\sa\sstatement"
        rf"|made\sa\sstatement|issued?\sa\sstatement|be\sreached|released?\sa\sstatement)"
        rf"(?:\s(?:publicly|immediately))?"
        rf"(?:\s(?:to|for|on|about)\s(?:(?:an?|the|our|several|multiple|repeated|immediate|further|any|written|\w+['’]s?|\w+ed)\s){{0,3}}?"
        rf"(?:requests?|comments?|calls?|e-?mails?|questions?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|interview)"
        rf"(?:\sfor\s(?:a\s)?(?:further\s)?(?:comments?|an\sinterview|information|details|clarification))?"
        rf"|\s(?:(?:\w+['’]s?|several|multiple|phone|telephone|repeated|our|a|the|his|her)\s){{0,3}}?(?:calls?|e-?mails?|messages?|requests?"
        rf"|questions?)(?:\s(?:seeking|requesting|for|asking)\s(?:comment|\w+))?)?"
        rf"|unavailable\sfor\scomment|unreachable|went\sunanswered|(?:were|was|remain(?:ed)?)\sunsuccessful"
        rf"|awaiting\sa\s(?:response|reply)"
    ),
    "denial": (
        rf"(?:den(?:ied|ies|ying)|deny)\b(?!\s{_GOODS})|(?:reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|refut(?:ed|es|ing)|rebut(?:ted|s)?"
        rf"|rubbish(?:ed|es)|disput(?:ed|es|ing)|contest(?:ed|s)|repudiat(?:ed|es)|debunk(?:ed|s|ing)|brush(?:ed|es)\saside"
        rf"|laugh(?:ed|s)\soff|shot\sdown|shoots\sdown|pour(?:ed|s)\scold\swater\son|knock(?:ed|s)\sdown|quash(?:ed|es)|dispel(?:led|s))"
        rf"\s{_NEAR}{_CLAIMS}\b"
        rf"|(?:said|says|insist(?:ed|s)?|stress(?:ed|es)|maintain(?:ed|s))\s(?:that\s)?(?:the\s|this\s|these\s|such\s|any\s)?(?:\w+\s)?"
        rf"(?:{_CLAIMS}|it|this|that)\s(?:is|was|are|were)(?:\s(?:completely|totally|entirely|simply|absolutely|just|categorically|all))?\s?"
        rf"(?:(?:{_NOT})\s{_TRUTH}|untrue|false|fake|fabricated|baseless|unfounded|nonsense|inaccurate|wrong|incorrect|a\shoax|a\slie"
        rf"|fiction|groundless|rubbish|made\sup)"
        rf"|no\struth\s(?:to|in|whatsoever)|there\s(?:is|was)\sno\s(?:such|truth)|ruled\sout\s(?:any|the\spossib)"
        rf"|issued\sa\s(?:\w+\s)?denial"
    ),
}  # fmt: skip
_RECORD: Final = re.compile(
    "|".join(rf"\b(?P<{kind}>{pattern})\b" for kind, pattern in _PATTERNS.items()), re.IGNORECASE
)
#: What makes a denial none: "did not deny", "nobody denies", "was denied", "to deny" someone something.
_UNDENIED: Final = re.compile(
    r"(?:\b(?:not|never|nobody|no\sone|cannot|was|were|been|being|be|is|are|hard\sto|impossible\sto|confirm\s(?:n?or)|confirmed\s(?:n?or)"
    r"|nor|neither|if|whether|might\sbe\seasy\sto)|n['’]t)\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
#: Passive all the same a denial: "the report was denied by the ministry", "was dismissed as a hoax".
_BY: Final = re.compile(r"\s(?:by|as)\b")
#: A denial's object goes to here.
_CLAUSE_END: Final = re.compile(
    r"[,;:!?—–\n]|\.(?=[\s\"”’)]*$)|\s-\s|[\"”“](?=\s|$)"
    r"|\s(?:but|while|although|though|saying|adding|and\s(?:said|says|added|called|insisted))\b"
)
_OBJECT: Final = 160
#: Words between the subject and the verb.
_HELPERS: Final = re.compile(
    r"(?:\s*\b(?:has|have|had|also|so\sfar|however|repeatedly|again|later|since|initially|previously|immediately|who|which|that|is|are|was"
    r"|were|did|does|do|could|would|will|can|yet|still|both|all|\w+ly)\b)+\s*$",
    re.IGNORECASE,
)
_BOUNDARY: Final = re.compile(
    r"[;:\"“”!?\n—–]|\s-\s|\b(?:but|and|while|when|although|though|because|that|where|which|whom|whose|as|if|after|whether|said|says)\b(?=\s)|\.\s",
    re.IGNORECASE,
)
#: "Calls to Ana Brask were not returned", "Attempts to reach her failed", "a request from the club".
_ADDRESSED: Final = re.compile(
    r"\b(?:calls?|e-?mails?|messages?|requests?|questions?|attempts?|efforts?|letters?)\s(?:(?:for\scomment|seeking\scomment|and\s\w+)\s)?"
    r"(?:to|from|sent\sto|left\sfor|left\swith|made\sto|reach|contact|by)\s(?:reach\s|contact\s)?",
    re.IGNORECASE,
)
#: "no comment from the club", "could not be verified by the agency".
_AGENT: Final = re.compile(r"\s(?:by|from)\s(?=[A-Z]|the\s|an?\s)")
_PASSIVE: Final = re.compile(r"\bbe(?:en)?\s|\b(?:was|were|is|are)\b")
_NAME_END: Final = re.compile(
    r"[,;:.!?\n\"“”]|\s(?:to|for|about|on|seeking|asking|regarding|and|but|when|while|because|since|after|before|were|was"
    r"|have|has|had|did|went)\b"
)
_LEADING: Final = re.compile(
    r"^(?:[\s,'’(]|(?:and|but|or|nor|so|yet|then|however|meanwhile|also|still|for|in\sturn|instead|on\s\w+day)\b,?)+",
    re.IGNORECASE,
)
_LONGEST_SUBJECT: Final = 140
_REACH: Final = 300


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record as it stands in the text; `mention` is the span of whoever denies, declines or is silent."""

    kind: RecordKind
    span: Span
    mention: Span | None


def find_records(story: Story) -> tuple[Record, ...]:
    """The records of a story, in order; `source` is set where the story's sources are known already."""
    return with_sources(story, found_records(story))


def with_sources(story: Story, found: Sequence[FoundRecord]) -> tuple[Record, ...]:
    """Found records as records; each takes the id of the source whose mention overlaps its own the most."""
    mentions = sorted(
        (start, end, source.id) for source in story.sources or () for start, end in source.mentions
    )
    starts = [start for start, _, _ in mentions]
    return tuple(
        Record(item.kind, _source_of(mentions, starts, item.mention), (item.span,)) for item in found
    )


def found_records(story: Story) -> tuple[FoundRecord, ...]:
    """The records of headline, standfirst, body, captions and alternative texts, with who is meant."""
    cues = sorted(
        ((start, end, found) for found in story.attributions or () for start, end in found.cue),
        key=lambda cue: cue[:2],
    )
    starts = [start for start, _, _ in cues]
    made: list[FoundRecord] = []
    for block in sorted(story.blocks, key=lambda block: block.start):
        if block.role in READ_ROLES and _RECORD.search(story.text, block.start, block.end):
            for start, end in sentences(story.text, block.start, block.end):
                for kind, span in _in_sentence(story.text, start, end):
                    made.append(
                        FoundRecord(kind, span, _mention(story.text, start, span, cues, starts, kind))
                    )
    return tuple(made)


def _in_sentence(text: str, start: int, end: int) -> Iterator[tuple[RecordKind, Span]]:
    at = start
    while match := _RECORD.search(text, at, end):
        at = match.end()
        kind: RecordKind = next(kind for kind in _PATTERNS if match[kind])
        if kind != "denial":
            yield kind, match.span()
            continue
        before = text[max(start, match.start() - 30) : match.start()]
        if _UNDENIED.search(before) and not (_BY.match(text, match.end(), end) and not _negated(before)):
            continue
        stop = _CLAUSE_END.search(text, match.end(), min(end, match.end() + _OBJECT))
        close = stop.start() if stop else min(end, match.end() + _OBJECT)
        if not stop and close < end:
            close = max(text.rfind(" ", match.end(), close), match.end())
        yield kind, (match.start(), close)
        at = close


def _negated(before: str) -> bool:
    return bool(
        re.search(r"\b(?:not|never|nor|neither)\s(?:\w+\s)?$|n['’]t\s(?:\w+\s)?$", before, re.IGNORECASE)
    )


def _mention(
    text: str,
    start: int,
    span: Span,
    cues: Sequence[tuple[int, int, Attribution]],
    starts: Sequence[int],
    kind: RecordKind,
) -> Span | None:
    """Who denies or is silent: the source of the attribution with that cue, else the verb's subject."""
    for at in range(bisect_left(starts, span[0] - 40), bisect_right(starts, span[1])):
        low, high, attribution = cues[at]
        if low < span[1] and high > span[0] and attribution.source:
            return attribution.source[0]
    left = max(start, span[0] - _REACH)
    shown = text[span[0] : span[1]].lower()
    if (
        (shown[-9:] == "confirmed" and shown.startswith("un"))
        or "unverified" in shown
        or text[left : span[0]].endswith(" to ")
    ):
        return None
    verb = span[0] + len(shown.split(" ", 1)[0]) if kind == "denial" else span[1]
    agent = _AGENT.match(text, verb, min(len(text), verb + _REACH))
    if agent:
        return _trimmed(text, agent.end(), _end_of_name(text, agent.end()))
    if kind == "not_verified" and _PASSIVE.search(shown):
        return None
    addressed = None
    for match in _ADDRESSED.finditer(text, left, span[0]):
        addressed = match
    if addressed is not None and kind in ("no_response", "declined"):
        stop = min(_end_of_name(text, addressed.end()), _without_helpers(text, addressed.end(), span[0]))
        return _trimmed(text, addressed.end(), stop)
    if kind == "no_response" and text.startswith(("went", "were", "was"), span[0]):
        return None
    return _subject(text, left, _without_helpers(text, left, span[0]))


def _end_of_name(text: str, begin: int) -> int:
    close = _NAME_END.search(text, begin, begin + _LONGEST_SUBJECT)
    return close.start() if close else min(len(text), begin + _LONGEST_SUBJECT)


def _without_helpers(text: str, low: int, high: int) -> int:
    helpers = _HELPERS.search(text, max(low, high - 60), high)
    return helpers.start() if helpers else high


def _subject(text: str, low: int, high: int) -> Span | None:
    """The noun phrase that ends at `high`: back to the clause's beginning, over what commas set off."""
    stop = high - len(text[low:high]) + len(text[low:high].rstrip())
    if stop > low and text[stop - 1] == ",":  # "Ana Brask, who owns the pier, declined …"
        opening = text.rfind(",", low, stop - 1)
        if opening < 0:
            return None
        stop = opening
    begin = low
    for boundary in _BOUNDARY.finditer(text, low, stop):
        begin = boundary.end()
    comma = text.rfind(", ", begin, stop)
    if comma >= 0:
        begin = comma + 2
    return _trimmed(text, begin, stop)


def _trimmed(text: str, begin: int, stop: int) -> Span | None:
    leading = _LEADING.match(text[begin:stop])
    begin += leading.end() if leading else 0
    stop = begin + len(text[begin:stop].rstrip(" ,'’)\"”"))
    if text[begin:stop].split(" ", 1)[0].lower() in ("there", "it's", "according"):
        return None
    return (begin, stop) if 0 < stop - begin <= _LONGEST_SUBJECT else None


def _source_of(
    mentions: Sequence[tuple[int, int, str]], starts: Sequence[int], mention: Span | None
) -> str | None:
    """The source with the mention that shares most characters with a span; the tightest of equal ones."""
    if mention is None:
        return None
    best: tuple[int, int, str] | None = None
    for start, end, name in mentions[
        bisect_left(starts, mention[0] - _REACH) : bisect_left(starts, mention[1])
    ]:
        shared = min(end, mention[1]) - max(start, mention[0])
        if shared > 0 and (best is None or (shared, start - end) > best[:2]):
            best = shared, start - end, name
    return best[2] if best else None
