"""Small parts: the list of feeds, times, the queue, and the command."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.watch import LiveList, parse_list, read_list
from sayso.watch._clock import back_off, retry_after
from sayso.watch._memory import Waiting
from sayso.watch._queue import Job, Queue

from .site import Site

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def test_a_list_of_feeds() -> None:
    text = """# papers
https://bell.example/feed    # the Bell
https://bell.example/a#b

not an address
ftp://bell.example/feed
https://bell.example/feed
https://me:word@bell.example/feed
http://[::1
"""
    found = parse_list(text, "feeds.txt")
    assert found.urls == ("https://bell.example/feed", "https://bell.example/a#b")
    assert [line.split(":")[0] for line in found.bad] == [f"feeds.txt, line {n}" for n in (5, 6, 8, 9)]
    assert found.notes == ("feeds.txt, line 7: is the same as line 2",)
    assert "word" not in "".join(found.bad)


@given(st.text())
def test_any_text_is_a_list_of_some_kind(text: str) -> None:
    found = parse_list(text, "f")
    assert all("\n" not in line for line in (*found.urls, *found.bad, *found.notes))


def test_a_list_that_changes_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text("https://bell.example/1\n")
    said: list[str] = []
    live = LiveList(path, read_list(path), said.append)
    assert live() == ("https://bell.example/1",)
    path.write_text("https://bell.example/1\nhttps://bell.example/22\nwrong\n")
    assert live() == ("https://bell.example/1", "https://bell.example/22")
    assert len(said) == 1
    path.unlink()
    assert len(live()) == 2
    assert "stay as they were" in said[1]
    live()
    assert len(said) == 2


def test_waits_double_up_to_a_day() -> None:
    half_hour = timedelta(minutes=30)
    hours = [back_off(n, half_hour) / timedelta(hours=1) for n in range(1, 9)]
    assert hours == [1, 2, 4, 8, 16, 24, 24, 24]
    assert back_off(10**9, half_hour) == timedelta(days=1)
    assert back_off(3, timedelta(days=2)) == timedelta(days=2)


@given(st.text(max_size=120) | st.integers().map(str))
def test_retry_after_is_never_past_and_never_far(value: str) -> None:
    then = retry_after(value, NOW)
    assert then is None or NOW <= then <= NOW + timedelta(days=7)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=30))
def test_the_queue_gives_everything_and_never_a_busy_host(jobs: list[tuple[int, int, bool]]) -> None:
    free: dict[str, datetime] = {}
    queue = Queue(lambda url: free.get(url[:1], NOW), lambda url: url[:1])
    for host, rank, feed in jobs:
        url = f"{host}/{rank}"
        queue.add(Job(url) if feed else Job("f", Waiting("f", url, None, None, 0), rank))
    now, taken = NOW, []
    while len(queue):
        job = queue.take(now)
        if job is None:
            when = queue.when()
            assert when is not None
            assert when > now
            now = when
            continue
        host = job.url[:1]
        assert free.get(host, NOW) <= now
        free[host] = now + timedelta(seconds=5)
        taken.append(job)
    assert len(taken) == len(jobs)
    for host in "0123":
        ranks = [-1 if job.item is None else job.rank for job in taken if job.url.startswith(host)]
        assert ranks == sorted(ranks)


def run(folder: Path, text: str, *options: str) -> tuple[int, str]:
    (folder / "feeds.txt").write_text(text)
    command = [sys.executable, "-m", "sayso", "watch", "news.ledger", "feeds.txt", "--once", "--delay", "0"]
    done = subprocess.run([*command, *options], cwd=folder, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["GOOD"], 0),
        (["BAD"], 1),
        (["nonsense"], 1),
        (["# none"], 2),
        (["GOOD", "BAD"], 3),
        (["GOOD", "nonsense"], 3),
        (["BAD", "BAD2"], 3),
    ],
)
def test_exit_codes(site: Site, tmp_path: Path, lines: list[str], code: int) -> None:
    site.feed("/good", [])
    places = {"GOOD": f"{site.url}/good", "BAD": f"{site.url}/bad", "BAD2": f"{site.url}/bad2"}
    assert run(tmp_path, "\n".join(places.get(line, line) for line in lines))[0] == code


def test_a_refused_story_is_no_failure_of_the_run(site: Site, tmp_path: Path) -> None:
    site.feed("/feed", ["/missing"])
    code, errors = run(tmp_path, f"{site.url}/feed")
    assert code == 0
    assert "1 waiting" in errors


def test_no_list_and_no_ledger(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "watch"]
    for arguments in (["x.ledger", "none.txt"], [str(tmp_path), "feeds.txt"]):
        (tmp_path / "feeds.txt").write_text("https://bell.example/\n")
        done = subprocess.run(
            [*command, *arguments, "--once"], cwd=tmp_path, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
