"""Draws figures over time as SVG: a panel for each thing counted, points and bounds by source.

Nothing is interpolated: no line joins figures, a bound ends where the story's words end it, and what is
known only by its day of publication is drawn open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ..ledger import CountedThing
from ._figure_marks import Panel
from ._figure_text import mark_words, thing_name, told_by
from ._figure_words import amount_words
from ._svg import SHAPES, drawing, text, width_of

WIDTH: Final = 760
#: Panels of one drawing; more would be a wall.
MOST_PANELS: Final = 12
_LEFT: Final = 70
_RIGHT: Final = 22
_PLOT: Final = 190
_ROW: Final = 20
_TOLD: Final = 60  #: figures that a panel's description names


def figure_drawing(things: Sequence[CountedThing], more: int = 0) -> str:
    """The drawing of up to `MOST_PANELS` things; `more` are said to be left out."""
    shown = things[:MOST_PANELS]
    more += len(things) - len(shown)
    body, y = [], 0.0
    if shown:
        key, height = _key(y + 14)
        body.append(key)
        y += height
    for thing in shown:
        panel, height = _panel(thing, y)
        body.append(panel)
        y += height
    last = ""
    if not shown:
        last = "No figures that two stories or more count."
    elif more:
        last = f"{more:,} more counted things are not drawn; --match WORDS chooses."
    if last:
        body.append(text(16, y + 24, last, "soft"))
        y += 40
    described = " ".join(map(_described, shown)) or last
    title = f"Figures over time: {thing_name(shown[0])}" if len(shown) == 1 else "Figures over time"
    return drawing(WIDTH, y, title, described, "".join(body))


def _panel(thing: CountedThing, y: float) -> tuple[str, float]:
    """One thing's panel from `y` down, and how high it is."""
    parts = [f'<path class="rule" d="M16 {y + 6:g}H{WIDTH - 16}"/>']
    parts.append(text(16, y + 28, thing_name(thing), "big", room=(WIDTH - 32) * 0.85))
    about = told_by(thing) + (f" · {thing.headline}" if thing.headline else "")
    parts.append(text(16, y + 46, about, "soft", room=WIDTH - 32))
    top, bottom = y + 66, y + 66 + _PLOT
    panel = Panel(thing, _LEFT, WIDTH - _RIGHT, top, bottom)
    parts += [panel.axes(), panel.marks()]
    legend, height = _legend(panel, bottom + 44)
    parts.append(legend)
    return f'<g role="group">{"".join(parts)}</g>', bottom + 44 + height - y


def _legend(panel: Panel, y: float) -> tuple[str, float]:
    """The sources with their marks, as many lines as they need."""
    entries = [
        (
            f'<g class="c{n}" transform="translate({{x:.1f}} {{y:.1f}})"><g class="full">{SHAPES[n]}</g></g>',
            name,
        )
        for n, name in panel.legend
    ]
    return _flowing(entries, y)


def _key(y: float) -> tuple[str, float]:
    """What the marks mean, once for all panels."""
    circle = SHAPES[0]
    at = '<g class="c7" transform="translate({x:.1f} {y:.1f})">'
    return _flowing(
        [
            (f'{at}<g class="full">{circle}</g></g>', "as of a day that the story gives"),
            (f'{at}<g class="open">{circle}</g></g>', "only the day of publication is known"),
            (f'{at}<path class="late" d="M-9 0H8"/><path class="bound" d="M8-4V4"/></g>', "published then"),
            (f'{at}<path class="bound" d="M0 7V-6M-3.5-2.5 0-6.5 3.5-2.5"/></g>', "or more"),
            (f'{at}<path class="bound" d="M0-7V6M-3.5 2.5 0 6.5 3.5 2.5"/></g>', "or fewer"),
            (f'{at}<path class="bound" d="M0-7V7M-4-7H4M-4 7H4"/></g>', "between"),
            (f'{at}<circle class="ring" r="8"/></g>', "conflicting"),
            (f'{at}<circle class="ring revised" r="8"/></g>', "revised, or later"),
            (f'{at}<circle class="ring echoed" r="8"/></g>', "echoed"),
            ("", "≈ about"),
        ],
        y + 8,
    )


def _flowing(entries: Iterable[tuple[str, str]], y: float) -> tuple[str, float]:
    """Marks with their words, one after the other, on as many lines as they need; and the height of all."""
    parts, x, line = [], 26.0, 0
    for mark, name in entries:
        told, room = name, WIDTH - 60
        width = min(width_of(told), room) + (40 if mark else 20)
        if x > 26 and x + width > WIDTH - 8:
            x, line = 26.0, line + 1
        shift = 16 if mark else -8
        parts.append(
            mark.format(x=x, y=y + line * _ROW) + text(x + shift, y + line * _ROW + 4, told, room=room)
        )
        x += width
    return "".join(parts), (line + 1) * _ROW + 6


def _described(thing: CountedThing) -> str:
    """A panel for those who do not see it."""
    figures = []
    for told in thing.figures[:_TOLD]:
        when = f"as of {told.as_of}" if told.as_of else "as of no day given"
        published = f"published {told.published[:10]}" if told.published else "no date of publication"
        mark = mark_words(told)
        figures.append(
            f"{told.source}: {amount_words(told)} ({when}, {published}{', ' + mark if mark else ''})"
        )
    more = len(thing.figures) - len(figures)
    rest = f"; and {more:,} more" if more else ""
    return f"{thing_name(thing)}: {'; '.join(figures)}{rest}."
