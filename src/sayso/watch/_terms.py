"""On which terms feeds, pages and robots.txt are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .._version import __version__
from ..intake import Terms, address_of

#: The name to use in a robots.txt.
AGENT_NAME: Final = "sayso"
_AGENT: Final = f"{AGENT_NAME}/{__version__} (watches news feeds for a person; obeys robots.txt)"
_FEEDS: Final = (
    "application/rss+xml,application/atom+xml,application/rdf+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1"
)
MAX_FEED: Final = 5_000_000
MAX_PAGE: Final = 20_000_000
_MAX_ROBOTS: Final = 2_000_000


class Asking:
    """The terms for one feed and what it leads to.

    A private address is asked only at the host and port of the feed's own address, as its user wrote it: a
    feed on the open Internet cannot send us into a private network, nor one private place to another.
    """

    def __init__(self, feed: str, timeout: float) -> None:
        address = address_of(feed)
        self._place = (address.host, address.port)
        self._timeout = timeout

    def feed(self, before: Callable[[str], None], headers: Mapping[str, str]) -> Terms:
        """For the feed itself."""
        return self._terms(_FEEDS, MAX_FEED, before, headers)

    def page(self, before: Callable[[str], None]) -> Terms:
        """For the page of a story."""
        return self._terms(Terms().accept, MAX_PAGE, before, {})

    def robots(self) -> Terms:
        """For a robots.txt, which nothing need allow."""
        return self._terms("text/plain,*/*;q=0.1", _MAX_ROBOTS, None, {})

    def _terms(
        self, accept: str, max_bytes: int, before: Callable[[str], None] | None, headers: Mapping[str, str]
    ) -> Terms:
        return Terms(
            timeout=self._timeout,
            max_bytes=max_bytes,
            accept=accept,
            agent=_AGENT,
            headers=headers,
            may_be_private=lambda host, port: (host, port) == self._place,
            private_remedy="only a feed named in the list may be there, and stories of its own host and port",
            before=before,
        )
