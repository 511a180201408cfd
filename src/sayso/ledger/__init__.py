"""The ledger: many stories in one SQLite file, and what stands behind their claims."""

from __future__ import annotations

import zlib
from typing import Any, Self

import msgspec

from ..errors import LedgerError
from ..story import Story
from ._add import Added, add
from ._refresh import refresh
from ._store import Store, transaction

__all__ = ["Added", "Ledger", "Store", "add", "refresh", "transaction"]


class Ledger(Store):
    """A ledger and the questions to it.

    ```python
    with sayso.Ledger("news.ledger", create=True) as ledger:
        ledger.add(sayso.read("story.html"))
    ```
    """

    def add(self, story: Story, *, data: bytes | None = None) -> Added:
        """Keeps a story, and the bytes it was read from if given; see `Added` for what came of it."""
        return add(self.connection, story, data=data)

    def document(self, id: str, version: int | None = None) -> dict[str, Any]:
        """The document as it was added, fields that this version does not know included."""
        which = "current = 1" if version is None else "version = ?"
        row = self.connection.execute(
            f"SELECT document FROM story WHERE id = ? AND {which}",
            (id,) if version is None else (id, version),
        ).fetchone()
        if row is None:
            raise LedgerError(
                f"{self.path}: holds no story {id!r}; sayso search {self.path} WORDS finds stories"
            )
        document: dict[str, Any] = msgspec.json.decode(zlib.decompress(row["document"]))
        return document

    def get(self, id: str, version: int | None = None) -> Story:
        """A story by its id, the current version or the one with this number."""
        return Story.from_dict(self.document(id, version))

    def refresh(self) -> int:
        """Brings groups, claims, echoes and figures up to date; queries do that by themselves."""
        return refresh(self.connection)

    def __enter__(self) -> Self:
        return self
