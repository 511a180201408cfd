"""The story's text as HTML with its sources, cues and contents marked.

Spans nest and cross, elements may not: the text is cut wherever any span begins or ends, and each piece
carries the numbers of all attributions it belongs to as classes (`a3`). What hangs together is tied
together by those classes alone, so the marked text holds exactly the characters of the story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

from ..story import Spans, Story
from ._digest import NO_SOURCE, Saying, count_words, inside, words_of
from ._visible import as_html, one_line

# Both begin at a line end, not at the white space before it: a megabyte of spaces must not cost its square.
_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text all of whose characters belong to the same parts of the same attributions."""

    start: int
    end: int
    parts: tuple[tuple[int, str], ...]  # (number, "source" | "cue" | "content")
    url: str | None


class MarkedText:
    """Renders the text of a story once; afterwards `handles` are the numbers that can be linked to."""

    def __init__(self, story: Story, said: Sequence[Saying]) -> None:
        self.handles: set[int] = set()
        self._story = story
        self._said = {saying.number: saying for saying in said}
        self._pieces = _cut_up(story, said)
        self._ends = [piece.end for piece in self._pieces]

    def blocks(self) -> str:
        """Every character of the text, in blocks labelled with their roles."""
        out, at, text = [], 0, self._story.text
        for block in sorted(self._story.blocks, key=lambda block: block.start):
            start, end = max(at, block.start), min(block.end, len(text))
            if start >= end:
                continue
            out += [self._between(at, start), self._block(start, end, block.role)]
            at = end
        return "".join([*out, self._between(at, len(text))])

    def _between(self, start: int, end: int) -> str:
        blank = not self._story.text[start:end].strip()
        return as_html(self._story.text[start:end]) if blank else self._block(start, end, "text")

    def _block(self, start: int, end: int, role: str) -> str:
        inner = self._paragraphs(start, end)
        if role == "furniture":
            words = count_words(self._story.text[start:end])
            summary = f"<summary>furniture, {words:,} word{'' if words == 1 else 's'}</summary>"
            return f'<details class="block furniture">{summary}{inner}</details>'
        label = "" if role == "body" else f' role="group" aria-label="{role}" data-role="{role}"'
        return f'<div class="block {role}"{label}>{inner}</div>'

    def _paragraphs(self, start: int, end: int) -> str:
        """Paragraphs stand apart by blank lines where the block has any, by line ends where not."""
        text = self._story.text
        gap = _BLANK_LINE if _BLANK_LINE.search(text, start, end) else _LINE_END
        out, at = [], start
        for match in gap.finditer(text, start, end):
            out += [self._paragraph(at, match.start()), as_html(match[0])]
            at = match.end()
        return "".join([*out, self._paragraph(at, end)])

    def _paragraph(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        out, open_url = [], None
        for piece in self._within(start, end):
            handles = self._new_handles(piece)
            if open_url and (handles or piece.url != open_url):
                out.append("</a>")
                open_url = None
            out += handles
            if piece.url and not open_url:
                out.append(f'<a class="out" href="{escape(piece.url)}" rel="noopener noreferrer">')
                open_url = piece.url
            out.append(self._marked(piece))
        return f'<p dir="auto">{"".join(out)}{"</a>" if open_url else ""}</p>'

    def _within(self, start: int, end: int) -> Iterator[_Piece]:
        for n in range(bisect_right(self._ends, start), len(self._pieces)):
            piece = self._pieces[n]
            if piece.start >= end:
                return
            yield _Piece(max(start, piece.start), min(end, piece.end), piece.parts, piece.url)

    def _new_handles(self, piece: _Piece) -> list[str]:
        """The link to its list entry, put before the first visible piece of an attribution's content."""
        found = []
        for number, part in piece.parts:
            saying = self._said[number]
            if number not in self.handles and part == _main_part(self._story, saying):
                self.handles.add(number)
                found.append(self._handle(saying))
        return found

    def _handle(self, saying: Saying) -> str:
        n, attribution = saying.number, saying.attribution
        source = one_line(words_of(self._story, attribution.source)) or NO_SOURCE
        cue = one_line(words_of(self._story, attribution.cue))
        doubt = ", unsure" if saying.unsure else ""
        name = ", ".join(filter(None, (f"Attribution {n}: {source}", cue, attribution.quotation + doubt)))
        return f'<a class="handle a{n}" id="t{n}" href="#a{n}" data-n="{n}" aria-label="{escape(name)}"></a>'

    def _marked(self, piece: _Piece) -> str:
        words = as_html(self._story.text[piece.start : piece.end])
        if not piece.parts:
            return words
        classes = ["s"]
        for part in ("content", "cue", "source"):
            numbers = [number for number, kind in piece.parts if kind == part]
            if numbers:
                classes.append(part)
                # Where attributions nest the innermost decides; it is the one with the shortest content.
                if self._said[min(numbers, key=self._length)].unsure:
                    classes.append(f"unsure-{part}")
                if part == "content" and len(numbers) > 1:
                    classes.append("nested")
        classes += [f"a{number}" for number in sorted({number for number, _ in piece.parts})]
        return f'<span class="{" ".join(classes)}" tabindex="-1">{words}</span>'

    def _length(self, number: int) -> int:
        return sum(end - start for start, end in self._said[number].attribution.content)


def web_address(url: str) -> str | None:
    """The URL when it may become a link: http or https, and nothing that a browser would strip out."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if scheme in ("http", "https") and url.isprintable() and " " not in url else None


def _main_part(story: Story, saying: Saying) -> str:
    found = saying.attribution
    parts = (("content", found.content), ("cue", found.cue), ("source", found.source))
    return next((part for part, spans in parts if inside(story, spans)), "")


def _cut_up(story: Story, said: Sequence[Saying]) -> list[_Piece]:
    """The whole text in pieces, in order."""
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, list[tuple[int, str]]] = {}
    for saying in said:
        found = saying.attribution
        for part, spans in (("source", found.source), ("cue", found.cue), ("content", found.content)):
            for start, end in _merged(inside(story, spans)):
                opening.setdefault(start, []).append((saying.number, part))
                closing.setdefault(end, []).append((saying.number, part))
    urls, cuts = _links(story)
    ordered = sorted({0, len(story.text), *opening, *closing, *cuts})
    pieces, active, url = [], set[tuple[int, str]](), None
    for start, end in pairwise(ordered):
        active = active.difference(closing.get(start, ())).union(opening.get(start, ()))
        url = urls.get(start, url)
        pieces.append(_Piece(start, end, tuple(sorted(active)), url))
    return pieces


def _merged(spans: Spans) -> list[tuple[int, int]]:
    """The spans in order, overlapping and touching ones made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _links(story: Story) -> tuple[dict[int, str | None], list[int]]:
    """From which offset on the text links where, and those offsets; of two that overlap the first counts."""
    changes: dict[int, str | None] = {}
    at = 0
    for link in sorted(story.links, key=lambda link: link.start):
        spans = inside(story, [(link.start, link.end)])
        url = web_address(link.url)
        if not spans or url is None or spans[0][0] < at:
            continue
        start, at = spans[0]
        changes[start] = url
        changes[at] = None
    return changes, list(changes)
