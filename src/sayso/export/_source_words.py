"""What the story says of a source, in the story's words."""

from __future__ import annotations

from typing import Final

from ..story import Source, SourceKind, Story
from ._spans import words_of

_KINDS: Final[dict[SourceKind, str]] = {
    "person": "person",
    "unnamed": "unnamed",
    "organisation": "organisation",
    "outlet": "outlet",
    "document": "document",
    "post": "post",
    "other": "other",
}

#: Names by which the story calls a source; those beyond are counted only.
_MOST_ALIASES: Final = 8


def kind_of(source: Source) -> str:
    """The kind of source, as a reader meets it."""
    return _KINDS[source.kind]


def about_source(story: Story, source: Source) -> tuple[tuple[str, str], ...]:
    """Role and names, and of an unnamed source how many, whose, and on which terms: label and words."""
    told = []
    if source.description is not None:
        told.append(("described as", source.description.words or words_of(story, source.description.spans)))
    names = [name for name in dict.fromkeys(source.aliases) if name.strip() and name != source.name]
    if names:
        more = f" and {len(names) - _MOST_ALIASES} more" if len(names) > _MOST_ALIASES else ""
        told.append(("also called", ", ".join(names[:_MOST_ALIASES]) + more))
    told += [("how many:", words_of(story, source.number)), ("of:", words_of(story, source.body))]
    if source.anonymity is not None:
        told.append(("stays unnamed:", words_of(story, source.anonymity.terms)))
        told.append(("reason given:", words_of(story, source.anonymity.reason)))
    return tuple((label, words) for label, words in told if words.strip())
