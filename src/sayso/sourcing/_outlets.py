"""Media by their names: what a shipped list knows of them, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from ..story import Span
from ._outlet_list import Form, Index, Outlet, OutletKind, index, keys_of, plain_word
from ._outlet_signs import listed_sign, looks_like_outlet
from ._outlet_words import ADDRESS

__all__ = [
    "Outlet",
    "OutletKind",
    "by_host",
    "host_name",
    "is_ambiguous",
    "looks_like_outlet",
    "lookup",
    "namesakes",
    "outlets_in",
    "without_list",
]

_USED: ContextVar[bool] = ContextVar("outlet_list_used", default=True)

#: The next word of a name, after what may stand between two.
_NEXT = re.compile(r"(?:['’!.,&+/-]|[ \u00a0]?&[ \u00a0]|[.,!]?[ \u00a0]|: )?([^\W_]+)")
_SUFFIX = re.compile(r"\.(?:com|net|org|co\.uk)(?![\w-])", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_][a-z0-9_-]*\.)+[a-z][a-z0-9-]*", re.IGNORECASE)
_LONGEST_HOST: Final = 253
_MOST_WORDS: Final = 9
_CONTRACTED: Final = frozenset(["s", "S"])


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
    """Whether the name is in the list but also a common word, a person, or an unclear short form."""
    found = _find(name, use_list)
    return found is not None and found.ambiguous


def by_host(host_or_url: str, *, use_list: bool = True) -> Outlet | None:
    """The outlet behind a host or URL, subdomains included; None when the list has no such host."""
    host = _host(host_or_url)
    if host is None or not _on(use_list):
        return None
    listed = index()
    labels = host.split(".")
    for first in range(len(labels) - 1):
        number = listed.hosts.get(".".join(labels[first:]))
        if number is not None:
            return listed.outlet(number)
    return None


def host_name(host_or_url: str) -> str | None:
    """The host of a URL as a name for a medium in no list: "deepdotweb.com", without "www."."""
    return _host(host_or_url)


def outlets_in(
    text: str, start: int = 0, end: int | None = None, *, use_list: bool = True
) -> list[tuple[Span, Outlet]]:
    """Where listed outlets stand in `text[start:end]`: the longest name at each place, in order.

    Names must be written as names are, in capitals. Ambiguous ones count only with a sign beside
    them (`listed_sign`). A capitalised "The" belongs to the span when the name has it.
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(0, start)
    if not _on(use_list):
        return []
    listed = index()
    found: list[tuple[Span, Outlet]] = []
    free = start
    for candidate in listed.candidates.finditer(text, start, end):
        word_start, word_end = candidate.span()
        if word_start < free:
            continue
        address = ADDRESS.match(text, word_start, end) if _in_host(text, word_end) else None
        outlet = by_host(address[0]) if address else None
        if address and outlet:
            found.append((address.span(), outlet))
            free = address.end()
            continue
        if plain_word(candidate[0]) not in listed.first_words:
            continue
        hit = _longest(text, candidate.span(), end, listed)
        if hit is None:
            continue
        form, last = hit
        span = _whole_span(text, word_start, last, form.outlet, (free, end))
        if not form.ambiguous or listed_sign(text, span):
            found.append((span, form.outlet))
        free = span[1]
    return found


def _on(use_list: bool) -> bool:
    return use_list and _USED.get()


def _find(name: str, use_list: bool) -> Form | None:
    if not _on(use_list):
        return None
    listed = index()
    return next((form for form in map(listed.form, keys_of(name)) if form is not None), None)


def _in_host(text: str, word_end: int) -> bool:
    """Whether a word goes on without a space, as an address does."""
    return text[word_end : word_end + 1] in (".", "-") and text[word_end + 1 : word_end + 2].isalnum()


def _longest(text: str, first: Span, end: int, listed: Index) -> tuple[Form, int] | None:
    """The longest name that begins with the word at `first`, and where its last word ends."""
    best: tuple[Form, int] | None = None
    joined, small = "", 0
    start, stop = first
    for _ in range(_MOST_WORDS):
        word = text[start:stop]
        joined += plain_word(word)
        small += word[0].islower() and word not in _CONTRACTED
        form = listed.form(joined)
        if form is not None and form.written_as(text[first[0] : stop], small):
            best = form, stop
        following = _NEXT.match(text, stop, end) if joined in listed.beginnings else None
        if following is None:
            break
        start, stop = following.span(1)
    return best


def _whole_span(text: str, first: int, last: int, outlet: Outlet, limits: Span) -> Span:
    """A name's span with its article, where that is capitalised and part of it, "!" and ".com"."""
    begin = first - len("The ")
    if (
        outlet.name.startswith("The ")
        and begin >= limits[0]
        and text[begin : first - 1] in ("The", "THE")
        and text[first - 1] in " \u00a0"
        and not text[max(0, begin - 1) : begin].isalnum()
    ):
        first = begin
    if "!" in outlet.name and text[last : last + 1] == "!":
        last += 1
    suffix = _SUFFIX.match(text, last, limits[1])
    return first, suffix.end() if suffix else last


def _host(host_or_url: str) -> str | None:
    rest = _SCHEME.sub("", host_or_url.strip()[: _LONGEST_HOST * 4], count=1).lstrip("/")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    host = host.rstrip(".").lower().removeprefix("www.")
    return host if len(host) <= _LONGEST_HOST and _HOST.fullmatch(host) else None
