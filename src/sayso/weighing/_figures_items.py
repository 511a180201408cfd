"""A number with its currency sign or unit: "€300m", "20 per cent", "6ft 2in", "-5C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ._figures_number import AMBIGUOUS, Number
from ._figures_numbers import read_number
from ._figures_tokens import DASHES, Token
from ._figures_units import Unit, UnitKind, currency_before, unit_after


@dataclass(frozen=True, slots=True)
class Item:
    """A number with its currency sign or unit."""

    start: int
    end: int
    number: Number
    unit: tuple[int, int] | None = None
    key: str | None = None
    kind: UnitKind | None = None


#: What "300m" is 300 million of, where no currency says so: anything but these.
_LENGTH_WORDS: Final = frozenset(
    """
    tall high long wide deep sprint race hurdles relay freestyle butterfly breaststroke backstroke dash
    final away from above below north south east west of off in at across swim walk run radius crater
    fence wall tower track exclusion stretch cliff drop pool apart record world champion title event
    individual medley gold silver bronze
    """.split()
)


def read_item(toks: Sequence[Token], at: int, done: int) -> Item | None:
    """The number at a token with its sign and unit; a sign before token `done` belongs to something else."""
    number = read_number(toks, at)
    if number is None:
        return None
    start, sign, key, end = at, None, None, number.end
    before = currency_before(toks, at) if not number.spelled else None
    if before is not None and before[0] >= done:
        start, key = before
        sign = (toks[start].start, toks[at - 1].end)
    number = _settled(toks, number, money=sign is not None)
    end = number.end
    if sign is not None:
        after = unit_after(toks, end, digits=True)
        if after and after.kind == "money" and after.key in (key, "gbp-or-lb", "usd"):
            end = after.end  # "$5 dollars", "$5 US dollars"
        return Item(start, end, number, sign, key, "money")
    start, number = _minus(toks, start, done, number)
    unit = unit_after(toks, end, digits=not number.spelled and not number.scaled)
    if unit is None or _no_unit(toks, number, unit):
        return Item(start, end, number)
    first = unit.end - 1
    while first > end and _in_unit(toks, first - 1, end):
        first -= 1
    span = (toks[first].start, toks[unit.end - 1].end)
    if [token.low for token in toks[unit.end : unit.end + 3]] == [
        "and",
        "a",
        "half",
    ] and number.value is not None:
        number = replace(number, value=number.value + Fraction(1, 2))  # "three metres and a half"
        unit = replace(unit, end=unit.end + 3)
    number, unit = _smaller_unit(toks, number, unit)
    return Item(start, unit.end, number, span, unit.key, unit.kind)


def _in_unit(toks: Sequence[Token], at: int, low: int) -> bool:
    return at >= low and not (at == low and (toks[at].low == "of" or toks[at].low in DASHES))


def _settled(toks: Sequence[Token], number: Number, *, money: bool) -> Number:
    """The number with an ambiguous suffix decided: "€300m" is money, "a 300m wall" a length."""
    if number.suffix not in AMBIGUOUS:
        return number
    at = number.end - 1
    following = toks[at + 1] if at + 1 < len(toks) else None
    if money:
        return number if toks[at].spaced is False or number.suffix == "m" else _without(number, at)
    money_word = unit_after(toks, at + 1, digits=True) if following is not None else None
    if money_word is not None and money_word.kind == "money":
        return number
    counted = (
        following is not None
        and following.spaced
        and following.kind == "word"
        and following.plural
        and following.low not in _LENGTH_WORDS
    )
    if number.suffix == "cr":
        return number if counted else _without(number, at)
    return number if counted and not toks[at].spaced else _without(number, at)


def _without(number: Number, end: int) -> Number:
    """The number before its suffix, which was none."""
    factor = {"k": 10**3, "m": 10**6, "mil": 10**6, "b": 10**9, "cr": 10**7}[number.suffix or ""]
    value = None if number.value is None else number.value / factor
    return replace(number, end=end, value=value, suffix=None, scaled=False)


def _no_unit(toks: Sequence[Token], number: Number, unit: Unit) -> bool:
    """Whether what looks like a unit is none here: "second" the ordinal, "won" the verb, "real"."""
    last = toks[unit.end - 1]
    if (
        last.low in ("won", "real", "dong", "marks", "degrees", "rand", "stone", "p")
        and unit.end == number.end + 1
    ):
        if last.low == "won":
            return not number.scaled
        if last.low in ("real", "dong", "rand"):
            return not number.scaled and last.capital
        return last.low == "marks" or (last.low == "p" and (number.value or 0) >= 100)
    return last.low == "second" and number.value != 1


def _minus(toks: Sequence[Token], start: int, done: int, number: Number) -> tuple[int, Number]:
    """A negative temperature or percentage: "-5C", "minus 20 degrees"."""
    sign = toks[start - 1] if start > done else None
    if sign is None or number.value is None:
        return start, number
    unit = unit_after(toks, number.end, digits=True)
    if unit is None or unit.key not in ("degree", "percent"):
        return start, number
    glued = sign.low in DASHES and not toks[start].spaced and sign.spaced
    if sign.low == "minus" or glued:
        return start - 1, replace(number, value=-number.value)
    return start, number


#: A length or weight in two units: the second is so many to the first.
_SMALLER: Final = {("foot", "inch"): 12, ("stone", "lb"): 14, ("stone", "gbp-or-lb"): 14, ("lb", "ounce"): 16}


def _smaller_unit(toks: Sequence[Token], number: Number, unit: Unit) -> tuple[Number, Unit]:
    """ "6ft 2in", "5 feet 10 inches", "10 stone 4lb" as one quantity in the first unit."""
    at = unit.end
    if number.value is None or at >= len(toks) or unit.key not in ("foot", "stone", "lb"):
        return number, unit
    second = read_number(toks, at)
    if second is None or second.value is None or second.scaled:
        return number, unit
    inner = unit_after(toks, second.end, digits=True)
    key = inner.key if inner else ("inch" if second.end < len(toks) and toks[second.end].low == "in" else "")
    per = _SMALLER.get((unit.key, key))
    if per is None or second.value >= per:
        return number, unit
    end = inner.end if inner else second.end + 1
    return replace(number, value=number.value + second.value / per, end=end), replace(unit, end=end)
