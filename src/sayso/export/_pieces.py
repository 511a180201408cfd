"""Cuts a story's text wherever anything marked in it begins or ends.

Spans nest and cross, elements of a page may not: each piece knows all that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from ..story import Spans, Story
from ._digest import Digest
from ._sayings import Saying, known
from ._spans import inside, merged


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text all of whose characters belong to the same things.

    `parts` are the attributions by number, each with "source", "cue", "content" or "hedge"; `findings` the
    numbers of the findings that point here; `voice` and `hedge` say whether it is the outlet's own voice.
    """

    start: int
    end: int
    parts: tuple[tuple[int, str], ...]
    findings: tuple[int, ...]
    voice: bool
    hedge: bool
    url: str | None


def pieces_of(digest: Digest) -> list[Piece]:
    """The whole text in pieces, in order."""
    story = digest.story
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, list[tuple[int, str]]] = {}
    for number, part, spans in _marks(digest):
        for start, end in merged(inside(story, spans)):
            opening.setdefault(start, []).append((number, part))
            closing.setdefault(end, []).append((number, part))
    urls, cuts = _links(story)
    ordered = sorted({0, len(story.text), *opening, *closing, *cuts})
    pieces, active, url = [], set[tuple[int, str]](), None
    for start, end in pairwise(ordered):
        active = active.difference(closing.get(start, ())).union(opening.get(start, ()))
        url = urls.get(start, url)
        pieces.append(_piece(start, end, active, url))
    return pieces


def finding_spans(digest: Digest) -> list[Spans]:
    """Where the body's words of each finding stand, in the order the findings are shown."""
    return [finding.spans for check in digest.checks for finding in check.findings]


def main_part(story: Story, saying: Saying) -> str:
    """The part of an attribution that its number stands before: the first that has any words."""
    found = saying.attribution
    parts = (("content", found.content), ("cue", found.cue), ("source", found.source))
    return next((part for part, spans in parts if inside(story, spans)), "")


def web_address(url: str) -> str | None:
    """The URL when it may become a link: http or https, and nothing that a browser would strip out."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if scheme in ("http", "https") and url.isprintable() and " " not in url else None


def _marks(digest: Digest) -> Iterator[tuple[int, str, Spans]]:
    for saying in digest.said:
        found = saying.attribution
        yield saying.number, "source", found.source
        yield saying.number, "cue", found.cue
        yield saying.number, "content", found.content
        yield saying.number, "hedge", saying.hedges
    for number, spans in enumerate(finding_spans(digest), 1):
        yield number, "finding", spans
    for voice in known(digest.story.voice, ()):
        yield 0, "voice", ((voice.start, voice.end),)
        for hedge in voice.hedges:
            yield 0, "own hedge", hedge.spans


def _piece(start: int, end: int, active: set[tuple[int, str]], url: str | None) -> Piece:
    ordered = sorted(active)
    return Piece(
        start,
        end,
        tuple(part for part in ordered if part[1] in ("source", "cue", "content", "hedge")),
        tuple(number for number, kind in ordered if kind == "finding"),
        (0, "voice") in active,
        (0, "own hedge") in active,
        url,
    )


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
