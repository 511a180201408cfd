"""Cuts text into words and word pieces as BERT's uncased tokenizer does, with offsets into the text.

Devlin et al. 2019: control characters dropped, accents stripped, lower case, a word at each space,
punctuation mark and Chinese character, then the longest known piece from the left. Our own, because the
library that does it brings a download client and 54 MB with it; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import EnvironmentFault

UNKNOWN: Final = "[UNK]"
#: A longer word is one unknown piece.
_LONGEST_WORD: Final = 100

#: A run without ASCII spaces and punctuation, or one ASCII punctuation mark.
_RUN: Final = re.compile(r"[^ \t\n\r!-/:-@\[-`{-~]+|[!-/:-@\[-`{-~]")
_PLAIN: Final = re.compile(r"[0-9A-Za-z]+")
_CHINESE: Final = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class Word(NamedTuple):
    """A word at `start:end` of the text, and the ids of its pieces."""

    start: int
    end: int
    ids: tuple[int, ...]


class WordPiece:
    """A vocabulary and the words seen so far."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._pieces = lru_cache(maxsize=50_000)(self._cut)

    def words(self, text: str, start: int, end: int) -> Iterator[Word]:
        """The words of `text[start:end]`, in order."""
        for run in _RUN.finditer(text, start, end):
            low, high = run.span()
            if _PLAIN.fullmatch(run[0]) or (high - low == 1 and run[0].isascii() and run[0].isprintable()):
                yield Word(low, high, self._pieces(run[0].lower()))
            else:
                yield from self._odd_words(text, low, high)

    def _odd_words(self, text: str, low: int, high: int) -> Iterator[Word]:
        """The words of a run with other than ASCII letters and digits, character by character."""
        letters: list[str] = []
        began = ended = low
        for at in range(low, high):
            for kind, shown in _normalised(text[at]):
                if kind == "letter":
                    if not letters:
                        began = at
                    letters.append(shown)
                    ended = at + 1
                    continue
                if kind == "mark":
                    ended = at + 1 if letters else ended
                    continue
                if letters:
                    yield Word(began, ended, self._pieces("".join(letters)))
                    letters = []
                if kind == "alone":
                    yield Word(at, at + 1, self._pieces(shown))
        if letters:
            yield Word(began, ended, self._pieces("".join(letters)))

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return (self._vocabulary[UNKNOWN],)
        ids, low = [], 0
        while low < len(word):
            prefix = "##" if low else ""
            for high in range(len(word), low, -1):
                piece = self._vocabulary.get(prefix + word[low:high])
                if piece is not None:
                    ids.append(piece)
                    low = high
                    break
            else:
                return (self._vocabulary[UNKNOWN],)
        return tuple(ids)


@lru_cache(maxsize=2)
def load_tokenizer(path: Path) -> WordPiece:
    """The tokenizer of a vocabulary file, one piece a line. Raises `EnvironmentFault`."""
    try:
        pieces = path.read_text("utf8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentFault(f"{path} is missing or broken ({error}); install sayso again") from error
    return WordPiece({piece: number for number, piece in enumerate(pieces) if piece})


@lru_cache(maxsize=20_000)
def _normalised(character: str) -> tuple[tuple[str, str], ...]:
    """What one character becomes: letters of a word, marks, words of their own, spaces; or nothing."""
    if character in "\0\ufffd" or (unicodedata.category(character)[0] == "C" and character not in "\t\n\r"):
        return ()
    if any(low <= ord(character) <= high for low, high in _CHINESE):
        return (("alone", character),)
    made = []
    for part in unicodedata.normalize("NFD", character):
        category = unicodedata.category(part)
        if category == "Mn":
            made.append(("mark", ""))
        elif part.isspace():
            made.append(("space", ""))
        elif category[0] == "P" or part in "$+<=>^`|~":
            made.append(("alone", part))
        else:
            made += [("letter", lower) for lower in part.lower()]
    return tuple(made)
