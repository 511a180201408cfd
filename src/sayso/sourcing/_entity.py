"""Somebody or something a story names or describes, and the words by which a name is looked up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from ..story import SourceKind, Span


@dataclass(slots=True)
class Entity:
    """Somebody or something a story names or describes; grows while the story is read."""

    number: int
    name: Span
    kind: SourceKind
    key: tuple[str, ...]
    plural: bool = False
    gender: str | None = None
    head: str = ""
    short: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)  #: head nouns the story uses for it
    mentions: list[Span] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  #: where they begin, in order
    description: Span | None = None
    apposition: Span | None = None  #: what stands behind its name where it is no source
    spoke: int = 0  #: how often it was a source so far
    last: int = -1  #: where it was last mentioned, while reading on
    named: bool = True
    author: bool = False  #: the story's own "we"
    acronym: bool = False  #: written in capitals only
    sure: bool = False  #: whether more than its capitals shows it to be a person


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, without accents, articles and endings of web addresses."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    found = re.findall(
        r"\w+", re.sub(r"[’']s\b|\.(?:com|org|net|co\.uk|tv|news)\b|(?<=\b\w)\.", "", plain.lower())
    )
    return tuple(word for word in found if word not in ("the", "a", "an"))
