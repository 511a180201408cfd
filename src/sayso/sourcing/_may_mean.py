"""Whether a pronoun or a description can mean an entity at all: number, gender, kind and nouns."""

from __future__ import annotations

from typing import Final

from . import _lexicon as lex
from ._entities import Entity
from ._phrase import Phrase

#: Nouns for any body that has been named.
BODIES: Final = frozenset(
    "company firm group organisation organization agency body department force ministry giant "
    "retailer".split()
)
_NEW: Final = frozenset(
    "man woman boy girl teenager teen mother father native resident person 29-year-old".split()
)
#: What an outlet's piece is called.
PIECES: Final = frozenset("report story article account piece post claim".split())


def could_be(phrase: Phrase, entity: Entity) -> bool:
    """Whether a description can mean that kind of thing at all; only for definite ones."""
    if not phrase.definite or phrase.owner is not None:
        return False  # "the ferry's owner" brings somebody new
    if phrase.head in PIECES or phrase.head in lex.OUTLET_NOUNS:
        return entity.kind in ("outlet", "post", "organisation")
    if phrase.kind == "unnamed" and not phrase.plural:
        return (entity.kind == "person" and (entity.sure or entity.spoke > 0)) or (
            entity.kind == "unnamed" and entity.spoke > 0
        )
    if phrase.kind == "organisation":
        return entity.kind == "organisation"
    return False


def agrees(phrase: Phrase, entity: Entity) -> bool:
    """Whether a description and an entity agree in number and gender."""
    if entity.plural != phrase.plural and entity.kind in ("person", "unnamed"):
        return False
    return not (phrase.gender and entity.gender and phrase.gender != entity.gender)


def meant(phrase: Phrase, entity: Entity, distance: int) -> float | None:
    """How likely a description means an entity mentioned so many characters before; None where it cannot."""
    head = phrase.head
    if (head in entity.roles or head == entity.head) and _kind_fits(head, entity):
        score = 2.0 - distance / 2500
    elif head in lex.OUTLET_NOUNS and entity.kind == "outlet":
        score = 1.4 - distance / 800
    elif head in BODIES and entity.kind == "organisation":
        score = 1.0 - distance / 800
    elif _says_nothing_new(head) and entity.kind == "person" and not phrase.plural and entity.spoke:
        # A person already heard may be meant by a new noun ("the 29-year-old").
        score = 0.5 - distance / 600
    else:
        return None
    return score + 0.2 * min(3, entity.spoke)


def fits(phrase: Phrase, entity: Entity) -> bool:
    """Whether a pronoun can mean an entity."""
    if phrase.gender:
        one = (
            entity.kind in ("person", "unnamed", "post") or may_be_first_name(entity)
        ) and not entity.plural
        return one and (entity.gender is None or entity.gender == phrase.gender)
    if phrase.head in ("we", "us", "our"):
        return entity.plural or entity.spoke > 0 or entity.kind in ("organisation", "outlet")
    if phrase.head in lex.PRONOUNS_PLURAL:
        return entity.plural or entity.kind in ("organisation", "outlet")
    if phrase.head in ("i", "me", "my"):
        one = entity.kind in ("person", "unnamed", "post") or may_be_first_name(entity)
        return one and not entity.plural
    place = not entity.spoke and all(word in lex.COUNTRIES for word in entity.key)
    return entity.kind in ("organisation", "outlet", "document", "other") and not entity.plural and not place


def may_be_first_name(entity: Entity) -> bool:
    """Whether a single capital, taken for a body's name, may be how the story calls a person ("Lena")."""
    return (
        entity.named
        and entity.kind == "organisation"
        and len(entity.key) == 1
        and not entity.acronym
        and entity.key[0] not in lex.COUNTRIES
    )


def _says_nothing_new(head: str) -> bool:
    """Whether a noun fits any person ("the 29-year-old", "the man")."""
    return head.endswith("-year-old") or head in _NEW


def _kind_fits(head: str, entity: Entity) -> bool:
    """Whether a noun can mean that kind of thing."""
    if head in lex.PERSON_NOUNS:
        return entity.kind in ("person", "unnamed")
    if head in lex.OUTLET_NOUNS:
        return entity.kind in ("outlet", "organisation", "post")
    return entity.kind not in ("person", "unnamed") or head == entity.head
