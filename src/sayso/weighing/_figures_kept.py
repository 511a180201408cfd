"""Which quantities are figures of things counted, and which only look like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ._figures_lexicon import (
    AUXILIARIES,
    DETERMINERS,
    OUTCOMES,
    PREPOSITIONS,
    TOLLS,
    WEEKDAYS,
    is_noun_like,
    is_verb_like,
)
from ._figures_quantities import Quantity
from ._figures_tokens import DASHES, HYPHENS, Token

#: Nouns that make "12-member" and the like a count.
_COUNTED_BY_HYPHEN: Final = frozenset(
    """
    member person man woman strong page bed seat bedroom storey story room car vehicle game match point
    run goal nation country party team ship truck word volume part piece inch acre woman child people
    vote barrel megapixel ton seater passenger foot mile metre meter km kg day hour minute week month
    year million billion
    """
    .split()
)  # fmt: skip
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
_BEFORE_YEAR: Final = frozenset(
    """
    in since by from until till of during before after early late mid circa year fall spring summer
    winter autumn season through between the this last next and to a an for through christmas around
    about
    """.split()
)
_DEFINITE: Final = frozenset(
    "former latter the these those other first last next both which all our my final previous past".split()
)
#: Marks that make a number part of something else when they touch it.
_GLUE: Final = frozenset("/:*#@&_=+'’\\^~")
_WINDOW: Final = 6


def kept(toks: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence that count something, in order."""
    title_case = _is_title_case(toks)
    good: list[Quantity] = []
    for quantity in found:
        if _is_figure(toks, quantity, good, title_case):
            good.append(quantity)
    return good


def _at(toks: Sequence[Token], at: int) -> Token | None:
    return toks[at] if 0 <= at < len(toks) else None


def _low(toks: Sequence[Token], at: int) -> str:
    return toks[at].low if 0 <= at < len(toks) else ""


def _is_title_case(toks: Sequence[Token]) -> bool:
    """Whether most words are capitalised, as in some headlines: then a capital says nothing."""
    long = [token for token in toks if token.kind == "word" and len(token.text) > 3]
    return sum(token.capital for token in long) > 0.6 * len(long)


def _is_figure(toks: Sequence[Token], q: Quantity, good: Sequence[Quantity], title_case: bool) -> bool:
    if _is_part_of_a_name(toks, q, title_case) or _is_year(toks, q):
        return False
    if q.spelled and q.value == 1 and not q.scaled and q.unit_kind != "share":
        return _is_counted_one(toks, q, good)
    if q.spelled and q.value == 0:
        following = _at(toks, q.end)
        return q.unit is not None or (following is not None and following.plural)
    if q.unit_kind == "time":
        return _is_duration(toks, q)
    if q.unit_kind in ("money", "measure") or (q.unit_kind == "share" and q.unit):
        return not (q.unit_kind == "measure" and _low(toks, q.end) == "old")
    if q.unit_kind == "share":
        return _is_share(toks, q)
    if (
        q.spelled
        and not q.effects
        and not q.scaled
        and (q.value or 99) <= 12
        and _low(toks, q.start - 1) in _DEFINITE
    ):
        return False  # "the two men" are known already
    return _counts(toks, q, good)


def _is_part_of_a_name(toks: Sequence[Token], q: Quantity, title_case: bool) -> bool:
    """Whether the number is grown together with something, or stands in a name in capitals."""
    before, after = _at(toks, q.core - 1), _at(toks, q.core_end)
    if before is not None and not toks[q.core].spaced and (before.low in _GLUE or before.low in DASHES):
        return not (q.core > q.start or before.spaced)
    if after is not None and not after.spaced and q.core_end == q.end:
        if after.kind == "word" or (after.low in _GLUE and q.unit_kind != "money" and after.low != "'"):
            return True
        if after.low in "'’" and _low(toks, q.core_end + 1) in ("s", "m", "t"):
            return True
        if after.low in DASHES and q.unit is None and _hyphened(toks, q.core_end):
            return True
    first = toks[q.core]
    if q.spelled and first.capital and q.core > 0 and not title_case and not _opens(toks, q.core):
        return True
    if q.unit is not None or q.effects or q.scaled or q.spelled or q.ranged:
        return False
    return _follows_a_name(toks, q, title_case)


def _opens(toks: Sequence[Token], at: int) -> bool:
    """Whether a capital is that of the first word of a sentence, quotation or headline part."""
    return toks[at - 1].kind == "mark" and toks[at - 1].low not in ",-'’&/"


def _hyphened(toks: Sequence[Token], at: int) -> bool:
    """Whether a hyphen after the number makes one word with something that is not counted: "three-way"."""
    word = _at(toks, at + 1)
    if word is None or word.spaced:
        return False
    return word.kind != "word" or (toks[at].low in HYPHENS and word.low not in _COUNTED_BY_HYPHEN)


def _follows_a_name(toks: Sequence[Token], q: Quantity, title_case: bool) -> bool:
    """Whether short digits belong to the capitalised word before them: "Boeing 747", "Pitbull 5"."""
    before, after = _at(toks, _before_the_list(toks, q.core)), _at(toks, q.core_end)
    if before is None or before.kind != "word" or not before.capital or len(toks[q.core].text) > 4:
        return False
    if title_case or before.low in WEEKDAYS or q.core == 1 or is_verb_like(before):
        return False
    if before.low in DETERMINERS or before.low in PREPOSITIONS:
        return False
    return not (after is not None and after.plural and after.spaced and not after.capital)


def _before_the_list(toks: Sequence[Token], core: int) -> int:
    """The token before a number, or before the first of some joined numbers ("iPhones 5 and 6")."""
    at = core - 1
    for _ in range(3):
        if _low(toks, at) not in ("and", "or", ",") or at < 2 or toks[at - 1].kind != "number":
            break
        at -= 2
    return at


def _is_year(toks: Sequence[Token], q: Quantity) -> bool:
    if q.unit is not None or q.scaled or q.spelled:
        return False
    years = [token for token in toks[q.core : q.core_end] if token.kind == "number"]
    if not all(
        len(token.text) == 4 and token.text.isdigit() and 1500 <= int(token.text) <= 2099 for token in years
    ):
        return False
    after = _at(toks, q.core_end)
    counts = after is not None and after.plural and after.spaced and not after.capital
    if not counts:
        return True
    return _low(toks, q.core - 1) in _BEFORE_YEAR and not (q.effects and q.core > q.start)


def _is_counted_one(toks: Sequence[Token], q: Quantity, good: Sequence[Quantity]) -> bool:
    """ "One" counts only where the words around it do: "at least one", "one person died", "and one woman"."""
    if q.unit_kind in ("money", "measure") or (q.unit_kind == "share" and q.unit):
        return True
    following = _at(toks, q.end)
    if q.unit_kind is not None or following is None or following.low == "of":
        return bool(q.effects) and q.unit_kind is None and following is not None and following.low != "of"
    if {"low", "high"} & {*q.effects} or following.low in OUTCOMES:
        return True
    if not is_noun_like(following) or following.capital:
        return False
    if is_verb_like(_at(toks, q.start - 1)) and _low(toks, q.start - 1) in OUTCOMES:
        return True
    if (
        good
        and _low(toks, q.start - 1) in ("and", ",")
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
    following, second = _low(toks, q.end), _low(toks, q.end + 1)
    if following in HYPHENS:
        following, second = second, _low(toks, q.end + 2)
    lasting = _low(toks, q.start - 1) == "for" or is_verb_like(_at(toks, q.start - 1))
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
    before = _low(toks, q.start - 1)
    if before in ("the", "a", "just", "only"):
        before = _low(toks, q.start - 2) if before != "a" else ""
        before = "" if before in ("in", "by") else before
    if before == "last" and _low(toks, q.start - 2) in AUXILIARIES | {"to"}:
        return True  # "will last three hours"
    return before not in _BEFORE_TIME


def _is_share(toks: Sequence[Token], q: Quantity) -> bool:
    """Whether "half" or "a third" is a share of something named, or a change by it."""
    if q.core_end - q.core > 2 and toks[q.core + 1].low in ("in", "out"):
        return True
    before, following = _low(toks, q.start - 1), _low(toks, q.end)
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
    beside = _at(toks, q.end)
    after = _at(toks, q.end + 1) if beside is not None and beside.low in HYPHENS else beside
    before = _at(toks, q.start - 1)
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
    if q.low is not None and q.low >= 1000 and not _is_year(toks, q):
        return True
    return _stands_alone(toks, q, good, before, after)


def _stands_alone(
    toks: Sequence[Token], q: Quantity, good: Sequence[Quantity], before: Token | None, after: Token | None
) -> bool:
    """Whether a number without a noun counts by what stands around it."""
    low_before, low_after = before.low if before else "", after.low if after else ""
    if (low_after, _low(toks, q.end + 1)) == ("out", "of"):
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
