"""Makes every character of a story safe to show, and visible when it would act instead of show."""

from __future__ import annotations

import re
from html import escape

# Control characters, lone surrogates and noncharacters: none can be shown, and a terminal obeys some.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Characters that reorder or hide their neighbours: bidi embeddings, overrides and isolates, and tags.
_ACTING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
# Everything invisible that a line of a terminal can do without; the joiners stay, emoji need them.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    """The text with a picture (`␛`) or `�` for each character that cannot be shown, one for one.

    Tabs and line ends stay; the length in code points stays, so offsets still hold.
    """
    return _UNSHOWABLE.sub(_picture, text)


def one_line(text: str) -> str:
    """The text on one line, for a terminal: runs of white space become one space, invisibles go."""
    return " ".join(_INVISIBLE.sub("", shown(text)).split())


def as_html(text: str) -> str:
    """The text as HTML that shows exactly it: nothing is markup, and no character acts past itself."""
    safe = escape(shown(text)).replace("\r", "&#13;")
    return _ACTING.sub(_isolated, safe)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _isolated(match: re.Match[str]) -> str:
    return f'<bdi class="acting" title="hidden character U+{ord(match[0]):04X}">{match[0]}</bdi>'
