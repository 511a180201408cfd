"""Media by their names: what a shipped list knows of them, and where they stand in a text.

The list is `outlets.tsv` beside this file; docs/outlets.md says where it comes from. Nothing here
reads the words around a name: see `_outlet_signs` for that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal, NamedTuple, cast

from ..story import Span
from ._outlet_signs import ADDRESS, listed_sign, looks_like_outlet

__all__ = [
    "Outlet",
    "by_host",
    "host_name",
    "is_ambiguous",
    "looks_like_outlet",
    "lookup",
    "namesakes",
    "outlets_in",
    "without_list",
]

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


class _Form(NamedTuple):
    """One way to write an outlet's name; the other outlets are those that share it."""

    outlet: Outlet
    ambiguous: bool
    upper: bool  # an abbreviation, written in capitals: AP, RT
    small: bool  # begins with a small letter: dpa
    small_words: int
    others: tuple[Outlet, ...] = ()


class _Index(NamedTuple):
    forms: dict[str, _Form]
    beginnings: frozenset[str]
    hosts: dict[str, Outlet]


_LIST: Final = "outlets.tsv"
#: Before a short form that needs a sign although the full name does not: "~the Post".
_NEEDS_SIGN: Final = "~"

_USED: ContextVar[bool] = ContextVar("outlet_list_used", default=True)

_TOKEN = re.compile(r"[^\W_]+")
#: What may stand between two words of one name.
_GAP = re.compile(r"(?:['’!.,&+/-]|[ \u00a0]?&[ \u00a0]|[.,!]?[ \u00a0]|: )?")
_SUFFIX = re.compile(r"\.(?:com|net|org|co\.uk)(?![\w-])", re.IGNORECASE)
_DOT_NAME = re.compile(r"(?<=\w)\.(?:com|net|org|co\.uk)$", re.IGNORECASE)
_THE = re.compile(r"the\s+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*)\.)+[a-z][a-z0-9-]*", re.IGNORECASE)
_LONGEST_HOST: Final = 253
_MOST_TOKENS: Final = 9
#: What may follow the first word of an address: "bbc.co.uk", "al-monitor.com".
_IN_HOST: Final = (".", "-", "_")


@contextmanager
def without_list(emptied: bool = True) -> Iterator[None]:
    """Empty the list for as long as the context lasts, to measure what the signs alone do."""
    token = _USED.set(not emptied)
    try:
        yield
    finally:
        _USED.reset(token)


def lookup(name: str, *, use_list: bool = True) -> Outlet | None:
    """The outlet of this name or short form, whatever its case, accents, article, spaces or ".com".

    Of several outlets with one short form ("the Times") the first in the list; `namesakes` has all.
    """
    found = _find(name, use_list)
    return found.outlet if found else None


def namesakes(name: str, *, use_list: bool = True) -> tuple[Outlet, ...]:
    """All outlets of this name or short form: "the Times" may be one of several."""
    found = _find(name, use_list)
    return (found.outlet, *found.others) if found else ()


def is_ambiguous(name: str, *, use_list: bool = True) -> bool:
    """Whether the name is in the list but also a common word, a person, or several outlets' short form."""
    found = _find(name, use_list)
    return found is not None and found.ambiguous


def by_host(host_or_url: str, *, use_list: bool = True) -> Outlet | None:
    """The outlet behind a host or URL, subdomains included; None when the list has no such host."""
    host = _host(host_or_url)
    if host is None or not (use_list and _USED.get()):
        return None
    hosts = _index().hosts
    labels = host.split(".")
    for first in range(len(labels) - 1):
        outlet = hosts.get(".".join(labels[first:]))
        if outlet is not None:
            return outlet
    return None


def host_name(url: str) -> str | None:
    """The host of a URL as a name for a medium that is in no list: "deepdotweb.com", without "www."."""
    return _host(url)


def outlets_in(
    text: str, start: int = 0, end: int | None = None, *, use_list: bool = True
) -> list[tuple[Span, Outlet]]:
    """Where listed outlets stand in `text[start:end]`: the longest name at each place, in order.

    Names must be written as names are, in capitals. Ambiguous ones count only with a sign beside
    them (`listed_sign`). A capitalised "The" belongs to the span when the name has it.
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(0, start)
    if not (use_list and _USED.get()):
        return []
    index = _index()
    found: list[tuple[Span, Outlet]] = []
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    i = 0
    while i < len(tokens):
        address = (
            ADDRESS.match(text, tokens[i][0], end)
            if text[tokens[i][1] : tokens[i][1] + 1] in _IN_HOST
            else None
        )
        outlet = by_host(address[0]) if address else None
        if address and outlet:
            found.append((address.span(), outlet))
            i = _next_after(tokens, i, address.end())
            continue
        hit = _longest(text, tokens, i, index)
        if hit is None:
            i += 1
            continue
        form, last = hit
        span = _whole_span(text, tokens, i, last, form, start, end)
        if not form.ambiguous or listed_sign(text, span):
            found.append((span, form.outlet))
        i = _next_after(tokens, i, span[1])
    return found


def _next_after(tokens: list[Span], i: int, position: int) -> int:
    while i < len(tokens) and tokens[i][0] < position:
        i += 1
    return i


def _longest(text: str, tokens: list[Span], i: int, index: _Index) -> tuple[_Form, int] | None:
    """The longest name that begins at token `i`, and the index of its last token."""
    best: tuple[_Form, int] | None = None
    joined, small = "", 0
    for last in range(i, min(i + _MOST_TOKENS, len(tokens))):
        word_start, word_end = tokens[last]
        if last > i and not _GAP.fullmatch(text, tokens[last - 1][1], word_start):
            break
        word = text[word_start:word_end]
        joined += _plain(word)
        small += word[0].islower()
        form = index.forms.get(joined)
        if form is not None and _written_as(form, text[tokens[i][0] : word_end], small):
            best = form, last
        if joined not in index.beginnings:
            break
    return best


def _written_as(form: _Form, words: str, small: int) -> bool:
    if words[0].islower() and not form.small:
        return False
    if form.upper and not words.isupper():
        return False
    return small <= form.small_words


def _whole_span(text: str, tokens: list[Span], i: int, last: int, form: _Form, start: int, end: int) -> Span:
    """The name's span with its article, where that is capitalised and part of it, and its ".com"."""
    first, finish = tokens[i][0], tokens[last][1]
    if (
        form.outlet.name.startswith("The ")
        and first - 4 >= start
        and text[first - 4 : first - 1] in ("The", "THE")
        and text[first - 1] in " \u00a0"
        and (first == 4 or not text[first - 5].isalnum())
    ):
        first -= 4
    if text[finish : finish + 1] == "!" and (form.outlet.name.endswith("!") or len(form.outlet.name) < 3):
        finish += 1
    suffix = _SUFFIX.match(text, finish, end)
    return first, suffix.end() if suffix else finish


def _find(name: str, use_list: bool) -> _Form | None:
    if not (use_list and _USED.get()):
        return None
    key = _key(name)
    return _index().forms.get(key) if key else None


def _key(name: str) -> str:
    """A name without article, case, accents, punctuation and spaces; "" when nothing is left."""
    name = _DOT_NAME.sub("", name.strip().rstrip(".,;:"))
    bare = "".join(_TOKEN.findall(_THE.sub("", name, count=1) if _THE.match(name) else name))
    return _plain(bare)


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _host(host_or_url: str) -> str | None:
    rest = _SCHEME.sub("", host_or_url.strip()[: _LONGEST_HOST * 4], count=1).lstrip("/")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].partition(":")[0].rstrip(".").lower()
    host = host.removeprefix("www.")
    return host if len(host) <= _LONGEST_HOST and _HOST.fullmatch(host) else None


@cache
def _index() -> _Index:
    """The list by its forms and hosts; read once."""
    forms: dict[str, _Form] = {}
    beginnings: set[str] = set()
    hosts: dict[str, Outlet] = {}
    for outlet, needing_sign, domains in _read():
        for domain in domains:
            hosts.setdefault(domain, outlet)
        _add(forms, beginnings, outlet, outlet.name, outlet.ambiguous)
        for written in outlet.short:
            _add(forms, beginnings, outlet, written, written in needing_sign)
    return _Index(forms, frozenset(beginnings), hosts)


def _add(
    forms: dict[str, _Form], beginnings: set[str], outlet: Outlet, written: str, needs_sign: bool
) -> None:
    words = _TOKEN.findall(_THE.sub("", written, count=1) if written[:4].lower() == "the " else written)
    key = ""
    for word in words:
        if key:
            beginnings.add(key)
        key += _plain(word)
    if not key:
        return
    known = forms.get(key)
    if known is None:
        upper = len(words) == 1 and written.isupper() and len(key) <= 4
        forms[key] = _Form(
            outlet, needs_sign, upper, words[0][0].islower(), sum(word[0].islower() for word in words)
        )
    elif outlet is not known.outlet and outlet not in known.others:
        forms[key] = known._replace(others=(*known.others, outlet), ambiguous=known.ambiguous or needs_sign)


def _read() -> Iterator[tuple[Outlet, frozenset[str], list[str]]]:
    """Each outlet of the list, which of its short forms need a sign, and all its domains."""
    lines = resources.files(__package__).joinpath(_LIST).read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        name, listed, kind, country, hosts, ambiguous = line.split("\t")
        marked = listed.split("|") if listed else []
        short = tuple(form.removeprefix(_NEEDS_SIGN) for form in marked)
        needing_sign = frozenset(form[1:] for form in marked if form.startswith(_NEEDS_SIGN))
        domains = hosts.split("|") if hosts else []
        # A test checks the kinds of the whole list.
        kind_of = cast(OutletKind, kind)
        outlet = Outlet(name, short, kind_of, country, domains[0] if domains else None, ambiguous == "1")
        yield outlet, needing_sign, domains
