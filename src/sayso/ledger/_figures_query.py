"""Asks a ledger for its figures: what is counted, who says so, through whom, as of when, published when."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from ._figures_dates import Days, days_of
from ._figures_words import stems_of


class Mark(msgspec.Struct, frozen=True):
    """How a figure stands to an earlier one (`of`, its key): same, revised, conflicting, echoed, later."""

    kind: str
    of: str
    why: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one story gives it.

    `source` is who says so (its name across stories), `own voice`, `unattributed` or `source unclear`;
    `through` names whom it passed, the nearest to the reader first. `value` is None where only bounds are
    given; a bound is None where open. `as_of` and `published` are ISO 8601, None where not known.
    """

    key: str
    story: str
    outlet: str | None
    source: str
    kind: str | None
    through: tuple[str, ...]
    value: float | None
    low: float | None
    high: float | None
    approx: bool
    words: str
    what: str | None
    as_of: str | None
    published: str | None
    certainty: str | None
    why: str
    marks: tuple[Mark, ...]

    @property
    def as_of_days(self) -> Days | None:
        """First and last day of `as_of`."""
        return days_of(self.as_of)

    @property
    def published_day(self) -> Days | None:
        """The day of publication, as first and last day."""
        return days_of(self.published)


class CountedThing(msgspec.Struct, frozen=True, kw_only=True):
    """Something counted within a group of stories, and every figure for it, the earlier first."""

    key: str
    group: str
    headline: str | None
    what: str
    unit: str | None
    scope: str | None
    stories: int
    figures: tuple[Told, ...]


_THINGS: Final = """
SELECT t.*, g.key AS group_key,
       (SELECT s.headline FROM group_story m JOIN story s USING (story)
        WHERE m."group" = t."group" AND s.current = 1 AND s.headline IS NOT NULL
        ORDER BY s.published, s.key LIMIT 1)
       AS headline
FROM figure_thing t JOIN story_group g ON g."group" = t."group"
WHERE t.stories >= :least AND (:group IS NULL OR g.key = :group OR CAST(g."group" AS TEXT) = :group)
ORDER BY g.stories DESC, g.key, t.stories DESC, t.figures DESC, t.key
"""
_FIGURES: Final = """
SELECT f.*, o.key AS figure_key, o.why AS thing_why, s.id AS story_id, s.outlet, s.published, a.certainty
FROM figure_of_thing o JOIN figure f USING (figure) JOIN story s ON s.story = f.story
LEFT JOIN attribution a ON a.attribution = f.attribution
WHERE o.thing = ? ORDER BY s.key, f.start, f.end
"""
_CHAIN: Final = """
SELECT src.name, src.kind, e.name AS entity FROM hop h JOIN source src ON src.source = h.source
LEFT JOIN entity_source es ON es.source = src.source LEFT JOIN entity e ON e.entity = es.entity
WHERE h.attribution = ? AND h.chain = 0 ORDER BY h.position
"""
_LINKS: Final = """
SELECT l.kind, l.why, o.key FROM figure_link l JOIN figure_of_thing o ON o.figure = l.a WHERE l.b = ?
ORDER BY o.key
"""


def things(
    connection: sqlite3.Connection, *, match: str | None = None, group: str | None = None, every: bool = False
) -> Iterator[CountedThing]:
    """What is counted in the ledger: the largest groups first, in them what most stories count.

    `match` keeps things whose words (what, unit, scope) hold all of its words, plurals aside; `group` is a
    group's key or number. Without `every`, only what two stories or more count. Groups must be up to date.
    """
    wanted = stems_of(match) if match else frozenset()
    if match and not wanted:
        wanted = frozenset(match.casefold().split())
    least = 1 if every else 2
    for row in connection.execute(_THINGS, {"least": least, "group": group}):
        figures = sorted(_figures(connection, row["thing"]), key=_order)
        if wanted and not wanted <= _words(row, figures):
            continue
        yield CountedThing(
            key=row["key"],
            group=row["group_key"],
            headline=row["headline"],
            what=row["label"],
            unit=row["unit"],
            scope=row["scope"],
            stories=row["stories"],
            figures=tuple(figures),
        )


def _words(row: sqlite3.Row, figures: list[Told]) -> frozenset[str]:
    told = [row["unit"] or "", row["scope"] or "", *(figure.what or "" for figure in figures)]
    return stems_of(" ".join(told)) | frozenset((row["unit"] or "").casefold().split())


def _figures(connection: sqlite3.Connection, thing: int) -> Iterator[Told]:
    for row in connection.execute(_FIGURES, (thing,)):
        chain = connection.execute(_CHAIN, (row["attribution"],)).fetchall() if row["attribution"] else []
        source, kind = _source(row, chain)
        yield Told(
            key=row["figure_key"],
            story=row["story_id"],
            outlet=row["outlet"],
            source=source,
            kind=kind,
            through=tuple(hop["name"] for hop in chain[:-1]),
            value=row["value"],
            low=row["low"],
            high=row["high"],
            approx=bool(row["approx"]),
            words=row["words"],
            what=row["what"],
            as_of=row["as_of"],
            published=row["published"],
            certainty=row["certainty"],
            why=row["thing_why"],
            marks=tuple(Mark(*link) for link in _marks(connection, row["figure"])),
        )


def _marks(connection: sqlite3.Connection, figure: int) -> list[tuple[Any, ...]]:
    return [(kind, key, why) for kind, why, key in connection.execute(_LINKS, (figure,))]


def _source(row: sqlite3.Row, chain: list[sqlite3.Row]) -> tuple[str, str | None]:
    if row["attribution"] is None:
        return "own voice", None
    if not chain:
        return "source unclear", None
    return chain[-1]["entity"] or chain[-1]["name"], chain[-1]["kind"]


def _order(told: Told) -> tuple[str, str]:
    """Earlier first, as figures were compared; the order of the query decides between equals."""
    days = told.as_of_days or told.published_day
    return days[0].isoformat() if days else "~", told.published or "~"
