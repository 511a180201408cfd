"""A story in one line: how many claims, from how many origins, on whom most of them rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..story import SourceKind
from ._chain_words import UNATTRIBUTED, Step, Way
from ._facts import plural
from ._sayings import Saying

_ONE: Final[dict[SourceKind | None, str]] = {
    "person": "one person",
    "unnamed": "one unnamed source",
    "organisation": "one organisation",
    "outlet": "one outlet",
    "document": "one document",
    "post": "one post",
    "other": "one source",
    None: "one source",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of the claims; `origins` None where no step has looked for chains, as `hedged` for hedges.

    `most` is the origin with the most claims and `rest` their number. `single` says that no claim has
    any other origin; the unattributed, and fewer than half left unclear, do not speak against it.
    """

    claims: int
    origins: int | None
    most: Step | None
    rest: int
    unattributed: int
    unclear: int
    garbled: int
    hedged: int | None

    @property
    def single(self) -> bool:
        """Whether everything attributed rests on one origin."""
        return self.origins == 1 and self.rest > 1 and 2 * self.unclear < self.rest


def summary(claimed: Sequence[Saying], ways: Mapping[int, Way]) -> Summary | None:
    """The counts; None where neither chains nor certainty have been looked for."""
    weighed = [saying for saying in claimed if saying.attribution.certainty]
    if not ways and not weighed:
        return None
    going = [ways[saying.number] for saying in claimed if saying.number in ways]
    count: dict[str, int] = {}
    steps: dict[str, Step] = {}
    nobody = 0
    for way in going:
        named = [step for step in way.origins if step.name != UNATTRIBUTED]
        nobody += bool(way.origins) and not named
        for step in named:
            count[step.id] = count.get(step.id, 0) + 1
            steps[step.id] = step
    most = max(count, key=lambda identity: count[identity], default=None)
    return Summary(
        len(claimed),
        len(count) if ways else None,
        steps[most] if most is not None else None,
        count[most] if most is not None else 0,
        nobody,
        sum(way.unclear for way in going),
        sum(way.garbled is not None for way in going),
        sum(s.attribution.certainty == "hedged" for s in weighed) if weighed else None,
    )


def summary_parts(found: Summary) -> tuple[str, ...]:
    """The summary in words: "14 claims", "4 origins", "9 rest on one person: Petra Lindqvist" …"""
    parts = [plural(found.claims, "claim")]
    if found.origins is not None:
        parts.append(plural(found.origins, "origin"))
    if found.most is not None and found.rest > 1:
        parts.append(f"{found.rest:,} rest on {_ONE[found.most.kind]}: {found.most.name}")
    if found.origins is not None:
        parts.append(f"{found.unattributed:,} unattributed")
    if found.hedged is not None:
        parts.append(f"{found.hedged:,} hedged")
    if found.unclear:
        parts.append(f"{found.unclear:,} with the source unclear")
    if found.garbled:
        parts.append(f"{found.garbled:,} with a garbled chain")
    return tuple(parts)


def single_words(found: Summary) -> str | None:
    """What to say of a story all of whose claims have one origin."""
    if not found.single or found.most is None:
        return None
    unclear = f", as far as sources are clear ({found.unclear} not)" if found.unclear else ""
    return f"single origin: everything attributed in this story rests on {found.most.name}{unclear}"
