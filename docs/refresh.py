"""Writes the real output of the README's example into README.md, and the picture of its page.

python docs/refresh.py [--picture]
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/scraped-text.txt"
BLOCK = re.compile(r"(?<=<!-- output -->\n```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
#: Where the README shows what a ledger answers.
LEDGER_BLOCK = re.compile(r"(?<=<!-- ledger -->\n```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
EVENT = "examples/event.jsonl"
LEDGER_LINES = 14
WIDTH = "96"
LINES = 58


def report() -> str:
    """The command and what it prints."""
    command = [sys.executable, "-m", "sayso", "read", EXAMPLE]
    env = {"COLUMNS": WIDTH, "PATH": ""}
    out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, env=env).stdout
    lines = [line.rstrip() for line in out.splitlines()]
    return (
        "\n".join([f"$ sayso read {EXAMPLE}", *lines[:LINES], *(["…"] if len(lines) > LINES else [])]) + "\n"
    )


def ledger_report() -> str:
    """Six stories of one event in a ledger, and the first of their claims."""
    env = {"COLUMNS": WIDTH, "PATH": ""}
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "event.ledger")
        stories = (ROOT / EVENT).read_text("utf8")
        for command, given in ((["add", place, "--jsonl"], stories), (["claims", place], None)):
            done = subprocess.run(
                [sys.executable, "-m", "sayso", *command],
                cwd=ROOT, check=True, capture_output=True, text=True, env=env, input=given,
            )  # fmt: skip
    lines = [line.rstrip() for line in done.stdout.splitlines()][:LEDGER_LINES]
    shown = [f"$ sayso add event.ledger --jsonl < {EVENT}", "$ sayso claims event.ledger", *lines, "…"]
    return "\n".join(shown) + "\n"


def picture() -> None:
    """docs/page.png: the example as a page, in Chromium."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tools:
        page_file = Path(folder) / "page.html"
        command = [sys.executable, "-m", "sayso", "read", "-f", "html", "-o", str(page_file), EXAMPLE]
        subprocess.run(command, cwd=ROOT, check=True)
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 900})
        page.goto(page_file.as_uri())
        page.screenshot(path=str(ROOT / "docs" / "page.png"))
        browser.close()


def main() -> None:
    """Command line."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf8")
    text = BLOCK.sub(lambda _: report(), text)
    readme.write_text(LEDGER_BLOCK.sub(lambda _: ledger_report(), text), "utf8")
    if "--picture" in sys.argv:
        picture()


if __name__ == "__main__":
    main()
