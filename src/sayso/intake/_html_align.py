"""Which segments of a page an extraction library takes for the story.

trafilatura hands back its own tree, in which links, captions and inline clauses may be gone; its
words are found again in the page's segments, which have lost nothing.
"""

from __future__ import annotations

import bisect
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ._html_segments import Segment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_LINES = frozenset("p head item quote cell row code lb list table div ab fw del".split())
#: Words in a row that make a match; the same length the public scorers use.
SHINGLE = 4
#: Share of a segment's shingles that the library must have kept.
ENOUGH = 0.5
#: A story has more words.
FEW = 60
#: A short line (a subheading, "Yes.") counts when a kept segment stands this near.
NEAR = 3


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def extracted(tree: HtmlElement, url: str | None, body: str = "") -> list[list[str]]:
    """The lines of the story as trafilatura reads it, each as its words; empty when it finds none.

    It is asked for precision first, and for recall when that leaves next to nothing. `body` is what
    the page itself gives as the story's text (JSON-LD): it decides when trafilatura has missed most of it.
    """
    lines = _read(tree, url, precise=True)
    if sum(map(len, lines)) < FEW:
        lines = max(lines, _read(tree, url, precise=False), key=lambda found: sum(map(len, found)))
    given = [words for line in body.splitlines() if (words := words_of(line))]
    wanted = _shingles([word for line in given for word in line])
    if sum(map(len, given)) >= FEW and len(
        wanted & _shingles([w for line in lines for w in line])
    ) < ENOUGH * len(wanted):
        return given
    return lines


def _read(tree: HtmlElement, url: str | None, *, precise: bool) -> list[list[str]]:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=False,
            favor_precision=precise,
            favor_recall=not precise,
        )
    except Exception:  # whatever a strange page does to the library, the page's own lines are still there
        return []
    body = getattr(document, "body", None)
    return [] if body is None else [words for line in _lines(body) if (words := words_of(line))]


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _lines(body: Any) -> Iterator[str]:
    """The text of an extracted tree, cut where a block begins or ends."""
    from lxml import etree

    line: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _LINES:
            yield " ".join(line)
            line = []
        text = element.text if event == "start" else element.tail
        if text:
            line.append(text)
    yield " ".join(line)


def kept(segments: Sequence[Segment], lines: Sequence[Sequence[str]]) -> set[int]:
    """Indices of the segments whose words are in the extracted lines.

    A text that stands several times on the page (teaser and paragraph) is taken as often as the
    library took it, nearest to the rest of the story.
    """
    words = [word for line in lines for word in line]
    shingles = _shingles(words)
    times = Counter(" ".join(line) for line in lines)
    same: defaultdict[str, list[int]] = defaultdict(list)
    short: list[int] = []
    for index, segment in enumerate(segments):
        mine = words_of(segment.text) if segment.kind == "text" else []
        if not mine:
            continue
        if len(mine) < SHINGLE:
            if " ".join(mine) in times:
                short.append(index)
            continue
        own = [tuple(mine[i : i + SHINGLE]) for i in range(len(mine) - SHINGLE + 1)]
        if sum(shingle in shingles for shingle in own) >= ENOUGH * len(own):
            same[" ".join(mine)].append(index)
    found = {indices[0] for indices in same.values() if len(indices) == 1}
    order = sorted(found)
    middle = statistics.median(order) if order else 0
    for text, indices in same.items():
        if len(indices) > 1:
            # a hidden copy is a template's; the visible one is what a reader saw
            indices.sort(key=lambda i: (segments[i].place.hidden, _distance(order, i, middle)))
            found.update(indices[: max(1, times[text])])
    near = {i for index in found for i in range(index - NEAR, index + NEAR + 1)}
    return found | {index for index in short if index in near}


def _distance(order: Sequence[int], index: int, middle: float) -> float:
    """How far a segment is from the nearest one of a sorted list."""
    at = bisect.bisect_left(order, index)
    return min(
        (abs(index - order[i]) for i in (at - 1, at) if 0 <= i < len(order)), default=abs(index - middle)
    )
