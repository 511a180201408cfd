"""What the claims of outlets, or months, are made of."""

from __future__ import annotations

import sqlite3
from typing import Final, Literal

import msgspec

from ._echoes_stories import stories
from ._echoes_wire import agency_named, wires_of
from ._mix_words import is_official

By = Literal["outlet", "month"]

#: Kinds of claims, as they are counted; one claim may be of several.
KINDS: Final = ("unnamed", "unattributed", "official", "document", "single_origin", "wire", "own_voice")

#: Stories whose texts are held in memory at once.
_AT_ONCE: Final = 100

_STORIES: Final = "SELECT story, outlet, substr(published, 1, 7) AS month FROM story WHERE current = 1"
_ORIGINS: Final = """
SELECT a.story, a.attribution, src.name, src.description, src.kind
FROM attribution a JOIN story s USING (story)
LEFT JOIN hop h ON h.attribution = a.attribution AND h.chain = 0 AND h.origin = 1
LEFT JOIN source src ON src.source = h.source
WHERE s.current = 1
"""
_VOICES: Final = """
SELECT v.story, count(*) FROM voice v JOIN story s USING (story) WHERE s.current = 1 GROUP BY v.story
"""
_SINGLE: Final = """
SELECT st.story, count(DISTINCT coalesce(st.attribution, -st.voice))
FROM statement st JOIN claim c USING (claim) JOIN story s ON s.story = st.story
WHERE s.current = 1 AND c.stories >= 2 AND c.independent = 1 GROUP BY st.story
"""


class Mix(msgspec.Struct, kw_only=True):
    """Counts of one outlet or month (`name`; None where stories do not say).

    `claims` are attributions and sentences in the outlet's own voice. Of them: `unnamed` rest on people
    without a name, `unattributed` on no one ("reportedly"), `official` on a state, its bodies or office
    holders, `document` on a document; `single_origin` are made by two stories or more and stand on one
    independent origin; `wire` stand in stories that an agency is credited for; `own_voice` have no source.
    """

    name: str | None
    stories: int = 0
    claims: int = 0
    unnamed: int = 0
    unattributed: int = 0
    official: int = 0
    document: int = 0
    single_origin: int = 0
    wire: int = 0
    own_voice: int = 0

    def share(self, kind: str) -> float:
        """The part of the claims that are of a kind, 0 to 1."""
        return int(getattr(self, kind)) / self.claims if self.claims else 0.0


def mix(connection: sqlite3.Connection, by: By) -> list[Mix]:
    """The mix of every outlet (most claims first) or month (in order); what says neither comes last.

    The groups must be up to date.
    """
    mixes, of = _rows(connection, by)
    claims = dict.fromkeys(of, 0)
    for story, _, source, description, kind in connection.execute(_ORIGINS):
        claims[story] += 1
        if kind is not None:
            _count(of[story], source, description, kind)
    for story, count in connection.execute(_VOICES):
        of[story].own_voice += count
        claims[story] += count
    for story, count in connection.execute(_SINGLE):
        of[story].single_origin += count
    wired = _wired(connection)
    for story, count in claims.items():
        of[story].claims += count
        of[story].wire += count if story in wired else 0
    if by == "month":
        return sorted(mixes, key=lambda one: (one.name is None, one.name or ""))
    return sorted(mixes, key=lambda one: (one.name is None, -one.claims, one.name or ""))


def _rows(connection: sqlite3.Connection, by: By) -> tuple[list[Mix], dict[int, Mix]]:
    """The rows, with their stories counted; and the row of each story."""
    mixes: dict[str | None, Mix] = {}
    of: dict[int, Mix] = {}
    for story, outlet, month in connection.execute(_STORIES):
        name = (outlet if by == "outlet" else month) or None
        same = None if name is None else " ".join(name.casefold().split())
        of[story] = mixes.setdefault(same, Mix(name=name))
        of[story].stories += 1
    return list(mixes.values()), of


def _count(mix: Mix, source: str, description: str | None, kind: str) -> None:
    """Counts one claim by the end of its main chain."""
    if source == "unattributed":
        mix.unattributed += 1
    elif kind == "unnamed":
        mix.unnamed += 1
    mix.document += kind == "document"
    mix.official += is_official(source, description, kind)


def _wired(connection: sqlite3.Connection) -> set[int]:
    """Stories whose text an agency is credited for, or that were found to be its copy."""
    wired = {row[0] for row in connection.execute("SELECT story FROM echo WHERE kind = 'wire'")}
    credited = connection.execute("SELECT story, name FROM credit ORDER BY story").fetchall()
    numbers = sorted({story for story, name in credited if agency_named(name)} - wired)
    for start in range(0, len(numbers), _AT_ONCE):
        for told in stories(connection, numbers[start : start + _AT_ONCE]):
            if any(not wire.by_outlet for wire in wires_of(connection, told)):
                wired.add(told.story)
    return wired
