"""Predicts which stories are about one event, from one ledger of them all, and scores it."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from ..ledger import Ledger, group_of_each, settle
from ..story import Input, Story

Row = dict[str, Any]

#: Stories kept in one transaction.
_AT_ONCE: Final = 200


def grouping_predictor(
    others: Mapping[str, Row] | None = None, shuffle: int | None = None
) -> Callable[[Iterable[Row], Path, Callable[[], None]], dict[str, Row]]:
    """What groups the `text`s of all rows and of `others`, in the files' order or shuffled with a seed.

    Stories are kept unread: groups rest on texts alone. Of an id that both files
    have, the gold file's row counts.
    """

    def predict_all(rows: Iterable[Row], folder: Path, done: Callable[[], None]) -> dict[str, Row]:
        gold = {str(row["id"]): row for row in rows}
        everything = [*gold.values()]
        everything += [row for row in (others or {}).values() if str(row["id"]) not in gold]
        if shuffle is not None:
            random.Random(shuffle).shuffle(everything)
        with TemporaryDirectory() as place, Ledger(Path(place) / "bench.ledger", create=True) as ledger:
            for start in range(0, len(everything), _AT_ONCE):
                with ledger.transaction():
                    for row in everything[start : start + _AT_ONCE]:
                        ledger.add(_unread(str(row["id"]), row["text"]))
                        if str(row["id"]) in gold:
                            done()
            settle(ledger.connection)
            found = group_of_each(ledger.connection)
        return {id: {"id": id, "cluster": group} for id, group in found if id in gold}

    return predict_all


def _unread(id: str, text: str) -> Story:
    digest = hashlib.sha256(text.encode("utf8", "replace")).hexdigest()
    return Story(id=id, text=text, input=Input(kind="jsonl", ref=id, sha256=digest))


def grouping(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Any]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998); a story that is missing is alone."""
    wanted = {id: row["cluster"] for id, row in gold.items()}
    given = {id: predicted[id]["cluster"] if id in predicted else ("missing", id) for id in wanted}
    together = Counter((wanted[id], given[id]) for id in wanted)
    of_wanted, of_given = Counter(wanted.values()), Counter(given.values())
    p = sum(together[wanted[id], given[id]] / of_given[given[id]] for id in wanted) / len(wanted)
    r = sum(together[wanted[id], given[id]] / of_wanted[wanted[id]] for id in wanted) / len(wanted)
    return {
        "stories": len(wanted),
        "missing": sum(id not in predicted for id in wanted),
        "p": round(p, 4),
        "r": round(r, 4),
        "f1": round(2 * p * r / (p + r), 4),
    }
