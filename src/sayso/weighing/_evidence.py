"""Finds what a source says it rests on: documents, images, data, its own eyes, an interview, a test …

A noun alone is no evidence ("police watched the video"). It counts as the source itself ("footage
shows"), in the words around the cue that say where a thing was said or learned ("told in an
interview", "according to data from", "documents seen by"), or as grounds that the content gives
("tests had shown", "I saw"). Sound recordings count as video, studies and polls as data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ..reading import sentences
from ..story import Attribution, Evidence, EvidenceKind, Span, Spans

#: What each kind is called. A bare "report" is mostly another medium's; one by a body is a document.
_NOUNS: Final[dict[EvidenceKind, str]] = {
    "test": (
        r"(?:DNA|blood|lab(?:oratory)?|forensic|ballistics?|medical|toxicology|urine|drug|genetic|chemical|virus|paternity)"
        r"\s(?:tests?|testing|analys[ie]s|evidence|samples?|results?|examinations?|reports?)|tests|test\sresults?|autops(?:y|ies)"
        r"|post-?mortems?(?:\sexaminations?)?|X-?rays?|(?:CT|MRI|brain|body)\sscans?|carbon\sdating|swabs?"
    ),
    "intercept": (
        r"intercepts?|intercepted\s(?:\w+\s)?(?:calls?|conversations?|communications?|messages?|e-?mails?|phone\scalls?|radio"
        r"|transmissions?|letters?|cables?)|wiretaps?|(?:phone|wire)[\s-]taps?|signals\sintelligence|intercepted\saudio"
        r"|eavesdropp(?:ed|ing)\s\w+"
    ),
    "image": (
        r"(?:satellite|aerial|drone|infrared|thermal|radar)\s(?:images?|imagery|photos?|photographs?|pictures?)|images?|imagery"
        r"|photos?|photographs?|pictures?|snapshots?|screenshots?|screen\s(?:shots?|grabs?)|selfies?|stills?"
    ),
    "video": (
        r"videos?|footage|CCTV|clips?|video\s?tapes?|videotapes?|(?:audio|video|sound|voice|tape|phone)\srecordings?|recordings?"
        r"|dash-?cams?|body-?cams?|tapes|audio|livestreams?"
    ),
    "document": (
        r"documents?|memos?|memorand(?:um|a)|(?:court|police|tax|property|medical|phone|bank|public|flight|military|school"
        r"|official|government|prison|company|financial|telephone)\s(?:records?|files?|papers?|documents?|filings?)|records|files"
        r"|papers|filings?|paperwork|affidavits?|indictments?|criminal\scomplaints?|complaint|lawsuit|transcripts?|contracts?"
        r"|warrants?|diar(?:y|ies)|(?:diplomatic\s)?cables?|letters?|e-?mails?|dossiers?|(?:internal|official|leaked|annual"
        r"|confidential|police|inspection|incident|audit|UN|U\.N\.|intelligence|government|health|ministry|commission|autopsy"
        r"|committee|department|district|agency|research|security|credit|accident|coroner['’]s)\sreports?|audits?"
        r"|reports?(?=\s(?:by|from)\s(?:the\s|an?\s)?(?:[\w’'.&-]{1,24}\s){0,5}?(?:Council|Commission|Committee|Ministry|Department"
        r"|Agency|Institute|University|Organi[sz]ation|Association|Foundation|Bank|Office|Bureau|Authority|Nations|UN|Observatory"
        r"|Cent(?:re|er)|Fund|Union|Inspectorate|Inspector|Academy|Court|Senate|Parliament)\b)"
        r"|minutes\sof|court\spapers|log\s?books?|ledgers?|spreadsheets?|invoices?|receipts?|certificates?|text\smessages?|notes"
    ),
    "data": (
        r"data|statistics|stats|figures|surveys?|polls?|polling|census|stud(?:y|ies)|research|analys[ie]s|index|sensors?"
        r"|radars?|measurements?|seismographs?|readings|estimates|metadata|logs|calculations"
    ),
    "post": (
        r"(?:Facebook|Twitter|Instagram|blog|forum|Reddit|Tumblr|Weibo|Telegram|LinkedIn|social[\s-]media|online|Internet|web|X"
        r"|YouTube|Truth\sSocial|TikTok|Snapchat|message\sboard)\s(?:posts?|postings?|page|account|messages?|updates?|status"
        r"|comments?|entr(?:y|ies)|threads?|feed)|tweets?|posts?|postings?|status\supdates?|hashtags?|blog"
    ),
    "eyewitness": r"eye-?witness(?:es)?|witness(?:es)?|bystanders?|onlookers?|passers-?by|survivors?",
    "interview": r"interviews?",
}
_SITES: Final = (
    r"(?:Twitter|Facebook|Instagram|Tumblr|Reddit|Weibo|Sina\sWeibo|Telegram|LinkedIn|VKontakte|VK|TikTok"
    r"|Snapchat|X|Truth\sSocial|Bluesky|Mastodon|Threads|Google\+|Myspace|YouTube|social\smedia)"
)
_DET: Final = (
    r"(?:(?:an?|the|its|his|her|their|our|my|this|that|these|those|one|two|three|several|some|new|another)"
    r"\s)?"
)
#: Words that may stand before the noun; none of them opens something else.
_BEFORE: Final = (
    r"(?:(?!(?:of|in|on|at|by|to|for|from|with|and|or|the|an?|that|which|who|was|were|is|are|has|have|had|not|no)\b)"
    r"[\w’'.&/-]{1,24}\s){0,4}?"
)
_AUX: Final = (
    r"(?:(?:have|has|had|also|later|clearly|reportedly|apparently|allegedly|would|could|may|will|then|now)"
    r"\s){0,2}"
)
_SHOW: Final = (
    r"(?:show(?:s|ed|n|ing)?|reveal(?:s|ed|ing)?|suggest(?:s|ed|ing)?|indicat(?:e|es|ed|ing)|confirm(?:s|ed|ing)?"
    r"|prov(?:e|es|ed|en|ing)|appear(?:s|ed)?\sto|purport(?:s|ed|ing|edly)?(?:\sto)?|depict(?:s|ed|ing)?"
    r"|captur(?:e|es|ed)"
    r"|demonstrat(?:e|es|ed)|claim(?:s|ed|ing)?\sto\sshow|seem(?:s|ed)?\sto|said\sto\sshow|detail(?:s|ed|ing)?"
    r"|establish(?:es|ed)|identif(?:y|ied|ies)|link(?:s|ed)|point(?:s|ed)?\sto|came\sback|found|came\sout)"
)
_SEEN: Final = (
    r"(?:seen|obtained|reviewed|viewed|examined|acquired|leaked|verified|released|cited|published|provided)"
    r"\s(?:by|to)\b"
)
_THROUGH: Final = (
    r"(?:according\sto|citing|cites|cited|based\s(?:up)?on|relying\son|quoting|referring\sto"
    r"|judging\s(?:by|from))"
)
_MEDIUM: Final = r"(?:in|on|via|through|from|during)"
_SPREAD: Final = (
    r"(?:post(?:ed|s|ing)?|releas(?:ed?|es|ing)|publish(?:ed|es|ing)?|shar(?:ed?|es|ing)|circulat(?:ed?|es|ing)"
    r"|upload(?:ed|s|ing)?|show(?:ed|s|ing)?|air(?:ed|s)?|broadcast|obtain(?:ed|s)?|produc(?:ed|es)|issu(?:ed|es)|wrote|writ(?:es|ten|ing))"
)
_WRITING: Final = re.compile(
    r"\b(?:wr(?:ote|ites?|iting|itten)|post(?:s|ed|ing)?|shar(?:ed|es|ing)|said|says?|claim(?:s|ed)|announc(?:ed|es|ing)|comment(?:s|ed)?"
    r"|confirm(?:s|ed)|den(?:ied|ies)|add(?:s|ed)|joked?|respond(?:s|ed)|repl(?:ied|ies)|report(?:s|ed)|apologi[sz]ed)\b",
    re.IGNORECASE,
)
_TWEETED: Final = re.compile(
    r"\b(?:re)?tweet(?:s|ed|ing)\b|\blive-?tweet(?:s|ed)\b|\bblogg(?:ed|ing)\b", re.IGNORECASE
)
_OWN_EYES: Final = re.compile(
    r"\b(?:I|[Ww]e)(?:\s(?:also|just|actually|personally|only|never|clearly|then|even))?\s(?:saw|heard|witnessed|watched|could\ssee"
    r"|could\shear|looked\sup\sand\ssaw|felt)\b(?!\s(?:nothing|of|about|that\sit\swas\sfake))"
    r"|\bwith\s(?:my|his|her|our|their)\sown\seyes\b|\b(?:he|she|they)\shad\sseen\sit\shappen\b|\bfirst-?hand\s(?:account|knowledge)\b"
)
_NONE: Final = re.compile(
    r"\b(?:no|not|any|without|never|lack\sof|neither|fake|false)(?:\s\w+)?\s*$", re.IGNORECASE
)


def _named(pattern: str) -> re.Pattern[str]:
    """A pattern with `NOUN` put in for every kind, the kind being the name of the group that matched."""
    nouns = "|".join(f"(?P<{kind}>{words})" for kind, words in _NOUNS.items())
    return re.compile(pattern.replace("NOUN", rf"(?:{nouns})\b(?![’'-]\w)"), re.IGNORECASE)


_IS_HEAD: Final = _named(r"\bNOUN")
#: Around the cue: where it was said, or what it is taken from.
_NEARBY: Final = (
    _named(rf"\b{_THROUGH}\s{_DET}{_BEFORE}NOUN"),
    _named(rf"\b{_MEDIUM}\s(?:an?|the|his|her|its|their|one|another|this|recent|new|several)\s{_BEFORE}NOUN"),
    _named(rf"\b{_DET}{_BEFORE}NOUN\s(?:\w+\s)?{_SEEN}"),
    _named(
        rf"\b{_SPREAD}\s(?:an?|the|his|her|its|their|some|new|several|two)?\s?{_BEFORE}NOUN"
        rf"(?=\s(?:{_SHOW}|of|in\swhich|that|on|online)\b)"
    ),
)
#: Grounds that the content itself gives.
_GROUNDS: Final = (
    _named(rf"\b{_THROUGH}\s{_DET}{_BEFORE}NOUN"),
    _named(rf"\bNOUN\s(?:(?:on|of|from|in|by|at)\s(?:\w+\s){{1,4}}?)?{_AUX}{_SHOW}\b"),
    _named(rf"\b{_DET}{_BEFORE}NOUN\s(?:\w+\s)?{_SEEN}"),
    _named(r"\b(?:conducted|carried\sout|performed|ran|running|did|taken|took|after)\s(?:\w+\s){0,2}?NOUN"),
)
_ON_SITE: Final = re.compile(
    rf"\b(?:on|via|over)\s(?:(?:his|her|its|their|the)\s)?(?:\w+\s)?{_SITES}\b(?:\s(?:page|account|feed|profile))?"
)
_PHRASE_END: Final = re.compile(
    r"[,;:(]|\s(?:of|by|from|in|on|at|to|who|which|that|with|for|between|about|posted|circulat\w+|seen|obtained)\s"
)
_REACH: Final = 1200
_LONGEST_CONTENT: Final = 4000


def find_evidence(text: str, attribution: Attribution) -> tuple[Evidence, ...]:
    """What an attribution's source says it rests on, each once, in order of the text."""
    found: list[tuple[EvidenceKind, Span]] = []
    for start, end in attribution.source:
        found += _head_of_source(text, start, min(end, start + _REACH))
    around = _gaps(_sentence(text, attribution), attribution.content)
    for start, end in around:
        found += _by_patterns(text, start, end, _NEARBY)
        found += _posted(text, start, end)
    for start, end in attribution.cue:
        found += [("post", match.span()) for match in _TWEETED.finditer(text, start, end)]
    room = _LONGEST_CONTENT
    for start, end in attribution.content:
        end, room = min(end, start + room), max(0, room - (end - start))
        found += _by_patterns(
            text, start, end, _GROUNDS, only=("document", "image", "video", "data", "intercept", "test")
        )
        found += [("eyewitness", match.span()) for match in _OWN_EYES.finditer(text, start, end)]
    return tuple(Evidence(kind, (span,)) for kind, span in _without_overlaps(found))


def _head_of_source(text: str, start: int, end: int) -> Iterator[tuple[EvidenceKind, Span]]:
    """The noun that a source's phrase is about, when it is evidence: "satellite images of the port"."""
    close = _PHRASE_END.search(text, start, end)
    stop = close.start() if close else end
    last: re.Match[str] | None = None
    for match in _IS_HEAD.finditer(text, start, stop):
        last = match
    if last is not None and _in_a_name(text, last, start):
        return
    if last is None or text[last.end() : stop].strip(" \"'”’"):
        opening = _IS_HEAD.match(text, start, stop)
        if opening and opening.lastgroup == "eyewitness":  # "Witness Ana Brask"
            yield "eyewitness", opening.span()
        return
    yield _kind(last), (start, last.end())


def _in_a_name(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the noun is part of a name in capitals: "The Washington Post"."""
    low, high = match.span(_kind(match))
    last = text[low:high].split()[-1]
    return last[0].isupper() and not last.isupper() and low > start


def _kind(match: re.Match[str]) -> EvidenceKind:
    return next(kind for kind in _NOUNS if match[kind] is not None)


def _by_patterns(
    text: str,
    start: int,
    end: int,
    patterns: Iterable[re.Pattern[str]],
    only: tuple[EvidenceKind, ...] = tuple(_NOUNS),
) -> Iterator[tuple[EvidenceKind, Span]]:
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            kind = _kind(match)
            if _in_a_name(text, match, start):
                continue
            if kind in only and not _NONE.search(text, max(start, match.start() - 24), match.start()):
                yield kind, match.span()


def _posted(text: str, start: int, end: int) -> Iterator[tuple[EvidenceKind, Span]]:
    """ "wrote on Facebook": a site counts where something was written or said on it."""
    for match in _ON_SITE.finditer(text, start, end):
        if _WRITING.search(text, max(start, match.start() - 60), match.start()):
            yield "post", match.span()


def _sentence(text: str, attribution: Attribution) -> Span:
    """The sentence around source and cue, or nothing where there is neither."""
    own = [*attribution.source, *attribution.cue]
    if not own:
        return 0, 0
    first, last = min(start for start, _ in own), max(end for _, end in own)
    last = min(last, first + _REACH)
    low = max(text.rfind("\n", max(0, first - _REACH), first) + 1, first - _REACH, 0)
    line_end = text.find("\n", last, last + _REACH)
    high = line_end if line_end >= 0 else min(len(text), last + _REACH)
    inside = [span for span in sentences(text, low, high) if span[0] < last and span[1] > first]
    return (inside[0][0], inside[-1][1]) if inside else (first, last)


def _gaps(sentence: Span, content: Spans) -> list[Span]:
    """The sentence without the content."""
    left: list[Span] = []
    at = sentence[0]
    for start, end in sorted(content):
        if start > at:
            left.append((at, min(start, sentence[1])))
        at = max(at, end)
    left.append((at, sentence[1]))
    return [(start, end) for start, end in left if start < end]


def _without_overlaps(found: list[tuple[EvidenceKind, Span]]) -> list[tuple[EvidenceKind, Span]]:
    """Each stretch of text once: where two overlap, the one that begins first and is longer."""
    kept: list[tuple[EvidenceKind, Span]] = []
    for kind, span in sorted(found, key=lambda item: (item[1][0], -item[1][1])):
        if not kept or span[0] >= kept[-1][1][1]:
            kept.append((kind, span))
    return kept
