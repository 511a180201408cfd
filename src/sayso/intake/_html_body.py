"""Which segments of a page are its story, and in which role.

An extraction library proposes the body; here what it lost inside the story is taken back, and
what belongs to the page's furniture or stands in another role is taken out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..story import Role
from ._html_align import SHINGLE, words_of
from ._html_region import HOME_SHARE, TOLD, below, home_of, inside, signature
from ._html_segments import Place, Segment
from ._html_signs import (
    ADDRESS,
    APPEAL,
    APPEAL_INSIDE,
    BARE_POINTER,
    BYLINE,
    CAPTION_NAME,
    COPYRIGHT,
    CREDIT,
    CREDIT_NAME,
    EMBED_NAME,
    FURNITURE_NAME,
    GALLERY_NAME,
    HEADINGS,
    NAMED_SOURCE,
    PICTURE_CREDIT,
    POINTER,
    QUOTE_MARKS,
    UPDATED,
)

#: A line this much in hyperlinks tells nothing by itself.
MOSTLY_LINK = 0.7
#: Longer lines are paragraphs whatever they begin with.
POINTER_LENGTH = 260

#: Paragraphs at the end that may be about the authors.
END_BYLINES = 3
_ABOUT = [[word] for word in "is was covers writes reports has joined works".split()]


#: More of the body than this is never furniture by name.
NAMED_SHARE = 0.3
NAMED = "stands in a part of the page that its template marks as none of the story"


@dataclass(slots=True)
class Roles:
    """The role of each segment (None: not in the text), and why a segment of the story's region fell out."""

    roles: list[Role | None]
    why: dict[int, str] = field(default_factory=dict)
    first: int = 0
    last: int = -1
    home: Place | None = None


def assign(
    segments: Sequence[Segment], kept: set[int], titles: Sequence[int] = (), authors: Sequence[str] = ()
) -> Roles:
    """Roles for all segments, from those the library kept.

    `titles` are the headline and its repetitions, headline first; `authors` the names the page gives:
    a paragraph about them at the end is their byline.
    """
    headline = next(iter(titles), None)
    body = kept.difference(titles)
    home = home_of(segments, body, headline)
    after = {i for i in body if headline is not None and i > headline}
    if sum(len(segments[i].text) for i in after) >= HOME_SHARE * sum(len(segments[i].text) for i in body):
        body = after or body
    for _ in range(2):  # the second time for short lines between what was just taken back
        body |= _recovered(segments, body, home).difference(titles)
    out = Roles([None] * len(segments), home=home)
    reasons = _reasons(segments, body, home)
    for index in sorted(body):
        reason = reasons.get(index, "")
        role = other_role(segments[index], home)
        if reason and not role:
            out.why[index] = reason
        else:
            out.roles[index] = role or "body"
    _drop_link_runs(segments, out)
    _drop_ends(segments, out)
    _end_bylines(segments, out, authors)
    told = [i for i, role in enumerate(out.roles) if role == "body"]
    size = sum(len(segments[i].text) for i in told)
    if sum(len(segments[i].text) * segments[i].link_share for i in told) < MOSTLY_LINK * size:
        out.first, out.last = told[0], told[-1]
    return out


def _recovered(segments: Sequence[Segment], body: set[int], home: Place | None) -> set[int]:
    """Paragraphs the library lost although they stand where the story's paragraphs stand."""
    if not body or home is None:
        return set()
    signatures = {signature(segments[i], home) for i in body if inside(segments[i], home)}
    first, last = min(body), max(body)
    out: set[int] = set()
    for index, segment in enumerate(segments):
        if index in body or segment.kind != "text" or segment.place.hidden or not inside(segment, home):
            continue
        between = first < index < last
        if between and _quoted(segment, home):
            out.add(index)
        elif signature(segment, home) not in signatures or (
            segment.link_share >= MOSTLY_LINK and not NAMED_SOURCE.search(segment.text)
        ):
            continue
        elif between or len(segment.text) >= TOLD:
            out.add(index)
    return out


def _quoted(segment: Segment, home: Place | None) -> bool:
    """Whether a line between the story's paragraphs quotes: a block quotation, a post, quotation marks."""
    if segment.link_share >= 0.5 or _named_furniture(segment, home) or len(words_of(segment.text)) < SHINGLE:
        return False
    places = below(segment, home)
    if any(
        place.tag in ("figure", "figcaption", "aside") or CAPTION_NAME.search(place.names) for place in places
    ):
        return any(place.tag == "blockquote" for place in places)
    if any(place.tag == "blockquote" or EMBED_NAME.search(place.names) for place in places):
        return True
    return len(segment.text) >= TOLD and bool(QUOTE_MARKS.search(segment.text))


def other_role(segment: Segment, home: Place | None) -> Role | None:
    """A role of its own that a line inside the story has, whatever the library took it for."""
    text = segment.text
    places = below(segment, home)
    if len(text) < 400 and CREDIT.search(text):
        return "credit"
    if len(text) < 200 and segment.link_share < MOSTLY_LINK:
        if PICTURE_CREDIT.search(text):
            return "credit"
        if any(CREDIT_NAME.search(place.names) for place in places[:2]):
            return "credit"
    if any(place.tag in ("figure", "figcaption") for place in places) or any(
        CAPTION_NAME.search(place.names) or GALLERY_NAME.search(place.names) for place in places[:3]
    ):
        return "caption"
    if len(text) < 120:
        if UPDATED.search(text):
            return "dateline"
        if BYLINE.search(text) and not text.endswith("."):
            return "byline"
    return None


def _reasons(segments: Sequence[Segment], body: set[int], home: Place | None) -> dict[int, str]:
    """Why some of the lines taken for body are none.

    Names of the page's parts decide only when they leave most of the body: a template may call its
    whole story a widget.
    """
    named = {i for i in body if _named_furniture(segments[i], home)}
    if sum(len(segments[i].text) for i in named) > NAMED_SHARE * sum(len(segments[i].text) for i in body):
        named = set()
    out: dict[int, str] = {}
    for index in body:
        reason = NAMED if index in named else _furniture_words(segments[index])
        if reason:
            out[index] = reason
    return out


def _named_furniture(segment: Segment, home: Place | None) -> bool:
    """Whether the template marks a part around a segment as none of the story's."""
    places = below(segment, home)
    if any(place.tag in ("nav", "footer", "form") for place in places):
        return True
    if any(place.tag == "blockquote" or EMBED_NAME.search(place.names) for place in places):
        return False
    return any(FURNITURE_NAME.search(place.names) for place in places)


def _furniture_words(segment: Segment) -> str:
    """Why a line's own words make it furniture, or nothing."""
    text = segment.text
    if COPYRIGHT.search(text) and len(text) < 300:
        return "is a copyright line"
    if len(text) > POINTER_LENGTH:
        return ""
    if BARE_POINTER.search(text) or (
        POINTER.search(text) and (segment.link_share >= 0.4 or ":" in text[:25])
    ):
        return "points to another page"
    if APPEAL.search(text) or APPEAL_INSIDE.search(text):
        return "addresses the reader about the outlet"
    return ""


def _drop_link_runs(segments: Sequence[Segment], out: Roles) -> None:
    """Takes out the links that follow a "Don't miss" or "Related stories"."""
    for index, reason in list(out.why.items()):
        if reason != "points to another page" or not BARE_POINTER.search(segments[index].text):
            continue
        for after in range(index + 1, len(segments)):
            if out.roles[after] is None:
                continue
            if segments[after].link_share < 0.5:
                break
            out.roles[after] = None
            out.why[after] = "points to another page"


def _drop_ends(segments: Sequence[Segment], out: Roles) -> None:
    """Takes link-only lines, addresses, appeals and bare headings off the story's end."""
    for index in range(len(segments) - 1, -1, -1):
        if out.roles[index] != "body":
            continue
        segment = segments[index]
        reason = ""
        if segment.link_share >= MOSTLY_LINK and len(words_of(segment.text)) < 30:
            reason = "is only a link"
        elif ADDRESS.search(segment.text):
            reason = "is only an address"
        elif len(segment.text) < TOLD and segment.place.inside(*HEADINGS):
            reason = "is a heading with nothing under it"
        elif APPEAL.search(segment.text) and len(segment.text) < 3 * POINTER_LENGTH:
            reason = "addresses the reader about the outlet"
        if not reason:
            break
        out.roles[index] = None
        out.why[index] = reason


def _end_bylines(segments: Sequence[Segment], out: Roles, authors: Sequence[str]) -> None:
    """A last paragraph that tells who an author is ("Ana Roe is the Bell's science editor") is a byline."""
    names = [words_of(name) for name in authors if len(words_of(name)) > 1]
    told = [i for i, role in enumerate(out.roles) if role == "body"]
    for index in reversed(told[1:][-END_BYLINES:]):
        words = words_of(segments[index].text)
        if any(words[: len(name)] == name and words[len(name) : len(name) + 1] in _ABOUT for name in names):
            out.roles[index] = "byline"
        elif out.roles[index] != "byline":
            break
