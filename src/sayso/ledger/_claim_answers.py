"""Answers about claims: of the whole ledger, seeming agreement first, or of one that is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

import msgspec

from ._claim_match import Told, find
from ._claims import outlets_of
from ._origins_of import Origin, origins_of
from ._story_stance import story_stance

_AT_ONCE: Final = 400


class ClaimOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody behind a claim. `rests_on` names another origin of the same claim, `why` the merges made."""

    name: str
    kind: str
    says: Literal["asserts", "denies"]
    stories: tuple[str, ...]
    rests_on: str | None
    independent: bool
    why: tuple[str, ...]


class ClaimEcho(msgspec.Struct, frozen=True, kw_only=True):
    """A story of the claim that has its words from another one."""

    story: str
    of: str
    kind: str
    evidence: Any


class ClaimConflict(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in nearly the same words with other figures."""

    id: str
    claim: str
    why: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim: N stories, M outlets, K origins. `id` is what `sayso judge` takes.

    `stances` says of each story whether it asserts, reports or denies the claim. `outlets` counts outlets of
    origin: the agency for wire copy, and each story of an unknown outlet that is no copy as one.
    """

    id: str | None
    claim: str
    group: str
    stories: tuple[str, ...]
    stances: dict[str, str]
    outlets: int
    outlet_names: tuple[str, ...]
    origins: tuple[ClaimOrigin, ...]
    independent: tuple[str, ...]
    echoes: tuple[ClaimEcho, ...]
    conflicts: tuple[ClaimConflict, ...]
    why: tuple[str, ...]

    @property
    def is_single(self) -> bool:
        """Whether several stories stand on one independent origin, or on none."""
        return len(self.stories) > 1 and len(self.independent) < 2


def matched(connection: sqlite3.Connection, text: str) -> Claim | None:
    """What stands behind the claim that fits a text best; None where no story has its words.

    The answer rests on every statement of the event that makes or denies the claim, not only on those that
    one stored claim holds. Groups must be up to date.
    """
    told = find(connection, text)
    if told is None:
        return None
    origins = origins_of(told.event, told.told, told.near, told.asked.weights)
    ids = {story.story: story.id for story in told.event.view.stories}
    key, wording = _stored(connection, told)
    stances, reasons = {}, []
    for story in told.told:
        view = told.event.story(story)
        stance, why = story_stance(view, told.told[story], told.asked.negative)
        stances[view.id] = stance
        reasons.append(f"{view.id} {stance}: {why}")
    names = outlets_of(told.event, told.told)
    stories = tuple(sorted(stances))
    return Claim(
        id=key,
        claim=wording,
        group=_group_key(connection, told.group),
        stories=stories,
        stances={id: stances[id] for id in stories},
        outlets=len(names),
        outlet_names=tuple(name for name in names if name),
        origins=tuple(_made(origin, ids) for origin in origins),
        independent=tuple(o.name for o in origins if o.independent),
        echoes=_echoes(connection, told.told),
        conflicts=_conflicts(connection, key),
        why=(_count(len(stories), len(names), origins), *_merges(origins), *sorted(reasons)),
    )


def ranked(connection: sqlite3.Connection, limit: int | None = None) -> list[Claim]:
    """The ledger's claims that more than one story makes or that others deny, most telling first.

    First those that look widespread and are not: many outlets, one independent origin or none. Groups must be
    up to date.
    """
    rows = connection.execute(
        "SELECT claim FROM claim WHERE stories > 1"
        " ORDER BY independent < 2 DESC, outlets DESC, stories DESC, independent, key LIMIT ?",
        (-1 if limit is None else limit,),
    ).fetchall()
    return [_read(connection, row[0]) for row in rows]


def _made(origin: Origin, ids: Mapping[int, str]) -> ClaimOrigin:
    return ClaimOrigin(
        name=origin.name,
        kind=origin.kind,
        says=origin.says,
        stories=tuple(sorted(ids[story] for story in origin.stories)),
        rests_on=origin.rests_on.name if origin.rests_on else None,
        independent=origin.independent,
        why=tuple(origin.why),
    )


def _count(stories: int, outlets: int, origins: Sequence[Origin]) -> str:
    named = sum(not origin.is_unattributed for origin in origins)
    alone = sum(origin.independent for origin in origins)
    return f"{stories} stories, {outlets} outlets, {named} origins, {alone} of them independent"


def _merges(origins: Sequence[Origin]) -> Iterable[str]:
    for origin in origins:
        for why in origin.why:
            yield f"{origin.name}: {why}"


def _stored(connection: sqlite3.Connection, told: Told) -> tuple[str | None, str]:
    """The stored claim that shares most of the statements; its key and wording, or the best statement's."""
    counts: dict[str, float] = {}
    words: dict[str, str] = {}
    for found in told.told.values():
        for telling in found:
            statement = telling.statement
            row = connection.execute(
                "SELECT key, text FROM statement JOIN claim USING (claim)"
                " WHERE statement.story = ? AND attribution IS ? AND voice IS ?",
                (statement.story, statement.attribution, statement.voice),
            ).fetchone()
            if row is not None:
                counts[row[0]] = counts.get(row[0], 0.0) + telling.score
                words[row[0]] = row[1]
    if counts:
        key = min(counts, key=lambda k: (-counts[k], k))
        return key, words[key]
    best = max((t for found in told.told.values() for t in found), key=lambda t: (t.score, t.statement.key))
    return None, best.statement.content


def _group_key(connection: sqlite3.Connection, group: int) -> str:
    return str(connection.execute('SELECT key FROM story_group WHERE "group" = ?', (group,)).fetchone()[0])


def _echoes(connection: sqlite3.Connection, stories: Iterable[int]) -> tuple[ClaimEcho, ...]:
    among = sorted(stories)
    found: list[ClaimEcho] = []
    for start in range(0, len(among), _AT_ONCE):
        some = among[start : start + _AT_ONCE]
        rows = connection.execute(
            'SELECT s.id AS story, o.id AS "of", kind, evidence, e."of" AS other'
            " FROM echo e JOIN story s USING (story)"
            f' JOIN story o ON o.story = e."of" WHERE e.story IN ({",".join("?" * len(some))})',
            some,
        )
        known = set(among)
        found.extend(
            ClaimEcho(
                story=row["story"],
                of=row["of"],
                kind=row["kind"],
                evidence=msgspec.json.decode(row["evidence"]),
            )
            for row in rows
            if row["other"] in known
        )
    return tuple(sorted(found, key=lambda e: (e.story, e.of, e.kind)))


def _echo(row: sqlite3.Row) -> ClaimEcho:
    evidence = msgspec.json.decode(row["evidence"])
    return ClaimEcho(story=row["story"], of=row["of"], kind=row["kind"], evidence=evidence)


def _conflicts(connection: sqlite3.Connection, key: str | None) -> tuple[ClaimConflict, ...]:
    rows = connection.execute(
        "SELECT o.key, o.text, l.why FROM claim c JOIN claim_link l ON c.claim IN (l.a, l.b)"
        " JOIN claim o ON o.claim IN (l.a, l.b) AND o.claim <> c.claim WHERE c.key = ? ORDER BY o.key",
        (key,),
    )
    return tuple(ClaimConflict(id=row[0], claim=row[1], why=row[2]) for row in rows)


def _read(connection: sqlite3.Connection, claim: int) -> Claim:
    """A stored claim as an answer."""
    row = connection.execute(
        'SELECT c.key, c.text, c.outlets, g.key AS "group" FROM claim c JOIN story_group g USING ("group")'
        " WHERE claim = ?",
        (claim,),
    ).fetchone()
    stories: dict[int, tuple[str, str | None]] = {}
    stances: dict[str, str] = {}
    reasons = []
    for said in connection.execute(
        "SELECT story, id, outlet, stance, why FROM statement JOIN story USING (story) WHERE claim = ?"
        " ORDER BY id, stance, statement",
        (claim,),
    ):
        stories[said["story"]] = (said["id"], said["outlet"])
        stances.setdefault(said["id"], said["stance"])
        reasons.append(f"{said['id']} {said['stance']}: {said['why']}")
    origins = _read_origins(connection, claim)
    named = sum(origin.name != "unattributed" for origin in origins)
    alone = [origin.name for origin in origins if origin.independent]
    count = (
        f"{len(stances)} stories, {row['outlets']} outlets, {named} origins, {len(alone)} of them independent"
    )
    return Claim(
        id=row["key"],
        claim=row["text"],
        group=row["group"],
        stories=tuple(sorted(stances)),
        stances=stances,
        outlets=row["outlets"],
        outlet_names=tuple(sorted({outlet for _, outlet in stories.values() if outlet})),
        origins=tuple(origins),
        independent=tuple(alone),
        echoes=_echoes(connection, stories),
        conflicts=_conflicts(connection, row["key"]),
        why=(count, *(f"{o.name}: {why}" for o in origins for why in o.why), *reasons),
    )


def _read_origins(connection: sqlite3.Connection, claim: int) -> list[ClaimOrigin]:
    found = []
    for row in connection.execute(
        "SELECT o.*, r.name AS rest FROM origin o LEFT JOIN origin r ON r.origin = o.rests_on"
        " WHERE o.claim = ? ORDER BY o.origin",
        (claim,),
    ):
        stories = connection.execute(
            "SELECT id FROM origin_story JOIN story USING (story) WHERE origin = ? ORDER BY id",
            (row["origin"],),
        )
        found.append(
            ClaimOrigin(
                name=row["name"],
                kind=row["kind"],
                says=row["says"],
                stories=tuple(story[0] for story in stories),
                rests_on=row["rest"],
                independent=bool(row["independent"]),
                why=tuple(filter(None, row["why"].split("; "))),
            )
        )
    return found
