"""A page as the lines a reader sees: one segment a paragraph, with where on the page it stands.

The segments carry the page's own words, so that nothing is lost between an extraction library's
idea of the body and what is shown: the library only says which segments belong to the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ._html_signs import CREDIT_NAME
from ._html_tree import attribute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object select textarea button head datalist "
    "canvas audio map".split()
)
_BLOCKS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section "
    "summary table caption tbody td tfoot th thead tr ul video picture".split()
)
#: In a figure, an inline part that its template calls a credit is a line of its own.
_INLINE = frozenset("span em i small cite b strong".split())
_FIGURES = ("figure", "figcaption", "caption")
_CELLS = frozenset({"td", "th"})
#: Longer cells hold paragraphs (a page laid out as a table), and each is a segment.
_CELL_LENGTH = 60
_SPACE = re.compile(r"[\s\u00a0\u2028\u2029]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """One block element of the page and what stands above it."""

    tag: str
    names: str
    parent: Place | None
    depth: int
    hidden: bool

    def above(self) -> Iterator[Place]:
        """This place and all around it, innermost first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent

    def inside(self, *tags: str) -> Place | None:
        """The nearest place of one of these tags, itself included."""
        return next((place for place in self.above() if place.tag in tags), None)


@dataclass(slots=True)
class Segment:
    """One paragraph, heading, list item, caption or alternative text, white space made single."""

    text: str
    place: Place
    kind: str = "text"  # or "alt", or "frame": the address of an embedded page
    links: list[tuple[int, int, str]] = field(default_factory=list)
    styles: frozenset[str] = frozenset()
    order: int = 0

    @property
    def link_share(self) -> float:
        """Share of the characters that stand in hyperlinks."""
        return sum(end - start for start, end, _ in self.links) / max(1, len(self.text))


def segments_of(tree: HtmlElement) -> tuple[list[Segment], list[tuple[Any, int]]]:
    """All segments of a page in page order, hidden ones marked by their place.

    Beside them the page's time elements, each with the index of the segment it stands in.
    """
    from lxml import etree

    walker = _Walker()
    body = tree.find("body")
    root = tree if body is None else body
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            walker.write(element.tail if event == "end" else None)
        elif event == "start":
            if tag in _SKIPPED:
                if tag == "iframe":
                    walker.frame(element)
                walk.skip_subtree()
            else:
                walker.enter(element, tag)
        else:
            if tag not in _SKIPPED:
                walker.leave(element, tag)
            if element is not root:
                walker.write(element.tail)
    walker.flush()
    return walker.segments, walker.times


class _Walker:
    """Collects text pieces until a block begins or ends."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.place = Place("page", "", None, 0, False)
        self._pieces: list[tuple[str, str]] = []
        self._hrefs: list[str] = []
        self._inline: list[str] = []
        self._styles: set[str] = set()
        self._credits: list[Any] = []
        self.times: list[tuple[Any, int]] = []

    def frame(self, element: Any) -> None:
        """An embedded page: its words are not in this one, but that it was there is known."""
        source = attribute(element, "src") or attribute(element, "data-src")
        if source.startswith(("http:", "https:", "//")) and not self.place.hidden:
            self.flush()
            self.segments.append(Segment(source, self.place, "frame", [], frozenset(), len(self.segments)))

    def enter(self, element: Any, tag: str) -> None:
        names = f"{attribute(element, 'class')} {attribute(element, 'id')}".strip().lower()
        credit = tag in _INLINE and names and CREDIT_NAME.search(names) and self.place.inside(*_FIGURES)
        if credit:
            self._credits.append(element)
        if tag in _BLOCKS or credit:
            if not (tag in _CELLS and self._row_goes_on()):
                self.flush()
            extra = " ".join(
                value
                for key in ("itemprop", "role", "data-component", "data-testid", "data-type", "aria-label")
                if (value := attribute(element, key).lower())
            )
            hidden = self.place.hidden or bool(_HIDDEN_STYLE.search(attribute(element, "style")))
            self.place = Place(tag, f"{names} {extra}".strip(), self.place, self.place.depth + 1, hidden)
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._picture(element)
        else:
            if tag == "time":
                self.times.append((element, len(self.segments)))
            if tag == "a":
                self._hrefs.append(attribute(element, "href"))
            self._inline.append(f"{tag} {names} {attribute(element, 'itemprop').lower()}")
        self.write(element.text)

    def leave(self, element: Any, tag: str) -> None:
        credit = bool(self._credits) and self._credits[-1] is element
        if credit:
            self._credits.pop()
        if tag in _BLOCKS or credit:
            if tag in _CELLS:
                self._pieces.append((" ", ""))
            else:
                self.flush()
            if self.place.parent is not None:
                self.place = self.place.parent
        elif tag not in ("br", "img"):
            if tag == "a" and self._hrefs:
                self._hrefs.pop()
            if self._inline:
                self._inline.pop()

    def write(self, text: str | None) -> None:
        if text:
            self._pieces.append((text, self._hrefs[-1] if self._hrefs else ""))
            if text.strip():
                self._styles.update(self._inline)

    def _row_goes_on(self) -> bool:
        """Whether the cells before in this row are short: a data table's row is one segment."""
        return all(len(text.strip()) <= _CELL_LENGTH for text, _ in self._pieces)

    def _break(self) -> None:
        written = "".join(text for text, _ in self._pieces[-6:])
        if written.rstrip(" \t\r\n\u00a0").endswith("\v") or _SENTENCE_END.search(written):
            self.flush()
        else:
            self._pieces.append(("\v", ""))

    def _picture(self, element: Any) -> None:
        words = _SPACE.sub(" ", attribute(element, "alt")).strip()
        if words and not self.place.hidden:
            links = [(0, len(words), self._hrefs[-1])] if self._hrefs and self._hrefs[-1] else []
            styles = frozenset(self._inline)
            self.segments.append(Segment(words, self.place, "alt", links, styles, len(self.segments)))

    def flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        styles, self._styles = self._styles, set()
        text, links = _joined(pieces)
        if text:
            self.segments.append(
                Segment(text, self.place, "text", links, frozenset(styles), len(self.segments))
            )


def _joined(pieces: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The words of some pieces with single spaces, and where the hyperlinks fell."""
    out: list[str] = []
    links: list[tuple[int, int, str]] = []
    length = 0
    space = True
    for raw, href in pieces:
        text = _SPACE.sub(" ", _INVISIBLE.sub("", raw))
        if space:
            text = text.lstrip(" ")
        if not text:
            continue
        space = text.endswith(" ")
        if href and text.strip():
            start = length + len(text) - len(text.lstrip(" "))
            end = length + len(text.rstrip(" "))
            if links and links[-1][2] == href and links[-1][1] >= start - 1:
                start, _, _ = links.pop()
            links.append((start, end, href))
        out.append(text)
        length += len(text)
    return "".join(out).rstrip(" "), links
