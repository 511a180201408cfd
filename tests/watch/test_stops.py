"""A stop at any moment loses nothing: the next run goes on where the last one ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger

from .site import HTML, RSS, Reply, Site, rss, story

COUNT = 5


def start(folder: Path, site: Site, *options: str) -> subprocess.Popen[str]:
    (folder / "feeds.txt").write_text(f"{site.url}/feed\n")
    return subprocess.Popen(
        [sys.executable, "-m", "sayso", "watch", "news.ledger", "feeds.txt", "--delay", "0", *options],
        cwd=folder,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, errors = process.communicate(timeout=120)
    return process.returncode, errors


def rows(folder: Path, question: str) -> list[tuple[Any, ...]]:
    with Ledger(folder / "news.ledger") as ledger:
        assert ledger.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [tuple(row) for row in ledger.connection.execute(question)]


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("path", ["/feed", "/story/1", "/story/3"])
def test_stopped_in_the_middle_and_continued(
    site: Site, tmp_path: Path, stop: signal.Signals, path: str
) -> None:
    running: list[subprocess.Popen[str]] = []
    feed = Reply(
        rss([(f"/story/{n}", None, None) for n in range(COUNT, 0, -1)]), headers={**RSS, "ETag": '"1"'}
    )
    site.stories(*range(1, COUNT + 1))

    def once_only(request: Any) -> Reply:
        """Stops the program when this path is asked for the first time."""
        if site.times(path) == 1:
            os.kill(running[0].pid, stop)
            time.sleep(0.5)
        if path != "/feed":
            return Reply(story(int(path[-1])), headers=HTML)
        return Reply(status=304) if request.headers.get("If-None-Match") else feed

    site.pages["/feed"] = feed
    site.pages[path] = once_only
    running.append(start(tmp_path, site, "--once"))
    code, errors = finish(running[0])
    if stop == signal.SIGINT:
        assert code == 130
        assert "sayso: stopped" in errors
        assert "stories:" in errors
        assert "Traceback" not in errors
    else:
        assert code == -signal.SIGKILL
    done = len(rows(tmp_path, "SELECT id FROM story")) if (tmp_path / "news.ledger").exists() else 0
    assert done == {"/feed": 0, "/story/1": 0, "/story/3": 2}[path]

    code, errors = finish(start(tmp_path, site, "--once"))
    assert code == 0, errors
    assert f"{COUNT - done} new" in errors
    stories = [(f"{site.url}/story/{n}", 1) for n in range(1, COUNT + 1)]
    assert rows(tmp_path, "SELECT id, version FROM story ORDER BY id") == stories
    assert rows(tmp_path, "SELECT count(*) FROM feed_item WHERE state = 'kept'") == [(COUNT,)]
    assert sum(site.times(f"/story/{n}") for n in range(1, COUNT + 1)) == COUNT + (path != "/feed")


def test_the_loop_waits_and_ends_with_ctrl_c(site: Site, tmp_path: Path) -> None:
    site.feed("/feed", ["/story/1"])
    site.stories(1)
    process = start(tmp_path, site)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert f"{site.url}/feed: 1 new; next " in line
    time.sleep(0.5)
    assert process.poll() is None, "it waits for the next time"
    process.send_signal(signal.SIGINT)
    code, errors = finish(process)
    assert (code, "1 new" in errors, "Traceback" in errors) == (130, True, False)
    assert site.times("/feed") == 1


def test_started_again_the_loop_keeps_to_its_times(site: Site, tmp_path: Path) -> None:
    site.feed("/feed", [])
    finish(start(tmp_path, site, "--once"))
    process = start(tmp_path, site)
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    assert finish(process)[0] == 130
    assert site.times("/feed") == 1
