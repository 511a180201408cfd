"""What our drawings share: colours for light and dark, widths of words, safe text."""

from __future__ import annotations

from html import escape
from typing import Final

from ._tree import shortened, text_width
from ._visible import one_line

#: Marks tell sources apart by form as well as by colour.
SHAPES: Final = (
    '<circle r="5"/>',
    '<rect x="-4.5" y="-4.5" width="9" height="9"/>',
    '<path d="M0-6.5 6.5 0 0 6.5-6.5 0Z"/>',
    '<path d="M0-6 6 4.5H-6Z"/>',
    '<path d="M0 6 6-4.5H-6Z"/>',
    '<path d="M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z"/>',
    '<path d="M-3.2-5.5H3.2L6.4 0 3.2 5.5H-3.2L-6.4 0Z"/>',
    '<path d="M0-6.5 1.9-2 6.2-2 2.8 1 4.1 5.5 0 2.9-4.1 5.5-2.8 1-6.2-2-1.9-2Z"/>',
)
#: Of each of them, on light and on dark ground; every one has a contrast of 4.5 or more there.
_LIGHT: Final = ("#1f4f8f", "#8a3606", "#0b5d56", "#7d2aa0", "#5b5200", "#9c1c3f", "#33691e", "#4a4f57")
_DARK: Final = ("#9cc3f2", "#f3b68d", "#86d3c8", "#d6a4f0", "#dccf6b", "#f79ab0", "#a5d68a", "#b1b6bf")


def style() -> str:
    """The style sheet of a drawing that stands alone."""
    light = "".join(f".c{n}{{color:{colour}}}" for n, colour in enumerate(_LIGHT))
    dark = "".join(f".c{n}{{color:{colour}}}" for n, colour in enumerate(_DARK))
    return (
        "<style>"
        "svg{--ground:#fffefb;--ink:#1c1e22;--soft:#555b64;--line:#d9d5cb;--doubt:#9c1c3f;"
        "color-scheme:light dark}"
        f"{light}"
        "@media (prefers-color-scheme:dark){"
        "svg{--ground:#191c20;--ink:#e7e4de;--soft:#b1b6bf;--line:#353a42;--doubt:#f79ab0}"
        f"{dark}}}"
        'text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;'
        "fill:var(--ink);paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}"
        ".big{font-size:14px;font-weight:600}.soft{fill:var(--soft)}.end{text-anchor:end}.mid{text-anchor:middle}"
        ".track{fill:none;stroke:var(--line)}.ground{fill:var(--ground)}.rule{stroke:var(--line);stroke-width:1;fill:none}"
        ".full{fill:currentColor;stroke:currentColor;stroke-width:1.5}"
        ".open{fill:var(--ground);stroke:currentColor;stroke-width:1.8}"
        ".bound{stroke:currentColor;stroke-width:2.2;fill:none}"
        ".late{stroke:currentColor;stroke-width:1.2;fill:none;stroke-dasharray:2 3}"
        ".ring{fill:none;stroke:var(--doubt);stroke-width:1.8}"
        ".revised{stroke-dasharray:4 2.5}.echoed{stroke:var(--soft);stroke-dasharray:1 2.6}"
        "</style>"
    )


def drawing(width: int, height: float, title: str, described: str, body: str) -> str:
    """A whole SVG document that loads nothing, with a title and a description for those who do not see it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" width="{width}" '
        f'height="{height:g}" role="img" aria-labelledby="title desc">'
        f'<title id="title">{words(title)}</title><desc id="desc">{words(described)}</desc>{style()}'
        f'<rect class="ground" width="100%" height="100%"/>{body}</svg>\n'
    )


def words(text: str) -> str:
    """Text as it may stand in SVG: on one line, nothing markup, nothing that acts on its neighbours."""
    return escape(one_line(text))


def text(x: float, y: float, told: str, classes: str = "", room: float | None = None) -> str:
    """A line of text, cut to the room there is."""
    told = one_line(told)
    shown = told if room is None else shortened(told, room * 1.08)
    named = f' class="{classes}"' if classes else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{named}>{escape(shown)}</text>'


def width_of(told: str) -> float:
    """How wide a line of 12 units is, by one of the wider fonts."""
    return text_width(one_line(told)) * 0.84
