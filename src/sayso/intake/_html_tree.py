"""From the characters of a page to an element tree, whatever the page is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import NotText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: libxml2 stops reading 256 elements down; real pages stay under 60.
DEEPEST = 180

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li td th tr tbody thead tfoot dt dd option".split()
)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: No character of a page: controls other than tab and line ends, and the two non-characters of the plane.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
#: Controls are taken out before, so that this one can mark a break.
_BREAK = "\x01"
_BREAKS = re.compile("(?:\x01\\s*)+")


def parse(html: str) -> HtmlElement:
    """The page as an lxml tree whose root is `html`.

    Entities a page declares itself are not expanded (no XML bomb), and tags nested deeper than
    `DEEPEST` become paragraph breaks. Raises `NotText` when there is nothing to parse.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    clean = _SURROGATE.sub("\ufffd", _CONTROL.sub("", html))
    clean = _XML_DECLARATION.sub("", clean.lstrip("\ufeff"), count=1)
    clean = _flattened(_without_doctype(clean))
    if not clean.strip():
        raise NotText("the page is empty: nothing to read")
    parser = HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(clean.encode(), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError) as error:
        raise NotText("the page holds no readable HTML: nothing to read") from error
    return tree


def _without_doctype(html: str) -> str:
    """The page without its document type, and so without the entities that one declares."""
    start = len(html) - len(html.lstrip())
    if html[start : start + 9].lower() != "<!doctype":
        return html
    end = html.find(">", start)
    subset = html.find("[", start, end if end >= 0 else None)
    if subset >= 0:
        end = html.find("]", subset)
        end = html.find(">", end) if end >= 0 else -1
    return html[end + 1 :] if end >= 0 else html[start + 9 :]


def _flattened(html: str) -> str:
    """The page itself, or with the tags below `DEEPEST` turned into paragraph breaks."""
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        depth = max(0, depth + _step(tag))
        deepest = max(deepest, depth)
    if deepest <= DEEPEST:
        return html
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        step = _step(tag)
        before, depth = depth, max(0, depth + step)
        return tag[0] if not step or max(before, depth) <= DEEPEST else _BREAK

    return _BREAKS.sub("<br><br>", _TAG.sub(keep, html))


def _step(tag: re.Match[str]) -> int:
    """By how much a tag changes the depth; a table stands for its rows and cells too."""
    name = tag[2].lower()
    if name in _VOID or tag[3].endswith("/"):
        return 0
    size = 4 if name == "table" else 2 if name in ("ul", "ol", "dl") else 1
    return -size if tag[1] else size


def attribute(element: Any, name: str) -> str:
    """An attribute as a string, empty when it is missing."""
    value = element.get(name)
    return value if isinstance(value, str) else ""
