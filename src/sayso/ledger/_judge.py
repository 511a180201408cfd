"""Takes a person's judgement on a link, a merge or a chain, and takes it back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Final

from ..errors import LedgerError, UsageError
from ._judgements import VERBS, Judgement, Verb, keep_judgement, touch
from ._keys import Kind, kind_of
from ._resolve import resolve
from ._store import transaction

#: What one verb may be said of, when it takes one id and when it takes two.
_ONE: Final[dict[Verb, tuple[Kind, ...]]] = {
    "same": ("echo",),
    "not-same": ("echo",),
    "wrong-chain": ("attribution",),
    "not-a-claim": ("attribution", "voice", "claim"),
}
_TWO: Final[dict[Verb, tuple[Kind, ...]]] = {
    "same": ("story", "source", "entity", "claim", "attribution", "voice", "figure"),
    "not-same": ("story", "source", "entity", "claim", "attribution", "voice", "figure"),
}
#: Kinds that may stand side by side in one judgement.
_ALIKE: Final[dict[Kind, str]] = {"source": "who", "entity": "who", "attribution": "what", "voice": "what"}


def judge(
    connection: sqlite3.Connection,
    verb: Verb,
    a: str,
    b: str | None = None,
    *,
    by: str,
    note: str | None = None,
    at: str | None = None,
) -> Judgement:
    """Writes down that things are the `same`, `not-same`, a `wrong-chain` or `not-a-claim`.

    `a` and `b` are ids as the other commands print them. `same` and `not-same` take two things of one kind,
    or one echo; their order does not matter. `at` is the time to note (ISO 8601, now if not given).

    Raises `LedgerError` for ids that are not in the ledger and `UsageError` for what cannot be judged so.
    """
    if not by.strip():
        raise UsageError("a judgement needs a name: --by NAME")
    with transaction(connection):
        keys = [resolve(connection, id) for id in (a, b) if id is not None]
        _check(verb, [kind_of(key) for key in keys])
        first, second = _ordered(keys)
        if first == second:
            raise UsageError("both ids name the same thing")
        judgement = Judgement(verb=verb, a=first, b=second, by=by.strip(), at=at or _now(), note=note)
        keep_judgement(connection, judgement)
    return judgement


def undo(
    connection: sqlite3.Connection,
    verb: Verb,
    a: str,
    b: str | None = None,
    *,
    by: str,
    at: str | None = None,
) -> list[Judgement]:
    """Takes judgements back that say this of these things, whoever made them; they stay on record as undone.

    Raises `LedgerError` when there are none.
    """
    if not by.strip():
        raise UsageError("taking a judgement back needs a name: --by NAME")
    with transaction(connection):
        first, second = _ordered([_lenient(connection, id) for id in (a, b) if id is not None])
        rows = connection.execute(
            'SELECT judgement, verb, a, b, "by", at, note FROM judgement'
            " WHERE verb = ? AND a = ? AND b IS ? AND undone_at IS NULL",
            (verb, first, second),
        ).fetchall()
        if not rows:
            raise LedgerError(f"there is no judgement {verb} of this to take back; --list shows all")
        when = at or _now()
        undone = []
        for number, *rest in rows:
            connection.execute(
                "UPDATE judgement SET undone_by = ?, undone_at = ? WHERE judgement = ?", (by, when, number)
            )
            fields = dict(zip(("verb", "a", "b", "by", "at", "note"), rest, strict=True))
            undone.append(Judgement(**fields, undone_by=by, undone_at=when))
        touch(connection, undone[0])
    return undone


def verb_of(word: str) -> Verb:
    """A verb by its name. Raises `UsageError`."""
    for verb in VERBS:
        if verb == word:
            return verb
    raise UsageError(f"no such judgement: {word!r}; there are {', '.join(VERBS)}")


def _check(verb: Verb, kinds: list[Kind | None]) -> None:
    allowed = (_ONE if len(kinds) == 1 else _TWO).get(verb)
    if allowed is None:
        raise UsageError(f"{verb} is said of one thing; give one id")
    for kind in kinds:
        if kind not in allowed:
            number = "one thing" if len(kinds) == 1 else "two things"
            raise UsageError(f"{verb} of {number} is said of: {', '.join(allowed)}; this is a {kind}")
    if len({_ALIKE.get(kind, kind) for kind in kinds if kind}) > 1:
        raise UsageError(
            f"{verb} is said of two things of one kind; these are {' and '.join(map(str, kinds))}"
        )


def _ordered(keys: list[str]) -> tuple[str, str | None]:
    """The lesser key first: which was named first says nothing."""
    return (keys[0], None) if len(keys) == 1 else (min(keys), max(keys))


def _lenient(connection: sqlite3.Connection, id: str) -> str:
    """A key that is no longer in the ledger can still be taken back."""
    return id if kind_of(id) is not None else resolve(connection, id)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
