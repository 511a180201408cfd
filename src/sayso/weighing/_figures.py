"""Finds the figures of a story: how much or how many of what, as of when, and who says so."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

import msgspec

from ..reading import sentences
from ..story import READ_ROLES, Figure, Span, Spans, Story
from ._figures_counted import Counted, counted
from ._figures_dates import dates_in, nearest, published_day
from ._figures_kept import kept
from ._figures_masks import LIST_NUMBER, masks
from ._figures_quantities import ANY, Quantity, quantities
from ._figures_tokens import Token

#: A sentence longer than this (a table, a list without marks) is read in pieces.
_LONGEST: Final = 4000


def find_figures(story: Story) -> tuple[Figure, ...]:
    """The figures of headline, standfirst, body, captions and alternative texts, in order of the text.

    `spans` holds the quantity with its unit and the words that bound it ("at least 300 km"). A plain
    number is its own `low` and `high`; "at least" leaves only `low`, "up to" only `high`, a range both;
    "about" leaves a value without bounds, "nearly" a value that is the upper bound; "dozens" is two
    dozen or more. Shares in words are parts of one (half is 0.5), percentages stay as they are written.
    `as_of` is a day, ISO week, month, quarter ("2024-10/2024-12") or year; see `days_of`.
    """
    published = published_day(story.published)
    found: list[Figure] = []
    for block in sorted(story.blocks, key=lambda block: block.start):
        if block.role not in READ_ROLES:
            continue
        carried: Spans = ()
        last = block.start
        for start, end in sentences(story.text, block.start, block.end):
            if "\n" in story.text[last:start]:
                carried = ()
            last = end
            for low, high in _pieces(story.text, start, end):
                figures, carried = _in_sentence(story.text, low, high, carried, published)
                found += figures
    return _attributed(story, found)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, cut at white space where it is longer than any sentence is."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _in_sentence(
    text: str, start: int, end: int, carried: Spans, published: date | None
) -> tuple[list[Figure], Spans]:
    """The figures of one sentence; and what was counted last, for a number that leaves it out."""
    if not ANY.search(text, start, end):
        return [], carried
    hidden = masks(text, start, end)
    item = LIST_NUMBER.match(text, start, end)
    if item and text[max(0, start - 4) : start].strip(" \t")[-1:] in ("\n", "\r", ""):
        hidden = sorted([*hidden, item.span()])
    toks, every = quantities(text, start, end, hidden)
    good = kept(toks, every)
    dates = dates_in(text, start, end, published) if good else []
    figures = []
    before_it: tuple[Quantity, Counted] | None = None
    for n, quantity in enumerate(good):
        after_it = good[n + 1] if n + 1 < len(good) else None
        what = counted(toks, quantity, carried, before_it, after_it)
        before_it = quantity, what
        if what.thing and quantity.unit_kind is None:
            carried = what.thing
        figures.append(_figure(text, toks, quantity, what, nearest(dates, toks[quantity.core].start)))
    return figures, carried


def _figure(text: str, toks: Sequence[Token], q: Quantity, what: Counted, as_of: str | None) -> Figure:
    return Figure(
        attribution=None,
        value=_plain(q.value),
        low=_plain(q.low),
        high=_plain(q.high),
        approx=q.approx,
        unit=text[q.unit[0] : q.unit[1]] if q.unit else None,
        what=" … ".join(" ".join(text[a:b].split()) for a, b in what.spans) or None,
        scope=" ".join(text[what.scope[0] : what.scope[1]].split()) if what.scope else None,
        as_of=as_of,
        spans=((toks[q.start].start, toks[q.end - 1].end),),
    )


def _plain(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _attributed(story: Story, figures: list[Figure]) -> tuple[Figure, ...]:
    """Each figure with the id of the innermost (shortest) attribution in whose content it stands."""
    contents = sorted(
        (start, sum(b - a for a, b in found.content), end, found.id)
        for found in story.attributions or ()
        for start, end in found.content
    )
    done: list[Figure] = []
    open_now: list[tuple[int, int, str]] = []
    position = 0
    for figure in figures:
        at = figure.spans[0][0]
        while position < len(contents) and contents[position][0] <= at:
            _start, size, end, name = contents[position]
            heapq.heappush(open_now, (size, end, name))
            position += 1
        while open_now and open_now[0][1] <= at:
            heapq.heappop(open_now)
        done.append(msgspec.structs.replace(figure, attribution=open_now[0][2] if open_now else None))
    return tuple(done)
