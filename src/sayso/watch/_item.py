"""One item of a feed: where its story is, and what the feed says of it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from ..errors import InputError
from ..intake import address_of

_LONGEST_URL: Final = 2_000
_LONGEST_TITLE: Final = 500
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Item:
    """A story that a feed points to. `published` is ISO 8601; another `stamp` means another state."""

    url: str
    title: str | None
    published: str | None
    stamp: str | None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What a feed holds: its items in their order, each address once.

    `unlinked` counts items without an address that can be fetched, `left_out` those beyond the most taken.
    """

    title: str | None
    items: tuple[Item, ...]
    unlinked: int = 0
    left_out: int = 0


def usable_link(link: object, base: str) -> str | None:
    """A link as the address to fetch: absolute, without fragment and campaign marks (`utm_…`), or None."""
    if not isinstance(link, str):
        return None
    link = re.sub(r"[\s\x00-\x1f\x7f]+", "", link)
    if not link or len(link) > _LONGEST_URL:
        return None
    try:
        parts = urlsplit(urljoin(base, link))
        query = parts.query
        if "utm_" in query.lower():
            kept = [pair for pair in parse_qsl(query, True) if not pair[0].lower().startswith("utm_")]
            query = urlencode(kept)
        url = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))
        address_of(url)
    except (ValueError, InputError):
        return None
    return url


def plain_title(title: object) -> str | None:
    """A title as plain text on one line: feeds put markup and entities in it."""
    if not isinstance(title, str):
        return None
    words = " ".join(html.unescape(_TAG.sub("", title[: 4 * _LONGEST_TITLE])).split())
    return words[:_LONGEST_TITLE] or None


def iso_date(written: object) -> str | None:
    """A date as feeds write it (RFC 822 or RFC 3339) in ISO 8601, or None when a part of the day is missing.

    A date without a zone stays without one: nothing is added that was not written.
    """
    if not isinstance(written, str) or len(written) > 100:
        return None
    written = written.strip()
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written).isoformat()
        if _DAY.match(written):
            return datetime.fromisoformat(written).replace(microsecond=0).isoformat()
        timed = ":" in written
        fields = parsedate_tz(written if timed else f"{written} 00:00:00")
        if fields is None:
            return None
        if not timed:
            return date(*fields[:3]).isoformat()
        zoned = ":" not in written.split()[-1]
        zone = timezone(timedelta(seconds=fields[9] or 0)) if zoned else None
        return datetime(*fields[:6], tzinfo=zone).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
