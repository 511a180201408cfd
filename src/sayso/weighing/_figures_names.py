"""Numbers that are part of a name, of another word, or a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ._figures_lexicon import DETERMINERS, PREPOSITIONS, WEEKDAYS, is_verb_like
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
_BEFORE_YEAR: Final = frozenset(
    """
    in since by from until till of during before after early late mid circa year fall spring summer
    winter autumn season through between the this last next and to a an for through christmas around
    about
    """.split()
)
#: Marks that make a number part of something else when they touch it.
_GLUE: Final = frozenset("/:*#@&_=+'’\\^~")


def token_at(toks: Sequence[Token], at: int) -> Token | None:
    """The token at a place, None outside the sentence."""
    return toks[at] if 0 <= at < len(toks) else None


def low_word(toks: Sequence[Token], at: int) -> str:
    """The token at a place in lower case, empty outside the sentence."""
    return toks[at].low if 0 <= at < len(toks) else ""


def is_title_case(toks: Sequence[Token]) -> bool:
    """Whether most words are capitalised, as in some headlines: then a capital says nothing."""
    long = [token for token in toks if token.kind == "word" and len(token.text) > 3]
    return sum(token.capital for token in long) > 0.6 * len(long)


def is_part_of_a_name(toks: Sequence[Token], q: Quantity, title_case: bool) -> bool:
    """Whether the number is grown together with something, or stands in a name in capitals."""
    before, after = token_at(toks, q.core - 1), token_at(toks, q.core_end)
    if before is not None and not toks[q.core].spaced and (before.low in _GLUE or before.low in DASHES):
        return not (q.core > q.start or before.spaced)
    if after is not None and not after.spaced and q.core_end == q.end:
        if after.kind == "word" or (after.low in _GLUE and q.unit_kind != "money" and after.low != "'"):
            return True
        if after.low in "'’" and low_word(toks, q.core_end + 1) in ("s", "m", "t"):
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
    word = token_at(toks, at + 1)
    if word is None or word.spaced:
        return False
    return word.kind != "word" or (toks[at].low in HYPHENS and word.low not in _COUNTED_BY_HYPHEN)


def _follows_a_name(toks: Sequence[Token], q: Quantity, title_case: bool) -> bool:
    """Whether short digits belong to the capitalised word before them: "Boeing 747", "Pitbull 5"."""
    before, after = token_at(toks, _before_the_list(toks, q.core)), token_at(toks, q.core_end)
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
        if low_word(toks, at) not in ("and", "or", ",") or at < 2 or toks[at - 1].kind != "number":
            break
        at -= 2
    return at


def is_year(toks: Sequence[Token], q: Quantity) -> bool:
    """Whether bare digits are a year: four of them, with no plural after them that they could count."""
    if q.unit is not None or q.scaled or q.spelled:
        return False
    years = [token for token in toks[q.core : q.core_end] if token.kind == "number"]
    if not all(
        len(token.text) == 4 and token.text.isdigit() and 1500 <= int(token.text) <= 2099 for token in years
    ):
        return False
    after = token_at(toks, q.core_end)
    counts = after is not None and after.plural and after.spaced and not after.capital
    if not counts:
        return True
    return low_word(toks, q.core - 1) in _BEFORE_YEAR and not (q.effects and q.core > q.start)
