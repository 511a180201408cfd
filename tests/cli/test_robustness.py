"""Whatever is handed over ends in one clear line or in a correct reading, never in a traceback."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import Run

STORY = "The quay at Port Alder is shut, Olena Brask said on Monday. She hopes that it will open soon.\n"
MENUS = "<html><body><nav><ul>" + "<li><a href='/x'>News</a></li>" * 40 + "</ul></nav></body></html>"
DEEP = "<html><body>" + "<div>" * 10_000 + f"<p>{STORY}</p>" + "</div>" * 10_000 + "</body></html>"
XML_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE html ['
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    + f"]><html><body><p>{STORY}&b11;</p></body></html>"
)

#: What is handed over, the exit code, and words of the one line (or of the reading).
CASES: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 1, "empty"),
    "only white space": (b" \n\t\n", 1, "empty"),
    "binary": (bytes(range(256)) * 40, 1, "text"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, 1, "picture"),
    "text over the cap": (b"word " * 1_100_000, 1, "--max-text"),
    "a line of a megabyte": (STORY.strip().encode() * 10 + b" government" * 91_000, 0, "Olena Brask"),
    "one word of a megabyte": (b"ha" * 500_000, 0, "1 word"),
    "a page of only menus": (MENUS.encode(), 1, ""),
    "broken UTF-8": (STORY.encode() + b"The clerk said it was \xff\xfe late.\n", 0, "Olena Brask"),
    "a NUL byte": (STORY.encode() + b"\0" + STORY.encode(), 0, "Olena Brask"),
    "right-to-left marks": (("\u202e" + STORY + "\u200f\u2067").encode(), 0, "Olena Brask"),
    "emoji and combining characters": (
        ("👩‍👩‍👧 " + STORY + "Zoe\u0301 said no\u0308.").encode(),
        0,
        "Olena Brask",
    ),
    "nested 10,000 deep": (DEEP.encode(), 0, "Olena Brask"),
    "an XML bomb": (XML_BOMB.encode(), 0, "Olena Brask"),
    "a gzip bomb": (gzip.compress(gzip.compress(b"\0" * 400_000_000, 1), 1), 1, ""),
    "a gzip bomb of one layer": (gzip.compress(b"a" * 200_000_000, 1), 1, "gzip bomb"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_odd_input(name: str, sayso: Run, tmp_path: Path) -> None:
    content, code, words = CASES[name]
    (tmp_path / "story").write_bytes(content)
    done = sayso("read", "story")
    error = done.stderr.decode()
    assert "Traceback" not in error
    assert done.returncode == code, error
    if code:
        assert done.stdout == b""
        assert error.startswith("sayso: ")
        assert error.count("\n") == 1
        assert error.startswith("sayso: story: ")
        assert words in error
    else:
        assert words in done.stdout.decode()


def test_a_missing_file_and_a_directory(sayso: Run, tmp_path: Path) -> None:
    for name in ("absent.txt", "."):
        done = sayso("read", name)
        assert done.returncode == 1
        assert done.stderr.decode().count("\n") == 1
        assert b"Traceback" not in done.stderr


def test_another_language_is_refused_and_can_be_read_all_the_same(sayso: Run) -> None:
    german = (
        "Der Hafenmeister sagte am Montag, der Kai bleibe vorerst gesperrt, weil die Taucher noch nicht "
        "fertig seien. Die Stadt rechnet damit, dass die Arbeiten noch zwei Wochen dauern werden. "
        "Ein Sprecher der Reederei erklärte, man habe die Fahrgäste rechtzeitig unterrichtet."
    ).encode()
    refused = sayso("read", "-", stdin=german)
    assert refused.returncode == 1
    assert refused.stderr.startswith(b"sayso: standard input: ")
    assert b"--any-language" in refused.stderr
    assert sayso("read", "-", "--any-language", stdin=german).returncode == 0


def test_one_bad_input_never_stops_the_rest(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "two.txt").write_text(STORY)
    done = sayso("read", "--format", "jsonl", "one.txt", "absent.txt", "two.txt")
    assert done.returncode == 3
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["one.txt", "two.txt"]
    assert b"2 of 3 inputs read" in done.stderr


@pytest.mark.parametrize("form", ["text", "html", "json", "jsonl"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, form: str) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    command = [sys.executable, "-m", "sayso", "read", "--format", form, str(story)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()  # before anything is written, so that the first write already fails
    assert running.stderr is not None
    assert running.stderr.read() == b""
    assert running.wait(timeout=300) == 0


def test_a_reader_that_leaves_midway_ends_quietly(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY * 200)
    names = " ".join([str(story)] * 3)
    script = f"{sys.executable} -m sayso read --format json {names} | head -c 10; echo ' '${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=300)
    assert done.stdout.split()[-1] == "0"
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_ctrl_c_ends_with_130(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY * 20_000)
    command = [sys.executable, "-m", "sayso", "read", str(story)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ})
    time.sleep(3)
    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert error == b"sayso: stopped\n"
