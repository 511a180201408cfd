"""What a figure counts, as words that can be compared: a noun, what qualifies it, what happened to it.

The words are those of a story document (`what`, `unit`, `scope`); nothing is read here, only compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GAP: Final = "…"


def _sets(rows: str) -> dict[str, str]:
    """Each row: a key, a colon, and the words that mean it."""
    pairs = (row.split(":") for row in rows.strip().splitlines())
    return {word: key.strip() for key, words in pairs for word in words.split()}


#: What happens to what is counted, whatever the word for it.
_OUTCOMES: Final = _sets(
    """
    dead: killed dead died dies dying death deaths fatality fatalities killing kill kills slain perished
    injured: injured wounded hurt injury injuries injuring wounding injures wounds maimed
    missing: missing unaccounted
    arrested: arrested detained arresting detaining arrests custody
    abducted: abducted kidnapped abducting kidnapping abductions kidnappings
    freed: freed released freeing releasing
    rescued: rescued rescuing saved
    evacuated: evacuated evacuating evacuees
    displaced: displaced displacing homeless
    infected: infected infecting infections infection sickened
    executed: executed executing beheaded beheading executions
    trapped: trapped stranded
    drowned: drowned drowning
    charged: charged indicted
    convicted: convicted sentenced jailed
    sacked: sacked fired laid-off
    hired: hired hiring
    sold: sold selling
    destroyed: destroyed destroying
    damaged: damaged damaging
    """
)
#: Nouns that say no more than that something is counted.
_GENERIC: Final = frozenset(
    "person victim individual other toll total number figure count tally case more casualty".split()
)
_UNITS: Final = _sets(
    """
    usd: $ us$ dollar dollars usd buck bucks us-dollars us-dollar u.s.-dollars american-dollars
    gbp: £ pounds pound gbp sterling pounds-sterling quid
    eur: € euro euros eur
    jpy: ¥ yen jpy
    percent: % percent per-cent percentage pct
    points: percentage-points percentage-point
    km: km kilometre kilometres kilometer kilometers
    mile: mile miles mi
    m: m metre metres meter meters
    foot: ft foot feet
    inch: in inch inches "
    kg: kg kilogram kilograms kilo kilos
    tonne: tonne tonnes ton tons metric-tons
    lb: lb lbs
    hour: hour hours hrs hr
    minute: minute minutes min mins
    day: day days
    week: week weeks
    month: month months
    year: year years yr yrs
    carat: carat carats karat karats
    """
)
_SMALL: Final = frozenset(
    """
    the a an this that these those its their his her our my your all some any each every no both another
    in at on by for from with without to into onto of off over under across among amid around near inside
    outside during since until till before after against within beyond behind above below towards toward
    through per than as like via despite up down out upon about worth and or but nor so yet while when where
    whether if because unless plus who whom whose which what i he she they it we you me him them us there here
    is are was were be been being am has have had having will would could may might must should can shall do
    does did not also already now still never ever then just only even too again reportedly allegedly later
    almost probably likely least most nearly roughly some well far such same new more other
    """.split()
)
_IRREGULAR: Final = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "others": "other",
    "lives": "life",
    "wives": "wife",
}
_VERBS: Final = frozenset(
    """
    left leave leaves leaving made took found held lost won hit cost costs sent paid bought spent got saw kept
    gave met built fled led caught drew stole brought shot cut put set became fell rose grew went came ran
    threw struck fought said says told expected set start starts starting begin sell retail reach value worth
    """.split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted thing as stems: `head` its noun (None: none that says anything), `more` what goes with it."""

    unit: str | None
    outcome: str | None
    head: str | None
    more: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """The noun and what goes with it."""
        return self.more | {self.head} if self.head else self.more


@lru_cache(maxsize=20_000)
def counted(what: str | None, unit: str | None) -> Counted:
    """Takes the words for a counted thing apart: "killed … IS commanders" is dead, commander, {is}."""
    outcome: str | None = None
    head: str | None = None
    stems: list[str] = []
    for piece in (what or "").split(_GAP):
        words = _WORD.findall(piece)
        lows = [word.lower() for word in words]
        noun: str | None = None
        closed = False
        for at, (word, low) in enumerate(zip(words, lows, strict=True)):
            if low in _OUTCOMES:
                outcome = outcome or _OUTCOMES[low]
                closed = closed or noun is not None
            elif _is_small(word, low, words, at):
                closed = closed or (noun is not None and low not in ("the", "a", "an", "and"))
            elif not (_is_verb(low) and word.islower()):
                stems.append(stem(low))
                if not closed:
                    noun = stems[-1]
            else:
                closed = closed or noun is not None
        if noun is not None and noun not in _GENERIC:
            head = noun
    named = frozenset(stems) - _GENERIC
    return Counted(unit_key(unit), outcome, head, named - {head} if head else named)


def unit_key(unit: str | None) -> str | None:
    """One word for all ways to write a unit; a unit that is not known stands for itself."""
    if unit is None:
        return None
    low = "-".join(unit.lower().split())
    return _UNITS.get(low, low)


def stem(word: str) -> str:
    """A word without its plural or possessive ending, in small letters."""
    low = word.lower().replace("’", "'")
    low = low.removesuffix("'s").removesuffix("'")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def stems_of(text: str) -> frozenset[str]:
    """The words of a text that say something, as stems."""
    return frozenset(
        stem(low) for low in map(str.lower, _WORD.findall(text)) if low not in _SMALL and not low.isdigit()
    )


def _is_small(word: str, low: str, words: list[str], at: int) -> bool:
    """Whether a word carries no meaning of its own; a name in capitals does ("IS commanders")."""
    if low not in _SMALL:
        return False
    return not (len(word) > 1 and word.isupper() and at + 1 < len(words))


def _is_verb(low: str) -> bool:
    return low in _VERBS or (len(low) > 4 and low.endswith(("ed", "ing")))
