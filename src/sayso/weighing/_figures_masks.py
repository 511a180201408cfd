"""Stretches of a sentence whose numbers count nothing: dates, times, scores, ages, addresses, names."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

_MONTH: Final = (
    r"(?:Jan(?:uary)?|JAN(?:UARY)?|Feb(?:ruary)?|FEB(?:RUARY)?|March|MARCH|Mar|April|APRIL|Apr|May|MAY|June?|JUNE?"
    r"|July?|JULY?|Aug(?:ust)?|AUG(?:UST)?|Sept?(?:ember)?|SEPT?(?:EMBER)?|Oct(?:ober)?|OCT(?:OBER)?"
    r"|Nov(?:ember)?|NOV(?:EMBER)?|Dec(?:ember)?|DEC(?:EMBER)?)\b\.?"
)
_WEEKDAY: Final = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_PERSONS: Final = r"(?:people|men|women|children|officers|soldiers|civilians|others|more|were|have)\b"
_DAY: Final = (
    r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
    rf"(?![0-9]|[.,][0-9]|\s?(?:million|billion|per|%)|\s{_PERSONS})"
)
_YEAR: Final = r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_TO: Final = r"\s?(?:-|–|—|/|to|and|or|through|until|,|&)\s?"
_DATES: Final = (
    rf"\b{_MONTH}\s?(?:the\s)?{_DAY}(?:{_TO}{_DAY}(?!\s[a-z])){{0,4}}(?:,?\s{_YEAR})?",
    rf"\b{_DAY}(?:{_TO}{_DAY}){{0,4}}(?:\sof)?\s?-?{_MONTH}(?:,?\s?-?{_YEAR})?",
    rf"\b{_MONTH},?\s(?:of\s)?(?:{_YEAR}|'[0-9]{{2}})(?:{_TO}{_YEAR}){{0,4}}",
    rf"\b{_WEEKDAY},?\s?\(?(?:the\s)?{_DAY}(?!\s[a-z]+s?\b)",
    r"\b[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})\b",
    r"\b[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\b",
    rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}}(?![0-9]|,[0-9]))",
    r"\b(?:9/11|24/7|50/50|7/7|20/20)\b",
    rf"\b(?:Q[1-4]|FY\s?[0-9]{{2,4}}|H[12])\b(?:\s{_YEAR})?",
    r"(?<![^\W_])['’][0-9]{2}s?\b",
    r"\b(?:AD|A\.D\.)\s?[0-9]{1,4}\b|\b[0-9]{1,4}\s(?:AD|BC|BCE|CE|A\.D\.|B\.C\.)(?!\w)",
)

_NUMBER_WORD: Final = r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF_DAY: Final = r"[aApP]\.?[ \u00a0]?[mM]\b\.?"
_HOUR: Final = r"(?:[01]?[0-9]|2[0-4])"
_ZONES: Final = r"(?:GMT|UTC|BST|CET|EST|EDT|ET|PST|PDT|PT|Eastern|Pacific)"
_TIMES: Final = (
    rf"\b{_HOUR}(?:[:.][0-5][0-9])?(?:{_TO}{_HOUR}(?:[:.][0-5][0-9])?)?\s?{_HALF_DAY}",
    rf"\b{_HOUR}:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]+)?\b",
    rf"\b[0-2][0-9][0-5][0-9]\s?(?:{_ZONES}|hrs|hours|local)\b",
    rf"\b(?:{_HOUR}|{_NUMBER_WORD})(?:-|\s)?(?i:o['’]clock)",
    rf"\b(?i:half|quarter)[ -](?i:past|to)\s(?:{_HOUR}|{_NUMBER_WORD})\b(?!\s[a-z]+s\b)",
    rf"\b{_NUMBER_WORD}\s?{_HALF_DAY}",
    rf"\b{_HOUR}(?:\.[0-5][0-9])?\s{_ZONES}\b",
)

_OUTCOME: Final = (
    r"(?:w[io]n|wins|winning|victor(?:y|ies)|los[ste]|loss|defeat(?:s|ed)?|draw|drew|drawn|tied?|led|leading|leads?"
    r"|scores?|scoreline|beat(?:s|en|ing)?|thrash(?:ed|ing)?|ruling|voted?|decision|record|advantage|deficit"
    r"|aggregate|rout|triumph(?:ed)?|majority)\b"
)
_SCORES: Final = (
    rf"\b{_OUTCOME}(?:\s(?:by|of|for|with|a|an|it|game|match|series|the|them|him|her|[A-Z]\w{{0,20}})){{0,4}}\s?"
    r"[0-9]{1,3}[-–—][0-9]{1,3}\b(?!\s?(?:%|percent|per|million|billion|km|miles|points))",
    rf"\b[0-9]{{1,3}}[-–—][0-9]{{1,3}}(?=\s(?:\w{{1,20}}\s)?{_OUTCOME})",
    r"\b[0-9]{1,3}[-–][0-9]{1,3}[-–][0-9]{1,3}\b",
)

_CODES: Final = (
    r"\b(?:https?://|www\.)\S+",
    r"\b[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:com|org|net|gov|edu|info|co|uk|tv|de|fr|ru|cn|jp|io|ly)\b(?:/\S*)?",
    r"[\w.+-]{1,64}@[\w.-]{1,80}",
    r"(?<!\w)[@#][^\W_]\w*",
    r"\+[0-9][0-9 ()./-]{5,20}[0-9]",
    r"\(?\b[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4}\b",
    r"\b(?:1-)?[0-9]{3}-[0-9]{3,4}(?:-[0-9]{3,4}|-[A-Z]{3,8})?\b(?!\s[a-z])",
    r"\b0[0-9]{2,4}[ -][0-9]{3,4}(?:[ -]?[0-9]{3,4})?\b",
    r"\b[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}(?:[ -][0-9]{4})?\b",
    r"\b(?i:call(?:s|ed|ing)?|dial(?:s|led|ed|ling)?|phone[ds]?|rang|ring|text(?:ed)?)\s(?:the\s)?"
    r"[0-9][0-9 -]{1,14}[0-9]\b(?!\s(?:[a-z]+s|people|men|women)\b)",
    r"\b(?:911|999|112)\s(?=(?i:call|dispatch|operator|emergency|recording|cent(?:re|er)|tape))",
    r"\b[0-9]{1,4}\s?[x×]\s?[0-9]{1,4}(?:\s?[x×]\s?[0-9]{1,4})?\b",
    r"\b[0-9]{1,3}(?:\.[0-9]{1,4}){2,4}\b",
    r"\bv(?:er(?:sion)?)?\.?\s?[0-9]+(?:\.[0-9]+){0,3}\b",
    r"\b[0-9]{2,4}(?:\.[0-9])?\s(?:AM|FM)\b",
    r"\[[0-9]{1,3}\]|\([0-9]{1,3}\)",
)

_STREET: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Terrace"
    r"|Highway|Hwy|Parkway|Pkwy|Crescent|Close|Gardens|Row|Plaza|Broadway|Cent(?:er|re)(?!s)|Wharf|Quay)\b"
)
_ADDRESSES: Final = (
    r"\b[0-9]{1,5}[A-Za-z]?(?:\s?(?:-|–|to|and|&)\s?[0-9]{1,5})?\s(?:(?:[NSEW]\.?|[A-Z][\w'’.]{0,24}|[0-9]{1,3}(?:st|nd|rd|th))\s){1,3}"
    + _STREET,
    r"\b[0-9]{1,5}\s(?=block\b)",
    r"\b[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?\b",
    r"\b(?i:p\.?o\.?\sbox)\s[0-9]+",
)

_AGE: Final = r"(?:[1-9][0-9]?|1[01][0-9])(?![0-9]|[.,][0-9])"
_STOP: Final = r"(?=\s?[,.;:)]|\s?$"
_AGES: Final = (
    # "Ana Brask, 29, said"; a count of some of them ("12 of whom") is none.
    r"(?<=[^\W\d_][,(])\s?(?:now\s|then\s|both\s|only\s|just\s)?"
    rf"{_AGE}{_STOP}|\s(?:and|from|who|was|is|has|had|said|says|told|whose)\b)",
    rf"\b(?i:ages?|aged)\s(?:(?:of|between|from|just|about|only|around|under|over)\s){{0,2}}{_AGE}"
    rf"(?:\s?(?:,|and|to|or|-|–|through|,\sand)\s?{_AGE}\b){{0,12}}",
    rf"\b(?i:turn(?:ed|s|ing)?)\s{_AGE}{_STOP}|\s(?:in|on|this|last|next|and|when|as|today|yesterday)\b)",
    r"\b(?:[Hh]e|[Ss]he|[Ww]ho|I)(?:['’]s|['’]m|\sis|\swas|\sam)\s(?:just\s|only\s|about\s|now\s)?"
    rf"{_AGE}{_STOP}|\s(?:when|and|at|but|years)\b)",
    rf"\b(?:[Uu]nder|[Oo]ver)[ -]{_AGE}s?{_STOP}|\s(?:and|are|were|is|who|can|have|from|in)\b)",
    r"\b(?i:children|girls|boys|people|women|men|anyone|those|kids|youths|teenagers|adults|pupils|victims)\s"
    r"(?:as\s(?:young|old)\sas|under|over|below|above|younger\sthan|older\sthan)\s"
    rf"{_AGE}(?!\s?(?:%|[a-z]+s\b))",
    rf"\bas\s(?:young|old)\sas\s(?:{_AGE}|{_NUMBER_WORD})\b(?!\s(?:months|days|weeks))",
    rf"\b(?i:died|dead|married|widowed|retired?|retirement)\sat\s{_AGE}(?!\s?(?:%|[a-z]+s\b))",
)

#: Common nouns that make the number after them a name ("page 3", "a grade 2 listing", "phase three").
_BEFORE: Final = (
    r"(?i:no|nos|number|chapter|sections?|articles?|pages?|pp?|paragraphs?|para|flight|route|highway|interstate"
    r"|motorway|room|gate|platform|terminal|channel|studio|level|grades?|category|type|phase|stage|volume|vol|episode"
    r"|season|version|block|apartment|apt|suite|exit|junction|pier|cell|resolution|amendment|proposition|prop"
    r"|directive|district|precinct|ward|zone|battalion|brigade|regiment|squadron|formula|windows|iphone|ipad|ipod"
    r"|galaxy|xbox|playstation|android|nexus|boeing|airbus|tier|verses?|psalm|figure|fig|appendix|annex|clause"
    r"|protocol|ios|macos|world\swar|super\sbowl|case\sno|docket|checkpoint|runway|opus|apollo|top|step)"
)
#: Those that are also verbs or stand before a count, and so must be written as a name.
_BEFORE_NAMED: Final = (
    r"(?:Act|Scene|Part|Rule|Code|Question|Lot|Unit|Team|Group|Order|Issue|Model|Schedule|Regulation|Camp|Bus|Train"
    r"|Line|Lane|Hall|Day|Week|Year|Point|Size|Court|Track|Round|Mark|Class|Series|Area|Sector|Region|Law|Bill"
    r"|Building|Dock|Bay|Catch|Fortune|FTSE|Nikkei|Dow\sJones|Nasdaq|Russell|Stoxx|CAC|DAX|S&P|Generation|Item)"
)
_NAMES: Final = (
    rf"\b(?:{_BEFORE}|{_BEFORE_NAMED})\.?[\s-](?:(?i:no|number)\.?\s)?[0-9]{{1,4}}[A-Za-z]?\b"
    r"(?:\s?(?:-|–|and|or|to|,)\s?[0-9]{1,4}\b(?!\s?[a-z])){0,6}"
    r"(?!\s?(?:%|percent|per\scent|million|billion|times|[ap]m\b)|[,.][0-9])",
    r"\b(?:(?i:number|channel|formula|chapter|article|world\swar|phase|stage|type|category|level|tier)|Part|Act|Day|Week"
    rf"|Round)[\s-]{_NUMBER_WORD}\b",
    r"\b(?:Big|Group\sof|Fab|Famous|Furious|Fantastic|Final|Sweet|Gang\sof)\s"
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Sixteen|Twenty)\b",
    r"\b[0-9]+(?:st|nd|rd|th)\b",
)

_PATTERNS: Final = tuple(
    map(re.compile, chain(_CODES, _DATES, _TIMES, _SCORES, _ADDRESSES, _AGES, _NAMES)),
)
_ANY: Final = re.compile(rf"[0-9]|\b{_NUMBER_WORD}\b|\b(?i:sixteen|twenty|half|quarter)\b")

#: At the beginning of a paragraph: an item's number ("1.", "2)", "(3)"), a live report's time ("11.44 Police
#: …"), a page's number ("3 of 12").
LIST_NUMBER: Final = re.compile(
    r"[\s•*\"“']{0,4}(?:\(?[0-9]{1,2}[.)](?=\s|[^\W\d])|[0-9]{1,2}\s[-–—]\s"
    r"|[0-2]?[0-9][.:][0-5][0-9](?:\s?[aApP]\.?[mM]\.?)?:?\s+(?=[A-Z])|[0-9]{1,3}\sof\s[0-9]{1,3}\s*$)"
)


def masks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans in `text[start:end]` in which no number counts anything, sorted, none overlapping."""
    if not _ANY.search(text, start, end):
        return []
    found = sorted(match.span() for pattern in _PATTERNS for match in pattern.finditer(text, start, end))
    merged: list[tuple[int, int]] = []
    for low, high in found:
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged
