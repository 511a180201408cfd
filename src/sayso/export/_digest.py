"""All that the reports show of a story, made once: its records numbered, sorted, grouped and counted.

Nothing here is found anew.
"""

from __future__ import annotations

from ..story import Story
from ._chain_words import UNATTRIBUTED, Names, Way, way_of
from ._figure_words import Counted, figures_by_claim
from ._findings import checks
from ._groups import groups
from ._own_voice import own_sentences
from ._records import records
from ._sayings import Saying, claims, held, sayings
from ._shares import shares
from ._summary import summary


class Digest:
    """A story's records as both reports need them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.names = Names(story)
        self.said = sayings(story)
        self.held = held(self.said)
        self.ways = {s.number: way for s in self.said if (way := way_of(story, self.names, s.attribution))}
        self.claims = claims(story, self.said)
        self.summary = summary(self.claims, self.ways)
        self.shares = shares(story)
        self.checks = checks(story)
        self.records = records(story, self.names)
        self.own = own_sentences(story)
        self._figures = figures_by_claim(story)
        self.groups = groups(
            story, self.names, self.said, ways=self.ways, held=self.held, records=self.records
        )

        self.sections = self._sections()

    def way(self, saying: Saying) -> Way | None:
        """How a saying reaches the reader; None where no step has looked for it."""
        return self.ways.get(saying.number)

    def figures(self, saying: Saying | None) -> tuple[Counted, ...]:
        """The figures of a saying, or of the outlet's own voice."""
        return self._figures.get(saying.attribution.id if saying else None, ())

    @property
    def looked(self) -> bool:
        """Whether attributions were looked for at all."""
        return isinstance(self.story.attributions, tuple)

    @property
    def resolved(self) -> bool:
        """Whether the sources were resolved."""
        return bool(self.ways)

    @property
    def weighed(self) -> bool:
        """Whether the outlet's own voice was looked at."""
        return isinstance(self.story.voice, tuple)

    @property
    def unsure(self) -> int:
        """How many sayings are unsure."""
        return sum(saying.unsure for saying in self.said)

    def _sections(self) -> dict[str, int]:
        """The number of the group that shows a source, by the source's id."""
        numbers = {group.source.id: group.number for group in self.groups if group.source is not None}
        nobody = next((group.number for group in self.groups if group.title == UNATTRIBUTED), None)
        if nobody is not None:
            numbers |= {source.id: nobody for source in self.names.all() if source.name == UNATTRIBUTED}
        return numbers
