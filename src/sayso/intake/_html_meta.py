"""What a page says of itself: titles, outlet, address, dates and authors, each with where it says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from ..story import DateCandidate
from ._date_forms import iso
from ._dates import date_in_url, dates_in_line
from ._html_tree import attribute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"article|posting|report|review", re.IGNORECASE)
_JSON_DATES = ("datePublished", "dateCreated", "uploadDate", "dateModified")
_META_DATE = re.compile(
    r"(?:publi\w*|creat\w*|modif\w*|updat\w*|revis\w*|issued|release\w*|post\w*|sailthru|parsely|dc|dcterms|^)"
    r"[._:-]?(?:date|time|at|on|issued|modified|created|published)?[._:-]?(?:published|modified|created|issued|release)?$"
    r"|date$|_time$|^last-modified$|pubdate$",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"expir|foundingdate|birth|copyright|event|start|end_?date|^date-?format", re.IGNORECASE
)
_OUTLET_META = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_AUTHOR_META = (
    "author", "article:author", "sailthru.author", "parsely-author", "dc.creator", "dcterms.creator", "byl",
)  # fmt: skip
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
#: Scripts beyond it are data of an application, not a description of the story.
_SCRIPT_CAP = 2_000_000
#: Longer words in a time element or a tag for dates are no date.
SHORT = 120


@dataclass(slots=True)
class Meta:
    """Titles, descriptions and authors in the order of trust; `body` is JSON-LD's `articleBody`."""

    titles: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    outlet: str | None = None
    publisher: str | None = None
    url: str | None = None
    dates: list[DateCandidate] = field(default_factory=list)
    body: str = ""


def metadata(tree: HtmlElement, url: str | None) -> Meta:
    """Everything the head and the JSON-LD of a page say about its story."""
    out = Meta()
    tags = list(_meta_tags(tree))
    nodes = list(_json_nodes(tree))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _article(nodes)
    if article is not None:
        _from_json(article, by_id, out)
    for name, content in tags:
        if name in _TITLES:
            out.titles.append(content)
        elif name in _DESCRIPTIONS:
            out.descriptions.append(content)
        elif name in _AUTHOR_META and not content.startswith(("http:", "https:", "www.")):
            out.authors.append(content)
    title = tree.findtext(".//title")
    if title and title.strip():
        out.titles.append(" ".join(title.split()))
    out.url = _canonical(tree, tags, article, url)
    out.outlet = _outlet(tags, out)
    out.dates += _meta_dates(tags)
    if out.url or url:
        in_url = date_in_url(out.url or url or "")
        if in_url:
            out.dates.append(in_url)
    out.titles = [" ".join(text.split()) for text in dict.fromkeys(out.titles) if text.strip()]
    out.authors = [" ".join(name.split()) for name in dict.fromkeys(out.authors) if name.strip()]
    return out


def _meta_tags(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Lower-case name and content of every meta tag that has both."""
    for element in tree.iter("meta"):
        content = attribute(element, "content").strip()
        for key in ("property", "name", "itemprop"):
            name = attribute(element, key).strip().lower()
            if name and content:
                yield name, content


def _json_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object at the top of a script, in a list or in a graph."""
    for script in tree.iter("script"):
        if "ld+json" not in attribute(script, "type").lower():
            continue
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        if not text or len(text) > _SCRIPT_CAP:
            continue
        try:
            found, _ = json.JSONDecoder(strict=False).raw_decode(text)
        except (ValueError, RecursionError):
            continue
        for node in found if isinstance(found, list) else [found]:
            if isinstance(node, dict):
                yield node
                graph = node.get("@graph")
                yield from (
                    inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, dict)
                )


def _article(nodes: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The node that describes the story: the first of an article's type, else of a page's."""
    for wanted in (_ARTICLE, re.compile("webpage", re.IGNORECASE)):
        for node in nodes:
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and wanted.search(name) for name in names):
                return node
    return None


def _from_json(node: dict[str, Any], by_id: dict[str, dict[str, Any]], out: Meta) -> None:
    for key in ("headline", "alternativeHeadline", "name"):
        if isinstance(node.get(key), str):
            out.titles.append(_plain(node[key]))
    if isinstance(node.get("description"), str):
        out.descriptions.append(_plain(node["description"]))
    if isinstance(node.get("articleBody"), str):
        out.body = _plain(node["articleBody"], lines=True)
    for key in _JSON_DATES:
        value = iso(node[key]) if isinstance(node.get(key), str) else None
        if value:
            out.dates.append(DateCandidate(value, f"json-ld {key}", None, False, ""))
    for key in ("author", "creator", "contributor"):
        out.authors += _names(node.get(key), by_id)
    publisher = _names(node.get("publisher"), by_id)
    out.publisher = publisher[0] if publisher else None


def _names(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> list[str]:
    """The names in an author or publisher, whichever of its many forms it has."""
    if isinstance(value, str):
        return [] if value.startswith("http") or not value.strip() else [_plain(value)]
    if depth > 3:
        return []
    if isinstance(value, list):
        return [name for item in value for name in _names(item, by_id, depth + 1)]
    if isinstance(value, dict):
        name = value.get("name")
        if name:
            return _names(name, by_id, depth + 1)
        return _names(by_id.get(str(value.get("@id"))), by_id, depth + 1)
    return []


def _plain(text: str, *, lines: bool = False) -> str:
    """JSON-LD text without the markup and entities some templates leave in it."""
    from html import unescape

    text = unescape(re.sub(r"<(?:/p|br)\b[^>]*>", "\n", text) if lines else text)
    text = re.sub(r"<[a-zA-Z/][^>]{0,500}>", "", text)
    return text if lines else " ".join(text.split())


def _canonical(
    tree: HtmlElement, tags: list[tuple[str, str]], article: dict[str, Any] | None, url: str | None
) -> str | None:
    """The page's own address; the home page given for every page is no address of a story."""
    candidates = [
        attribute(link, "href")
        for link in tree.iter("link")
        if "canonical" in attribute(link, "rel").lower().split()
    ]
    candidates += [content for name, content in tags if name == "og:url"]
    page = (article or {}).get("mainEntityOfPage")
    candidates += [page] if isinstance(page, str) else []
    candidates += [page["@id"]] if isinstance(page, dict) and isinstance(page.get("@id"), str) else []
    for candidate in candidates:
        full = absolute(candidate, url)
        if full and (urlsplit(full).path.strip("/") or urlsplit(full).query or not url):
            return full
    return url


def absolute(href: str, base: str | None) -> str | None:
    """A web address in full, or None for anything else (anchors, scripts, mail)."""
    try:
        full = urljoin(base, href.strip()) if base else href.strip()
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.netloc else None


def _outlet(tags: list[tuple[str, str]], out: Meta) -> str | None:
    """The outlet's name as the page gives it, else its host."""
    named = dict(reversed(tags))
    for key in _OUTLET_META:
        name = named.get(key, "").strip().lstrip("@").strip()
        if 2 <= len(name) <= 60 and not name.startswith(("http:", "https:")):
            return name
    if out.publisher:
        return out.publisher
    host = urlsplit(out.url or "").hostname
    return host.removeprefix("www.") if host else None


def _meta_dates(tags: list[tuple[str, str]]) -> list[DateCandidate]:
    out = []
    for name, content in tags:
        if _META_DATE.search(name) and not _NO_DATE.search(name) and len(content) < SHORT:
            value = iso(content)
            if value and name.startswith("date") and name != "date":  # itemprop on a meta tag
                name = f"itemprop {name}"
            if value:
                out.append(DateCandidate(value, f"meta {name}", None, False, ""))
    return out


def time_dates(elements: Iterable[Any], retrieved: str | None) -> list[DateCandidate]:
    """The dates in time elements, by their attribute or else by their words."""
    out: list[DateCandidate] = []
    for element in elements:
        names = " ".join(attribute(element, key) for key in ("itemprop", "class", "id", "data-type")).lower()
        words = " ".join(" ".join(element.itertext()).split())
        said = (
            " updated"
            if re.search(r"modif|updat|revis", f"{names} {words.lower()}")
            else " published"
            if re.search(r"publi|posted", f"{names} {words.lower()}")
            else ""
        )
        value = iso(attribute(element, "datetime"))
        if value is None:
            found = dates_in_line(words, 0, len(words), retrieved=retrieved) if len(words) < SHORT else []
            value = found[-1].value if found else None
        if value:
            out.append(DateCandidate(value, f"time element{said}", None, False, ""))
    return out
