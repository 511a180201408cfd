"""A story's outlet and age in one line, set apart or glued: "Valley Courier · 5 days", "Harbour Post3h"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_UNITS: Final = (
    ("PT{}S", r"s|secs?|seconds?"),
    ("PT{}M", r"m|mins?|minutes?"),
    ("PT{}H", r"h|hrs?|hours?"),
    ("P{}D", r"d|days?"),
    ("P{}W", r"w|wks?|weeks?"),
    ("P{}M", r"mo|mths?|months?"),
    ("P{}Y", r"y|yrs?|years?"),
)
_ANY_UNIT = "|".join(pattern for _, pattern in _UNITS)
_AGE = re.compile(
    rf"(?P<age>(?P<number>(?<!\d)\d{{1,2}}|(?<!\w)an?(?=\s))\s?(?P<unit>{_ANY_UNIT})(?:\s+ago)?)[\s.]*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s·•|,–—-]+$")
#: An outlet's name in such a line is short; the longest seen had five words.
_MOST_WORDS: Final = 6
_VERB = re.compile(
    r"\W*(?:published|updated|posted|last|first|modified|by|written|edited|photo|image|reading|read)\b",
    re.IGNORECASE,
)


class OutletAge(NamedTuple):
    """What a line says of its story: outlet or None, age as a negative ISO 8601 duration, the age's span."""

    outlet: str | None
    age: str
    start: int
    end: int


def outlet_age(line: str) -> OutletAge | None:
    """Read a line that ends with an age; None when it does not. Offsets are into the line."""
    found = _AGE.search(line)
    if found is None:
        return None
    number = 1 if found["number"][0] in "aA" else int(found["number"])
    form = next(form for form, pattern in _UNITS if re.fullmatch(pattern, found["unit"], re.IGNORECASE))
    name = _SEPARATOR.sub("", line[: found.start()])
    good = name and (name[0].isupper() or name[0].isdigit()) and len(name.split()) <= _MOST_WORDS
    outlet = name if good and not _VERB.match(name) and any(map(str.isalpha, name)) else None
    return OutletAge(outlet, "-" + form.format(number), found.start("age"), found.end("age"))
