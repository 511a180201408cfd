"""Full text over stories, contents and sources, narrowed down by who, where, when and how certain."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, Final, Literal, get_args

import msgspec

from ..errors import UsageError
from ..story import Certainty, EvidenceKind, SourceKind
from ._keys import kind_of
from ._search_words import match_of

#: Where so many texts or contents fit, the newest come first instead of the best: ranking them all takes too
#: long, and a word that stands everywhere tells nothing.
_TOO_MANY: Final = 5_000
_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A story, or an attribution in one, that was found. `key` is what `sayso judge` takes.

    Of an attribution, `words` is its content and `chain` the names of its holders, nearest to the reader
    first; of a story, `words` is a piece of its text around what was looked for.
    """

    what: Literal["attribution", "story"]
    key: str
    story: str
    version: int
    outlet: str | None
    headline: str | None
    published: str | None
    url: str | None
    words: str
    chain: tuple[str, ...] | None = None
    certainty: str | None = None
    start: int | None = None
    end: int | None = None


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a hit must be. All but `outlet`, `since` and `until` are about attributions, and find only those.

    `source` is words of a source's name, or the key of an entity or source; other spellings of the same
    source are found too. `kind` is of a source in the chain, the one that `source` finds if both are given.
    `since` and `until` are ISO 8601 dates, months or years of publication, both included.
    """

    source: str | None = None
    kind: str | None = None
    outlet: str | None = None
    certainty: str | None = None
    evidence: str | None = None
    since: str | None = None
    until: str | None = None

    def check(self) -> None:
        """Raises `UsageError` for values that no story can have."""
        for name, value, known in (
            ("kind", self.kind, get_args(SourceKind)),
            ("certainty", self.certainty, get_args(Certainty)),
            ("evidence", self.evidence, get_args(EvidenceKind)),
        ):
            if value is not None and value not in known:
                raise UsageError(f"no such {name}: {value!r}; there are {', '.join(known)}")
        for name, date in (("since", self.since), ("until", self.until)):
            if date is not None and not _DATE.fullmatch(date):
                raise UsageError(f"{name} is not a date: {date!r}; give YYYY, YYYY-MM or YYYY-MM-DD")

    @property
    def of_attributions(self) -> bool:
        """Whether only attributions can fit."""
        return any((self.source, self.kind, self.certainty, self.evidence))


def search(
    connection: sqlite3.Connection, query: str, filters: Filters | None = None, *, limit: int = 20
) -> list[Hit]:
    """The best hits among current versions: attributions first, then stories, at most `limit` of each.

    An empty query finds everything that the filters let through, the newest first. Raises `UsageError`.
    """
    filters = filters or Filters()
    filters.check()
    match = match_of(query)
    if match is None and query.strip():
        return []
    hits = _attributions(connection, match, filters, limit)
    if not filters.of_attributions:
        hits += _stories(connection, match, filters, limit)
    return hits


def _attributions(
    connection: sqlite3.Connection, match: str | None, filters: Filters, limit: int
) -> list[Hit]:
    conditions, values = _of_story(filters)
    for condition, value in (
        ("a.certainty = ?", filters.certainty),
        (
            "EXISTS (SELECT 1 FROM evidence e WHERE e.attribution = a.attribution AND e.kind = ?)",
            filters.evidence,
        ),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    rare = match is None and filters.source is not None
    _add_holder(conditions, values, filters, from_sources=rare)
    where = " AND ".join(conditions)
    found: list[int] = []
    if match is None:
        statement = f"""SELECT a.attribution FROM story s JOIN attribution a USING (story) WHERE {where}
            ORDER BY s.published DESC, s.story DESC, a.position LIMIT ?"""
        found = _numbers(connection, statement, values, limit)
    else:
        statement = f"""SELECT a.attribution FROM attribution_words w
            JOIN attribution a ON a.attribution = w.rowid JOIN story s USING (story)
            WHERE attribution_words MATCH ? AND {where}
            ORDER BY {_order(connection, "attribution_words", match)} LIMIT ?"""
        found = _numbers(connection, statement, [match, *values], limit)
        if len(found) < limit:
            statement = f"""SELECT DISTINCT a.attribution FROM source_words w JOIN hop h ON h.source = w.rowid
                JOIN attribution a USING (attribution) JOIN story s USING (story)
                WHERE source_words MATCH ? AND {where} ORDER BY a.attribution LIMIT ?"""
            # Those found by their contents may come again.
            more = _numbers(connection, statement, [match, *values], limit + len(found))
            found = list(dict.fromkeys(found + more))[:limit]
    return [_attribution_hit(connection, number) for number in found]


def _add_holder(conditions: list[str], values: list[Any], filters: Filters, *, from_sources: bool) -> None:
    """A source in the chain must be the one that is looked for, and of the kind.

    `from_sources` begins with the sources, where nothing else is known; otherwise attributions are checked
    one by one.
    """
    if filters.source is None and filters.kind is None:
        return
    of_source = of_kind = "1"
    if filters.source is not None:
        of_source, value = _sources(filters.source)
        values.extend(value)
    if filters.kind is not None:
        of_kind = "x.kind = ?"
        values.append(filters.kind)
    holders = "FROM hop h JOIN source x USING (source) WHERE"
    if from_sources:
        conditions.append(f"a.attribution IN (SELECT h.attribution {holders} {of_source} AND {of_kind})")
    else:
        conditions.append(
            f"EXISTS (SELECT 1 {holders} h.attribution = a.attribution AND {of_source} AND {of_kind})"
        )


def _sources(wanted: str) -> tuple[str, list[str]]:
    """A condition on the source `x`: has this key, or these words in its name, under any of its spellings."""
    kind = kind_of(wanted)
    if kind == "entity":
        return (
            "x.source IN (SELECT source FROM entity_source JOIN entity e USING (entity) WHERE e.key = ?)",
            [wanted],
        )
    if kind == "source":
        direct = "SELECT source FROM source WHERE key = ?"
    else:
        direct = "SELECT rowid FROM source_words WHERE source_words MATCH ?"
        wanted = match_of(wanted) or '""'
    return (
        f"x.source IN ({direct} UNION SELECT other.source FROM entity_source one"
        f" JOIN entity_source other USING (entity) WHERE one.source IN ({direct}))",
        [wanted, wanted],
    )


def _stories(connection: sqlite3.Connection, match: str | None, filters: Filters, limit: int) -> list[Hit]:
    conditions, values = _of_story(filters)
    where = " AND ".join(conditions)
    if match is None:
        statement = (
            f"SELECT s.story FROM story s WHERE {where} ORDER BY s.published DESC, s.story DESC LIMIT ?"
        )
        return [
            _story_hit(connection, number, None) for number in _numbers(connection, statement, values, limit)
        ]
    statement = f"""SELECT s.story FROM story_words w JOIN story s ON s.story = w.rowid
        WHERE story_words MATCH ? AND {where}
        ORDER BY {_order(connection, "story_words", match)} LIMIT ?"""
    found = _numbers(connection, statement, [match, *values], limit)
    return [_story_hit(connection, number, match) for number in found]


def _of_story(filters: Filters) -> tuple[list[str], list[Any]]:
    conditions = ["s.current = 1"]
    values: list[Any] = []
    if filters.outlet is not None:
        conditions.append("s.outlet LIKE ? ESCAPE '\\'")
        values.append("%" + re.sub(r"([%_\\])", r"\\\1", filters.outlet) + "%")
    for sign, date in ((">=", filters.since), ("<=", filters.until)):
        if date is not None:
            conditions.append(f"substr(s.published, 1, {len(date)}) {sign} ?")
            values.append(date)
    return conditions, values


def _order(connection: sqlite3.Connection, table: str, match: str) -> str:
    """The best first, or the newest where nearly everything fits."""
    statement = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {_TOO_MANY})"
    (fitting,) = connection.execute(statement, (match,)).fetchone()
    return "w.rowid DESC" if fitting == _TOO_MANY else "w.rank, w.rowid"


def _numbers(connection: sqlite3.Connection, statement: str, values: list[Any], limit: int) -> list[int]:
    return [int(row[0]) for row in connection.execute(statement, [*values, limit])]


def _attribution_hit(connection: sqlite3.Connection, number: int) -> Hit:
    row = connection.execute(
        "SELECT a.key, a.content, a.certainty, a.start, a.end, s.id, s.version, s.outlet, s.headline,"
        " s.published, s.url FROM attribution a JOIN story s USING (story) WHERE a.attribution = ?",
        (number,),
    ).fetchone()
    chain = connection.execute(
        "SELECT x.name FROM hop h JOIN source x USING (source)"
        " WHERE h.attribution = ? AND h.chain = 0 ORDER BY h.position",
        (number,),
    )
    return Hit(
        what="attribution",
        key=row["key"],
        words=row["content"],
        chain=tuple(name for (name,) in chain),
        certainty=row["certainty"],
        start=row["start"],
        end=row["end"],
        **_story_fields(row),
    )


def _story_hit(connection: sqlite3.Connection, number: int, match: str | None) -> Hit:
    piece = "substr(text, 1, 160)"
    values: list[Any] = [number]
    if match is not None:
        piece = (
            "(SELECT snippet(story_words, 1, '', '', ' … ', 32) FROM story_words"
            " WHERE story_words MATCH ? AND rowid = s.story)"
        )
        values = [match, number]
    row = connection.execute(
        f"SELECT key, id, version, outlet, headline, published, url, {piece} AS words FROM story s"
        " WHERE story = ?",
        values,
    ).fetchone()
    return Hit(what="story", key=row["key"], words=row["words"] or "", **_story_fields(row))


def _story_fields(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "story": row["id"],
        **{name: row[name] for name in ("version", "outlet", "headline", "published", "url")},
    }
