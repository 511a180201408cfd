"""Figures over time as a table for the terminal: who says it, through whom, in which words, when."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from ..ledger import CountedThing, Told
from ._facts import plural
from ._figure_words import amount_words
from ._visible import one_line

_HEAD: Final = ("who says it", "through", "figure", "in its words", "as of", "published", "")
#: Least and most characters of each column; what is longer ends in an ellipsis.
_LEAST: Final = (11, 7, 6, 12, 5, 9, 0)
_MOST: Final = (32, 28, 24, 40, 17, 10, 11)


def figure_table(thing: CountedThing) -> str:
    """One thing's figures, the earlier first, and what was found between them; ends in a line end."""
    rows = [_row(told) for told in thing.figures]
    widths = [
        min(most, max(least, *(_width(row[n]) for row in [_HEAD, *rows])))
        for n, (least, most) in enumerate(zip(_LEAST, _MOST, strict=True))
    ]
    lines = [_title(thing), *("  " + _line(row, widths) for row in [_HEAD, *rows])]
    lines += [f"  {reason}" for reason in _reasons(thing)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def thing_name(thing: CountedThing) -> str:
    """What is counted, with its unit and where it holds, on one line."""
    parts = [one_line(thing.what)]
    if thing.unit and one_line(thing.unit) != parts[0]:
        parts[0] += f" ({one_line(thing.unit)})"
    if thing.scope:
        parts.append(one_line(thing.scope))
    return ", ".join(parts)


def mark_words(told: Told) -> str:
    """The most telling of a figure's marks: a conflict before a revision, that before an echo."""
    kinds = {mark.kind for mark in told.marks}
    return next((k for k in ("conflicting", "revised", "later", "echoed", "same") if k in kinds), "")


def told_by(thing: CountedThing) -> str:
    """In how many stories a thing is counted how often: "3 figures in 2 stories"."""
    stories = "1 story" if thing.stories == 1 else f"{thing.stories:,} stories"
    return f"{plural(len(thing.figures), 'figure')} in {stories}"


def _title(thing: CountedThing) -> str:
    headline = f" · “{cut(one_line(thing.headline), 60)}”" if thing.headline else ""
    return f"{thing_name(thing)} · {told_by(thing)} · group {thing.group}{headline}"


def _row(told: Told) -> tuple[str, ...]:
    who = (
        f"{told.source} ({one_line(told.outlet)})"
        if told.source == "own voice" and told.outlet
        else told.source
    )
    through = [*map(one_line, told.through[::-1])]
    if told.source != "own voice" or not told.outlet:
        through.append(one_line(told.outlet or told.story))
    return (
        one_line(who),
        " → ".join(through),
        amount_words(told),
        f"“{one_line(told.words)}”",
        told.as_of or "–",
        (told.published or "–")[:10],
        mark_words(told),
    )


def _reasons(thing: CountedThing) -> Iterator[str]:
    """Why figures are marked; that equal figures are equal needs no telling."""
    for told in thing.figures:
        for mark in told.marks:
            if mark.kind != "same":
                yield f"{mark.kind}: {one_line(mark.why)}"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(padded(cut(cell, width), width) for cell, width in zip(cells, widths, strict=True))


def padded(text: str, width: int) -> str:
    """The text with blanks up to a width in columns."""
    return text + " " * (width - _width(text))


def cut(text: str, room: int) -> str:
    """The text, or as much of it as fits the room with an ellipsis."""
    if _width(text) <= room:
        return text
    used = kept = 0
    for character in text:
        used += _width(character)
        if used > room - 1:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def _width(text: str) -> int:
    """Columns of a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
