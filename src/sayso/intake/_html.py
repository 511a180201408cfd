"""A saved web page to a `Page`: the story, its parts with their roles, and what the page says of itself.

trafilatura finds the body; the page's own segments carry the words, so that a quotation, a clause or
a link that an extraction drops is still there, and what was left out is listed with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import NotText
from ..story import Block, Credit, DateCandidate, Link, Unread
from ._credits import agencies_in, agency, credits_in_line, credits_in_paragraph
from ._dates import choose, dates_in_line
from ._html_align import extracted, kept, words_of
from ._html_body import Roles, assign
from ._html_head import ABOVE, DATELINES, head_role, headline_of, leading_role, same_words
from ._html_meta import Meta, absolute, metadata, time_dates
from ._html_pictures import picture_roles
from ._html_segments import Segment, segments_of
from ._html_signs import CREDIT
from ._html_tree import parse
from ._html_unread import left_out
from ._page import Page


def page_from_html(html: str, url: str | None = None, retrieved: str | None = None) -> Page:
    """Read a page. `url` resolves its links, `retrieved` (ISO) its ages ("2 hours ago").

    `text` holds the blocks in page order, a blank line between two, a paragraph a line.
    Raises `NotText` when the page holds no story.
    """
    tree = parse(html)
    meta = metadata(tree, url)
    segments, times = segments_of(tree)
    found = kept(segments, extracted(tree, url, meta.body))
    if not found:
        found = _told_lines(segments)
    roles, headline = _roles(segments, found, meta)
    if roles.last < 0:
        return _from_article_body(meta, url, retrieved)
    text, blocks, starts = _laid_out(segments, roles)
    near = [
        element for element, index in times if (headline or roles.first) - ABOVE <= index <= roles.last + 1
    ]
    given = [*meta.dates, *time_dates(near, retrieved), *_text_dates(text, blocks, retrieved)]
    dates = choose(given or time_dates((element for element, _ in times), retrieved), retrieved)
    title = segments[headline].text if headline is not None and roles.roles[headline] else None
    return Page(
        text=text,
        blocks=blocks,
        headline=title or next(iter(meta.titles), None),
        outlet=meta.outlet,
        url=meta.url,
        dates=dates,
        links=_links(segments, starts, meta.url or url),
        credits=_credits(text, blocks, meta),
        unread=left_out(segments, roles, headline),
    )


def _roles(segments: Sequence[Segment], found: set[int], meta: Meta) -> tuple[Roles, int | None]:
    """Body first, then what stands above it, then its pictures."""
    headline = headline_of(segments, meta.titles, meta.outlet, found)
    repeated = same_words(segments, headline) if headline is not None else set()
    titles = [] if headline is None else [headline, *sorted(repeated)]
    out = assign(segments, found, titles, meta.authors)
    if out.last < 0:
        return out, None
    if headline is not None and headline < out.first + 1:
        out.roles[headline] = "headline"
    elif headline is not None:
        headline = None
    while headline is not None and (role := leading_role(segments, out.roles, out.first)):
        out.roles[out.first] = role
        out.first = out.roles.index("body", out.first)
    start = max(0, (headline if headline is not None else out.first) - ABOVE)
    descriptions = [words_of(text) for text in meta.descriptions]
    shown: set[tuple[str, ...]] = set()
    datelines = 0
    for index in range(start, out.first):
        segment = segments[index]
        if segment.kind != "text" or segment.place.hidden or out.roles[index] or index in repeated:
            continue
        role = head_role(segment, out.home, descriptions)
        if role == "standfirst" and (headline is None or index < headline):
            role = None
        words = tuple(words_of(segment.text))
        datelines += role == "dateline"
        if words in shown or (role == "dateline" and datelines > DATELINES):
            continue
        shown.add(words)
        if role:
            out.roles[index] = role
            out.why.pop(index, None)
    picture_roles(segments, out, headline)
    return out, headline


def _told_lines(segments: Sequence[Segment]) -> set[int]:
    """Every visible line that tells something, for a page or a piece of one the library finds no story in."""
    return {
        index
        for index, segment in enumerate(segments)
        if segment.kind == "text"
        and not segment.place.hidden
        and segment.link_share < 0.5
        and len(words_of(segment.text)) >= 4
        and not segment.place.inside("nav", "footer", "aside", "form")
    }


def _laid_out(segments: Sequence[Segment], roles: Roles) -> tuple[str, tuple[Block, ...], dict[int, int]]:
    """The text, its blocks, and where in it each segment begins."""
    parts: list[str] = []
    blocks: list[Block] = []
    starts: dict[int, int] = {}
    length = 0
    for index, role in enumerate(roles.roles):
        if role is None:
            continue
        goes_on = bool(blocks) and role == "body" and blocks[-1].role == "body"
        gap = "" if not blocks else "\n" if goes_on else "\n\n"
        parts += [gap, segments[index].text]
        start = length + len(gap)
        length = start + len(segments[index].text)
        starts[index] = start
        if goes_on:
            blocks[-1] = Block(blocks[-1].start, length, role)
        else:
            blocks.append(Block(start, length, role))
    return "".join(parts), tuple(blocks), starts


def _links(segments: Sequence[Segment], starts: dict[int, int], base: str | None) -> tuple[Link, ...]:
    """The hyperlinks of everything that is in the text, addresses in full."""
    return tuple(
        Link(begin + start, begin + end, address)
        for index, begin in starts.items()
        if segments[index].kind == "text"
        for start, end, href in segments[index].links
        if (address := absolute(href, base))
    )


def _text_dates(text: str, blocks: Sequence[Block], retrieved: str | None) -> list[DateCandidate]:
    """Dates in the lines about the story, not in the story itself."""
    return [
        date
        for block in blocks
        if block.role in ("byline", "dateline")
        for date in dates_in_line(text, block.start, block.end, retrieved=retrieved)
    ]


def _credits(text: str, blocks: Sequence[Block], meta: Meta) -> tuple[Credit, ...]:
    """Agencies and contributors, from credit lines, bylines, place lines and the page's own data."""
    out: list[Credit] = []
    for block in blocks:
        if block.role == "credit" and CREDIT.search(text[block.start : block.end]):  # not a picture's credit
            out += credits_in_line(text, block.start, block.end)
        elif block.role in ("byline", "dateline"):
            out += agencies_in(text, block.start, block.end)
        elif block.role == "body":
            for start, end in _lines(text, block):
                out += credits_in_paragraph(text, start, end)
    named = {credit.name for credit in out}
    for author in [*meta.authors, meta.publisher or ""]:
        name = agency(author)
        if name and name not in named and author != meta.outlet:
            named.add(name)
            out.append(Credit(name, ()))
    return tuple(out)


def _lines(text: str, block: Block) -> list[tuple[int, int]]:
    """The spans of a block's lines."""
    out: list[tuple[int, int]] = []
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _from_article_body(meta: Meta, url: str | None, retrieved: str | None) -> Page:
    """The story from the page's JSON-LD alone, for pages that draw it with a script.

    Raises `NotText` when there is none either.
    """
    lines = [" ".join(line.split()) for line in meta.body.splitlines() if line.strip()]
    if len(words_of(meta.body)) < 20:
        raise NotText(
            "the page holds no story: only menus, links or scripts; save it from a browser and try again"
        )
    body = "\n".join(lines)
    title = next(iter(meta.titles), None)
    head = f"{title}\n\n" if title else ""
    blocks = [Block(0, len(title), "headline")] if title else []
    blocks.append(Block(len(head), len(head) + len(body), "body"))
    text = head + body
    note = Unread(
        None, None, "links and pictures", "the page shows its story by a script; it was read from its JSON-LD"
    )
    return Page(
        text=text,
        blocks=tuple(blocks),
        headline=title,
        outlet=meta.outlet,
        url=meta.url or url,
        dates=choose(meta.dates, retrieved),
        credits=_credits(text, blocks, meta),
        unread=(note,),
    )
