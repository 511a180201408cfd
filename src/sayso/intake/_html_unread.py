"""What of a page did not become text, in its own words and with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from ..story import Unread
from ._html_align import words_of
from ._html_body import Roles
from ._html_region import TOLD, inside
from ._html_segments import Segment
from ._html_signs import QUOTE_MARKS

#: Longer words are cut; they are there to be recognised.
SHOWN = 300
#: Comments under a story may hold hundreds of quotations.
QUOTED_AT_MOST = 20


def left_out(segments: Sequence[Segment], roles: Roles, headline: int | None) -> tuple[Unread, ...]:
    """One entry for each run left out inside the story, each quotation outside it, and all the rest."""
    start = headline if headline is not None else roles.first
    known = {tuple(words_of(segments[i].text)) for i, role in enumerate(roles.roles) if role}
    out: list[Unread] = []
    run: list[Segment] = []
    why = ""
    outside: list[Segment] = []
    for index, segment in enumerate(segments):
        if roles.roles[index]:
            _close(out, run, why)
            run, why = [], ""
            continue
        reason = roles.why.get(index, "")
        if segment.kind == "frame":
            if start < index <= roles.last and inside(segment, roles.home):
                host = urlsplit(segment.text if ":" in segment.text[:8] else f"https:{segment.text}").netloc
                out.append(
                    Unread(
                        None,
                        None,
                        _shown(segment.text.split("?")[0]),
                        f"embedded from {host}: its words are not in the page",
                    )
                )
            continue
        if tuple(words_of(segment.text)) in known or segment.kind == "alt":
            continue
        if not reason and not start < index < roles.last:
            outside.append(segment)
            continue
        reason = reason or (
            "is hidden on the page" if segment.place.hidden else "was not taken for a part of the story"
        )
        if reason != why:
            _close(out, run, why)
            run, why = [], reason
        known.add(tuple(words_of(segment.text)))
        run.append(segment)
    _close(out, run, why)
    return (*out, *_around(outside))


def _close(out: list[Unread], run: list[Segment], why: str) -> None:
    if run:
        words = " | ".join(segment.text for segment in run)
        out.append(Unread(None, None, _shown(words), why))


def _around(outside: list[Segment]) -> list[Unread]:
    """What stands before and after the story: its quotations one by one, the rest as a number."""
    quoted = [
        segment
        for segment in outside
        if len(segment.text) >= TOLD and segment.link_share < 0.5 and QUOTE_MARKS.search(segment.text)
    ]
    out = [
        Unread(None, None, _shown(segment.text), "holds quotation marks, but stands outside the story")
        for segment in quoted[:QUOTED_AT_MOST]
    ]
    rest = len(outside) - len(out)
    if rest > 0:
        out.append(
            Unread(
                None,
                None,
                f"{rest} line{'s' if rest > 1 else ''} around the story",
                "menus and other parts of the page",
            )
        )
    return out


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
