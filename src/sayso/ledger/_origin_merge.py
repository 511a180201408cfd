"""Which descriptions of nameless people, posts and pictures mean the same ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ._names_fold import plain

#: Words for nameless people that fit anybody.
_ANYBODY: Final = frozenset(
    """
    a an the of at in on to with for from by and or who that is was
    one two three four five six seven several some
    many multiple unnamed anonymous few numerous different various other another own its his her their our
    source sources person persons people insider insiders individual individuals someone somebody man woman
    knowledge familiar close matter situation deal plans plan thinking talks discussions subject issue briefed
    direct inside well placed informed interviewed both also said ever loose lipped include including
    """.split()
)
_WORDS: Final = re.compile(r"[a-z0-9]+")
#: The same words about nameless people, this many of them, are a quotation.
_FEWEST_EQUAL: Final = 3
#: Described alike are people of whom two stories say so much in common (of one body, in one capacity).
_FEWEST_SHARED: Final = 2
#: What many people in one event may be.
_COMMON: Final = frozenset(
    """
    witness eyewitnes resident neighbor neighbour official officer friend relative local expert analyst
    student parent worker employee staff staffer member police man woman boy girl passenger critic observer
    authoritie u s us american
    british senior top high ranking level government security intelligence law enforcement
    """.split()
)
_MOST_BARE: Final = 2
_STILL: Final = frozenset("a an the of at in on to with for from by and or one some who that".split())


@lru_cache(maxsize=20_000)
def telling_words(name: str) -> frozenset[str]:
    """What a description of nameless people says of them beyond that they are people."""
    return frozenset(_singular(word) for word in _WORDS.findall(plain(name)) if word not in _ANYBODY)


#: Heads of descriptions that are people; endings do for most others.
_PERSON: Final = re.compile(
    r"(?:sources?|people|persons?|insiders?|officials?|staff(?:ers?)?|members?|crew|police|cops?|(?:wo)?m[ae]n|"
    r"boys?|girls?|kids?|child(?:ren)?|mothers?|fathers?|moms?|mums?|dads?|parents?|sons?|daughters?|"
    r"wi(?:fe|ves)|husbands?|friends?|relatives?|famil(?:y|ies)|nurses?|aides?|guards?|authorities|"
    r"executives?|representatives?|reps?|spokes\w+|locals?|students?|colleagues?|couple|groom|bride|cousins?|"
    r"uncles?|aunts?|brothers?|sisters?|girlfriends?|boyfriends?|victims?|patients?|teens?|youths?|brass|"
    r"militants?|jihadis?|others?|critics?|experts?|nationals?|[a-z]{3,}(?:ers?|ors?|ists?|ians?|ees?|ants?|ents?))",
    re.IGNORECASE,
)
_NO_PERSON: Final = frozenset(
    """
    letter letters paper papers number numbers order orders matter after under never rumor rumors rumour tumor
    statement statements document documents account comment comments announcement event events moment
    incident report power computer error mirror floor color center centre twitter complaint complaints
    movement department government
    agreement content investment payment treatment tenor whether either other another computer video
    """.split()
)


def is_people(name: str) -> bool:
    """Whether a description is of people: a rash of complaints and a tale are not."""
    before = re.split(
        r"\b(?:of|in|at|with|close|familiar|who|that|from|for|to|on|inside|cited|briefed)\b", plain(name)
    )[0]
    words = _WORDS.findall(before) or _WORDS.findall(plain(name))
    return any(_PERSON.fullmatch(word) is not None and word not in _NO_PERSON for word in words)


def is_bare(name: str) -> bool:
    """Whether nothing at all is said of people: "sources", "inside sources"."""
    words = [word for word in _WORDS.findall(plain(name)) if word not in _STILL]
    return len(words) <= _MOST_BARE and not telling_words(name)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def same_people(one: str, other: str, *, same_relay: bool) -> str | None:
    """Why two descriptions of nameless people are of the same ones, None where nothing says so.

    Reached through one outlet, people described in general words are its sources, and so are those whose
    descriptions share a telling word. Without a common outlet two telling words must be shared, or all words
    be the same.
    """
    a, b = telling_words(one), telling_words(other)
    if same_relay:
        if not a or not b:
            return "nameless people whom the same outlet cites"
        if a & b:
            return f"the same outlet cites them, and both are “{sorted(a & b)[0]}”"
        return None
    if len(a & b) >= _FEWEST_SHARED:
        return f"described alike: “{' '.join(sorted(a & b))}”"
    if a == b and a - _COMMON:
        return f"the event has no other “{' '.join(sorted(a))}” who says so"
    words = [word for word in _WORDS.findall(plain(one)) if word not in _STILL]
    if len(words) >= _FEWEST_EQUAL and words == [w for w in _WORDS.findall(plain(other)) if w not in _STILL]:
        return "described in the same words"
    return None


#: Posts and pictures by what they are; a story that names no maker speaks of the event's one of the kind.
_THINGS: Final = {
    "post": re.compile(
        r"\b(?:tweets?|twitter|accounts?|facebook|instagram|posts?|posting|page|handle)\b|@\w", re.IGNORECASE
    ),
    "video": re.compile(r"\b(?:videos?|footage|clips?|film|recording)\b", re.IGNORECASE),
    "picture": re.compile(r"\b(?:photos?|photographs?|images?|pictures?|screenshots?)\b", re.IGNORECASE),
}


def thing(name: str, kind: str) -> str | None:
    """What sort of post or picture a source is, None for anything else."""
    if kind not in ("post", "document", "other"):
        return None
    return next(
        (what for what, words in _THINGS.items() if words.search(name)), "post" if kind == "post" else None
    )
