"""What every kind of intake hands on: a text, its blocks, and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..story import Block, Credit, DateCandidate, Link, Unread


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken in. Blocks are in order, do not overlap, and cover every word of `text`."""

    text: str
    blocks: tuple[Block, ...]
    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    links: tuple[Link, ...] = ()
    credits: tuple[Credit, ...] = ()
    unread: tuple[Unread, ...] = ()
