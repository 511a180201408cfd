"""A story's page, fetched: what a server answered is held to be a page before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..errors import FetchError, NotText
from ._bytes import GZIP, refuse_binary, unpacked
from ._exchange import MAX_BYTES, TIMEOUT, Answer, Terms, anywhere, exchange, nowhere

_TEXT_TYPES: Final = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/octet-stream",
    "application/json",
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its bytes unpacked, the address after redirects, HTTP's charset, the time (ISO)."""

    data: bytes
    final_url: str
    charset: str | None
    retrieved: str


@dataclass(frozen=True, slots=True)
class FetchedStory:
    """A page that is there already, and what is known of it from elsewhere.

    `url` is the address that was asked for. `headline` and `published` (ISO 8601), as `known_from` gives
    them, are used only where the page itself is silent.
    """

    url: str
    page: Fetched
    headline: str | None = None
    published: str | None = None
    known_from: str = "feed"


def fetch(
    url: str, *, timeout: float = TIMEOUT, max_bytes: int = MAX_BYTES, allow_private: bool = False
) -> Fetched:
    """Fetch one page. `timeout` in seconds is for the whole of it, `max_bytes` is counted after unpacking.

    Raises `FetchError` for anything that could not or may not be fetched, `TooLarge` over the cap.
    """
    may_be_private = anywhere if allow_private else nowhere
    terms = Terms(timeout=timeout, max_bytes=max_bytes, may_be_private=may_be_private)
    return page_of(exchange(url, terms), max_bytes)


def page_of(answer: Answer, max_bytes: int = MAX_BYTES) -> Fetched:
    """The page in an answer. Raises `InputError` when the answer is something else."""
    url = answer.url
    if answer.status != 200:
        raise FetchError(
            f"{url}: the server answered {answer.status}; open it in a browser and save the page"
        )
    if answer.kind and not answer.kind.startswith(_TEXT_TYPES):
        raise NotText(f"{url}: is {answer.kind}, not a page")
    data = answer.data
    if data.startswith(GZIP):  # a packed file, not a packed answer
        data = unpacked(data, max_bytes, url)
    refuse_binary(data, url)
    return Fetched(data, url, answer.charset, answer.retrieved)
