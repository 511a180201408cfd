"""The ledger: many stories in one SQLite file, and what stands behind their claims."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self, TypeVar

import msgspec

from ..errors import LedgerError
from ..story import Story
from ._add import Added, add
from ._batch import Item, Kept, New, Refused, add_many
from ._claim_answers import Claim, ClaimConflict, ClaimEcho, ClaimOrigin, matched, ranked
from ._echoes_list import Echo, EchoKind
from ._echoes_list import echoes as list_echoes
from ._faults import explained
from ._figures_query import CountedThing, Mark, Told, things
from ._groups import settle
from ._groups_list import Group, GroupedStory, group_of_each
from ._groups_list import groups as list_groups
from ._inputs import InputBytes, input_of
from ._judge import judge, undo, verb_of
from ._judgements import VERBS, Judgement, Verb, judgements
from ._lines import item_of
from ._mix import KINDS as MIX_KINDS
from ._mix import By, Mix, mix
from ._refresh import refresh, stale
from ._search import Filters, Hit
from ._search import search as find
from ._store import Store, transaction
from ._versions import Version, versions
from ._versions_compare import Change, Side

__all__ = [
    "MIX_KINDS",
    "VERBS",
    "Added",
    "By",
    "Change",
    "Claim",
    "ClaimConflict",
    "ClaimEcho",
    "ClaimOrigin",
    "CountedThing",
    "Echo",
    "EchoKind",
    "Filters",
    "Group",
    "GroupedStory",
    "Hit",
    "InputBytes",
    "Item",
    "Judgement",
    "Kept",
    "Ledger",
    "Mark",
    "Mix",
    "New",
    "Refused",
    "Side",
    "Store",
    "Told",
    "Verb",
    "Version",
    "explained",
    "find",
    "group_of_each",
    "input_of",
    "item_of",
    "judgements",
    "list_echoes",
    "list_groups",
    "matched",
    "mix",
    "ranked",
    "refresh",
    "settle",
    "stale",
    "things",
    "transaction",
    "verb_of",
]

_Other = TypeVar("_Other")


class Ledger(Store):
    """A ledger and the questions to it.

    ```python
    with sayso.Ledger("news.ledger", create=True) as ledger:
        ledger.add(sayso.read("story.html"))
    ```
    """

    def add(self, story: Story, *, data: bytes | None = None) -> Added:
        """Keeps a story, and the bytes it was read from if given; see `Added` for what came of it."""
        with explained(self.path):
            return add(self.connection, story, data=data)

    def add_many(
        self, items: Iterable[Item | _Other], *, again: bool = False
    ) -> Iterator[Added | Refused | Kept | _Other]:
        """Keeps many in few transactions; each is answered for, in order, once it is committed."""
        return add_many(self.connection, items, again=again)

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

    def input(self, id: str, version: int | None = None) -> bytes | None:
        """The bytes that a story was read from, as they came; None when they were not kept."""
        with explained(self.path):
            return input_of(self.connection, self.get(id, version).input.sha256)

    def search(
        self,
        query: str = "",
        *,
        source: str | None = None,
        kind: str | None = None,
        outlet: str | None = None,
        certainty: str | None = None,
        evidence: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """Attributions and stories with these words, narrowed down as `Filters` says.

        With `source` given, groups are brought up to date first: that links the spellings of a name.
        """
        if source is not None:
            self.refresh()
        filters = Filters(
            source=source,
            kind=kind,
            outlet=outlet,
            certainty=certainty,
            evidence=evidence,
            since=since,
            until=until,
        )
        with explained(self.path):
            return find(self.connection, query, filters, limit=limit)

    def versions(self, which: str | None = None) -> list[Version]:
        """Versions of the story with this id, URL or key, or of all that have several, with what changed."""
        with explained(self.path):
            return versions(self.connection, which)

    def groups(self) -> list[Group]:
        """Which stories are about the same event: the largest groups first."""
        self.refresh()
        with explained(self.path):
            return list_groups(self.connection)

    def echoes(self) -> list[Echo]:
        """Which stories repeat others: reprints, wire copy, relayed reports, quotations used again."""
        self.refresh()
        with explained(self.path):
            return list_echoes(self.connection)

    def claims(self, limit: int | None = None) -> list[Claim]:
        """Claims that several stories make: first those with many outlets and one independent origin."""
        self.refresh()
        with explained(self.path):
            return ranked(self.connection, limit)

    def match_claim(self, text: str) -> Claim | None:
        """All that stands behind the claim that a sentence fits best; None where no story has its words."""
        self.refresh()
        with explained(self.path):
            return matched(self.connection, text)

    def figures(
        self, *, match: str | None = None, group: str | None = None, every: bool = False
    ) -> Iterator[CountedThing]:
        """What is counted in the ledger, who says how many, as of when; see `things` for what is left out."""
        self.refresh()
        return things(self.connection, match=match, group=group, every=every)

    def mix(self, by: By) -> list[Mix]:
        """What the claims of every outlet, or month, rest on."""
        self.refresh()
        with explained(self.path):
            return mix(self.connection, by)

    def refresh(self, advance: Callable[[], None] | None = None) -> int:
        """Brings claims, echoes and figures of changed groups up to date; `advance` is called after each."""
        with explained(self.path):
            return refresh(self.connection, advance)

    def stale(self) -> int:
        """How many groups `refresh` would work on."""
        with explained(self.path):
            return stale(self.connection)

    def judge(
        self, verb: Verb, a: str, b: str | None = None, *, by: str, note: str | None = None
    ) -> Judgement:
        """Writes down what a person decided about things that other queries gave the ids of."""
        with explained(self.path):
            return judge(self.connection, verb, a, b, by=by, note=note)

    def undo(self, verb: Verb, a: str, b: str | None = None, *, by: str) -> list[Judgement]:
        """Takes a judgement back; it stays on record."""
        with explained(self.path):
            return undo(self.connection, verb, a, b, by=by)

    def judgements(self, *, in_force: bool = False) -> list[Judgement]:
        """All judgements ever made here, or those that count now."""
        with explained(self.path):
            return judgements(self.connection, in_force=in_force)

    def __enter__(self) -> Self:
        return self
