"""What changed between two versions of a story: in its claims, their certainty, sources and figures."""

from __future__ import annotations

from typing import Final, Literal

import msgspec
from msgspec import UnsetType

from ..story import Attribution, Figure, Story
from ._rows import given
from ._versions_figures import changed_figures
from ._versions_match import Matched, match

Kind = Literal["dropped", "hardened", "softened", "reversed", "reattributed", "figure", "added"]
#: The order in which changes of a version are told, the gravest for a reader first.
ORDER: Final[tuple[Kind, ...]] = (
    "dropped", "reversed", "hardened", "softened", "reattributed", "figure", "added",
)  # fmt: skip
#: A change of the score (−3 … 3) that is more than the noise between two readings of nearly the same words.
_STEP: Final = 0.75
_STRENGTH: Final = {"questioned": 0, "hedged": 1, "asserted": 2, "denied": 2}


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as one version has it; `source` are the names of its chain, empty in the outlet's own voice."""

    words: str
    source: tuple[str, ...]
    certainty: str | None
    score: float | None
    hedges: tuple[str, ...]
    start: int
    end: int
    attribution: str | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change; `before` is missing for what was added, `after` for what was dropped."""

    kind: Kind
    before: Side | None = None
    after: Side | None = None
    why: str


def changes(old: Story, new: Story) -> tuple[Change, ...]:
    """The changes from one version to the next, gravest first, then in the order of the text.

    Claims are matched by their contents and sources (see `match`); one whose attribution went while its words
    stayed in the outlet's own voice is `hardened`, the other way round `softened`.
    """
    before, after = _sides(old), _sides(new)
    pairs = match([_words(side) for side in before], [_words(side) for side in after])
    found: list[Change] = []
    for pair in pairs:
        found += _compare(pair, before, after)
    found += _figures(
        old,
        new,
        [(before[a], after[b]) for a, b in pairs if a is not None and b is not None],
    )
    order = {kind: number for number, kind in enumerate(ORDER)}
    return tuple(sorted(found, key=lambda change: (order[change.kind], _place(change))))


def _place(change: Change) -> tuple[int, int]:
    side = change.before or change.after
    return (side.start, side.end) if side else (0, 0)


def _words(side: Side) -> tuple[str, str]:
    return side.words, " ".join(side.source)


def _sides(story: Story) -> list[Side]:
    """All claims of a story: attributions, then sentences in its own voice."""
    names = {source.id: source.name for source in given(story.sources)}
    sides = [_attributed(story, one, names) for one in given(story.attributions)]
    for sentence in given(story.voice):
        spans = ((sentence.start, sentence.end),)
        sides.append(
            Side(
                words=story.words_of(spans),
                source=(),
                certainty=sentence.certainty,
                score=None,
                hedges=tuple(story.words_of(hedge.spans) for hedge in sentence.hedges),
                start=sentence.start,
                end=sentence.end,
            )
        )
    return sides


def _attributed(story: Story, one: Attribution, names: dict[str, str]) -> Side:
    chain = tuple(names.get(id, id) for id in given(one.chain))
    return Side(
        words=story.words_of(one.content),
        source=chain or tuple(filter(None, [story.words_of(one.source)])) or ("unattributed",),
        certainty=None if isinstance(one.certainty, UnsetType) else one.certainty,
        score=None if isinstance(one.score, UnsetType) else one.score,
        hedges=tuple(story.words_of(hedge.spans) for hedge in given(one.hedges)),
        start=one.content[0][0],
        end=one.content[-1][1],
        attribution=one.id,
    )


def _compare(pair: Matched, before: list[Side], after: list[Side]) -> list[Change]:
    if pair.new is None:
        assert pair.old is not None
        old = before[pair.old]
        return [Change(kind="dropped", before=old, why=_dropped(old))]
    if pair.old is None:
        new = after[pair.new]
        return [Change(kind="added", after=new, why="nothing in the version before says so")]
    old, new = before[pair.old], after[pair.new]
    kind, why = _difference(old, new)
    return [Change(kind=kind, before=old, after=new, why=why)] if kind else []


def _dropped(side: Side) -> str:
    return "the new version no longer says so" + (
        "" if side.source else ", in the outlet's own voice or otherwise"
    )


def _difference(old: Side, new: Side) -> tuple[Kind | None, str]:
    """The gravest difference between two forms of one claim."""
    if "denied" in (old.certainty, new.certainty) and old.certainty != new.certainty:
        return "reversed", f"was {old.certainty}, is {new.certainty}"
    if old.source and not new.source:
        return "hardened", f"was said by {_chain(old)}, now stands in the outlet's own voice"
    if new.source and not old.source:
        return "softened", f"stood in the outlet's own voice, is now said by {_chain(new)}"
    strength = _strength(new) - _strength(old)
    gone, come = _missing(old.hedges, new.hedges), _missing(new.hedges, old.hedges)
    words = [f"was {old.certainty}, is {new.certainty}"] if old.certainty != new.certainty else []
    words += [f"without {_list(gone)}"] if gone else []
    words += [f"now with {_list(come)}"] if come else []
    if strength == 0:
        strength = len(gone) - len(come) or _step(old, new)
        if strength and not words:
            words = [f"certainty was {old.score:+.1f}, is {new.score:+.1f}"]
    if strength:
        return ("hardened" if strength > 0 else "softened"), "; ".join(words)
    if _folded(old.source) != _folded(new.source):
        return "reattributed", f"was said by {_chain(old)}, now by {_chain(new)}"
    return None, ""


def _strength(side: Side) -> int:
    return _STRENGTH.get(side.certainty or "", 1)


def _step(old: Side, new: Side) -> int:
    """Whether the score moved further from "unknown" (0) or nearer to it, on the same side of it."""
    if old.score is None or new.score is None or old.score * new.score < 0:
        return 0
    moved = abs(new.score) - abs(old.score)
    return 0 if abs(moved) < _STEP else (1 if moved > 0 else -1)


def _missing(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    left = [word.casefold() for word in others]
    missing = []
    for word in words:
        if word.casefold() in left:
            left.remove(word.casefold())
        else:
            missing.append(word)
    return missing


def _chain(side: Side) -> str:
    return " ← ".join(side.source)


def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(name.casefold().removeprefix("the ").split()) for name in names)


def _list(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _figures(old: Story, new: Story, matched: list[tuple[Side, Side]]) -> list[Change]:
    places = [((one.start, one.end), (other.start, other.end)) for one, other in matched]
    return [
        Change(
            kind="figure",
            before=_figure_side(old, one),
            after=_figure_side(new, other),
            why=f"was {old.words_of(one.spans)}, is {new.words_of(other.spans)}",
        )
        for one, other in changed_figures(old, new, places)
    ]


def _figure_side(story: Story, figure: Figure) -> Side:
    return Side(
        words=story.words_of(figure.spans),
        source=(),
        certainty=None,
        score=None,
        hedges=(),
        start=figure.spans[0][0],
        end=figure.spans[-1][1],
        attribution=figure.attribution,
    )
