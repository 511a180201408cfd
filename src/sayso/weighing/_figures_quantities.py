"""Quantities as the words give them: a number or a range with its sign, unit and bounding words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ._figures_bounds import Bounds, Effect, bounds_after, bounds_before
from ._figures_items import Item, read_item
from ._figures_number import Number
from ._figures_tokens import DASHES, Token, tokens
from ._figures_units import UnitKind

#: A stretch without any of these holds no quantity.
ANY: Final = re.compile(
    r"[0-9¼-¾⅐-⅞]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|half"
    r"|couple|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|(?:ten|dozen|score|hundred|thousand|lakh|million|crore|billion|trillion)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity from token `start` to before `end`; its numbers and unit run from `core` to `core_end`.

    `value`, `low` and `high` are as in `Figure`. `unit` is a span of the text, `unit_key` its one name.
    """

    start: int
    core: int
    core_end: int
    end: int
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    approx: bool
    unit: tuple[int, int] | None
    unit_key: str | None
    unit_kind: UnitKind | None
    effects: tuple[Effect, ...]
    spelled: bool
    scaled: bool
    ranged: bool = False


#: Verbs of change: what stands after them "from X to Y" is a change and no range.
_CHANGES: Final = frozenset(
    """
    rose rise rises risen rising fell fall falls fallen falling increase increased increases increasing
    grew grow grown growing dropped drop drops dropping declined decline cut cuts reduced reduce jumped
    jump climbed climb raised raise raises raising lowered lower lowering slashed went gone go slid
    slipped soared surged plunged doubled tripled expanded expand shrank shrunk shrink changed change
    revised extended extend moved up down swelled improved widened narrowed
    """.split()
)
_REACH: Final = 8
#: "two or even three".
_PERHAPS: Final = frozenset(["even", "maybe", "perhaps", "possibly"])
#: Begin another figure and no range: "from 300 to nearly 400".
_NEW_BOUND: Final = frozenset(["about", "around", "nearly", "almost", "perhaps", "as"])
#: Tokens in which all bounding words before a number stand.
_FARTHEST: Final = 24


def quantities(
    text: str, start: int, end: int, masks: list[tuple[int, int]]
) -> tuple[list[Token], list[Quantity]]:
    """The tokens of a sentence and its quantities, whatever they count, in order, none overlapping."""
    toks = tokens(text, start, end, masks)
    found: list[Quantity] = []
    at = done = 0
    while at < len(toks):
        item = read_item(toks, at, done)
        if item is None:
            at += 1
            continue
        made = _ratio(toks, item, done) or _range(toks, item, done) or _single(toks, item, done)
        found.append(made)
        at = done = made.end
    return toks, found


def parse_quantity(words: str) -> Quantity | None:
    """The quantity that some words consist of, whatever it counts; None when they are not just one."""
    toks, found = quantities(words, 0, len(words), [])
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(toks)
    return found[0] if whole else None


#: What a ratio is given in: "one in five", "nine out of 10".
_ROUND: Final = frozenset([3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, *(10**n for n in range(2, 10))])


def _ratio(toks: Sequence[Token], first: Item, done: int) -> Quantity | None:
    """ "one in five", "three out of four": a share, its value a part of one."""
    joint = [token.low for token in toks[first.end : first.end + 2]]
    size = 1 if joint[:1] == ["in"] else 2 if joint == ["out", "of"] else 0
    at = first.end + size
    if not size or at >= len(toks) or first.unit or first.number.value is None or first.number.value > 10:
        return None
    second = read_item(toks, at, at)
    if second is None or second.unit or second.number.value is None or second.number.value not in _ROUND:
        return None
    value = first.number.value / second.number.value
    if value >= 1:
        return None
    number = replace(first.number, end=second.end, value=value, share=True)
    return _single(toks, replace(first, end=second.end, number=number), done)


def _range(toks: Sequence[Token], first: Item, done: int) -> Quantity | None:
    """ "between 10 and 15 million", "10-15", "from 3 to 5", "two or three", "$5m to $10m"."""
    if first.end + 1 >= len(toks) or first.number.value is None:
        return None
    joint = toks[first.end]
    before = _bounds_before(toks, first.start, done)
    if joint.low not in ("to", "or", *DASHES) and not (joint.low == "and" and "range" in before.effects):
        return None
    second = _other_end(toks, first.end)
    if second is None or second.number.value is None or second.number.share != first.number.share:
        return None
    if not _fits(toks, joint, first, second, before.effects):
        return None
    low, high = first.number.value, second.number.value
    if not first.number.scaled and second.number.scaled and low < 1000:
        shared = low * second.number.value / _mantissa(second.number)
        low = shared if shared < high else low
    if low >= high:
        return None
    unit = second if second.unit else first
    edge = before.edge if before.effects else first.start
    after = bounds_after(toks, second.end)
    about = {"about", "below", "above"} & {*before.effects, *after.effects}
    return Quantity(
        start=min(edge, first.start),
        core=first.start,
        core_end=second.end,
        end=after.edge,
        value=None,
        low=low,
        high=high,
        approx=bool(about) or joint.low == "or" or first.number.approx,
        unit=unit.unit,
        unit_key=unit.key,
        unit_kind=unit.kind,
        effects=(*before.effects, *after.effects),
        spelled=first.number.spelled,
        scaled=second.number.scaled,
        ranged=True,
    )


def _other_end(toks: Sequence[Token], joint: int) -> Item | None:
    """The second number of a range, after the word or dash that joins it to the first."""
    start = joint + 1
    if toks[joint].low == "or" and toks[start].low in _PERHAPS and start + 1 < len(toks):
        start += 1  # "two or even three"
    elif toks[joint].low != "or" and toks[start].low in _NEW_BOUND:
        return None
    if toks[start].kind == "currency" and start + 1 < len(toks):
        start += 1
    return read_item(toks, start, joint + 1)


def _bounds_before(toks: Sequence[Token], start: int, done: int) -> Bounds:
    """The bounding words before a token, as far as nothing before them is in the way."""
    low = max(done, start - _FARTHEST)
    found = bounds_before(toks[low:start], start - low)
    return replace(found, edge=low + found.edge)


def _mantissa(number: Number) -> Fraction:
    """What stands before the magnitude: 15 of fifteen million."""
    value = number.value or Fraction(1)
    for factor in (10**12, 10**9, 10**6, 10**3, 10**2):
        if value >= factor:
            return value / factor
    return value


def _fits(
    toks: Sequence[Token], joint: Token, first: Item, second: Item, effects: tuple[Effect, ...]
) -> bool:
    """Whether two numbers are the ends of a range and not two figures, a score, or a change."""
    if first.unit and second.unit and first.key != second.key:
        return False
    if first.unit and not second.unit and (first.kind != "money" or first.number.spelled):
        return False
    if "low" in effects or "high" in effects or second.number.approx:
        return False
    if joint.low == "to":
        earlier = toks[max(0, first.start - _REACH) : first.start]
        changed = any(token.low in _CHANGES for token in earlier)
        return not (changed and "range" in effects)
    if joint.low == "or":
        one, two = first.number.value or 0, second.number.value or 0
        return two - one <= max(2, one)
    if joint.low in DASHES:
        return joint.spaced == toks[first.end + 1].spaced
    return True


def _single(toks: Sequence[Token], item: Item, done: int) -> Quantity:
    number = item.number
    before = _bounds_before(toks, item.start, done)
    after = bounds_after(toks, item.end)
    effects = tuple(e for e in (*before.effects, *after.effects) if e != "range")
    edge = (
        item.start
        if before.effects[-1:] == ("range",) and len(effects) == len(after.effects)
        else before.edge
    )
    value, low, high, approx = _weighed(number, effects)
    return Quantity(
        start=min(edge, item.start),
        core=item.start,
        core_end=item.end,
        end=after.edge,
        value=value,
        low=low,
        high=high,
        approx=approx,
        unit=item.unit,
        unit_key=item.key,
        unit_kind="share" if number.share and item.kind is None else item.kind,
        effects=effects,
        spelled=number.spelled,
        scaled=number.scaled,
    )


def _weighed(
    number: Number, effects: tuple[Effect, ...]
) -> tuple[Fraction | None, Fraction | None, Fraction | None, bool]:
    """Value, bounds and approximation of a number under the words around it; the nearest word decides.

    Plain numbers are their own bounds. "More than" leaves no value, only a bound; "nearly" a value that
    is a bound above; "about" a value and no bound.
    """
    value, low, high, approx = number.value, number.low, number.high, number.approx
    if value is not None and not approx:
        low = high = value
    for effect in effects:
        if effect == "low":
            low, high, value = low if value is None else value, None, None
        elif effect == "high":
            low, high, value = None, high if value is None else value, None
        elif effect == "below":
            low, high, approx = None, value if value is not None else high, True
        elif effect == "above":
            low, high, approx = value if value is not None else low, None, True
        elif effect == "about":
            approx = True
            if value is not None:
                low = high = None
    return value, low, high, approx
