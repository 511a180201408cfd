"""Measures a ledger: adding stories that were read before, bringing it up to date, asking it.

    sayso read --jsonl < ../shared/data/fnc/same-story.dev.jsonl > readings.jsonl
    python benchmarks/ledger.py readings.jsonl --events ../shared/data/fnc/same-story.dev.jsonl

Makes ledgers of 2,000 and of 20,000 stories (see `many_stories.py`), each in the same way: documents are
parsed and added, then groups, echoes, claims, origins and figures are made. CPU seconds of this process;
the wall clock counts only on an idle machine. At the end, one JSON object with all figures.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from many_stories import Reading, load, make
from sayso.ledger import Added, Ledger, item_of

CHUNK = 500


class Clock:
    """Adds up CPU and wall seconds of what is done inside `with`."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0

    def __enter__(self) -> None:
        self._began = time.process_time(), time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.cpu += time.process_time() - self._began[0]
        self.wall += time.perf_counter() - self._began[1]


def build(path: Path, readings: list[Reading], count: int, seed: int) -> dict[str, Any]:
    """A ledger of so many stories, and what it cost."""
    adding, settling, refreshing = Clock(), Clock(), Clock()
    groups: Counter[int] = Counter()
    with Ledger(path, create=True) as ledger:
        waiting: list[bytes] = []
        for document, group in make(readings, count, seed):
            groups[group] += 1
            waiting.append(json.dumps(document, ensure_ascii=False).encode())
            if len(waiting) == CHUNK:
                add(ledger, waiting, adding)
                waiting = []
        add(ledger, waiting, adding)
        with refreshing:
            ledger.refresh()
        found = ledger.connection.execute("SELECT count(*), max(stories) FROM story_group").fetchone()
        claims = ledger.connection.execute("SELECT count(*) FROM claim").fetchone()[0]
    cpu = adding.cpu + settling.cpu + refreshing.cpu
    return {
        "stories": count,
        "groups_made": len(groups),
        "largest_made": max(groups.values()),
        "groups_found": found[0],
        "largest_found": found[1],
        "claims": claims,
        "added_per_cpu_second": round(count / adding.cpu),
        "added_per_second": round(count / adding.wall),
        "refresh_ms_per_story": round(1000 * refreshing.cpu / count, 2),
        "add_and_refresh_ms_per_story": round(1000 * cpu / count, 2),
        "megabytes": round(path.stat().st_size / 1e6),
    }


def add(ledger: Ledger, lines: list[bytes], clock: Clock) -> None:
    """Parses and adds documents."""
    with clock:
        outcomes = list(ledger.add_many(map(item_of, lines)))
    failed = [one for one in outcomes if not (isinstance(one, Added) and one.what == "new")]
    if failed:
        raise SystemExit(f"{len(failed)} documents were not added: {failed[0]}")


def join(path: Path, readings: list[Reading], seed: int) -> float:
    """CPU milliseconds a story when 200 more come, and the ledger is brought up to date again."""
    clock = Clock()
    more = [document for document, _ in make(readings, 200, seed)]
    lines = [json.dumps(one | {"id": f"more-{one['id']}"}).encode() for one in more]
    with Ledger(path) as ledger:
        add(ledger, lines, clock)
        with clock:
            ledger.refresh()
    return round(1000 * clock.cpu / len(lines), 2)


def ask(path: Path, seed: int, times: int = 40) -> dict[str, dict[str, float]]:
    """CPU milliseconds of one question, the ledger being up to date: median and slowest of `times`."""
    from sayso.ledger import _claim_answers as answers

    rng = random.Random(seed)
    with Ledger(path) as ledger:
        connection = ledger.connection
        (last,) = connection.execute("SELECT max(attribution) FROM attribution").fetchone()
        contents = [
            row["content"]
            for _ in range(times * 3)
            if (
                row := connection.execute(
                    "SELECT content FROM attribution WHERE attribution >= ? AND length(content) > 60",
                    (rng.randrange(1, last),),
                ).fetchone()
            )
        ][:times]
        words = [rng.sample(found, 2) for one in contents if len(found := re.findall(r"\w{5,}", one)) > 2]
        picked = connection.execute(
            "SELECT name FROM source WHERE source % 997 = 1 AND length(name) > 8 LIMIT 20"
        )
        names = [row["name"] for row in picked]
        questions: dict[str, list[Callable[[], object]]] = {
            "search": [lambda pair=pair: ledger.search(" ".join(pair)) for pair in words],
            "search_common_word": [
                lambda word=word: ledger.search(word) for word in ("said", "the", "people")
            ],
            "search_source": [lambda pair=pair: ledger.search(pair[0], kind="person") for pair in words],
            "search_options": [
                lambda: ledger.search("", certainty="denied", kind="person", evidence="video"),
                lambda: ledger.search("", certainty="denied", outlet="Outlet 7", since="2024-03"),
            ],
            "search_name": [lambda name=name: ledger.search(source=name) for name in names],
            "claims_match": [lambda one=one: answers.matched(connection, one) for one in contents],
            "claims_top_20": [lambda: answers.ranked(connection, 20) for _ in range(5)],
        }
        return {name: _timed(some) for name, some in questions.items()}


def _timed(questions: list[Callable[[], object]]) -> dict[str, float]:
    took = []
    for question in questions:
        began = time.process_time()
        question()
        took.append(1000 * (time.process_time() - began))
    return {"median_ms": round(statistics.median(took), 1), "slowest_ms": round(max(took), 1)}


def main() -> None:
    """Prints each figure as it comes, and all of them at the end."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("readings", type=Path, help="story documents, one a line")
    parser.add_argument("--events", type=Path, help="ids with their `cluster`")
    parser.add_argument("--sizes", type=int, nargs=2, default=(2_000, 20_000))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    readings = load(options.readings, options.events)
    report: dict[str, Any] = {"seed": options.seed, "readings": len(readings)}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            path = Path(folder, f"{size}.ledger")
            report[str(size)] = build(path, readings, size, options.seed)
            report[str(size)]["join_ms_per_story"] = join(path, readings, options.seed + 1)
            report[str(size)]["ask"] = ask(path, options.seed)
            print(json.dumps(report[str(size)], indent=1), flush=True)
    small, large = (report[str(size)] for size in options.sizes)
    for what in ("refresh_ms_per_story", "add_and_refresh_ms_per_story", "join_ms_per_story"):
        report[f"{what}_ratio"] = round(large[what] / small[what], 2) if small[what] else None
    print(json.dumps(report))


if __name__ == "__main__":
    main()
