"""The shipped list of media, and every way to write each of their names.

The list is `outlets.tsv` beside this file; docs/outlets.md says where it comes from. It is read once,
when it is first asked for, and its records are made only for names that are met.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal, cast

OutletKind = Literal[
    "newspaper",
    "tabloid",
    "broadcaster",
    "agency",
    "magazine",
    "website",
    "blog",
    "radio",
    "programme",
    "journal",
]

_LIST: Final = "outlets.tsv"
#: Before a short form that needs a sign although the full name does not: "~The Post".
_NEEDS_SIGN: Final = "~"
#: Capitals up to this length are an abbreviation and must be written so: AP, NPR, TASS.
_LONGEST_ABBREVIATION: Final = 4

_TOKEN = re.compile(r"[^\W_]+")
_THE = re.compile(r"the\s+", re.IGNORECASE)
_DOT_NAME = re.compile(r"(?<=\w)\.(?:com|net|org|co\.uk)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium as the list has it; `country` is an ISO 3166 code, `domain` None where not known.

    `ambiguous` says that the name is a common word or a person's too (Time, People, The Sun).
    """

    name: str
    short: tuple[str, ...]
    kind: OutletKind
    country: str
    domain: str | None
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: whose it is, and how it must look in a text to be read as a name."""

    outlet: Outlet
    ambiguous: bool
    abbreviation: bool
    begins_small: bool
    small_words: int
    others: tuple[Outlet, ...]

    def written_as(self, words: str, small: int) -> bool:
        """Whether `words`, `small` of which begin with a small letter, are written as this name is."""
        if words[0].islower() and not self.begins_small:
            return False
        return small <= self.small_words and (not self.abbreviation or words.isupper())


class Index:
    """The list by the keys of its names and by its hosts."""

    def __init__(self, listed: str) -> None:
        self._rows = [line.split("\t") for line in listed.split("\n")[1:] if line]
        self._outlets: dict[int, Outlet] = {}
        self._forms: dict[str, Form] = {}
        self._written: dict[str, tuple[tuple[int, str], ...]] = {}
        self.hosts: dict[str, int] = {}
        #: Keys of what a longer name begins with, up to a word's end.
        self.beginnings: set[str] = set()
        self.first_words: set[str] = set()
        small = self._fill()
        #: Words with which a listed name or a web address may begin: capitals, digits, "dpa", "bbc.".
        self.candidates = re.compile(
            r"(?<![^\W_])(?:[^\W_a-z][^\W_]*|[a-z][^\W_]*(?=[.-][a-z0-9])"
            rf"|(?:{'|'.join(sorted(small, reverse=True))})(?![^\W_]))"
        )

    def _fill(self) -> set[str]:
        """Read the rows; return the first words that are written with a small letter."""
        small: set[str] = set()
        written, beginnings, first_words = self._written, self.beginnings, self.first_words
        forms = [f"{row[0]}|{row[1]}" if row[1] else row[0] for row in self._rows]
        for number, (as_written, plain) in enumerate(zip(forms, _plain(forms), strict=True)):
            for form, words in zip(as_written.split("|"), map(str.split, plain.split("|")), strict=True):
                if words[0] == "the" and len(words) > 1:
                    del words[0]
                key = words[0]
                first_words.add(key)
                for word in words[1:]:
                    beginnings.add(key)
                    key += word
                written[key] = (*written.get(key, ()), (number, form))
                if form[0] >= "a" and form.removeprefix(_NEEDS_SIGN)[0].islower():
                    small.add(_TOKEN.findall(form)[0])
            for host in self._rows[number][4].split("|"):
                self.hosts.setdefault(host, number)
        self.hosts.pop("", None)
        return small

    def outlet(self, number: int) -> Outlet:
        """The outlet of a row of the list."""
        made = self._outlets.get(number)
        if made is None:
            name, short, kind, country, hosts, ambiguous = self._rows[number]
            forms = tuple(form.removeprefix(_NEEDS_SIGN) for form in short.split("|")) if short else ()
            domain = hosts.split("|")[0] or None
            # A test checks the kinds of the whole list.
            made = Outlet(name, forms, cast(OutletKind, kind), country, domain, ambiguous == "1")
            self._outlets[number] = made
        return made

    def form(self, key: str) -> Form | None:
        """The name with this key (see `keys_of`), with all outlets that share it."""
        if key not in self._written:
            return None
        form = self._forms.get(key)
        if form is None:
            form = self._forms[key] = self._make_form(self._written[key])
        return form

    def _rank(self, place: tuple[int, str]) -> int:
        """Full names come before short forms, and these before short forms that need a sign."""
        number, form = place
        return 0 if form == self._rows[number][0] else 2 if form.startswith(_NEEDS_SIGN) else 1

    def _make_form(self, places: tuple[tuple[int, str], ...]) -> Form:
        ranked = sorted(places, key=self._rank)
        outlets = [self.outlet(number) for number, _ in ranked]
        written = ranked[0][1]
        if written == outlets[0].name:
            marked = outlets[0].ambiguous
        else:
            marked = any(form.startswith(_NEEDS_SIGN) for _, form in ranked)
        words = _TOKEN.findall(_without_article(written.removeprefix(_NEEDS_SIGN)))
        return Form(
            outlets[0],
            marked,
            len(words) == 1 and len(words[0]) <= _LONGEST_ABBREVIATION and words[0].isupper(),
            words[0][0].islower(),
            sum(word[0].islower() for word in words),
            tuple(dict.fromkeys(other for other in outlets[1:] if other is not outlets[0])),
        )


@cache
def index() -> Index:
    """The list's index; read once."""
    return Index(resources.files(__package__).joinpath(_LIST).read_text(encoding="utf-8"))


def keys_of(name: str) -> tuple[str, ...]:
    """A name without article, case, accents, punctuation and spaces; and the same without its ".com"."""
    name = _without_article(name.strip().rstrip(".,;:"))
    keys = (_key(name), _key(_DOT_NAME.sub("", name)))
    return keys if keys[0] != keys[1] else keys[:1]


def _key(name: str) -> str:
    return plain_word("".join(_TOKEN.findall(name)))


def plain_word(word: str) -> str:
    """A word in small letters without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _without_article(name: str) -> str:
    match = _THE.match(name)
    return name[match.end() :] if match else name


def _plain(lines: list[str]) -> list[str]:
    """Lines with all words in small letters and without accents, kept apart by spaces and "|"."""
    # Done at one stroke for the whole list, which a call a name would make slow to load.
    text = "\n".join(lines).lower()
    table = {
        ord(char): plain_word(char) if char.isalnum() else " "
        for char in set(text)
        if char not in "|\n" and not (char.isascii() and char.isalnum())
    }
    return text.translate(table).split("\n")
