"""A ledger as JSON Lines from which the same ledger can be made: `sayso add NEW --jsonl < FILE`.

In this order: every version of every story in the order in which they were added, each as the document that
came in; the bytes that they were read from; the judgements, oldest first.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from ..ledger import InputBytes, input_of, judgements

_STORIES: Final = "SELECT document FROM story ORDER BY story"
_BYTES: Final = "SELECT sha256 FROM input_bytes ORDER BY rowid"


def write_ledger_jsonl(connection: sqlite3.Connection, out: BinaryIO, *, data: bool = True) -> int:
    """Writes the lines and says how many there are; without `data` the inputs' bytes are left out."""
    count = 0
    for line in _lines(connection, data):
        out.write(line + b"\n")
        count += 1
    return count


def _lines(connection: sqlite3.Connection, data: bool) -> Iterator[bytes]:
    for (packed,) in connection.execute(_STORIES):
        document = zlib.decompress(packed)
        # A document is one line as a rule; one that came from elsewhere may be laid out.
        yield msgspec.json.format(document, indent=-1) if b"\n" in document or b"\r" in document else document
    if data:
        for (sha256,) in connection.execute(_BYTES):
            came = input_of(connection, sha256)
            if came is not None:
                yield _json(InputBytes(sha256, came).to_dict())
    for judgement in judgements(connection):
        yield _json(judgement.to_dict())


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
