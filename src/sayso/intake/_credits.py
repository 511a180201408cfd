"""Agencies and contributors that a story names for its own making: "(AP)", "Additional reporting by Ana Roe".

They are kept with their words: an agency behind a story is where its claims come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..story import Credit

#: Spellings of the news agencies, and the name they are listed under.
_AGENCIES: Final = (
    (r"(?:The\s+)?Associated\s+Press|AP", "Associated Press"),
    (r"(?:Thomson\s+)?Reuters|REUTERS", "Reuters"),
    (r"Agence\s+France[\s-]+Presse|AFP", "Agence France-Presse"),
    (r"Press\s+Association|PA\s+(?:Media|Wire)|PA", "PA Media"),
    (r"United\s+Press\s+International|UPI", "United Press International"),
    (r"Deutsche\s+Presse-Agentur|dpa|DPA", "Deutsche Presse-Agentur"),
    (r"(?:The\s+)?Canadian\s+Press", "The Canadian Press"),
    (r"Australian\s+Associated\s+Press|AAP", "Australian Associated Press"),
    (r"Press\s+Trust\s+of\s+India|PTI", "Press Trust of India"),
    (r"Indo-Asian\s+News\s+Service|IANS", "Indo-Asian News Service"),
    (r"Asian\s+News\s+International|ANI", "Asian News International"),
    (r"Xinhua", "Xinhua"), (r"TASS", "TASS"), (r"Interfax", "Interfax"), (r"Ukrinform", "Ukrinform"),
    (r"Kyodo(?:\s+News)?", "Kyodo News"), (r"Yonhap", "Yonhap"), (r"ANSA", "ANSA"), (r"EFE", "EFE"),
    (r"Anadolu(?:\s+Agency)?", "Anadolu Agency"), (r"Bloomberg(?:\s+News)?", "Bloomberg News"),
    (r"Bernama", "Bernama"), (r"Tribune\s+News\s+Service"
    r"|TNS", "Tribune News Service"), (r"BNO\s+News", "BNO News"),
)  # fmt: skip
_LISTED: Final = tuple(
    (re.compile(rf"(?<![\w-])(?:{spelling})(?![\w-])"), name) for spelling, name in _AGENCIES
)
_ANY: Final = "|".join(spelling for spelling, _ in _AGENCIES)
#: "HARLOW, Nov 3 (Reuters) -", "(AP) —": the place line that opens an agency's story.
_OPENING: Final = re.compile(rf"^\W{{0,3}}(?:[^\W\d_][^()\n]{{1,60}})?\((?P<agency>{_ANY})\)\s*(?:[-–—:.]|$)")
#: "… on Friday. (AFP)", "… — Reuters": an agency's mark that closes a paragraph.
_CLOSING: Final = re.compile(
    rf"(?:[.!?\"”’]\s*[(\[](?P<closed>{_ANY}(?:[/,]\s*(?:{_ANY}))*)[)\]]"
    rf"|[.!?\"”’]\s*[-–—]{{1,2}}\s*(?P<dashed>{_ANY}))\.?\s*$"
)
_PART: Final = r"[^\W\d_a-z](?:\.(?:\w\.)*|[\w’'-]*(?:\.\w+)*)"
_NAME: Final = rf"{_PART}(?:\s+(?:(?:de|da|di|van|von|der|den|la|le|bin|al|el|of|for)\s+)*{_PART}){{0,4}}"
_GIVERS: Final = re.compile(
    r"\b(?:(?:additional\s+|further\s+|other\s+)?(?:reporting|writing|research|editing|production"
    r"|translation|photography|video)"
    r"(?:\s+(?:and|&)\s+\w+)?(?:\s+for\s+[^\W\d_a-z][\w.’' -]{1,40})?\s+(?:\w+\s+in\s+\w+\s+)?by"
    r"|edited\s+by|compiled\s+by|produced\s+by"
    r"|translated\s+by|with\s+(?:additional\s+)?(?:reporting|files|contributions|input|material)\s+(?:by"
    r"|from)"
    r"|(?:originally|first)\s+(?:published|appeared)\s+(?:on|at|by|in)|(?:source|via|credit)s?\s*:)\s+",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    rf"(?P<names>{_NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+){_NAME}){{0,8}})\s+(?:also\s+)?contributed\b"
)
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*|\s+and\s+|\s*&\s*|\s*/\s*)")
_ONE: Final = re.compile(rf"(?![^\W\d_]+\s+by\b){_NAME}")


def agency(name: str) -> str | None:
    """The listed name of the agency in an author's or publisher's name, when there is one."""
    return next((listed for pattern, listed in _LISTED if pattern.search(name)), None)


def agencies_in(text: str, start: int, end: int) -> list[Credit]:
    """Every agency named in `text[start:end]`; for bylines and credit lines."""
    found = [
        Credit(name, ((match.start(), match.end()),))
        for pattern, name in _LISTED
        for match in pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda credit: (credit.spans[0][0], -credit.spans[0][1]))
    out: list[Credit] = []
    for credit in found:
        if not out or credit.spans[0][0] >= out[-1].spans[0][1]:
            out.append(credit)
    return out


def credits_in_line(text: str, start: int, end: int) -> list[Credit]:
    """Agencies and contributors of a credit line, each with its span in `text`."""
    out = agencies_in(text, start, end)
    for giver in _GIVERS.finditer(text, start, end):
        out += _people(text, giver.end(), end)
    for given in _CONTRIBUTED.finditer(text, start, end):
        out += _people(text, given.start("names"), given.end("names"))
    return _distinct(out)


def credits_in_paragraph(text: str, start: int, end: int) -> list[Credit]:
    """Agencies in the place line that opens a body paragraph or the mark that closes it."""
    out: list[Credit] = []
    opening = _OPENING.search(text[start : min(end, start + 120)])
    if opening:
        out += agencies_in(text, start + opening.start("agency"), start + opening.end("agency"))
    tail = max(start, end - 80)
    closing = _CLOSING.search(text[tail:end])
    if closing:
        group = "closed" if closing["closed"] else "dashed"
        out += agencies_in(text, tail + closing.start(group), tail + closing.end(group))
    return _distinct(out)


def _people(text: str, start: int, end: int) -> list[Credit]:
    """The names in a list of names that begins at `start`."""
    out: list[Credit] = []
    while start < end and (match := _ONE.match(text, start, end)):
        name = match[0]
        out.append(Credit(agency(name) or name.removeprefix("The "), (match.span(),)))
        glue = _BETWEEN.match(text, match.end(), end)
        if not glue:
            break
        start = glue.end()
    return out


def _distinct(found: Iterable[Credit]) -> list[Credit]:
    """In order, the longer of two that overlap."""
    out: list[Credit] = []
    for credit in sorted(found, key=lambda c: (c.spans[0][0], -c.spans[0][1])):
        if not out or credit.spans[0][0] >= out[-1].spans[0][1]:
            out.append(credit)
    return out
