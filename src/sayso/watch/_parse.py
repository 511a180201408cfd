"""From the bytes of a feed (RSS 0.9 to 2.0, Atom, JSON Feed) to its items.

`feedparser` reads the XML formats, malformed ones too. It is handed characters that were decoded as browsers
decode them, without any declaration of entities, so that nothing can be expanded or fetched.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from ..errors import FeedError
from ..intake import decode
from ._item import FeedContent, Item, iso_date, plain_title, usable_link

#: The most items taken from one feed at a time; feeds list the newest first.
MAX_ITEMS: Final = 1_000
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^<>]{0,300}\?>", re.IGNORECASE)
_INVALID: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ITEM_END: Final = re.compile(r"</(?:[\w-]{1,30}:)?(?:item|entry)\s*>", re.IGNORECASE)
_FEED_END: Final = re.compile(r"</(?:[\w-]{1,30}:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_PAGE: Final = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_LINK_TAG: Final = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_FEED_TYPE: Final = re.compile(r"application/(?:rss|atom|feed)\+(?:xml|json)", re.IGNORECASE)
_HREF: Final = re.compile(r"href\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE)


def parse_feed(data: bytes, charset: str | None, url: str) -> FeedContent:
    """Reads a feed. `charset` is what HTTP declares, `url` what its relative links start from.

    An item that a broken connection cut off is left out. Raises `FeedError` for what is no feed.
    """
    text = decode(data, charset).text.lstrip("\ufeff \t\r\n")
    if not text:
        raise FeedError(f"{url}: is empty, not a feed")
    if _PAGE.match(text):
        raise FeedError(f"{url}: is a web page, not a feed{_its_feed(text, url)}")
    if text.startswith("{"):
        return _json_feed(text, url)
    return _xml_feed(text, url)


def _xml_feed(text: str, url: str) -> FeedContent:
    import feedparser

    # The parser is told the base in a header, whose place no address may leave.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    clean = _without_declarations(_INVALID.sub("", _DECLARATION.sub("", text, count=1)))
    raw = io.BytesIO(_whole_items(clean).encode("utf-8", "replace"))
    try:
        found: Any = feedparser.parse(
            raw, sanitize_html=False, resolve_relative_uris=False, response_headers=headers
        )
        kind, entries, title = (
            found.get("version"),
            found.get("entries") or [],
            found.get("feed", {}).get("title"),
        )
    except Exception as error:  # the loose parser of malformed feeds meets what nobody thought of
        raise FeedError(f"{url}: cannot be read as a feed ({type(error).__name__})") from error
    if not kind and not entries:
        raise FeedError(f"{url}: is neither RSS nor Atom nor JSON Feed")
    return _content(title, map(_xml_item, entries), url)


def _xml_item(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    # The id of an item may be its address, and is when it has no other (RSS: a guid that is a permalink).
    links = (entry.get("link"), entry.get("id"))
    return {
        "links": links,
        "title": entry.get("title"),
        "published": _get(entry, "published") or _get(entry, "updated"),
        "updated": _get(entry, "updated"),
    }


def _get(entry: Mapping[str, Any], name: str) -> Any:
    # feedparser's own look-up answers one name with another's value, and warns of it
    return dict.get(entry, name) if isinstance(entry, dict) else None


def _without_declarations(text: str) -> str:
    """The text without `<!ENTITY …>` and the like: what is not declared cannot be expanded."""
    parts: list[str] = []
    here = 0
    for match in re.finditer(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b", text, re.IGNORECASE):
        if match.start() < here:
            continue
        parts.append(text[here : match.start()])
        end = text.find(">", match.end())
        here = len(text) if end < 0 else end + 1
    parts.append(text[here:])
    return "".join(parts)


def _whole_items(text: str) -> str:
    """The text up to its last whole item when its end is missing: half an address leads elsewhere."""
    if _FEED_END.search(text, max(0, len(text) - 2_000)):
        return text
    end = 0
    for match in _ITEM_END.finditer(text):
        end = match.end()
    if end:
        return text[:end]
    start = re.search(r"<(?:[\w-]{1,30}:)?(?:item|entry)\b", text, re.IGNORECASE)
    return text[: start.start()] if start else text


def _json_feed(text: str, url: str) -> FeedContent:
    try:
        feed = msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError) as error:
        raise FeedError(f"{url}: is neither RSS nor Atom nor JSON Feed ({error})") from error
    items = feed.get("items")
    if not isinstance(items, list):
        raise FeedError(f"{url}: is JSON, but no JSON Feed (it has no items)")
    return _content(feed.get("title"), (_json_item(item) for item in items if isinstance(item, dict)), url)


def _json_item(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "links": (item.get("url"), item.get("external_url"), item.get("id")),
        "title": item.get("title"),
        "published": item.get("date_published") or item.get("date_modified"),
        "updated": item.get("date_modified"),
    }


def _content(title: object, found: Iterable[Mapping[str, Any]], url: str) -> FeedContent:
    items: dict[str, Item] = {}
    unlinked = left_out = 0
    for entry in found:
        link = _link(entry["links"], url)
        if link is None:
            unlinked += 1
        elif len(items) >= MAX_ITEMS and link not in items:
            left_out += 1
        else:
            stamp = str(entry["updated"] or entry["published"] or "")[:100] or None
            item = Item(link, plain_title(entry["title"]), iso_date(entry["published"]), stamp)
            items.setdefault(link, item)
    return FeedContent(plain_title(title), tuple(items.values()), unlinked, left_out)


def _link(candidates: tuple[object, ...], base: str) -> str | None:
    """The first candidate that leads somewhere; only the first of them, the link itself, may be relative."""
    for rank, candidate in enumerate(candidates):
        absolute = isinstance(candidate, str) and candidate.lower().startswith(("http://", "https://"))
        if (rank == 0 or absolute) and (link := usable_link(candidate, base)):
            return link
    return None


def _its_feed(page: str, url: str) -> str:
    """Where a page says its feed is, as the end of a message."""
    for tag in _LINK_TAG.findall(page[:200_000]):
        if _FEED_TYPE.search(tag) and (href := _HREF.search(tag)):
            link = usable_link(next(filter(None, href.groups()), None), url)
            if link:
                return f"; its feed may be {link}"
    return ""
