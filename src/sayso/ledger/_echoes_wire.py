"""Agencies: whose credit makes a shared text wire copy, with the agency as its outlet of origin."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from dataclasses import dataclass
from typing import Any, Final

from ._echoes_stories import Told
from ._names_fold import joined

#: The agencies, by the names that intake lists credits under, and the short forms that outlets go by.
_AGENCIES: Final = {
    "Associated Press": "AP, AP News",
    "Reuters": "Thomson Reuters, Reuters News",
    "Agence France-Presse": "AFP",
    "PA Media": "PA, Press Association, PA Wire",
    "United Press International": "UPI",
    "Deutsche Presse-Agentur": "dpa",
    "The Canadian Press": "Canadian Press, La Presse canadienne",
    "Australian Associated Press": "AAP",
    "Press Trust of India": "PTI",
    "Indo-Asian News Service": "IANS",
    "Asian News International": "ANI",
    "Xinhua": "Xinhua News Agency, New China News Agency",
    "TASS": "ITAR-TASS",
    "Interfax": "",
    "Ukrinform": "",
    "Kyodo News": "Kyodo",
    "Yonhap": "Yonhap News Agency",
    "ANSA": "",
    "EFE": "Agencia EFE",
    "Anadolu Agency": "Anadolu, AA",
    "Bloomberg News": "Bloomberg",
    "Bernama": "",
    "Tribune News Service": "TNS",
    "BNO News": "",
}
_BY_NAME: Final = {
    joined(form): name
    for name, forms in _AGENCIES.items()
    for form in (name, *forms.split(", "))
    if joined(form)
}
_PICTURE: Final = re.compile(
    r"\b(?:photo|image|picture|video|graphic|illustration|getty|shutterstock|file)\w*", re.IGNORECASE
)
#: Roles of blocks in which a credit speaks of pictures.
_PICTURES: Final = frozenset(("caption", "alt"))


@dataclass(frozen=True, slots=True)
class Wire:
    """The agency behind one story: its own outlet, or a credit, with the words and their place if known."""

    agency: str
    by_outlet: bool
    words: str | None
    span: tuple[int, int] | None

    def evidence(self, story: str) -> dict[str, Any]:
        """The credit as a part of an echo's evidence; `story` is the id of the story that carries it."""
        if self.by_outlet:
            return {"in": story, "agency": self.agency, "why": "the agency's own story"}
        found: dict[str, Any] = {"in": story, "agency": self.agency}
        if self.words is not None:
            found["words"] = self.words
        if self.span is not None:
            found["span"] = list(self.span)
        return found


def agency_named(name: str | None) -> str | None:
    """The agency of a name or short form, when it is one."""
    return _BY_NAME.get(joined(name)) if name else None


def wires_of(connection: sqlite3.Connection, told: Told) -> tuple[Wire, ...]:
    """The agencies that a story credits for its text, pictures aside, its own outlet first."""
    found = []
    own = agency_named(told.outlet)
    if own:
        found.append(Wire(own, True, None, None))
    named = [name for name in told.credits if agency_named(name)]
    if named:
        placed = _placed(connection, told)
        for name in named:
            agency = agency_named(name)
            assert agency is not None
            places = placed.get(name)
            if places is None:
                found.append(Wire(agency, False, name, None))
            elif text := [span for span, picture in places if not picture]:
                low, high = text[0]
                found.append(Wire(agency, False, told.text[low:high], text[0]))
    seen: set[str] = set()
    return tuple(wire for wire in found if not (wire.agency in seen or seen.add(wire.agency)))  # type: ignore[func-returns-value]


def _placed(connection: sqlite3.Connection, told: Told) -> dict[str, list[tuple[tuple[int, int], bool]]]:
    """By name of credit: where it stands, and whether it speaks of a picture."""
    row = connection.execute("SELECT document FROM story WHERE story = ?", (told.story,)).fetchone()
    try:
        document = json.loads(zlib.decompress(row[0]))
        blocks = [(b["start"], b["end"], b["role"]) for b in document.get("blocks", ())]
        found: dict[str, list[tuple[tuple[int, int], bool]]] = {}
        for credit in document.get("credits", ()):
            for low, high in credit["spans"]:
                place = ((int(low), int(high)), _of_picture(told.text, int(low), int(high), blocks))
                found.setdefault(credit["name"], []).append(place)
    except (zlib.error, ValueError, KeyError, TypeError):
        return {}
    return found


def _of_picture(text: str, low: int, high: int, blocks: list[tuple[int, int, str]]) -> bool:
    role = next((role for start, end, role in blocks if start <= low < end), None)
    if role in _PICTURES:
        return True
    if role != "credit":
        return False
    begin = text.rfind("\n", 0, low) + 1
    end = text.find("\n", high)
    return bool(_PICTURE.search(text, begin, end if end >= 0 else len(text)))
