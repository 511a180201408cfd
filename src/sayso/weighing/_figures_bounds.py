"""Words around a number that make it a bound or an approximation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ._figures_tokens import Token

#: low: no fewer than it; high: no more; below: near it and under; above: near it and over; about: near it.
Effect = Literal["low", "high", "below", "above", "about", "range", "plain"]


def _phrases(effect: Effect, ways: str) -> dict[tuple[str, ...], Effect]:
    return {tuple(way.split()): effect for way in ways.split(",")}


_BEFORE: Final = {
    **_phrases(
        "low",
        """
        at least, at the least, at the very least, at a minimum, a minimum of, minimum of, minimum,
        more than, no fewer than, no less than, not fewer than, not less than, over, well over,
        above, well above, upwards of, upward of, in excess of, exceeding, exceeded, exceeds,
        exceed, greater than, larger than, higher than, better than, far more than, many more than,
        much more than, well in excess of, from at least, topped, topping, surpassed, surpassing,
        significantly more than, significantly over, considerably more than, north of
        """,
    ),
    **_phrases(
        "high",
        """
        up to, as many as, as much as, as high as, as large as, at most, at the most, no more than,
        not more than, a maximum of, maximum of, maximum, fewer than, less than, under, well under,
        below, well below, anything up to, lower than, smaller than, as long as, far fewer than, not
        exceeding, capped at, limited to, no higher than
        """,
    ),
    **_phrases(
        "low",
        """
        as few as, as little as, as low as
        """,
    ),
    **_phrases(
        "below",
        """
        nearly, almost, close to, just under, just below, just less than, a little under, slightly
        under, slightly less than, slightly fewer than, just short of, little less than,
        approaching, very nearly, a little less than, just shy of, shy of, virtually, nearing, a bit
        less than
        """,
    ),
    **_phrases(
        "above",
        """
        just over, just above, just more than, a little over, slightly over, slightly more than,
        slightly above, a little more than, little more than, a bit more than, a bit over, a shade
        over
        """,
    ),
    **_phrases(
        "about",
        """
        about, around, roughly, approximately, approx, approx ., some, circa, c ., ca ., ~, an
        estimated, estimated, estimated at, the estimated, in the region of, somewhere around,
        somewhere in the region of, in the neighborhood of, in the neighbourhood of, on the order
        of, in the order of, of the order of, perhaps, maybe, probably, possibly, more or less, at
        around, at about, by some, as estimated, something like, give or take, a reported, a
        rumored, a rumoured, an alleged, an approximate, an average of, on average, averaging, or so
        """,
    ),
    **_phrases(
        "range",
        """
        between, anywhere between, somewhere between, anywhere from, somewhere from, from, of
        between
        """,
    ),
    **_phrases(
        "plain",
        """
        exactly, only, just, precisely, a total of, a record, a whopping, a staggering, a mere, all
        """,
    ),
}
_AFTER: Final = {
    **_phrases(
        "low",
        """
        or more, or greater, or higher, or above, or over, or older, or longer, plus, +, - plus, and
        counting, and up, and above, and more, at least, at a minimum, or so or more, upward,
        upwards, minimum
        """,
    ),
    **_phrases(
        "high",
        """
        or less, or fewer, or under, or lower, or below, at most, at the most, max, maximum, tops,
        or younger
        """,
    ),
    **_phrases(
        "about",
        """
        or so, odd, - odd, or thereabouts, give or take, approximately, approx
        """,
    ),
}
#: After a number these bind only with a mark before them or the like; "two plus two" is arithmetic.
_NOT_BEFORE_NUMBER: Final = frozenset([("plus",), ("+",), ("minimum",), ("maximum",)])
#: Verbs of which "over" is a part: "ran over two soldiers", "handed over 12 boats".
_WITH_OVER: Final = frozenset(
    "ran run runs running drove took take takes taken taking turned turning handed handing went fell knocked"
    " won fought argued signed made passed".split()
)
_LONGEST_BEFORE: Final = max(map(len, _BEFORE))
_LONGEST_AFTER: Final = max(map(len, _AFTER))
#: How many such phrases may follow one another ("at least some", "well over an estimated").
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """The effects found, and the token where their words begin or end."""

    edge: int
    effects: tuple[Effect, ...]


def bounds_before(toks: Sequence[Token], at: int) -> Bounds:
    """The bounding words that end right before token `at`, the nearest first.

    "plain" words ("only", "exactly") are passed over and stay outside.
    """
    edge, effects, passed = at, [], at
    for _ in range(_MOST):
        effect, start = _ending_at(toks, passed)
        if effect is None:
            break
        passed = start
        if effect != "plain":
            edge = start
            effects.append(effect)
    return Bounds(edge, tuple(effects))


def _ending_at(toks: Sequence[Token], end: int) -> tuple[Effect | None, int]:
    for size in range(min(_LONGEST_BEFORE, end), 0, -1):
        words = tuple(token.low for token in toks[end - size : end])
        particle = words == ("over",) and end > 1 and toks[end - 2].low in _WITH_OVER
        if words in _BEFORE and not particle:
            return _BEFORE[words], end - size
    return None, end


def bounds_after(toks: Sequence[Token], at: int) -> Bounds:
    """The bounding words that begin at token `at`."""
    for size in range(min(_LONGEST_AFTER, len(toks) - at), 0, -1):
        words = tuple(token.low for token in toks[at : at + size])
        if words not in _AFTER:
            continue
        following = toks[at + size] if at + size < len(toks) else None
        number_follows = following is not None and following.kind in ("number", "currency")
        if number_follows and (
            words in _NOT_BEFORE_NUMBER or words[-1] in ("least", "most", "take", "approximately")
        ):
            continue
        return Bounds(at + size, (_AFTER[words],))
    return Bounds(at, ())
