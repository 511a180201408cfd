"""Sets the scene of a story for chains: sentences, names, claims with their sources, outlets spoken to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ..reading import quotations
from ..reading import sentences as cut
from ..story import READ_ROLES, Span, Story
from ._claims import Claim
from ._entities import Entities, Entity
from ._gather import gather
from ._identify import Identifier
from ._interviews import Interview, interviews
from ._own import own_outlets
from ._resolve import Resolver


@dataclass(slots=True)
class Scene:
    """What the options of every sentence are made from."""

    text: str
    sentences: Sequence[Span]
    claims: Sequence[Claim]
    entities: Entities
    nobody: Entity
    own: set[tuple[str, ...]]
    quoted: Sequence[Span]  #: quotations
    mentions: Sequence[tuple[Span, Entity]]  #: names in the text, in order
    interviews: Sequence[Interview]

    def named_in(self, low: int, high: int) -> list[tuple[Span, Entity]]:
        """Whom a stretch names, each once at its first place, in order."""
        found: dict[int, tuple[Span, Entity]] = {}
        start = bisect_left(self.mentions, low, key=lambda item: item[0][0])
        for index in range(start, len(self.mentions)):
            span, entity = self.mentions[index]
            if span[0] >= high:
                break
            found.setdefault(entity.number, (span, entity))
        return list(found.values())

    def named(self, entity: Entity) -> dict[str, str]:
        """An entity's name and kind."""
        name = "unattributed" if entity is self.nobody else self.text[entity.name[0] : entity.name[1]]
        return {"name": name, "kind": entity.kind}


def sentences_of(story: Story) -> list[Span]:
    """The sentences of all blocks that are read, in the order of the text."""
    return [
        span
        for block in sorted(story.blocks, key=lambda block: block.start)
        if block.role in READ_ROLES
        for span in cut(story.text, block.start, block.end)
    ]


def scene_of(story: Story, sentences: Sequence[Span], *, use_list: bool = True) -> Scene:
    """The scene of a story that has been read; `use_list` lets names be looked up in the list of outlets."""
    text = story.text
    claims = gather(story, sentences)
    entities = Entities(text, use_list)
    mentions = [found for span in sentences for found in entities.scan(*span)]
    mentions += [found for span in sentences for found in entities.scan_people(*span)]
    quoted = [q for block in story.blocks for q in quotations(text, block.start, block.end)]
    resolver = Resolver(text, entities, mentions, use_list, quoted)
    identifier = Identifier(text, claims, sentences, resolver, entities, use_list)
    if sentences:
        identifier.run()
    every = resolver.mentions()
    return Scene(
        text=text,
        sentences=sentences,
        claims=claims,
        entities=entities,
        nobody=resolver.unattributed((0, 0)),
        own=own_outlets(text, story.outlet, use_list),
        quoted=quoted,
        mentions=every,
        interviews=interviews(identifier.told.every(), claims, every) if sentences else [],
    )
