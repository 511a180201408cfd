"""A ledger as JSON-LD in the words of schema.org: NewsArticle, Claim, Quotation and whoever speaks.

The context is inside the file, so that reading it needs no network. What schema.org has no word for (counts
of independent origins, who denies) stands under a vocabulary of our own, `urn:sayso:vocab:`.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from urllib.parse import quote, urlsplit, urlunsplit

Node = dict[str, Any]

CONTEXT: Final[Node] = {
    "@vocab": "https://schema.org/",
    "sayso": "urn:sayso:vocab:",
    "url": {"@type": "@id"},
    **{
        name: {"@type": "@id"}
        for name in ("appearance", "firstAppearance", "isPartOf", "isBasedOn", "about", "publisher")
    },
    **{name: {"@id": f"sayso:{name}", "@type": "@id"} for name in ("deniedIn", "previousVersion")},
}
#: schema.org types of the kinds of sources.
_TYPES: Final = {
    "person": "Person",
    "unnamed": "Person",
    "organisation": "Organization",
    "outlet": "NewsMediaOrganization",
    "document": "CreativeWork",
    "post": "SocialMediaPosting",
}
#: Kinds that speak; the others are works that are cited.
_SPEAKERS: Final = frozenset(["person", "unnamed", "organisation", "outlet"])
_HOST: Final = re.compile(r"[\w.:\[\]-]+")
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")

_STORIES: Final = """
SELECT s.story, s.key, s.id, s.version, s.url, s.outlet, s.headline, s.published, s.language, s.input_sha256,
       (SELECT p.key FROM story p WHERE p.id = s.id AND p.version = s.version - 1) AS before
FROM story s ORDER BY s.story
"""
_ECHOES: Final = 'SELECT o.key FROM echo e JOIN story o ON o.story = e."of" WHERE e.story = ? ORDER BY o.key'
_CLAIMS: Final = "SELECT claim, key, text, stories, outlets, origins, independent FROM claim ORDER BY claim"
_STATEMENTS: Final = """
SELECT s.key, s.published, st.stance FROM statement st JOIN story s USING (story) WHERE st.claim = ?
ORDER BY s.published IS NULL, s.published, s.key
"""
_ORIGINS: Final = """
SELECT o.name, o.kind, o.says, o.independent, e.key FROM origin o LEFT JOIN entity e USING (entity)
WHERE o.claim = ? ORDER BY o.independent DESC, o.name
"""
_QUOTATIONS: Final = """
SELECT a.attribution, a.key, a.content, a.certainty, s.key AS story,
       (SELECT c.key FROM statement st JOIN claim c USING (claim)
        WHERE st.story = a.story AND st.attribution = a.attribution LIMIT 1) AS claim
FROM attribution a JOIN story s USING (story)
WHERE s.current = 1 AND a.quotation IN ('direct', 'mixed') ORDER BY a.attribution
"""
_HOPS: Final = """
SELECT src.name, src.kind, src.description, src.key, e.key AS entity, h.origin, h.chain
FROM hop h JOIN source src ON src.source = h.source
LEFT JOIN entity_source es ON es.source = src.source LEFT JOIN entity e ON e.entity = es.entity
WHERE h.attribution = ? AND h.chain = 0 ORDER BY h.position
"""


def write_jsonld(connection: sqlite3.Connection, out: BinaryIO) -> int:
    """Writes the ledger as one JSON-LD document, a node at a time, and says how many nodes there are.

    `firstAppearance` is the earliest dated story that makes the claim; without dates there is none.
    """
    out.write(b'{"@context":' + _json(CONTEXT) + b',\n"@graph":[')
    count = 0
    for node in _nodes(connection):
        out.write((b",\n" if count else b"\n") + _json(node))
        count += 1
    out.write(b"\n]}\n")
    return count


def _nodes(connection: sqlite3.Connection) -> Iterator[Node]:
    for row in connection.execute(_STORIES):
        echoes = [f"urn:sayso:story:{key}" for (key,) in connection.execute(_ECHOES, (row["story"],))]
        yield _article(row, echoes)
    for row in connection.execute(_CLAIMS):
        yield _claim(connection, row)
    for row in connection.execute(_QUOTATIONS):
        yield _quotation(row, connection.execute(_HOPS, (row["attribution"],)).fetchall())


def _article(row: sqlite3.Row, echoes: list[str]) -> Node:
    return _without_nothing(
        {
            "@id": f"urn:sayso:story:{row['key']}",
            "@type": "NewsArticle",
            "identifier": row["id"],
            "url": iri(row["url"]),
            "headline": row["headline"],
            "datePublished": _date(row["published"]),
            "inLanguage": row["language"],
            "version": row["version"],
            "publisher": _outlet(row["outlet"]) if row["outlet"] else None,
            "isBasedOn": sorted(set(echoes)),
            "previousVersion": f"urn:sayso:story:{row['before']}" if row["before"] else None,
            "sayso:sha256": row["input_sha256"],
        }
    )


def _claim(connection: sqlite3.Connection, row: sqlite3.Row) -> Node:
    statements = connection.execute(_STATEMENTS, (row["claim"],)).fetchall()
    making = [one for one in statements if one["stance"] != "denies"]
    dated = [one for one in making if _date(one["published"])]
    origins = connection.execute(_ORIGINS, (row["claim"],)).fetchall()
    independent = [one for one in origins if one["independent"] and one["says"] != "denies"]
    return _without_nothing(
        {
            "@id": f"urn:sayso:claim:{row['key']}",
            "@type": "Claim",
            "text": row["text"],
            "appearance": _each_once(f"urn:sayso:story:{one['key']}" for one in making),
            "firstAppearance": f"urn:sayso:story:{dated[0]['key']}" if dated else None,
            "deniedIn": _each_once(
                f"urn:sayso:story:{one['key']}" for one in statements if one["stance"] == "denies"
            ),
            "author": [_who(one["name"], one["kind"], one["key"]) for one in independent if _speaks(one)],
            "citation": [
                _who(one["name"], one["kind"], one["key"]) for one in independent if not _speaks(one)
            ],
            "sayso:stories": row["stories"],
            "sayso:outlets": row["outlets"],
            "sayso:origins": row["origins"],
            "sayso:independentOrigins": row["independent"],
        }
    )


def _quotation(row: sqlite3.Row, hops: list[sqlite3.Row]) -> Node:
    origin = hops[-1] if hops and hops[-1]["name"] != "unattributed" else None
    who = _who(origin["name"], origin["kind"], origin["entity"] or origin["key"]) if origin else None
    if who is not None and origin is not None and origin["description"]:
        who["description"] = origin["description"]
    speaks = origin is not None and _speaks(origin)
    return _without_nothing(
        {
            "@id": f"urn:sayso:attribution:{row['key']}",
            "@type": "Quotation",
            "text": row["content"],
            "isPartOf": f"urn:sayso:story:{row['story']}",
            "spokenByCharacter": who if speaks else None,
            "citation": [
                *([who] if who and not speaks else []),
                # Whom the words passed: what they published is cited, though it may not be in the ledger.
                *(
                    {"@type": "CreativeWork", "publisher": _outlet(hop["name"])}
                    for hop in hops[:-1]
                    if hop["kind"] == "outlet"
                ),
            ],
            "about": f"urn:sayso:claim:{row['claim']}" if row["claim"] else None,
            "sayso:certainty": row["certainty"],
        }
    )


def _who(name: str, kind: str, key: str | None) -> Node:
    at = f"urn:sayso:source:{key}" if key else f"urn:sayso:name:{_digest(kind, name)}"
    return {"@id": at, "@type": _TYPES.get(kind, "Thing"), "name": name}


def _outlet(name: str) -> Node:
    return {"@id": f"urn:sayso:outlet:{_digest(name)}", "@type": "NewsMediaOrganization", "name": name}


def _speaks(row: sqlite3.Row) -> bool:
    return row["kind"] in _SPEAKERS


def iri(url: str | None) -> str | None:
    """A web address as an IRI that RDF tools take; None for anything else."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not _HOST.fullmatch(parts.netloc):
        return None
    start = f"{parts.scheme}://{parts.netloc}"
    return start + quote(
        urlunsplit(("", "", parts.path, parts.query, parts.fragment)), safe="/?#@!$&'()*+,;:=%~"
    )


def _date(value: str | None) -> str | None:
    return value if value and _DATE.fullmatch(value) else None


def _digest(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]


def _each_once(values: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _without_nothing(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None and value != []}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf8", "replace")
