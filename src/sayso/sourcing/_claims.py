"""The claims of a story before their chains are known: what was found, what contents hold, posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..story import Span, Spans
from ._entities import Entity

RelayKind = Literal["spoken_to", "paper", "cited", "employer", "nobody", "link"]


@dataclass(frozen=True, slots=True)
class Link:
    """One holder of a claim, with the words that signal it and the rule that found it."""

    entity: Entity
    cue: Spans
    why: str
    kind: str = "source"
    signs: tuple[str, ...] = ()  #: for the entity, where it had to be found out


@dataclass(slots=True)
class Claim:
    """Somebody's claim while its chain is made. `outer` is the index of the claim whose content holds it."""

    index: int
    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    quotation: str
    why: str
    outer: int | None = None
    id: str = ""
    block: int = 0
    form: str = "none"  #: how the source is worded: name, pronoun, description, none
    who: list[Link] = field(default_factory=list)  #: the source, the likeliest first
    joint: list[Link] = field(default_factory=list)  #: others who say the same ("X and Y said")
    relays: list[Link] = field(default_factory=list)  #: through whom, as the sentence itself says

    guess: bool = False  #: found by syntax alone; stands in the document only when it is taken
    pointer: bool = False  #: only names whom another claim rests on ("citing officials")
    behind: list[Link] = field(default_factory=list)  #: on whom the source says it rests ("citing officials")

    @property
    def at(self) -> int:
        """Where the claim's source stands, else its cue, else its content."""
        spans = self.source or self.cue or self.content
        return spans[0][0]

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(span[1] for span in (*self.source, *self.cue, *self.content))


def covered(spans: Spans, start: int, end: int) -> int:
    """How many characters of `start:end` lie in some spans."""
    return sum(max(0, min(high, end) - max(low, start)) for low, high in spans)


def overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether any of some spans shares a character with `start:end`."""
    return any(low < end and start < high for low, high in spans)
