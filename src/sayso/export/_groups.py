"""Who says what: the sayings by the source they rest on, or by its words where no source is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..story import Source, Story
from ._chain_words import UNATTRIBUTED, UNCLEAR, Names, Way
from ._records import Noted
from ._sayings import NO_SOURCE, Saying, appears
from ._spans import words_of

#: The same pronoun twice may be two people; such sources are not put together.
_PRONOUNS: Final = frozenset(
    ["i", "he", "she", "they", "it", "we", "you", "who", "this", "that", "these", "those", "which", "one"]
)

#: Titles under which no one in particular stands, in the order they come last.
NOBODY: Final = (UNATTRIBUTED, UNCLEAR, NO_SOURCE)


@dataclass(slots=True)
class Group:
    """All that rests on one source. `number` counts from 1 in the order shown.

    `sayings` are shown here in full; the others are shown elsewhere and only pointed at: `relays` those
    this source hands on, `inside` those shown within another's words, `joins` those it says too, `maybe`
    those whose source is unclear and may be this one.
    """

    title: str
    source: Source | None
    number: int = 0
    sayings: list[Saying] = field(default_factory=list)
    relays: list[Saying] = field(default_factory=list)
    inside: list[Saying] = field(default_factory=list)
    joins: list[Saying] = field(default_factory=list)
    maybe: list[Saying] = field(default_factory=list)
    records: list[Noted] = field(default_factory=list)

    @property
    def nobody(self) -> bool:
        """Whether no one in particular stands here."""
        return self.title in NOBODY

    @property
    def pointers(self) -> tuple[tuple[str, list[Saying]], ...]:
        """What is shown elsewhere, each with the words for it."""
        told = (
            ("relays", self.relays),
            ("says within another’s words", self.inside),
            ("says too", self.joins),
            ("may be meant in", self.maybe),
        )
        return tuple((words, sayings) for words, sayings in told if sayings)


class _Groups:
    """Finds or makes the group of a source."""

    def __init__(self, story: Story, names: Names) -> None:
        self._story = story
        self._names = names
        self.by_key: dict[str, Group] = {}

    def of_source(self, identity: str) -> Group:
        step = self._names.step(identity)
        key = f"id {identity}" if step.name != UNATTRIBUTED else UNATTRIBUTED
        return self.by_key.setdefault(key, Group(step.name, self._names.source(identity)))

    def of_words(self, saying: Saying) -> Group:
        words = " ".join(words_of(self._story, saying.attribution.source).split())
        key = words.casefold()
        if key in _PRONOUNS:
            key = f"{key} {saying.number}"
        title = words_of(self._story, saying.attribution.source) if words else NO_SOURCE
        return self.by_key.setdefault(f"words {key}", Group(title, None))

    def unclear(self) -> Group:
        return self.by_key.setdefault(UNCLEAR, Group(UNCLEAR, None))


def groups(
    story: Story,
    names: Names,
    said: Sequence[Saying],
    *,
    ways: Mapping[int, Way],
    held: Mapping[int, Sequence[Saying]],
    records: Iterable[Noted],
) -> tuple[Group, ...]:
    """The groups in the order their sources first appear; those without any source last.

    A saying without a way is put with those whose source stands there in the same words, a pronoun by
    itself each time. The ones inside others are shown there, and pointed at from their own source.
    """
    made = _Groups(story, names)
    inner = {saying.number for sayings in held.values() for saying in sayings}
    for saying in said:
        way = ways.get(saying.number)
        if way is None:
            if saying.number not in inner:
                made.of_words(saying).sayings.append(saying)
            continue
        _place(made, saying, way, saying.number in inner)
    for record in records:
        if record.source is not None:
            made.of_source(record.source).records.append(record)
    outermost = _outermost(held)
    for group in made.by_key.values():
        _no_pointers_to_itself(group, outermost)
    ordered = sorted(made.by_key.values(), key=lambda group: _order(group))
    for number, group in enumerate(ordered, 1):
        group.number = number
    return tuple(ordered)


def unheard(names: Names, grouped: Iterable[Group]) -> tuple[str, ...]:
    """The names of the sources that nothing in the story is attributed to."""
    heard = {group.source.id for group in grouped if group.source is not None}
    return tuple(s.name for s in names.all() if s.id not in heard and s.name != UNATTRIBUTED)


def _place(made: _Groups, saying: Saying, way: Way, is_inner: bool) -> None:
    home = made.unclear() if way.unclear else made.of_source(way.steps[-1].id)
    (home.inside if is_inner else home.sayings).append(saying)
    others = [
        *((made.of_source(step.id), "relays") for step in way.steps[: None if way.unclear else -1]),
        *((made.of_source(step.id), "relays") for steps in way.also for step in steps[:-1]),
        *((made.of_source(steps[-1].id), "joins") for steps in way.also if steps),
        *((made.of_source(one.id), "maybe") for one in way.maybe),
    ]
    for group, kind in others:
        pointers: list[Saying] = getattr(group, kind)
        if group is not home and (not pointers or pointers[-1] is not saying):
            pointers.append(saying)


def _outermost(held: Mapping[int, Sequence[Saying]]) -> dict[int, int]:
    """The number of the entry under which each inner saying is shown."""
    holders = {inner.number: outer for outer, sayings in held.items() for inner in sayings}
    found = {}
    for number, outer in holders.items():
        while outer in holders:  # at most as deep as sayings are shown
            outer = holders[outer]
        found[number] = outer
    return found


def _no_pointers_to_itself(group: Group, outermost: Mapping[int, int]) -> None:
    """Takes out what is shown in this very group, under one of its own sayings."""
    here = {saying.number for saying in group.sayings}
    for pointers in (group.relays, group.inside, group.joins, group.maybe):
        pointers[:] = [one for one in pointers if outermost.get(one.number, one.number) not in here]


def _order(group: Group) -> tuple[int, int]:
    last = NOBODY.index(group.title) + 1 if group.title in NOBODY else 0
    mentioned = min((start for start, _ in group.source.mentions), default=None) if group.source else None
    every = (*group.sayings, *group.inside, *group.relays, *group.joins, *group.maybe)
    found = min((appears(saying.attribution) for saying in every), default=0)
    return last, found if mentioned is None else mentioned
