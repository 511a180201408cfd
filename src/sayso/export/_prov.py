"""A ledger as W3C PROV-JSON (member submission of 24 April 2013): what was taken from where, and by whom.

Entities are versions of stories, accounts (what one origin says of one claim) and reports (what an outlet is
said to have published, where only others tell of it). PROV-JSON writes quotations, primary sources and
revisions as derivations with a `prov:type`:

- a story that echoes another: `prov:Quotation` of it; of a report: `prov:Quotation` of the report
- a story that carries an account: `prov:PrimarySource`, if its origin is independent, else `prov:Quotation`
- a later version of a story: `prov:Revision`
- an account that rests on another: `prov:Quotation`
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

Item = tuple[str, dict[str, Any]]

PREFIXES: Final = {
    "sayso": "urn:sayso:vocab:",
    "story": "urn:sayso:story:",
    "account": "urn:sayso:account:",
    "report": "urn:sayso:report:",
    "outlet": "urn:sayso:outlet:",
    "who": "urn:sayso:who:",
}
_AGENTS: Final = {"person": "prov:Person", "organisation": "prov:Organization", "outlet": "prov:Organization"}

_STORIES: Final = """
SELECT key, id, version, url, outlet, headline, published, text_sha256, retrieved FROM story ORDER BY story
"""
_VERSIONS: Final = """
SELECT s.key, p.key AS before FROM story s JOIN story p ON p.id = s.id AND p.version = s.version - 1
ORDER BY s.story
"""
_ACCOUNTS: Final = """
SELECT c.key AS claim, c.text, o.origin, o.name, o.kind, o.says, o.independent, o.why, e.key AS entity,
       r.name AS rests_name, r.kind AS rests_kind, r.says AS rests_says
FROM origin o JOIN claim c USING (claim) LEFT JOIN entity e ON e.entity = o.entity
LEFT JOIN origin r ON r.origin = o.rests_on ORDER BY o.origin
"""
_CARRIED: Final = """
SELECT s.key, c.key AS claim, o.name, o.kind, o.says, o.independent, os.why
FROM origin_story os JOIN origin o USING (origin) JOIN claim c USING (claim)
JOIN story s ON s.story = os.story
ORDER BY os.origin, os.story
"""
_ECHOES: Final = """
SELECT s.key, o.key AS "of", e.kind, e.score FROM echo e JOIN story s ON s.story = e.story
JOIN story o ON o.story = e."of" ORDER BY e.story, e."of", e.kind
"""
_REPORTS: Final = """
SELECT DISTINCT s.story, s.key, src.name FROM hop h JOIN source src ON src.source = h.source
JOIN story s ON s.story = src.story
WHERE src.kind = 'outlet' AND h.origin = 0 AND s.current = 1 ORDER BY s.story, src.name
"""
_OUTLETS: Final = f"""
SELECT outlet AS name FROM story WHERE outlet IS NOT NULL UNION SELECT name FROM ({_REPORTS}) ORDER BY name
"""
_WHO: Final = """
SELECT DISTINCT o.kind, coalesce(e.name, o.name) AS name, e.key
FROM origin o LEFT JOIN entity e USING (entity)
WHERE o.name <> 'unattributed' ORDER BY 3, 1, 2
"""


def write_prov(connection: sqlite3.Connection, out: BinaryIO) -> int:
    """Writes the ledger as one PROV-JSON document, an item at a time; says how many items there are."""
    sections: tuple[tuple[str, Callable[[sqlite3.Connection], Iterator[Item]]], ...] = (
        ("entity", _entities),
        ("agent", _agents),
        ("wasAttributedTo", _attributed),
        ("wasDerivedFrom", _derived),
    )
    out.write(b'{"prefix":' + _json(PREFIXES))
    count = 0
    for name, items in sections:
        first = True
        for key, item in items(connection):
            # A section without items is left out.
            out.write(b',\n"%b":{\n' % name.encode() if first else b",\n")
            out.write(_json(key) + b":" + _json(item))
            first = False
            count += 1
        if not first:
            out.write(b"\n}")
    out.write(b"}\n")
    return count


def _entities(connection: sqlite3.Connection) -> Iterator[Item]:
    for row in connection.execute(_STORIES):
        yield (
            f"story:{row['key']}",
            _told(
                {
                    "prov:type": _name("sayso:Story"),
                    "prov:label": row["headline"],
                    "sayso:id": row["id"],
                    "sayso:version": row["version"],
                    "sayso:url": row["url"],
                    "sayso:published": row["published"],
                    "sayso:retrieved": row["retrieved"],
                    "sayso:textSha256": row["text_sha256"],
                }
            ),
        )
    for row in connection.execute(_ACCOUNTS):
        yield (
            _account(row["claim"], row["name"], row["kind"], row["says"]),
            _told(
                {
                    "prov:type": _name("sayso:Account"),
                    "prov:label": row["text"],
                    "sayso:claim": row["claim"],
                    "sayso:says": row["says"],
                    "sayso:independent": bool(row["independent"]),
                    "sayso:why": row["why"],
                }
            ),
        )
    for row in connection.execute(_REPORTS):
        yield (
            _report(row),
            {"prov:type": _name("sayso:Report"), "prov:label": f"what {row['name']} is said to report"},
        )


def _agents(connection: sqlite3.Connection) -> Iterator[Item]:
    for (name,) in connection.execute(_OUTLETS):
        yield _outlet(name), {"prov:type": _name("prov:Organization"), "prov:label": name}
    seen = None
    for row in connection.execute(_WHO):
        who = _who(row["kind"], row["name"], row["key"])
        if who != seen:
            seen = who
            kind = _AGENTS.get(row["kind"])
            yield (
                who,
                _told(
                    {
                        "prov:type": _name(kind) if kind else None,
                        "prov:label": row["name"],
                        "sayso:kind": row["kind"],
                    }
                ),
            )


def _attributed(connection: sqlite3.Connection) -> Iterator[Item]:
    for row in connection.execute(_STORIES):
        if row["outlet"]:
            yield _relation("a", "prov:entity", f"story:{row['key']}", "prov:agent", _outlet(row["outlet"]))
    for row in connection.execute(_ACCOUNTS):
        if row["name"] != "unattributed":
            account = _account(row["claim"], row["name"], row["kind"], row["says"])
            who = _who(row["kind"], row["name"], row["entity"])
            yield _relation("a", "prov:entity", account, "prov:agent", who)
    for row in connection.execute(_REPORTS):
        yield _relation("a", "prov:entity", _report(row), "prov:agent", _outlet(row["name"]))


def _derived(connection: sqlite3.Connection) -> Iterator[Item]:
    for row in connection.execute(_VERSIONS):
        yield _derivation(f"story:{row['key']}", f"story:{row['before']}", "prov:Revision")
    for row in connection.execute(_ECHOES):
        more = {"sayso:echo": row["kind"], "sayso:score": row["score"]}
        yield _derivation(f"story:{row['key']}", f"story:{row['of']}", "prov:Quotation", more)
    for row in connection.execute(_REPORTS):
        yield _derivation(f"story:{row['key']}", _report(row), "prov:Quotation")
    for row in connection.execute(_CARRIED):
        account = _account(row["claim"], row["name"], row["kind"], row["says"])
        kind = "prov:PrimarySource" if row["independent"] else "prov:Quotation"
        yield _derivation(f"story:{row['key']}", account, kind, {"sayso:why": row["why"]})
    for row in connection.execute(_ACCOUNTS):
        if row["rests_name"] is not None:
            account = _account(row["claim"], row["name"], row["kind"], row["says"])
            other = _account(row["claim"], row["rests_name"], row["rests_kind"], row["rests_says"])
            yield _derivation(account, other, "prov:Quotation")


def _derivation(made: str, used: str, kind: str, more: dict[str, Any] | None = None) -> Item:
    key, item = _relation(
        "d", "prov:generatedEntity", made, "prov:usedEntity", used, kind, *(more or {}).values()
    )
    return key, item | {"prov:type": _name(kind)} | (more or {})


def _relation(letter: str, one: str, a: str, other: str, b: str, *more: object) -> Item:
    """A relation with a blank identifier that is the same in every export of the same ledger."""
    return f"_:{letter}{_digest(a, b, *map(str, more))}", {one: a, other: b}


def _account(claim: str, name: str, kind: str, says: str) -> str:
    return f"account:{_digest(claim, name, kind, says)}"


def _report(row: sqlite3.Row) -> str:
    return f"report:{_digest(row['key'], row['name'])}"


def _outlet(name: str) -> str:
    return f"outlet:{_digest(name)}"


def _who(kind: str, name: str, key: str | None) -> str:
    return f"who:{key or _digest(kind, name)}"


def _name(value: str) -> dict[str, str]:
    return {"$": value, "type": "prov:QUALIFIED_NAME"}


def _told(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value is not None}


def _digest(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf8", "replace")
