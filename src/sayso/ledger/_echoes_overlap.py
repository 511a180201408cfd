"""How much of one story stands word for word in another, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ._echoes_stories import Told
from ._shingles import WIDTH, among, covered, longest, span, stretches

#: Share of one story's own words that stand in the other, from which it is a reprint.
REPRINT: Final = 0.48
#: The same where both rest on one agency by their own account.
CREDITED: Final = 0.2
#: So many shared words of one's own at least; a shorter story must be shared nearly whole.
_FEW: Final = 25
_NEARLY_WHOLE: Final = 0.8
#: Passages shown as evidence, and letters of each.
_PASSAGES: Final = 8
_LETTERS: Final = 300
#: Cells of the table of shared runs that are held at once.
_CELLS: Final = 4_000_000
#: Stories that a story is held against closely: those that share most.
_CANDIDATES: Final = 8


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two stories share: share of the own words of the one that has more of it in common, 0…1."""

    share: float
    words: int
    own: int
    whole: float

    def reaches(self, share: float) -> bool:
        """Whether it is enough to be no chance: a share of own words, or nearly all of a short story."""
        if self.own < _FEW:
            return self.whole >= _NEARLY_WHOLE and self.words >= 2 * WIDTH - 2
        return self.share >= share


def overlap(one: Told, other: Told) -> Overlap:
    """Words in common runs, counted on both sides; quotations are nobody's own words."""
    best = Overlap(0.0, 0, 0, 0.0)
    for mine, theirs in ((one, other), (other, one)):
        mark = covered(mine.runs, theirs.different_runs, mine.length)
        own = int((mark & mine.own).sum())
        words = int(mark.sum())
        # A story that is nearly all quotation is measured by all its words.
        of = max(int(mine.own.sum()), mine.length // 4, 1)
        found = Overlap(min(1.0, own / of), words, own, words / max(1, mine.length))
        best = max(best, found, key=lambda one: (one.share, one.whole))
    return best


def passages(story: Told, of: Told) -> list[dict[str, Any]]:
    """The longest shared passages with their places in both, in the later story's order."""
    found = []
    mark = covered(story.runs, of.different_runs, story.length)
    for first, after in longest(stretches(mark), _PASSAGES):
        low, high = span(story.words, first, after)
        there = _there(story, of, first, after)
        found.append(
            {"words": _cut(story.text[low:high]), "story": [low, high], "of": list(there) if there else None}
        )
    return found


def _there(story: Told, of: Told, first: int, after: int) -> tuple[int, int] | None:
    """Where a passage stands in the other story: from its first shared run to its last, if in order."""
    mine = story.runs[first : max(first + 1, after - WIDTH + 1)]
    shared = mine[among(mine, of.different_runs)]
    if not len(shared):
        return None
    begin = int(np.flatnonzero(of.runs == shared[0])[0])
    ends = np.flatnonzero(of.runs == shared[-1])
    later = ends[ends >= begin]
    end = int(later[0]) if len(later) and later[0] - begin <= 2 * len(mine) + WIDTH else begin
    return span(of.words, begin, end + WIDTH)


def _cut(words: str) -> str:
    return words if len(words) <= _LETTERS else words[: _LETTERS - 1].rstrip() + "…"


def likely_pairs(told: Sequence[Told], least: float) -> list[tuple[int, int]]:
    """Pairs of places in `told` that share at least `least` of the shorter's runs, a few for each story.

    One product of a table of shared runs counts for all pairs exactly what they have in common.
    """
    unique = [one.different_runs for one in told]
    common = _common(unique)
    sizes = np.array([max(1, len(runs)) for runs in unique])
    shares = common / np.minimum.outer(sizes, sizes)
    np.fill_diagonal(shares, 0.0)
    pairs: set[tuple[int, int]] = set()
    for place in range(len(told)):
        # By share, then in the order of the stories' keys.
        for other in np.argsort(-shares[place], kind="stable")[:_CANDIDATES].tolist():
            if shares[place, other] >= least:
                pairs.add((min(place, other), max(place, other)))
    return sorted(pairs)


def _common(unique: Sequence[NDArray[np.uint64]]) -> NDArray[np.float64]:
    """How many runs each two stories have in common."""
    table = np.zeros((len(unique), len(unique)))
    everything, times = np.unique(np.concatenate([*unique, np.zeros(0, np.uint64)]), return_counts=True)
    shared = everything[times > 1]
    columns = max(500, _CELLS // max(1, len(unique)))
    for start in range(0, len(shared), columns):
        some = shared[start : start + columns]
        has = np.zeros((len(unique), len(some)), np.float32)
        for row, found in enumerate(unique):
            places = np.searchsorted(some, found)
            places[places == len(some)] = 0
            has[row, places[some[places] == found]] = 1
        table += has @ has.T
    return table
