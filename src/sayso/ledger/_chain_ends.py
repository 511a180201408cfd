"""Where a chain ends: whose word a statement is in the end, and through whom it came."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ._group_view import SourceRow, Statement
from ._names_fold import plain
from ._origin_merge import is_people
from ._speakers import acts_for, clean, maker_of, spoken_for

UNATTRIBUTED: Final = "unattributed"
OWN_REPORTING: Final = "own reporting"

#: Names that say nobody: they are read wrongly or belong to the sentence.
_NOBODY: Final = frozenset(
    """
    it its he she they i you who which that those these this what one all some many others other everyone
    everybody anyone nobody nothing him her them his me all of which both most people something
    """.split()
)
_OURSELVES: Final = frozenset("we us our".split())
_LEARNED: Final = re.compile(
    r"\b(?:(?:have|has|had|exclusively) (?:\w+ )?(?:learn\w*|obtained|confirmed|seen|verified)"
    r"|can (?:exclusively )?(?:reveal|confirm))\b",
    re.IGNORECASE,
)
#: Sayings about reports that somebody else made: who says them passes them on, or does not even do that.
_OF_REPORTS: Final = re.compile(
    r"\b(?:aware of|investigat\w+|look(?:s|ed|ing)? into|check\w*|examin\w+|receiv\w+|heard|seen|stud\w+|"
    r"verif\w+|confirm\w*(?: or deny)?)\s+(?:\w+\s+){0,4}?"
    r"(?:reports?|rumou?rs?|claims|possibility|speculation|allegations)\b",
    re.IGNORECASE,
)
_START: Final = 300
_HEARSAY: Final = re.compile(r"report|rumo|claims|possib|specul|alleg", re.IGNORECASE)
_ARE_REPORTS: Final = re.compile(
    r"\A\W*(?:that\s+)?(?:the\s+|these\s+|of\s+)*(?:reports?|rumou?rs?|speculation)\b", re.IGNORECASE
)
_RECEIVED: Final = re.compile(r"\b(?:reports?|rumou?rs?|information)\b.*\breceived by\b", re.IGNORECASE)

_PEOPLE: Final = (
    r"sources?|insiders?|officials?|people|persons?|employees?|staff(?:ers)?|workers?|executives?|nurses?|doctors?|"
    r"witness(?:es)?|residents?|neighbou?rs?|friends?|relatives?|aides?|analysts?|experts?|officers?|activists?"
)
_COUNT: Final = r"an?|the|some|one|two|three|four|five|six|several|multiple|many|unnamed|anonymous|[\w-]+"
_WHERE: Final = (
    r"with(?: knowledge of)?|familiar(?: with)?|close(?: to)?|briefed on|at|in|inside|within|from|near"
)
_CITED: Final = re.compile(
    r"\A\W*(?:from |with |by )?[\"“”'‘]?"
    rf"(?P<who>(?:(?:{_COUNT})\s+(?:[\w’'-]+\s+){{0,4}}?)?(?:{_PEOPLE})\b"
    rf"(?:\s+(?:{_WHERE})\s+[^,.;\"”“]{{2,50}})?)",
    re.IGNORECASE,
)
_NAMED: Final = "named as the origin"
_QUOTES: Final = re.compile(r"\b(?:cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing))\b", re.IGNORECASE)
_CITES: Final = re.compile(r"\b(?:cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|hears?|heard|from)\b", re.IGNORECASE)
_OPENS_CITING: Final = re.compile(
    r"\W*(?:from |(?:which said )?its sources? (?:was|is|were|are) )", re.IGNORECASE
)
_ITS_SOURCE: Final = re.compile(
    r"\bits sources? (?:was|is|were|are) (?P<who>[^,.;\"”“]{3,60})", re.IGNORECASE
)
_STOPS: Final = re.compile(
    r"\s+(?:that|as saying|saying|who|which|say|says|said|have|has|in their|in its)\b.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_CONFIRMED_WITH: Final = re.compile(
    rf"\b(?:with|by|from)\s+(?P<who>(?:[\w’'-]+\s+){{0,5}}(?:{_PEOPLE})\b[^,.;]{{0,50}})", re.IGNORECASE
)

_MET: Final = re.compile(
    r"\b(?:conversations?|interviews?|talks?|spoken|spoke|talked) (?:with|to) "
    rf"(?P<who>(?:[\w’'-]+\s+){{0,4}}?(?:{_PEOPLE})\b[^,.;:]{{0,40}})",
    re.IGNORECASE,
)

#: A report that names no maker.
_VAGUE: Final = re.compile(
    r"\A(?:[\w-]+\s+){0,6}?(?:reports?|stor(?:y|ies)|articles?|rumou?rs?|news|media|websites?|sites?|outlets?|publications?|"
    r"estimates?|data|headlines?|speculation)(?:\s+on\s+\w+day)?\Z",
    re.IGNORECASE,
)
#: A name before it: "Daily Mail report", "Snopes".
_NAMED_BEFORE: Final = re.compile(
    r"(?<=\s)[A-Z]\w+|['’]s\b|\A[A-Z]\w*[A-Z]|\A(?!The |An? |Several |Some |Many |Media |Various )[A-Z]\w+\s"
)
_QUOTED: Final = re.compile(r"[\"“](?P<inside>[^\"”]{4,})(?:[\"”]|\Z)")
_HANGING: Final = re.compile(r"\s+(?:who|which|that)\b.*\Z", re.IGNORECASE | re.DOTALL)
_ONE_OF: Final = re.compile(
    r"\A(?:one|some|two|another|several) of (?:the|these|those|its|their)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class End:
    """The last hop of a chain and those before it, as names; `why` says what was made of the story's words.

    `relays` are nearest to the reader first. `source` is the row the name comes from, `acts` the role and
    the person somebody acts for.
    """

    name: str
    kind: str
    source: int | None
    relays: tuple[tuple[str, str, int | None], ...]
    why: str
    acts: tuple[str, str] | None = None
    own: bool = False

    @property
    def is_unattributed(self) -> bool:
        """Whether nobody stands there."""
        return self.name == UNATTRIBUTED


def chain_end(
    statement: Statement, chain: tuple[int, ...], sources: Mapping[int, SourceRow], outlet: str | None
) -> End | None:
    """The end of one chain of a statement; None where it names nobody."""
    if not chain or _is_nobody(sources[chain[-1]], statement):
        return None
    hops = [sources[number] for number in chain if not _is_nobody(sources[number], statement)]
    relays = tuple((hop.name, hop.kind, hop.source) for hop in hops[:-1])
    end = _last(hops[-1], relays, outlet)
    end = _cited(statement, end)
    if end.kind != "outlet" and _tells_of_reports(statement, hops[-1]):
        hop = (end.name, end.kind, end.source)
        return End(UNATTRIBUTED, "unnamed", None, (*end.relays, hop), f"{end.name} only speaks of reports")
    return end


def _is_nobody(source: SourceRow, statement: Statement) -> bool:
    name = plain(source.name).strip()
    if name in _OURSELVES:
        return not _LEARNED.search(statement.cue)
    return (
        name in _NOBODY or (name.split()[-1:] in (["who"], ["which"]) and len(name.split()) < 3) or not name
    )


def _last(hop: SourceRow, relays: tuple[tuple[str, str, int | None], ...], outlet: str | None) -> End:
    name = hop.name
    if plain(name) in _OURSELVES:
        return End(
            outlet or OWN_REPORTING,
            "outlet",
            None,
            relays,
            "the outlet says it has learned it itself",
            own=True,
        )
    if name == UNATTRIBUTED or _is_vague(hop):
        return End(UNATTRIBUTED, "unnamed", hop.source, relays, f"“{name}” names nobody")
    body = spoken_for(name, hop.description)
    if body:
        return End(body, "organisation", hop.source, relays, f"“{name}” speaks for {body}")
    if hop.kind in ("document", "post", "unnamed") and not hop.anonymous:
        made = _made(hop, relays)
        if made:
            return made
    if hop.kind == "unnamed" and not hop.anonymous:
        name = bare(name)
        if name[:1].islower() and not is_people(name):
            return End(UNATTRIBUTED, "unnamed", hop.source, relays, f"“{name}” names nobody")
    return End(name, hop.kind, hop.source, relays, _NAMED, acts_for(name, hop.description))


def _is_vague(hop: SourceRow) -> bool:
    """Whether a source is reports or media that nobody names."""
    name = hop.name.strip()
    return (
        bool(_VAGUE.match(name))
        and (hop.kind == "outlet" or not _NAMED_BEFORE.search(name))
        and (hop.kind != "outlet" or name.split()[-1].islower())
    )


def _made(hop: SourceRow, relays: tuple[tuple[str, str, int | None], ...]) -> End | None:
    """A note, report or statement is its maker's word."""
    if _RECEIVED.search(hop.name):
        return End(UNATTRIBUTED, "unnamed", hop.source, relays, f"“{hop.name}” does not say whose they are")
    maker = maker_of(hop.name)
    if maker is None or hop.kind == "post":
        return None
    return End(maker, "document", None, relays, f"“{hop.name}” is the word of {maker}")


def bare(name: str) -> str:
    """A description of nameless people without what is quoted around it or hangs on behind."""
    quoted = _QUOTED.search(name)
    words = quoted["inside"] if quoted and " " in quoted["inside"] else name
    words = _ONE_OF.sub("", _HANGING.sub("", words.strip()))
    return clean(words) or name


def _tells_of_reports(statement: Statement, hop: SourceRow) -> bool:
    if statement.cue_stance == "denied":
        return False
    said = f"{statement.cue} {statement.content[:_START]}"
    if not _HEARSAY.search(said):  # most statements end here
        return False
    return bool(_OF_REPORTS.search(said) or _ARE_REPORTS.match(statement.content))


def _cited(statement: Statement, end: End) -> End:
    """An outlet that cites people whom the reading left inside the content."""
    if end.is_unattributed and end.relays and _QUOTES.search(statement.cue):
        *before, (name, kind, source) = end.relays
        end = End(name, kind, source, tuple(before), _NAMED)
    if end.kind not in ("outlet", "person"):
        return end
    found = _ITS_SOURCE.search(statement.content) if " source" in statement.content else None
    if found is not None:
        pass
    elif _CITES.search(statement.cue) or _OPENS_CITING.match(statement.content):
        found = _CITED.match(statement.content)
    elif statement.cue_stance in ("confirmed", "said", "found"):
        found = (
            _CONFIRMED_WITH.search(statement.content)
            if "confirm" in statement.content + statement.cue
            else None
        )
    if found is None:
        return end
    who = clean(_STOPS.sub("", found["who"]))
    relay = (end.name, end.kind, end.source)
    return End(who, "unnamed", None, (*end.relays, relay), f"{end.name} cites “{who}”")


def cites(statement: Statement, end: End) -> End | None:
    """The people that an outlet cites in a statement which says no more than that."""
    found = _cited(statement, end)
    return found if found is not end else None


def met(statement: Statement) -> str | None:
    """The people an outlet has talked to itself, in its own voice: "from conversations with officials"."""
    found = (
        _MET.search(statement.content)
        if " with " in statement.content or " to " in statement.content
        else None
    )
    return clean(_STOPS.sub("", found["who"])) if found else None
