"""Cuts a sentence into the words, numerals and marks that the figures' grammar reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["number", "fraction", "currency", "word", "mark"]

#: Thousands in threes, or in twos after the last three as in India; or digits with at most one point.
_NUMBER: Final = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|(?<![\w.])\.[0-9]+"
)
#: Letters only where they can be nothing but part of a currency sign ("US$", "A$"; a rand's R).
_CURRENCY: Final = (
    r"(?<![^\W_])(?:US|AU|CA|NZ|HK|SG|NT|A|C|S|R|Z|J)?\$|[£€¥₹₽₩₪₦₱₫₺₴₵]|(?<![^\W_])R(?=[ \u00a0]?[0-9])"
)
_WORD: Final = r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*"
_TOKEN: Final = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<fraction>[¼½¾⅐-⅞])|(?P<currency>{_CURRENCY})|(?P<word>{_WORD})|(?P<mark>[^\s])"
)
#: Longer numerals are codes, not amounts.
_MOST_DIGITS: Final = 18

HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-‐‑–—−")
#: Nouns in the plural and other words of number that end in no s.
IRREGULAR_PLURALS: Final = frozenset(
    """
    people men women children police troops personnel staff crew cattle sheep fish deer aircraft
    spacecraft teeth feet mice geese criteria media data headquarters series species dead injured
    wounded missing homeless unemployed percent folk firemen policemen gunmen servicemen fishermen
    businessmen lawmen airmen congressmen clergymen salesmen crewmen militiamen bodies lives wives
    thieves wolves votes poor elderly infantry
    """.split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, numeral or mark at `text[start:end]`; `low` is in lower case with straight apostrophes."""

    kind: Kind
    start: int
    end: int
    text: str
    low: str
    spaced: bool  #: white space stands before it (or the sentence begins)
    masked: bool  #: part of a date, a name or the like: no amount begins here

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def plural(self) -> bool:
        """Whether it looks like a noun in the plural (or one that means several)."""
        low = self.low
        if self.kind != "word":
            return False
        return low in IRREGULAR_PLURALS or (
            len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
        )


def tokens(text: str, start: int, end: int, masks: list[tuple[int, int]]) -> list[Token]:
    """The tokens of `text[start:end]`; numbers that touch a mask (sorted, none overlapping) are masked."""
    found: list[Token] = []
    at, before = 0, start
    for match in _TOKEN.finditer(text, start, end):
        low, high = match.span()
        while at < len(masks) and masks[at][1] <= low:
            at += 1
        masked = at < len(masks) and masks[at][0] < high
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        if kind == "number" and (high - low > _MOST_DIGITS or _grown_on(text, low)):
            masked = True
        found.append(
            Token(
                kind,
                low,
                high,
                match[0],
                match[0].lower().replace("’", "'"),
                low > before or low == start,
                masked,
            )
        )
        before = high
    return found


def _grown_on(text: str, low: int) -> bool:
    """Whether a numeral is the tail of a name: "MH17", "F-16", "Covid-19", "#5", "1.2.3"."""
    if low == 0:
        return False
    last = text[low - 1]
    if last.isalpha() and not (last == "R" and (low < 2 or not text[low - 2].isalnum())):
        # The rand's R and the letters of "US$" stand alone; every other letter makes a name.
        return True
    if last in "#@_./\\" or last.isdigit():
        return True
    if last in HYPHENS and low >= 2 and text[low - 2].isalpha():
        return not _prefixed(text, low - 1)
    return False


_PREFIX: Final = re.compile(
    r"(?:^|[^\w])(?:mid|pre|post|under|over|sub|non|some|about|nearly|almost|at-least)$", re.IGNORECASE
)
_NUMBER_BEFORE: Final = re.compile(
    r"(?:ten|twenty|thirty|forty|fifty|hundred|thousand|one|two|three|four|five|six|seven|eight|nine|k|m|bn|million)$",
    re.IGNORECASE,
)


def _prefixed(text: str, hyphen: int) -> bool:
    """Whether the word before a hyphen is a bound or itself a number ("5m-10m"), not a name."""
    left = text[max(0, hyphen - 12) : hyphen]
    return bool(_PREFIX.search(left) or _NUMBER_BEFORE.search(left))
