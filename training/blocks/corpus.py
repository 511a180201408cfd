"""The pages and stories the line model learns from, as lines with roles.

Three kinds: whole-page texts (body by alignment with the true body, the other roles from `roles.jsonl`
or, for the fourteen pages of data/blocks, from their gold), plain stories, and pages made of both
(see furnish.py). Every document carries the site it comes from, so that no fold can split one.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tld import get_fld

WORD = re.compile(r"\w+")

#: PolNeAR's outlets as sites, so that their stories stay out of a fold that tests the same site.
OUTLET_SITES = {
    "breitbart": "breitbart.com",
    "huff-post": "huffpost.com",
    "nyt": "nytimes.com",
    "politico": "politico.com",
    "usa-today": "usatoday.com",
    "wash-post": "washingtonpost.com",
    "west-journal": "westernjournal.com",
}


@dataclass
class Row:
    """One line that is not blank: its text, role, and the blank lines before it."""

    text: str
    role: str
    gap: int = 0


@dataclass
class Document:
    """A text as rows, and the sites (registrable domains) its lines come from."""

    name: str
    sites: frozenset[str]
    rows: list[Row] = field(default_factory=list)
    english: bool = True

    def text(self) -> str:
        """The rows as a text."""
        return "\n".join("\n" * row.gap + row.text for row in self.rows)


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def to_rows(text: str) -> list[Row]:
    """A text's lines without roles."""
    rows: list[Row] = []
    gap = 0
    for line in text.split("\n"):
        if line.strip():
            rows.append(Row(line.strip(), "", gap))
            gap = 0
        else:
            gap += 1
    return rows


def body_lines(rows: list[Row], body: str) -> list[bool]:
    """Which rows belong to the true body: 60 % of their words are matched in order."""
    words: list[str] = []
    owners: list[int] = []
    for i, row in enumerate(rows):
        for word in WORD.findall(row.text):
            words.append(word)
            owners.append(i)
    total = [0] * len(rows)
    for owner in owners:
        total[owner] += 1
    covered = [0] * len(rows)
    matcher = difflib.SequenceMatcher(None, words, WORD.findall(body), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        for k in range(start, start + size):
            covered[owners[k]] += 1
    return [n > 0 and c / n >= 0.6 for c, n in zip(covered, total, strict=True)]


def pages(shared: Path, marks: Path) -> list[Document]:
    """The 100 whole-page texts with a role for every line."""
    gold = {page["id"]: page["roles"] for page in read_jsonl(shared / "blocks" / "dev.jsonl")}
    own = {page.pop("id"): page for page in read_jsonl(marks)}
    out: list[Document] = []
    for page in read_jsonl(shared / "pages" / "gold.jsonl"):
        rows = to_rows(page["page_text"])
        roles = gold.get(page["id"])
        if roles is None:
            roles = ["body" if b else "furniture" for b in body_lines(rows, page["articleBody"])]
            for role, indexes in own.get(page["id"], {}).items():
                for i in indexes:
                    roles[i] = role
        for row, role in zip(rows, roles, strict=True):
            row.role = role
        words = WORD.findall(page["articleBody"].lower())
        english = sum(word in {"the", "of", "and", "to", "in"} for word in words) > 0.08 * len(words)
        out.append(Document(page["id"], frozenset([get_fld(page["url"])]), rows, english))
    return out


def titled_rows(text: str, title: str) -> list[Row]:
    """A plain story's rows: the lines that the title covers are its headline, the rest body."""
    rows = to_rows(text)
    left = "".join(WORD.findall(title.lower()))
    for row in rows:
        own = "".join(WORD.findall(row.text.lower()))
        if left and own and (left.startswith(own) or own.startswith(left)):
            row.role = "headline"
            left = left[len(own) :]
        else:
            left = ""
            row.role = "body"
    if rows and rows[0].role != "headline" and len(rows[0].text) < 160 and len(rows) > 1 and title:
        rows[0].role = "headline"
    return rows


def polnear(path: Path) -> list[Document]:
    """Plain stories that open with their title."""
    return [
        Document(
            story["id"],
            frozenset([OUTLET_SITES.get(story["outlet"], story["outlet"])]),
            titled_rows(story["text"], story["title"]),
        )
        for story in read_jsonl(path)
    ]


def untitled(path: Path) -> list[Document]:
    """Plain stories without a title."""
    out: list[Document] = []
    seen: set[str] = set()
    for story in read_jsonl(path):
        if story["text"] in seen:
            continue
        seen.add(story["text"])
        rows = to_rows(story["text"])
        for row in rows:
            row.role = "body"
        out.append(Document(story["id"], frozenset(), rows))
    return out
