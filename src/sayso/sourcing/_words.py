"""Words of a stretch of text with their offsets, and small facts about their form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..story import Span

#: Words keep what joins them inside ("al-Jabbouri", "O'Neal", "ynetnews.com", "9to5Mac", "U.S.", "@handle").
WORD: Final = re.compile(r"@?\w+(?:(?:[-‐–’'.&/]|’s-)\w+)*(?:(?<=\b[A-Z])\.(?=\s+[\w(])|(?<=\.[A-Z])\.)?")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?$")
_IRREGULAR: Final = {"people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife"}
_POSSESSIVE: Final = re.compile(r"(?:[’']s|(?<=s)[’'])$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start:end`; `bare` is without possessive ending, `low` that in lower case."""

    start: int
    end: int
    text: str
    bare: str
    low: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    @property
    def capital(self) -> bool:
        """Whether it is written as a name: a capital letter first, or inside ("9to5Mac", "eBay")."""
        return self.bare[:1].isupper() or (len(self.bare) > 2 and any(c.isupper() for c in self.bare[1:]))

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.text != self.bare

    @property
    def acronym(self) -> bool:
        """Whether it is all capitals ("FBI", "SOHR")."""
        letters = [c for c in self.bare if c.isalpha()]
        return len(letters) >= 2 and all(c.isupper() for c in letters)


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`."""
    found = []
    for match in WORD.finditer(text, start, end):
        shape = match[0]
        bare = _POSSESSIVE.sub("", shape)
        # "the soldiers' families": the apostrophe after a plural lies outside the word.
        found.append(Word(match.start(), match.end(), shape, bare, bare.rstrip(".").lower()))
    return found


def singular(word: str) -> str:
    """The singular of a lower-case noun, by its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("men", "women")) and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a lower-case noun has the form of a plural."""
    return word in _IRREGULAR or (singular(word) != word) or word in ("media", "police", "data")


def is_initial(word: Word) -> bool:
    """Whether a word is one or more initials ("J.", "J.K.")."""
    return bool(_INITIALS.match(word.text)) and len(word.text) <= 6
