"""The story's text as HTML with its sources, cues and contents marked.

Each piece of the text carries the numbers of all attributions it belongs to as classes (`a3`). What hangs
together is tied together by those classes alone, so the marked text holds exactly the characters of the
story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from ._digest import Digest
from ._pieces import Piece, main_part, pieces_of
from ._sayings import NO_SOURCE, Saying
from ._spans import count_words, words_of
from ._visible import as_html, one_line

# Both begin at a line end, not at the white space before it: a megabyte of spaces must not cost its square.
_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_LINE_END = re.compile(r"\n\s*")


class MarkedText:
    """Renders the text of a story once; afterwards what can be linked to is known.

    `handles` are the numbers of the attributions, `places` those of the findings, that stand in the text.
    """

    def __init__(self, digest: Digest) -> None:
        self.handles: set[int] = set()
        self.places: set[int] = set()
        self._digest = digest
        self._story = digest.story
        self._said = {saying.number: saying for saying in digest.said}
        self._pieces = pieces_of(digest)
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

    def _within(self, start: int, end: int) -> Iterator[Piece]:
        for n in range(bisect_right(self._ends, start), len(self._pieces)):
            piece = self._pieces[n]
            if piece.start >= end:
                return
            yield replace(piece, start=max(start, piece.start), end=min(end, piece.end))

    def _new_handles(self, piece: Piece) -> list[str]:
        """The link to its list entry, put before the first visible piece of an attribution's content."""
        found = []
        for number, part in piece.parts:
            saying = self._said[number]
            if number not in self.handles and part == main_part(self._story, saying):
                self.handles.add(number)
                found.append(self._handle(saying))
        return found

    def _handle(self, saying: Saying) -> str:
        n, attribution = saying.number, saying.attribution
        source = one_line(words_of(self._story, attribution.source)) or NO_SOURCE
        cue = one_line(words_of(self._story, attribution.cue))
        doubt = ", unsure" if saying.unsure else ""
        way = self._digest.way(saying)
        going = one_line(way.path) if way and len(way.steps) > 1 else ""
        told = (f"Attribution {n}: {source}", cue, attribution.quotation + doubt, going)
        name = ", ".join(filter(None, told))
        return f'<a class="handle a{n}" id="t{n}" href="#a{n}" data-n="{n}" aria-label="{escape(name)}"></a>'

    def _marked(self, piece: Piece) -> str:
        words = as_html(self._story.text[piece.start : piece.end])
        classes = [*self._part_classes(piece), *_other_classes(piece)]
        if not classes:
            return words
        new = [number for number in piece.findings if number not in self.places]
        self.places.update(new)
        places = "".join(f'<span id="f{number}"></span>' for number in new)
        reachable = ' tabindex="-1"' if piece.parts else ""  # a tap must be able to focus it
        return f'{places}<span class="{" ".join(classes)}"{reachable}>{words}</span>'

    def _part_classes(self, piece: Piece) -> list[str]:
        classes = ["s"] if piece.parts else []
        for part in ("content", "cue", "source"):
            numbers = [number for number, kind in piece.parts if kind == part]
            if numbers:
                classes.append(part)
                # Where attributions nest the innermost decides; it is the one with the shortest content.
                if self._said[min(numbers, key=self._length)].unsure:
                    classes.append(f"unsure-{part}")
                if part == "content" and len(numbers) > 1:
                    classes.append("nested")
        return classes + [f"a{number}" for number in sorted({number for number, _ in piece.parts})]

    def _length(self, number: int) -> int:
        return sum(end - start for start, end in self._said[number].attribution.content)


def _other_classes(piece: Piece) -> list[str]:
    hedge = piece.hedge or any(kind == "hedge" for _, kind in piece.parts)
    voice = piece.voice and not any(kind == "content" for _, kind in piece.parts)
    kinds = (("voice", voice), ("hedge", hedge), ("finding", bool(piece.findings)))
    return [name for name, applies in kinds if applies]
