"""Which quantities are figures of things counted, and which only look like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ._figures_lexicon import (
    AUXILIARIES,
    DETERMINERS,
    OUTCOMES,
    TOLLS,
    is_noun_like,
    is_verb_like,
)
from ._figures_names import is_part_of_a_name, is_title_case, is_year, low_word, token_at
from ._figures_quantities import Quantity
from ._figures_tokens import HYPHENS, Token

_AFTER_TIME: Final = frozenset(
    """
    ago later earlier after before old older younger away since prior olds-old on
    """.split()
)
_BEFORE_TIME: Final = frozenset(
    """
    last past next previous first coming these those recent following every few final preceding in
    within after until by during early latter opening other same
    """.split()
)
_DEFINITE: Final = frozenset(
    "former latter the these those other first last next both which all our my final previous past".split()
)
_WINDOW: Final = 6


def kept(toks: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence that count something, in order."""
    title_case = is_title_case(toks)
    good: list[Quantity] = []
    for quantity in found:
        if _is_figure(toks, quantity, good, title_case):
            good.append(quantity)
    return good


def _is_figure(toks: Sequence[Token], q: Quantity, good: Sequence[Quantity], title_case: bool) -> bool:
    if is_part_of_a_name(toks, q, title_case) or is_year(toks, q):
        return False
    if q.spelled and q.value == 1 and not q.scaled and q.unit_kind != "share":
        return _is_counted_one(toks, q, good)
    if q.spelled and q.value == 0:
        following = token_at(toks, q.end)
        return q.unit is not None or (following is not None and following.plural)
    if q.unit_kind == "time":
        return _is_duration(toks, q)
    if q.unit_kind in ("money", "measure") or (q.unit_kind == "share" and q.unit):
        return not (q.unit_kind == "measure" and low_word(toks, q.end) == "old")
    if q.unit_kind == "share":
        return _is_share(toks, q)
    if (
        q.spelled
        and not q.effects
        and not q.scaled
        and (q.value or 99) <= 12
        and low_word(toks, q.start - 1) in _DEFINITE
    ):
        return False  # "the two men" are known already
    return _counts(toks, q, good)


def _is_counted_one(toks: Sequence[Token], q: Quantity, good: Sequence[Quantity]) -> bool:
    """ "One" counts only where the words around it do: "at least one", "one person died", "and one woman"."""
    if q.unit_kind in ("money", "measure") or (q.unit_kind == "share" and q.unit):
        return True
    following = token_at(toks, q.end)
    if q.unit_kind is not None or following is None or following.low == "of":
        return bool(q.effects) and q.unit_kind is None and following is not None and following.low != "of"
    if {"low", "high"} & {*q.effects} or following.low in OUTCOMES:
        return True
    if not is_noun_like(following) or following.capital:
        return False
    if is_verb_like(token_at(toks, q.start - 1)) and low_word(toks, q.start - 1) in OUTCOMES:
        return True
    if (
        good
        and low_word(toks, q.start - 1) in ("and", ",")
        and 0 < q.start - good[-1].end <= 4
        and not good[-1].unit
    ):
        return True
    rest = [token.low for token in toks[q.end + 1 : q.end + 5]]
    for n, low in enumerate(rest):
        if low in OUTCOMES:
            return True
        if low not in AUXILIARIES and n > 1:
            break
    return False


def _is_duration(toks: Sequence[Token], q: Quantity) -> bool:
    """Whether a time is how long something lasts, not when it is or how old someone is."""
    following, second = low_word(toks, q.end), low_word(toks, q.end + 1)
    if following in HYPHENS:
        following, second = second, low_word(toks, q.end + 2)
    lasting = low_word(toks, q.start - 1) == "for" or is_verb_like(token_at(toks, q.start - 1))
    if lasting and following in ("before", "after"):
        return True  # "it lasted five minutes before"
    if following in _AFTER_TIME and (following != "on" or second in (",", ".", "")):
        return False
    if (following, second) in (
        ("of", "age"),
        ("from", "now"),
        ("a", "day"),
        ("a", "week"),
        ("per", "day"),
        ("to", "go"),
    ):
        return False
    if following.startswith("old") or (following, second) == ("a", "year"):
        return False
    before = low_word(toks, q.start - 1)
    if before in ("the", "a", "just", "only"):
        before = low_word(toks, q.start - 2) if before != "a" else ""
        before = "" if before in ("in", "by") else before
    if before == "last" and low_word(toks, q.start - 2) in AUXILIARIES | {"to"}:
        return True  # "will last three hours"
    return before not in _BEFORE_TIME


def _is_share(toks: Sequence[Token], q: Quantity) -> bool:
    """Whether "half" or "a third" is a share of something named, or a change by it."""
    if q.core_end - q.core > 2 and toks[q.core + 1].low in ("in", "out"):
        return True
    before, following = low_word(toks, q.start - 1), low_word(toks, q.end)
    if before in (
        "first",
        "second",
        "other",
        "better",
        "latter",
        "later",
        "top",
        "lower",
        "upper",
        "in",
        "the",
        "each",
    ):
        return following == "of" and before == "the"
    if (
        following in ("of", "the", "its", "their", "his", "her", "our", "all", "my", "those", "these")
        or q.effects
    ):
        return following != "way"
    return before == "by" or following in AUXILIARIES


def _counts(toks: Sequence[Token], q: Quantity, good: Sequence[Quantity]) -> bool:
    """Whether a bare number has something to count, or other signs that it counts."""
    beside = token_at(toks, q.end)
    after = token_at(toks, q.end + 1) if beside is not None and beside.low in HYPHENS else beside
    before = token_at(toks, q.start - 1)
    if after is not None and q.spelled and after.low in ("figures", "figure", "digits"):
        return False  # a sum of six figures
    if after is not None and (after.low in ("of", "more", "other", "others") or after.low in OUTCOMES):
        return not (
            before is not None and before.low == "the" and q.spelled and not q.effects and not q.scaled
        )
    if (
        is_noun_like(after)
        and after is not None
        and (after.spaced or q.end > q.core_end or after is not beside)
    ):
        return True
    if not {*q.effects} <= {"about", "range"} or q.scaled:
        return True
    if q.low is not None and q.low >= 1000 and not is_year(toks, q):
        return True
    return _stands_alone(toks, q, good, before, after)


def _stands_alone(
    toks: Sequence[Token], q: Quantity, good: Sequence[Quantity], before: Token | None, after: Token | None
) -> bool:
    """Whether a number without a noun counts by what stands around it."""
    low_before, low_after = before.low if before else "", after.low if after else ""
    if (low_after, low_word(toks, q.end + 1)) == ("out", "of"):
        return True
    if low_after in AUXILIARIES:
        named = before is not None and (before.capital or low_before in DETERMINERS)
        if not named or low_before == "another":
            return True
    if low_before in OUTCOMES or (q.spelled and is_verb_like(before)):
        return True
    if good and good[-1].unit is None and low_before in ("and", "or", ","):
        # "17 raids in Tarvo and 12 in Brask"
        return low_after in ("in", "at", "on", "from", "near", "among")
    return any(token.low in TOLLS for token in toks[max(0, q.start - _WINDOW) : q.start])
