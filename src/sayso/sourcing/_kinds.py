"""What kind of thing a source is: person, organisation, outlet, document, post, or somebody unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..story import SourceKind
from . import _lexicon as lex
from . import _outlets as outlets
from ._first_names import gender_of
from ._outlet_signs import listed_sign
from ._words import Word, is_initial, singular

#: Last words of media that are named after a first name: "Charlotte Observer".
_MEDIUM_HEADS = frozenset(
    "news times post herald tribune observer mail mirror magazine tv radio online report gossip daily press "
    "weekly".split()
)
#: "the French website iGen": a noun for a medium right before a name.
_MEDIUM_BEFORE = frozenset(
    "website site blog newspaper paper tabloid magazine broadcaster channel daily".split()
)
_MEDIUM_BEHIND = frozenset("website newspaper tabloid magazine".split())
#: First names that alone are oftener a place, a club or a language.
_ALSO_PLACES = frozenset(
    "charlotte florence chelsea virginia carolina victoria adelaide sydney austin houston dallas madison "
    "lincoln savannah roman dawn may april june august grace faith hope will mark bill sue pat art "
    "rose".split()
)
#: "Anna Lund (@annalund)": somebody who posts.
_HANDLE_BEHIND = re.compile(r"[ \u00a0]?\(@\w")
_ONE_OF_MANY = frozenset("one another other second third fellow anonymous".split())
_ANYBODY = frozenset("source insider hundred thousand dozen score million couple".split())
_OF_THE_PRESS = frozenset("media news press newspaper tabloid local".split())
_GROUPS = frozenset("team group couple pair number crowd gang handful majority lot trio bunch".split())
#: What the signs take for a medium's name but is none by itself.
_NOT_ALONE = frozenset(
    "tv radio u s oct nov dec jan feb aug sept correspondents correspondent north south east west".split()
)


def kind_of_name(text: str, name: Sequence[Word], titled: bool, *, use_list: bool = True) -> SourceKind:
    """The kind of a name by its words, its surroundings and, when `use_list`, the list of outlets."""
    span = (name[0].start, name[-1].start + len(name[-1].bare))
    shape = text[span[0] : span[1]]
    lows = [word.low for word in name]
    if shape.startswith("@") or _HANDLE_BEHIND.match(text, span[1]):
        return "post"
    if titled and len(name) > 1:
        return "person"
    if _first_and_last(lows) and not (use_list and outlets.lookup(shape)):
        return "person"
    if is_outlet(text, span, use_list=use_list):
        return "outlet"
    return _by_words(name, lows, titled)


def _first_and_last(lows: Sequence[str]) -> bool:
    """Whether a name has the shape of a person's: a known first name and nothing that makes a body of it."""
    if len(lows) not in (2, 3) or not gender_of(lows[0]):
        return False
    return not any(low in lex.ORGANISATION_HEADS or low in _MEDIUM_HEADS for low in lows[1:])


def _by_words(name: Sequence[Word], lows: Sequence[str], titled: bool) -> SourceKind:
    """The kind of a name that is no medium's."""
    if lows[-1] in lex.POST_NOUNS and len(name) <= 2:
        return "post"
    if any(low in lex.ORGANISATION_HEADS or singular(low) in lex.ORGANISATION_HEADS for low in lows):
        return "organisation"
    if any(low in lex.ORGANISATION_LINKS for low in lows[1:-1]) and len(name) > 3:
        return "organisation"
    if titled or (len(name) == 1 and gender_of(lows[0]) and lows[0] not in _ALSO_PLACES | lex.COUNTRIES):
        return "person"
    if all(low in lex.COUNTRIES for low in lows) or (len(name) == 1 and name[0].acronym):
        return "organisation"
    if len(name) >= 2 and not any(
        word.acronym and not is_initial(word) and len(word.bare) > 2 for word in name[:1]
    ):
        return "person"
    return "organisation"


def is_outlet(text: str, span: tuple[int, int], *, use_list: bool = True) -> bool:
    """Whether a name is a medium's, by the list or by the signs around it."""
    shape = text[span[0] : span[1]]
    if all(
        part in lex.DEMONYMS or part in lex.COUNTRIES or part in lex.NO_NAMES or part in _NOT_ALONE
        for part in re.findall(r"\w+", shape.lower())
    ):
        return False
    if not any(c.isupper() or c == "." for c in shape):
        return False
    listed = outlets.lookup(shape) if use_list else None
    if listed is not None and (not outlets.is_ambiguous(shape) or listed_sign(text, span) is not None):
        return True
    before = text[max(0, span[0] - 24) : span[0]].split()
    if before and before[-1] in _MEDIUM_BEFORE and text[span[0] - 1 : span[0]] == " ":
        return True
    behind = text[span[1] : span[1] + 16].split(maxsplit=1)
    if behind and behind[0].rstrip('.,;:”"') in _MEDIUM_BEHIND and text[span[1] : span[1] + 1] == " ":
        return True
    return outlets.looks_like_outlet(text, span) is not None


def kind_of_description(text: str, core: Sequence[Word], start: int, stop: int) -> SourceKind:
    """The kind of "a former hostage held by ISIS" by its head; `core[start:stop]` is the noun phrase."""
    head = core[max(start, stop - 1)].low
    one = singular(head)
    before = [word.low for word in core[start : max(start, stop - 1)]]
    if one in _ANYBODY or head in lex.PERSON_PRONOUNS:
        return "unnamed"
    if one in lex.USERS and _by_handle(one == head, before):
        return "post"
    if one in lex.USERS or (one in _GROUPS and _of_people(core[stop:])):
        return "unnamed"
    if one in lex.OUTLET_NOUNS or head in lex.OUTLET_NOUNS:
        return "post" if "social" in before else "outlet"
    if one in lex.AGENTLESS_NOUNS and any(w in _OF_THE_PRESS or w in lex.DEMONYMS for w in before):
        return "outlet"
    return _by_noun(one, head)


def _by_noun(one: str, head: str) -> SourceKind:
    """The kind of a noun by itself."""
    if one in lex.POST_NOUNS:
        return "post"
    if one in lex.PERSON_NOUNS or head in lex.PERSON_NOUNS:
        return "unnamed"
    if one in lex.DOCUMENT_NOUNS or head in lex.DOCUMENT_NOUNS:
        return "document"
    if one in lex.AGENTLESS_NOUNS:
        return "unnamed"
    if one in lex.ORGANISATION_NOUNS or head in lex.ORGANISATION_NOUNS:
        return "organisation"
    return "unnamed"


def _by_handle(single: bool, before: Sequence[str]) -> bool:
    """ "one user" and "Twitter users" are those who posted; "some users" are anybody."""
    if before and before[-1] in lex.PLATFORMS:
        return True
    return single and (not before or before[-1] in _ONE_OF_MANY)


def _of_people(behind: Sequence[Word]) -> bool:
    """Whether "of experts" stands behind a group's noun."""
    if not behind or behind[0].low != "of":
        return False
    return any(singular(w.low) in lex.PERSON_NOUNS or singular(w.low) in lex.DEMONYMS for w in behind[1:4])
