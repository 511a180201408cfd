"""Whether two names may be one person's or one body's, and why: never by likeness of letters alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz

from ._names_fold import NATIONS, acronym, body_tokens, is_acronym, joined, person_tokens, plain, sound

Finding = Literal["same", "spelling", "part", "different"]

#: Shorter tokens sound alike too easily: Un and In, Il and Al.
_SHORTEST_SOUND: Final = 4
#: So many sounds in common are one name however it is spelled.
_SURE_SOUND: Final = 4
#: Two spellings of one name share this much of their letters (rapidfuzz ratio, 0…100).
_SPELLING: Final = 70.0
#: A name of so many words hardly stands in that of another body.
_LONG: Final = 3
#: Words that a medium's name may have or lack: BuzzFeed News, the Emirates247 website.
_FORMS_OF_MEDIA: Final = frozenset(
    "news online website site newspaper paper magazine blog com channel".split()
)
_SHORT_FORMS: Final = (
    *("bill william", "bob robert", "rob robert", "jim james", "mike michael", "tom thomas", "tim timothy"),
    *("dave david", "dan daniel", "steve steven", "joe joseph", "tony anthony", "ed edward", "ben benjamin"),
    *("chris christopher", "matt matthew", "nick nicholas", "alex alexander", "sam samuel", "ron ronald"),
    *("don donald", "ken kenneth", "greg gregory", "jeff jeffrey", "liz elizabeth", "kate katherine"),
    *("sue susan", "pat patricia", "pat patrick", "andy andrew", "fred frederick", "larry lawrence"),
    *("dick richard", "rick richard", "ted edward", "jack john", "peggy margaret", "will william"),
)
_SHORT_FOR: Final = frozenset(frozenset(pair.split()) for pair in _SHORT_FORMS)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names have in common.

    `same`: nothing but writing differs. `spelling`: every part agrees by sound, initial or short form, so
    that title, role or event must agree too. `part`: one name is a part of the other (a surname, a body
    without its nation). `score` is 0…1 and orders suggestions; it decides nothing.
    """

    finding: Finding
    score: float
    why: str


_DIFFERENT: Final = Likeness("different", 0.0, "the names differ")


def alike_persons(one: str, other: str) -> Likeness:
    """Compares two persons' names; titles, case, accents and the order of the parts do not matter."""
    a, b = person_tokens(one), person_tokens(other)
    if not a or not b:
        return _DIFFERENT
    if a == b or (len(a) > 1 and sorted(a) == sorted(b)):
        if len(a) == 1:
            return Likeness("part", 0.6, f"both are called only “{a[0]}”")
        return Likeness("same", 1.0, "the same name")
    if len(a) > 1 and len(b) > 1 and "".join(a) == "".join(b):
        return Likeness("same", 1.0, "the same name, divided otherwise")
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return _part(a[0], b)
    return _aligned(a, b)


def _part(token: str, name: tuple[str, ...]) -> Likeness:
    """A single name beside a longer one: the surname, or the first name."""
    if token == name[-1] and len(name) > 1:
        return Likeness("part", 0.6, f"only the surname “{token}” agrees")
    if token in name and len(name) > 1:
        return Likeness("part", 0.5, f"only “{token}” agrees")
    if len(name) == 1 and _sounds_alike(token, name[0]):
        return Likeness("part", 0.4, f"“{token}” and “{name[0]}” sound alike")
    return _DIFFERENT


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness:
    """Two names of two or more parts: each part of the shorter must agree with one of the longer."""
    left = list(long)
    marks: list[str] = []
    for token in sorted(short, key=lambda t: (-(t in long), -len(t), t)):
        mark, found = _best(token, left)
        if found is None:
            return _DIFFERENT
        left.remove(found)
        marks.append(mark)
    equal = sum(not mark for mark in marks)
    ends = short[-1] == long[-1] or _sounds_alike(short[-1], long[-1]) or set(short) == set(long)
    if len(short) == len(long):
        ends = ends or short[0] == long[0]
    if not ends or not (equal or len(marks) > 2 or all("sounds" in mark for mark in marks)):
        return _DIFFERENT
    said = [mark for mark in marks if mark]
    if not said:
        middle = " ".join(left)
        if short[0] == long[0] and short[-1] == long[-1]:
            return Likeness("spelling", 0.9, f"the same name without “{middle}”")
        return Likeness("spelling", 0.8, f"the same parts without “{middle}”")
    ratio = fuzz.ratio(" ".join(short), " ".join(long)) / 100
    return Likeness("spelling", round(0.5 + ratio * 0.4, 3), "; ".join(said))


def _best(token: str, among: Sequence[str]) -> tuple[str, str | None]:
    """The part that agrees with a token, and how ("" for equal)."""
    if token in among:
        return "", token
    for other in among:
        if _is_initial(token, other):
            return (
                f"“{min(token, other, key=len)}” may be the initial of “{max(token, other, key=len)}”",
                other,
            )
    for other in among:
        if frozenset((token, other)) in _SHORT_FOR:
            return f"“{token}” and “{other}” are forms of one first name", other
    for other in among:
        if _sounds_alike(token, other):
            return f"“{token}” sounds like “{other}”", other
    return "", None


def _is_initial(token: str, other: str) -> bool:
    return token[0] == other[0] and min(len(token), len(other)) == 1


def _sounds_alike(token: str, other: str) -> bool:
    """One sound in two spellings; Maria and Mario, Louis and Louise differ by what the ending says."""
    if min(len(token), len(other)) < _SHORTEST_SOUND or sound(token) != sound(other):
        return False
    if {token[-1], other[-1]} <= set("aeo") and token[-1] != other[-1]:
        return False
    if token + "e" == other or other + "e" == token or token + "a" == other or other + "a" == token:
        return False
    return fuzz.ratio(token, other) >= _SPELLING or len(sound(token)) >= _SURE_SOUND


def alike_bodies(one: str, other: str) -> Likeness:
    """Compares names of bodies, outlets, documents; articles and forms of company do not matter."""
    if joined(one) == joined(other):
        return Likeness("same", 1.0, "the same name")
    for short, long in ((one, other), (other, one)):
        if is_acronym(short) and "".join(body_tokens(short)) == acronym(long):
            return Likeness("spelling", 0.85, f"“{short}” are the first letters of “{long}”")
    a, b = sorted((body_tokens(one), body_tokens(other)), key=len)
    if not a:
        return _DIFFERENT
    if set(a) < set(b):
        return _body_part(a, [token for token in b if token not in a])
    bare = [tuple(token for token in name if token not in NATIONS) for name in (a, b)]
    if len(bare[0]) >= _LONG and set(bare[0]) <= set(bare[1]):
        return Likeness("part", 0.75, f"“{' '.join(bare[0])}” stands in both names")
    spelled = len(a) == len(b) > 1 and all(x == y or _sounds_alike(x, y) for x, y in zip(a, b, strict=True))
    return Likeness("spelling", 0.8, "the same name in another spelling") if spelled else _DIFFERENT


def _body_part(short: tuple[str, ...], extra: list[str]) -> Likeness:
    """A body's name that stands whole in a longer one."""
    if all(token in _FORMS_OF_MEDIA for token in extra):
        return Likeness("part", 0.85, f"the same name without “{' '.join(extra)}”")
    if (len(short) > 1 and all(token in NATIONS for token in extra)) or len(short) >= _LONG:
        return Likeness("part", 0.8, f"the same name without “{' '.join(extra)}”")
    if len(short) > 1 or len(short[0]) >= _SHORTEST_SOUND:
        return Likeness("different", 0.3, f"“{' '.join(short)}” stands in both names")
    return _DIFFERENT


def person_keys(name: str) -> tuple[str, ...]:
    """Blocking keys of a person's name: two names that may be one share a key, few others do.

    Single names have none: they are compared only within an event.
    """
    tokens = person_tokens(name)
    if len(tokens) < 2:
        return ()
    first, last = tokens[0], tokens[-1]
    keys = {f"p:{sound(last)}|{_first_sound(first)}", f"p:{sound(first)}|{_first_sound(last)}"}
    return tuple(sorted({*keys, f"p:{sound(''.join(tokens))}"}))


def body_keys(name: str) -> tuple[str, ...]:
    """Blocking keys of a body's name: its letters in one run, and its acronym."""
    keys = {f"b:{joined(name)}"}
    if is_acronym(name):
        keys.add(f"a:{''.join(body_tokens(name))}")
    elif acronym(name):
        keys.add(f"a:{acronym(name)}")
    return tuple(sorted(keys))


def _first_sound(token: str) -> str:
    return sound(token)[:1]


def roles_agree(one: frozenset[str], other: frozenset[str]) -> str | None:
    """A word that two descriptions share and that says what somebody is, None where there is none."""
    shared = sorted(one & other, key=lambda word: (-len(word), word))
    return shared[0] if shared else None


#: Words of a description that say nothing about who it is.
_EMPTY: Final = frozenset(
    """
    the a an of and for in at on to from by with who which that is was has had been as his her their its our
    my this these those said one some many several other new former old year years later own mr mrs ms
    """.split()
)


def role_words(description: str) -> frozenset[str]:
    """The telling words of a description or title."""
    words = (word.strip(".,;:()\"'") for word in plain(description).split())
    return frozenset(word for word in words if len(word) > 2 and word not in _EMPTY and not word.isdigit())
