"""The main job works with every socket denied."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"

NO_NETWORK = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("the network was used")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
socket.socket.__init__ = refuse
from sayso.cli import main
sys.argv = ["sayso", "read", *sys.argv[1:]]
main()
"""


def test_reading_opens_no_socket() -> None:
    names = [str(EXAMPLES / name) for name in ("saved-page.html", "scraped-text.txt", "plain-story.txt")]
    done = subprocess.run([sys.executable, "-c", NO_NETWORK, *names], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Who says what" in done.stdout
