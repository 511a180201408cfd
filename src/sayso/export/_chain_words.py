"""The way of a claim to the reader, in plain words: reader ← The Mirror ← The Express."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..story import Attribution, Source, SourceKind, Span, Story
from ._sayings import known
from ._spans import cut, inside, words_of

#: The name of a source that is no one: "reportedly", "rumours".
UNATTRIBUTED: Final = "unattributed"

READER: Final = "reader"
UNCLEAR: Final = "source unclear"
_UNLISTED: Final = "a source this document does not list"

#: The chain the text garbles is shown in so many words of its own at most.
_GARBLED_WORDS: Final = 30


@dataclass(frozen=True, slots=True)
class Step:
    """One holder on the way: its id, name and kind, the cue that shows its part, and the rule."""

    id: str
    name: str
    kind: SourceKind | None
    cue: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Maybe:
    """A source that may be meant, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Way:
    """How one claim reaches the reader: the nearest holder first, parallel ways beside it.

    Where it is unclear who is meant, `steps` end before that one, and `maybe` are all who may be.
    `words` are those that stand for the source in the text; `garbled` are those in which the text garbles
    the way, None where it does not.
    """

    steps: tuple[Step, ...]
    also: tuple[tuple[Step, ...], ...]
    maybe: tuple[Maybe, ...]
    words: str
    garbled: str | None

    @property
    def unclear(self) -> bool:
        """Whether the text leaves open who stands at the origin."""
        return not self.steps or bool(self.maybe)

    @property
    def path(self) -> str:
        """The way as it is drawn, from the reader to the origin or to where it becomes unclear."""
        return in_words(self.steps) + (f" ← {UNCLEAR}" if self.unclear else "")

    @property
    def origins(self) -> tuple[Step, ...]:
        """Who stands at the end of each way, each once, `unattributed` too; none where it is unclear."""
        if self.unclear:
            return ()
        ends = [self.steps[-1], *(steps[-1] for steps in self.also if steps)]
        return tuple({step.id: step for step in reversed(ends)}.values())[::-1]


class Names:
    """What the sources of a story are called, by id."""

    def __init__(self, story: Story) -> None:
        self._sources: dict[str, Source] = {}
        for source in known(story.sources, ()):
            self._sources.setdefault(source.id, source)

    def source(self, identity: str) -> Source | None:
        """The source with this id."""
        return self._sources.get(identity)

    def step(self, identity: str, cue: str = "", why: str = "") -> Step:
        """The source as a holder on the way of a claim."""
        source = self._sources.get(identity)
        if source is None:
            return Step(identity, _UNLISTED, None, cue, why)
        return Step(identity, source.name or _UNLISTED, source.kind, cue, why)

    def all(self) -> Iterable[Source]:
        """Every source, in the document's order."""
        return self._sources.values()


def way_of(story: Story, names: Names, found: Attribution) -> Way | None:
    """The way of a claim to the reader; None where no step has looked for it."""
    if not isinstance(found.chain, tuple):
        return None
    cues: dict[str, tuple[str, str]] = {}
    for hop in known(found.hops, ()):
        cues.setdefault(hop.source, (words_of(story, hop.cue), hop.why))

    def steps(chain: Iterable[str]) -> tuple[Step, ...]:
        return tuple(names.step(identity, *cues.get(identity, ("", ""))) for identity in chain)

    going = steps(found.chain)
    maybe = tuple(Maybe(c.source, names.step(c.source).name, c.why) for c in known(found.candidates, ()))
    if maybe and going:  # the end of the chain is then only the likeliest of them
        *certain, last = going
        going = tuple(certain)
        if last.id not in {one.id for one in maybe}:
            maybe = (Maybe(last.id, last.name, last.why), *maybe)
    return Way(
        going,
        tuple(steps(chain) for chain in known(found.also, ())),
        maybe,
        " ".join(words_of(story, found.source).split()),
        _as_it_stands(story, found) if known(found.garbled, False) else None,
    )


def in_words(steps: Iterable[Step]) -> str:
    """A way as it is drawn, from the reader to the origin."""
    return " ← ".join([READER, *(step.name for step in steps)])


def unclear_words(way: Way) -> str:
    """The sources that may be meant, and by which words: "source unclear: A or B (“one of them”)"."""
    names = f": {' or '.join(one.name for one in way.maybe)}" if way.maybe else ""
    return f"{UNCLEAR}{names}" + (f" (“{way.words}”)" if way.words else "")


def _as_it_stands(story: Story, found: Attribution) -> str:
    """The text from the first to the last word on who says it; without its content, and cut."""
    hops = (span for hop in known(found.hops, ()) for span in hop.cue)
    spans: list[Span] = sorted({*inside(story, (*found.source, *found.cue, *hops))})
    if not spans:
        return ""
    start, end = spans[0][0], max(end for _, end in spans)
    lies_between = any(start <= first < end for first, _ in found.content)
    words, left_out = cut(words_of(story, spans if lies_between else [(start, end)]), _GARBLED_WORDS)
    return words + (" …" if left_out else "")
