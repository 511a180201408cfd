"""Who speaks for whom: spokespeople and the body or person they speak for, reports and their makers."""

from __future__ import annotations

import re
from typing import Final

_SPEAKING: Final = (
    r"spokes(?:man|woman|person|people|men|women)s?|press (?:officer|secretary|office)|publicist"
)
_FOR: Final = re.compile(rf"\b(?:{_SPEAKING})\b\s+(?:for|of|from|at|with)\s+(?P<body>.+)", re.IGNORECASE)
_BEFORE: Final = re.compile(
    rf"(?P<body>.+?)(?:['’]s?)?\s+(?:(?:chief|senior|company|official|police|unnamed)\s+)?\b(?:{_SPEAKING})\b",
    re.IGNORECASE,
)
_IS: Final = re.compile(rf"\b(?:{_SPEAKING})\b", re.IGNORECASE)
_LEAD: Final = re.compile(r"\A(?:an?|the|one|its|his|her|their|another)\s+", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s*(?:,|;|\(|\bwho\b|\bwhich\b|\bthat\b|\bsaid\b|\btold\b).*\Z", re.DOTALL)

#: Who acts for a person: their word is that person's side.
_AGENT: Final = r"(?:rep|reps|representatives?|managers?|agents?|lawyers?|attorneys?|publicists?)"
_AGENT_FOR: Final = re.compile(rf"\b(?P<role>{_AGENT})\s+(?:for|of)\s+(?P<body>.+)", re.IGNORECASE)
_AGENT_OF: Final = re.compile(rf"(?P<body>.+?)(?:['’]s?)\s+(?:\w+\s+)?(?P<role>{_AGENT})\b", re.IGNORECASE)

_AGENT_ALONE: Final = re.compile(
    rf"(?:(?:her|his|their|the|[\w-]+['’]s?)\s+)?(?:talent\s+)?(?P<role>{_AGENT})", re.IGNORECASE
)

_MAKER_BEFORE: Final = re.compile(
    r"(?P<maker>.+)(?:['’]s?)?\s+(?-i:[a-z-]+\s+){0,2}?(?P<what>reports?|stor(?:y|ies)|articles?|notes?|research|"
    r"statements?|press releases?|forecasts?|blog(?: post)?|headline|posts?|tweets?|account|page|website|"
    r"investigation)\Z",
    re.IGNORECASE,
)
_MAKER_AFTER: Final = re.compile(
    r"\b(?P<what>reports?|stor(?:y|ies)|articles?|notes?|research(?: note)?|statements?|"
    r"press releases?|forecasts?|posts?|tweets?)\b.*?\b(?:by|from|of|in)\s+(?P<maker>.+)",
    re.IGNORECASE,
)
_CAPITAL: Final = re.compile(r"(?:(?<=\s)|\A)[A-Z0-9@]")


def spoken_for(name: str, description: str | None = None) -> str | None:
    """The body or person that a spokesperson speaks for, in the story's words; None for anyone else."""
    for words in (name, description or ""):
        if not _IS.search(words):
            continue
        words = _LEAD.sub("", words.strip())
        found = _FOR.search(words) or _BEFORE.match(words)
        if found:
            body = clean(found["body"])
            if (body and _CAPITAL.search(body)) or body.lower() in (
                "police",
                "army",
                "hospital",
                "government",
            ):
                return body
    return None


def acts_for(name: str, description: str | None = None) -> tuple[str, str] | None:
    """The role and the person that somebody acts for ("Lisa Bonet's manager"); None for anyone else."""
    for words in (name, description or ""):
        words = _LEAD.sub("", words.strip())
        found = _AGENT_FOR.search(words) or _AGENT_OF.search(words)
        if found and _CAPITAL.search(clean(found["body"])):
            return found["role"].lower(), clean(found["body"])
        found = _AGENT_ALONE.fullmatch(words)
        if found:
            return found["role"].lower(), ""
    return None


def maker_of(name: str) -> str | None:
    """Who made a report, note or statement that is named as a source; None where the name does not say."""
    words = _LEAD.sub("", name.strip())
    for pattern in (_MAKER_BEFORE, _MAKER_AFTER):
        found = pattern.search(words)
        if found and _CAPITAL.search(clean(found["maker"])):
            return clean(found["maker"])
    return None


def clean(words: str) -> str:
    """A name without article before it and clauses behind it."""
    return _TAIL.sub("", _LEAD.sub("", words.strip())).strip(" .'’\"“”")
