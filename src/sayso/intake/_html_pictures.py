"""The words about a story's pictures: captions, alternative texts and credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..story import Role
from ._html_align import words_of
from ._html_body import Roles
from ._html_region import below, inside
from ._html_segments import Segment
from ._html_signs import (
    APPEAL,
    BARE_POINTER,
    CAPTION_END,
    CAPTION_NAME,
    CREDIT,
    CREDIT_NAME,
    FURNITURE_NAME,
    GALLERY_NAME,
    PICTURE_CREDIT,
)

#: A single word is a logo's or an icon's alternative text.
ALT_WORDS = 3
#: A gallery's buttons ("Back to gallery") have fewer words than its captions.
GALLERY_WORDS = 6
#: Captions that begin with the same words are copies, whatever credit follows.
SAME = 8
#: Credits may stand so many segments under the last paragraph.
UNDER = 6
#: Parts of a page that show pictures of something else.
_OTHERS = ("nav", "footer", "aside")
_ICON = re.compile(
    r"\b(?:logo|icon|avatar|headshot|mugshot|byline|author|profile\s+(?:picture|photo|image)|advertisement|placeholder|spinner)\b",
    re.IGNORECASE,
)


def picture_roles(segments: Sequence[Segment], out: Roles, headline: int | None) -> None:
    """Gives captions, alternative texts and credits of the story's region their roles, in place."""
    start = headline if headline is not None and headline < out.first else out.first
    seen = {tuple(words_of(segments[i].text)[:SAME]) for i, role in enumerate(out.roles) if role}
    region = range(start, min(len(segments), out.last + UNDER + 1))
    # captions first: an alternative text that says the same is the copy
    for kind, index in ((kind, index) for kind in ("text", "alt") for index in region):
        segment = segments[index]
        if out.roles[index] or segment.place.hidden or segment.kind != kind:
            continue
        if index > out.last and not inside(segment, out.home) and not CREDIT.search(segment.text):
            continue
        role = _picture_role(segment, out)
        words = tuple(words_of(segment.text)[:SAME])
        if role and words not in seen:
            seen.add(words)
            out.roles[index] = role
            out.why.pop(index, None)


def _picture_role(segment: Segment, out: Roles) -> Role | None:
    places = below(segment, out.home)
    figure = any(place.tag in ("figure", "figcaption") for place in places)
    if any(place.tag in _OTHERS for place in places) or any(
        FURNITURE_NAME.search(place.names) for place in places if not figure
    ):
        return None
    if segment.kind == "alt":
        told = len(words_of(segment.text)) >= ALT_WORDS and not _ICON.search(segment.text)
        return "alt" if told and (figure or not segment.links) else None
    if len(segment.text) < 200 and (
        PICTURE_CREDIT.search(segment.text)
        or CREDIT.search(segment.text)
        or any(CREDIT_NAME.search(place.names) for place in places[:2])
    ):
        return "credit"
    words = len(words_of(segment.text))
    if (
        segment.link_share >= 0.8
        or words < 2
        or APPEAL.search(segment.text)
        or BARE_POINTER.search(segment.text)
    ):
        return None
    if (
        figure
        or CAPTION_END.search(segment.text)
        or any(CAPTION_NAME.search(place.names) for place in places[:3])
    ):
        return "caption"
    gallery = words >= GALLERY_WORDS and any(GALLERY_NAME.search(place.names) for place in places[:3])
    return "caption" if gallery else None
