"""Predicts what stands behind the claims of a gold file, from one ledger of all its stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from .. import pipeline
from ..intake import Limits, Record
from ..ledger import Ledger

Row = dict[str, Any]

_LIMITS: Final = Limits(max_text=50_000_000)


def predict_all(rows: Iterable[Row], folder: Path, done: Callable[[], None]) -> dict[str, Row]:
    """Reads every story of `texts` into one ledger, then asks it for each row's `claim`.

    Labels are not looked at. A prediction is `sayso claims --match` in the scorer's form.
    """
    with TemporaryDirectory() as place, Ledger(Path(place) / "bench.ledger", create=True) as ledger:
        asked = []
        for row in rows:
            for id, text in row["texts"].items():
                ledger.add(pipeline.read(Record(id=id, text=text), any_language=True, limits=_LIMITS))
            asked.append((row["cluster"], row["claim"]))
            done()
        return {cluster: _prediction(ledger, cluster, claim) for cluster, claim in asked}


def _prediction(ledger: Ledger, cluster: str, claim: str) -> Row:
    answer = ledger.match_claim(claim)
    if answer is None:
        return {"cluster": cluster, "stories": [], "origins": [], "independent": []}
    return {
        "cluster": cluster,
        "stories": list(answer.stories),
        "origins": [
            {
                "name": origin.name,
                "kind": origin.kind,
                "says": origin.says,
                "stories": list(origin.stories),
                "rests_on": origin.rests_on,
            }
            for origin in answer.origins
        ],
        "independent": list(answer.independent),
    }
