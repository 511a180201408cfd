"""Denials, refusals to comment, silences and failed verifications, as the story records them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..story import RecordKind, Story
from ._chain_words import Names
from ._sayings import known
from ._spans import cut, words_of

_KINDS: Final[dict[RecordKind, str]] = {
    "denial": "denied",
    "declined": "declined to comment",
    "no_response": "did not respond",
    "not_verified": "not verified",
}

_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Noted:
    """One record: who (empty when the story does not say, or when it is the outlet), what, in which words."""

    source: str | None
    name: str
    kind: str
    words: str


def records(story: Story, names: Names) -> tuple[Noted, ...]:
    """All of them, in the document's order."""
    made = []
    for record in known(story.records, ()):
        words, left_out = cut(words_of(story, record.spans), _LONGEST)
        name = names.step(record.source).name if record.source is not None else ""
        made.append(Noted(record.source, name, _KINDS[record.kind], words + (" …" if left_out else "")))
    return tuple(made)
