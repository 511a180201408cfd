"""General signs of small print on a page: dates, ages, bylines, credits, addresses.

They hold no outlet's, person's or place's name but those of the large picture and news agencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

FUNCTION_WORDS: Final = frozenset(
    """
    a an the and or but nor so yet if as at by for from in into of off on onto out over to up with
    without about after before between during since through until while than then that this these those
    there here who whom whose which what when where why how he she it they we you i him her them us me
    his its their our your my is am are was were be been being has have had do does did will would can
    could may might must shall should not no it's he's she's they're we're i'm don't didn't isn't wasn't
    """.split()
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_UNIT = r"(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_AGENCY = (
    r"(?:AP|AFP|EPA|PA|UPI|ANSA|DPA|TASS|Xinhua|Reuters|REUTERS|Getty|GETTY|Shutterstock|iStock|Alamy|Bloomberg"
    r"|Associated Press|Press Association|PA Wire|PA Media|Agence France-Presse|Rex Features|WireImage)"
)
_PICTURE = (
    r"(?:photos?|photographs?|photography|photographer|images?|pictures?|pics?|illustrations?|graphics?|video|footage"
    r"|screenshot|screengrab)"
)

#: What a line of up to `FEW` words must hold to be looked at for signs; most menu lines hold none of it.
FEW: Final = 5
ASIDE: Final = re.compile(
    r"[0-9@©|/:()<>·•›»—–-]|\b[Bb][Yy]\b|yesterday|[Jj]ust now|ago\b|day\b|\b(?:an?|file|stock)\b|[Ss]ource"
    rf"|[Pp]ublished|[Uu]pdated|[Pp]osted|[Ww]ritten|[Aa]uthor|[Cc]redit|[Cc]ourtesy|[Rr]eport|[Ee]dit|[Cc]ontrib"
    rf"|[Cc]opyright|www|\.\w|(?i:\b{_PICTURE}\b)|{_AGENCY}|(?i:\b{_MONTH})"
)

_I = re.IGNORECASE
_DATED = r"(?:published|updated|posted|last|first|on|at|modified)"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)?\W+{_MONTH}"
_CREDITED = (
    r"additional reporting|reporting by|editing by|edited by|compiled by|produced by"
    r"|originally (?:published|appeared)"
)

#: Name and pattern of each sign; the model decides what they are worth.
SIGNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(pattern, flags))
    for name, pattern, flags in (
        ("month_day", rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|\b{_MONTH}\s*\d{{1,4}}", _I),
        ("numeric_date", r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b", 0),
        ("year", r"\b(?:19|20)\d\d\b", 0),
        (
            "clock",
            r"\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\b)?|\b\d{1,2}\s?[ap]\.?m\b|\b(?:GMT|UTC|BST|EST|EDT|CET)\b",
            _I,
        ),
        ("weekday", rf"\b{_WEEKDAY}", _I),
        (
            "starts_date",
            rf"^\W*(?:{_DATED}\W+)*(?:{_WEEKDAY}\W+)?"
            rf"(?:{_DAY_FIRST}|{_MONTH}\W*\d|\d{{1,4}}[./-]\d{{1,2}}[./-]\d|\d{{1,2}}:\d\d)",
            _I,
        ),
        ("age", rf"\b\d+\s*{_UNIT}\s+ago\b|\ban?\s+{_UNIT}\s+ago\b|\byesterday\b|\bjust now\b", _I),
        ("glued_age", rf"[^\W\d_]\d{{1,2}}\s?{_UNIT}(?:\s+ago)?\s*$", _I),
        ("ends_age", rf"(?:^|[\s·•|,–—-])\d{{1,2}}\s?{_UNIT}(?:\s+ago)?\s*$", _I),
        ("dated", r"\b(?:published|updated|posted|modified|first published|last updated)\b", _I),
        (
            "starts_dated",
            r"^\W*(?:published|updated|posted|last updated|first published|modified|date)\b",
            _I,
        ),
        (
            "starts_by",
            r"^\W*(?:by|written by|words by|story by|posted by|text by|reported by|author)\b\s*:?\s*\w",
            _I,
        ),
        ("by_name", r"\b[Bb](?:y|Y)\s+[A-Z][\w.'’-]*\s+(?:[A-Z][\w.'’-]*)", 0),
        ("agency", rf"\b{_AGENCY}\b", 0),
        ("agency_end", rf"(?:[/(,]|\bvia|^)\s*{_AGENCY}(?:\s+(?:Images?|Photo|file|News))?\W*$", 0),
        ("picture_word", rf"\b{_PICTURE}\b", _I),
        (
            "picture_colon",
            rf"\b(?:{_PICTURE}|credit|source|caption)(?:\s+(?:credit|by|courtesy|via|file))*\s*:",
            _I,
        ),
        (
            "picture_starts",
            rf"^\W*(?:(?:an?|the|this|file|stock|main|composite|undated)\s+)*{_PICTURE}\b",
            _I,
        ),
        ("picture_of", rf"\b{_PICTURE}\s+(?:of|shows?|showing|from|taken)\b", _I),
        (
            "view_of",
            r"^\W*(?:(?:an?|the)\s+)?(?:\w+\s+)?(?:view|shot|portrait|close-up|closeup|map|drawing|logo|sketch"
            r"|chart|still|snapshot|headshot)\s+(?:of|from|showing)\b",
            _I,
        ),
        (
            "file_picture",
            r"\bfile\s+(?:photo|image|picture|pic|footage)"
            r"|\b(?:archive|stock|library|handout)\s+(?:photo|image|picture|shot)",
            _I,
        ),
        (
            "positions",
            r"\((?:left|right|centre|center|pictured|above|below|front|back|from left)\)"
            r"|,\s+(?:left|right|centre|center|pictured|above),|\bpictured\b",
            _I,
        ),
        ("credit_word", rf"\b(?:credits?|courtesy|handout|contributed|contributing|{_CREDITED})\b", _I),
        (
            "starts_credit",
            r"^\W*(?:credits?|courtesy|contributing|contributors?|additional reporting|reporting by"
            r"|editing by|with (?:reporting|files|additional)|source)\b",
            _I,
        ),
        ("copyright", r"©|\bcopyright\b|\(c\)\s|all rights reserved", _I),
        ("slash_names", r"\w\s?/\s?[A-Z]\w+[^/]*$", 0),
        (
            "address",
            r"https?://|www\.|\b[\w.-]+@[\w-]+\.\w+|\b\w+\.(?:com|org|net|co\.uk)\b|\bpic\.twitter",
            _I,
        ),
        ("handle", r"(?:^|\s)[@#]\w", 0),
        ("bars", r"\s[|›»>·•]\s|\s/\s", 0),
        ("read_time", r"\b\d+\s*-?\s*min(?:ute)?s?\.?\s+read\b", _I),
        ("label_colon", r"^[A-Z][\w’' ]{2,22}:\s+\S", 0),
        (
            "speech",
            r"\b(?:said|says|told|added|claimed|according|announced|asked|explained|insisted|warned)\b",
            _I,
        ),
        ("pronoun", r"\b(?:he|she|they|his|her|their|we|i)\b", _I),
        ("place_dash", r"^[A-Z][A-Z .,'’-]{2,30}(?:,\s\w[\w. ]+)?\s*(?:\([\w ]+\))?\s*[—–-]{1,2}\s", 0),
        ("count", r"^\W*\d[\d.,]*\s?[kKmM%]?\W*$|^\W*\d[\d.,]*[kKmM]?\s+\w+$", 0),
    )
)

#: A character without which a sign cannot be there (0: any digit); looking for it first saves most searches.
NEEDS: Final = {
    "month_day": "0", "numeric_date": "0", "year": "0", "glued_age": "0", "ends_age": "0", "read_time": "0",
    "count": "0", "picture_colon": ":", "label_colon": ":", "slash_names": "/", "handle": "@#",
    "address": "./", "bars": "|›»>·•/", "place_dash": "—–-",
}  # fmt: skip


def content_words(words: Iterable[str]) -> set[str]:
    """Words that carry a topic: four letters or more and no function word."""
    return {word for word in words if len(word) > 3 and word not in FUNCTION_WORDS}
