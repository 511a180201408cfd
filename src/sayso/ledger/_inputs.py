"""The bytes that came in, before anything was read: compressed, by digest, shared by equal inputs."""

from __future__ import annotations

import base64
import binascii
import hashlib
import sqlite3
import zlib
from typing import Any, Final

import msgspec

from ..errors import DocumentError

SCHEMA: Final = "sayso/input/1"
_LEVEL: Final = 5


class InputBytes(msgspec.Struct, frozen=True):
    """Bytes by the SHA-256 that a document gives for its input."""

    sha256: str
    data: bytes

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values, in the form that `sayso add --jsonl` takes over (zlib, base64)."""
        packed = base64.b64encode(zlib.compress(self.data, _LEVEL)).decode()
        return {"schema": SCHEMA, "sha256": self.sha256, "size": len(self.data), "zlib": packed}

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> InputBytes:
        """Reads one back, never more than the size it gives. Raises `DocumentError`."""
        size, digest, packed = (document.get(name) for name in ("size", "sha256", "zlib"))
        if not isinstance(size, int) or size < 0 or not isinstance(packed, str):
            raise DocumentError(f"not a valid {SCHEMA} line: it needs sha256, size and zlib")
        unpack = zlib.decompressobj()
        try:
            data = unpack.decompress(base64.b64decode(packed, validate=True), size + 1)
        except (zlib.error, binascii.Error, ValueError, OverflowError) as error:
            raise DocumentError(f"not a valid {SCHEMA} line: {error}") from error
        if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
            raise DocumentError(
                f"not a valid {SCHEMA} line: the bytes do not have the size and digest it gives"
            )
        return cls(digest, data)


def keep_input(connection: sqlite3.Connection, sha256: str, data: bytes) -> bool:
    """Writes bytes under their digest; False when they were there.

    Raises `DocumentError` when the digest is another.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DocumentError("the bytes are not those that the document was made from")
    if connection.execute("SELECT 1 FROM input_bytes WHERE sha256 = ?", (sha256,)).fetchone():
        return False
    connection.execute(
        "INSERT INTO input_bytes (sha256, size, data) VALUES (?, ?, ?)",
        (sha256, len(data), zlib.compress(data, _LEVEL)),
    )
    return True


def input_of(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The bytes with this digest, as they came; None when they were not kept."""
    row = connection.execute("SELECT data FROM input_bytes WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else zlib.decompress(row["data"])
