"""The file: what is refused, what is waited for, what a killed process leaves behind."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import Run, changed, line, many

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Store
from sayso.ledger._store import APPLICATION_ID, migrations

OLD = Path(__file__).parent / "old"


def lines(count: int, prefix: str = "n") -> bytes:
    return b"".join(map(line, many(count, prefix)))


def add_command(ledger: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "sayso", "add", str(ledger), "--jsonl", *more]


def check(ledger: Path) -> set[str]:
    """The ids in a ledger that is whole."""
    with Ledger(ledger) as opened:
        connection = opened.connection
        assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("story_words", "attribution_words", "source_words"):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        rows = connection.execute(
            "SELECT s.id, count(attribution) AS said FROM story s LEFT JOIN attribution USING (story)"
            " GROUP BY story"
        )
        return {row["id"] for row in rows if row["said"]}


def test_a_new_file_is_a_ledger_of_this_version(tmp_path: Path) -> None:
    with Store(tmp_path / "a", create=True) as store:
        (version,) = store.connection.execute("PRAGMA user_version").fetchone()
        assert version == migrations()[-1][0]
        assert store.connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert store.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = [number for number, _ in migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_old_ledger_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.ledger"
    with sqlite3.connect(path) as old:
        old.executescript((OLD / "schema-1.sql").read_text("utf8"))
    old.close()
    with Ledger(path) as ledger, Ledger(tmp_path / "new.ledger", create=True) as new:
        for one in many(6):
            assert ledger.get(one.id) == one
            assert ledger.add(one).what == "known"
            new.add(one)
        judged = ledger.judgements()
        assert [(one.verb, one.by) for one in judged] == [("not-a-claim", "Ann")]
        for both in zip(*(_schema(one.connection) for one in (ledger, new)), strict=True):
            assert both[0] == both[1]
        keys = "SELECT key FROM source ORDER BY source"
        assert [*map(tuple, ledger.connection.execute(keys))] == [*map(tuple, new.connection.execute(keys))]
        assert ledger.search("brask")[0].story == new.search("brask")[0].story
        groups = "SELECT count(*) FROM group_story"
        assert ledger.connection.execute(groups).fetchone()[0] == 6
        ledger.refresh()
    assert check(path) == {one.id for one in many(6)}


def _schema(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return [(row["type"], row["name"], " ".join((row["sql"] or "").split())) for row in rows]


def test_what_is_no_ledger_is_left_alone(tmp_path: Path, sayso: Run) -> None:
    text = tmp_path / "story.txt"
    text.write_text("Pier 3 is shut, Olena Brask said. " * 40)
    database = tmp_path / "other.db"
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    newer = tmp_path / "newer.ledger"
    with Store(newer, create=True) as store:
        store.connection.execute("PRAGMA user_version = 9999")
    damaged = tmp_path / "damaged.ledger"
    with Ledger(damaged, create=True) as ledger:
        for one in many(30):
            ledger.add(one)
    content = damaged.read_bytes()
    damaged.write_bytes(content[:4096] + b"\x00\xff" * 4096 + content[12288:])
    before = {path: path.read_bytes() for path in (text, database, newer)}
    for path, words in (
        (text, "no ledger"),
        (database, "no ledger"),
        (newer, "newer sayso"),
        (damaged, "damaged"),
        (tmp_path, "directory"),
        (tmp_path / "no" / "folder", "no folder"),
    ):
        done = sayso("add", path, "--jsonl", stdin=lines(2).decode())
        assert done.returncode == 1, path
        assert done.stdout == ""
        assert words in done.stderr
        assert done.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("command", ["search", "versions", "judge"])
def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path, sayso: Run, command: str) -> None:
    more = ["not-a-claim", "a" * 21, "--by", "Ann"] if command == "judge" else []
    done = sayso(command, "news.ledger", *more)
    assert done.returncode == 1
    assert "no such ledger" in done.stderr
    assert not (tmp_path / "news.ledger").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone can become somebody else, and back")
def test_a_read_only_folder_is_one_line() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with Ledger(folder / "n.ledger", create=True) as ledger:
            ledger.add(many(1)[0])
        os.seteuid(65534)
        try:
            for file in ("n.ledger", "new.ledger"):
                with (
                    pytest.raises(LedgerError, match="read-only") as caught,
                    Ledger(folder / file, create=True) as one,
                ):
                    one.search("pier")
                assert "\n" not in str(caught.value)
        finally:
            os.seteuid(0)


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "n.ledger"
    with Ledger(path, create=True) as ledger:
        ledger.add(many(1)[0])
        pages = ledger.connection.execute("PRAGMA page_count").fetchone()[0]
        ledger.connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(LedgerError, match="disk is full"):
            [ledger.add(one) for one in many(100)[1:]]
    kept = check(path)
    assert "n-0" in kept


def test_a_size_limit_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "n.ledger"
    limit = 1_500_000

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        add_command(path), input=lines(3000), capture_output=True, preexec_fn=limited, timeout=300
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"disk" in done.stderr
    assert check(path) >= set()


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "n.ledger"
    both = [
        subprocess.Popen(
            add_command(path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    feeds = [
        threading.Thread(target=process.communicate, args=(lines(400, prefix),))
        for process, prefix in zip(both, "ab", strict=True)
    ]
    for feed in feeds:
        feed.start()
    for feed in feeds:
        feed.join()
    assert [process.returncode for process in both] == [0, 0]
    assert check(path) == {one.id for prefix in "ab" for one in many(400, prefix)}


def test_a_writer_waits_for_one_that_holds_the_file(tmp_path: Path) -> None:
    path = tmp_path / "n.ledger"
    with Ledger(path, create=True) as ledger, ledger.transaction():
        process = subprocess.Popen(add_command(path), stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdin is not None
        process.stdin.write(lines(3))
        process.stdin.close()
        time.sleep(3)
        assert process.poll() is None
    assert process.wait(60) == 0
    process.stderr.close() if process.stderr else None
    assert len(check(path)) == 3


def _reported(process: subprocess.Popen[bytes], count: int) -> set[str]:
    assert process.stdout is not None
    return {json.loads(process.stdout.readline())["id"] for _ in range(count)}


def _fed(path: Path, content: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """The command with all its input waiting in a pipe, killed at the end."""
    process = subprocess.Popen(
        add_command(path, "--format", "jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )

    def write() -> None:
        assert process.stdin is not None
        try:
            process.stdin.write(content)
            process.stdin.close()
        except BrokenPipeError:
            pass

    feed = threading.Thread(target=write)
    feed.start()
    yield process
    process.kill()
    process.wait()
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            stream.close()
    feed.join()


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 70, 333, 600])
def test_a_killed_process_loses_nothing_that_it_reported(tmp_path: Path, after: int) -> None:
    path = tmp_path / "n.ledger"
    everything = lines(700)
    for process in _fed(path, everything):
        seen = _reported(process, after)
        os.kill(process.pid, signal.SIGKILL)
    ids = check(path)
    assert seen <= ids
    done = subprocess.run(add_command(path), input=everything, capture_output=True, timeout=300)
    assert done.returncode == 0
    assert check(path) == {one.id for one in many(700)}
    # Once more: nothing is left to do.
    done = subprocess.run(add_command(path), input=everything, capture_output=True, timeout=300)
    assert b"700 known already" in done.stderr


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "n.ledger"
    process = subprocess.Popen(
        add_command(path, "--format", "jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(lines(520))
    process.stdin.flush()
    _reported(process, 512)
    time.sleep(1.5)  # the rest has been taken in and waits for more
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode() == "sayso: stopped\n"
    assert len(check(path)) == 520


def test_versions_and_bytes_survive_a_rerun(tmp_path: Path) -> None:
    path = tmp_path / "n.ledger"
    one = many(1)[0]
    later = changed(one, text=one.text + " It will open on Friday.")
    content = line(one) + line(later)
    for _ in range(2):
        subprocess.run(add_command(path), input=content, capture_output=True, check=True)
    with Ledger(path) as ledger:
        rows = ledger.connection.execute("SELECT version, current FROM story ORDER BY version").fetchall()
        assert [tuple(row) for row in rows] == [(1, 0), (2, 1)]
