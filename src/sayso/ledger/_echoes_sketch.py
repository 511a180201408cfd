"""MinHash sketches, by which stories that share words are found without comparing all with all."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np

from ._shingles import WIDTH, Hashes, runs_in

SEED: Final = 20_141
PERMUTATIONS: Final = 64
#: Two rows a band: half of two stories' runs in common are hardly ever missed, a twentieth rarely found.
_ROWS: Final = 2
_BANDS: Final = PERMUTATIONS // _ROWS
#: Stories looked at for one, and those of them kept: the ones that share most bands.
_LOOKED_AT: Final = 400
_KEPT: Final = 10


@cache
def algorithm() -> str:
    """The library that makes sketches and its version of the algorithm; others do not compare."""
    import rensa

    return f"rensa RMinHash {rensa.RMinHash.ALGORITHM_VERSION}"


def sketch(connection: sqlite3.Connection, story: int, text: str) -> None:
    """Keeps the sketch of a new current story; a story shorter than one run of words has none."""
    import rensa

    forget(connection, story)
    found, words = runs_in(text)
    if not len(found):
        return
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(found, [0, len(found)], PERMUTATIONS, SEED)
    digest = np.array(matrix.to_rows()[0], "<u4")
    connection.execute(
        "INSERT INTO story_sketch (story, words, width, algorithm, seed, permutations, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (story, words, WIDTH, algorithm(), SEED, PERMUTATIONS, digest.tobytes()),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO sketch_band (band, story) VALUES (?, ?)",
        [(band, story) for band in _bands(digest.tobytes())],
    )


def forget(connection: sqlite3.Connection, story: int) -> None:
    """Drops a story's sketch, and the echoes it takes part in."""
    connection.execute("DELETE FROM story_sketch WHERE story = ?", (story,))
    connection.execute("DELETE FROM sketch_band WHERE story = ?", (story,))
    connection.execute('DELETE FROM echo WHERE story = ? OR "of" = ?', (story, story))


def outdated(connection: sqlite3.Connection, stories: Iterable[int]) -> list[int]:
    """Those of some stories whose sketch was made by another version of the algorithm."""
    return [
        story
        for story in stories
        if connection.execute(
            "SELECT 1 FROM story_sketch WHERE story = ? AND (algorithm, seed, permutations) != (?, ?, ?)",
            (story, algorithm(), SEED, PERMUTATIONS),
        ).fetchone()
    ]


def sharing(connection: sqlite3.Connection, story: int) -> list[int]:
    """Other stories of the whole ledger that may share words with a story, the likeliest first."""
    row = connection.execute("SELECT digest FROM story_sketch WHERE story = ?", (story,)).fetchone()
    if row is None:
        return []
    bands = _bands(row[0])
    shared: Counter[int] = Counter(
        one[0]
        for one in connection.execute(
            f"SELECT story FROM sketch_band WHERE band IN ({','.join('?' * len(bands))}) LIMIT ?",
            (*bands, _LOOKED_AT + len(bands)),
        )
        if one[0] != story
    )
    return sorted(shared, key=lambda other: (-shared[other], other))[:_KEPT]


def _bands(digest: bytes) -> list[int]:
    """A number for each band: its values and its place, in 63 bits."""
    values = np.frombuffer(digest, "<u4").astype(np.uint64).reshape(_BANDS, _ROWS)
    mixed: Hashes = np.arange(1, _BANDS + 1, dtype=np.uint64) * np.uint64(0xD6E8FEB86659FD93)
    for row in range(_ROWS):
        mixed = (mixed ^ values[:, row]) * np.uint64(0xFF51AFD7ED558CCD)
        mixed ^= mixed >> np.uint64(32)
    return [int(value) for value in mixed >> np.uint64(1)]
