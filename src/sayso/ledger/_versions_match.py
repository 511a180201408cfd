"""Finds the claims of one version again in the next, by their words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

#: Contents that share so much (0 … 100, rapidfuzz's token sort ratio) are two forms of one claim.
_ALIKE: Final = 66.0
#: The same source makes up for so many points.
_SAME_SOURCE: Final = 12.0
#: Words in more claims than this say nothing about which two belong together.
_COMMON: Final = 20
#: Claims compared with one, those that share most rare words: keeps the work linear.
_CANDIDATES: Final = 12
_LONGEST: Final = 2000

Claim = tuple[str, str]


class Matched(NamedTuple):
    """Places of a claim in the old and in the new list; None where it is missing."""

    old: int | None
    new: int | None


def match(old: Sequence[Claim], new: Sequence[Claim]) -> list[Matched]:
    """Pairs each claim (content, source) with at most one of the other version, the most alike first.

    Equal contents are paired first; the rest by rapidfuzz's token sort ratio among the claims that share rare
    words. Whatever is left stands alone. Old ones come in their order, then new ones that stand alone.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in [*_equal(old, new), *_alike(old, new)]:
        if a not in partner and b not in taken:
            partner[a] = b
            taken.add(b)
    pairs = [Matched(a, partner.get(a)) for a in range(len(old))]
    return pairs + [Matched(None, b) for b in range(len(new)) if b not in taken]


def _equal(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs of equal content, those with the same source first."""
    found: list[tuple[int, int]] = []
    for with_source in (True, False):
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, claim in enumerate(new):
            places[_form(claim, with_source)].append(number)
        for number, claim in enumerate(old):
            if waiting := places.get(_form(claim, with_source)):
                found.append((number, waiting.pop(0)))
    return found


def _form(claim: Claim, with_source: bool) -> tuple[str, str]:
    return " ".join(_words(claim[0])), claim[1].casefold() if with_source else ""


def _alike(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs that share enough of their words, the most alike first."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, (content, _) in enumerate(new):
        for word in set(_words(content)):
            index[word].append(number)
    scored: list[tuple[float, int, int]] = []
    for a, (content, source) in enumerate(old):
        shared: Counter[int] = Counter()
        for word in set(_words(content)):
            if len(index.get(word, ())) <= _COMMON:
                shared.update(index.get(word, ()))
        for b, _ in shared.most_common(_CANDIDATES):
            score = fuzz.token_sort_ratio(" ".join(_words(content)), " ".join(_words(new[b][0])))
            if source.casefold() == new[b][1].casefold():
                score += _SAME_SOURCE
            if score >= _ALIKE:
                scored.append((-score, a, b))
    return [(a, b) for _, a, b in sorted(scored)]


def _words(content: str) -> list[str]:
    return re.findall(r"\w+", content[:_LONGEST].casefold())
