"""`sayso add`: files, folders, lines; sums, failures in their place, exit codes."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from documents import Run, line, many

from sayso.ledger import Ledger

TEXT = "Pier {} is shut after the storm, harbour master Olena Brask said on Monday. Nobody was hurt.\n"
PAGE = (
    "<html><head><title>Pier 9</title></head><body><article><p>"
    + TEXT.format(9) * 3
    + "</p></article></body></html>"
)


def test_folders_files_and_lines(tmp_path: Path, sayso: Run) -> None:
    folder = tmp_path / "stories"
    (folder / "below").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT.format(1))
    (folder / "below" / "b.txt.gz").write_bytes(gzip.compress(TEXT.format(2).encode()))
    (folder / "c.html").write_text(PAGE)
    (folder / "d.jsonl").write_bytes(
        b"".join(map(line, many(3))) + b'{"id": "raw", "text": "A raw story, he said."}\n'
    )
    (folder / "style.css").write_text("p {}")
    (folder / ".hidden.txt").write_text(TEXT.format(3))
    done = sayso("add", "n.ledger", "stories")
    assert (done.returncode, done.stdout) == (0, "n.ledger: 7 added\n")
    assert done.stderr == "sayso: files that hold no stories were left alone: 1 .css\n"
    with Ledger(tmp_path / "n.ledger") as ledger:
        ids = {row[0] for row in ledger.connection.execute("SELECT id FROM story")}
        assert ids == {
            "stories/a.txt", "stories/below/b.txt.gz", "stories/c.html", "n-0", "n-1", "n-2", "raw",
        }  # fmt: skip
        packed = (folder / "below" / "b.txt.gz").read_bytes()
        assert ledger.input("stories/below/b.txt.gz") == packed
        assert ledger.get("stories/below/b.txt.gz").input.sha256 == hashlib.sha256(packed).hexdigest()
        assert ledger.input("stories/c.html") == PAGE.encode()
        assert ledger.input("raw") == b"A raw story, he said."
    assert sayso("add", "n.ledger", "stories").stdout == "n.ledger: 7 known already\n"


def test_no_bytes(tmp_path: Path, sayso: Run) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1))
    assert sayso("add", "n.ledger", "a.txt", "--no-bytes").returncode == 0
    with Ledger(tmp_path / "n.ledger") as ledger:
        assert ledger.input("a.txt") is None
        assert ledger.get("a.txt").text == TEXT.format(1)


def test_failures_stand_in_their_place_and_stop_nothing(tmp_path: Path, sayso: Run) -> None:
    one, other = many(2)
    broken = other.to_dict() | {"id": "broken", "attributions": [{"id": "a"}]}
    lost = json.loads(other.to_json()) | {"id": "lost"}
    lost["attributions"][0]["chain"] = ["nobody"]
    rows = [
        line(one).decode().strip(),
        '{"id": "half',
        json.dumps({"id": "empty", "text": " "}),
        "",
        json.dumps(broken),
        json.dumps(lost),
        line(other).decode().strip(),
    ]
    done = sayso("add", "n.ledger", "--jsonl", "--format", "jsonl", stdin="\n".join(rows) + "\n")
    assert done.returncode == 3
    out = [json.loads(row) for row in done.stdout.splitlines()]
    assert [(row["id"], row.get("line"), row.get("what")) for row in out] == [
        ("n-0", None, "new"),
        (None, 2, None),
        ("empty", 3, None),
        ("broken", 5, None),
        ("lost", 6, None),
        ("n-1", None, "new"),
    ]
    assert [row["error"]["kind"] for row in out if "error" in row] == [
        "document",
        "not-text",
        "document",
        "document",
    ]
    assert done.stderr == "n.ledger: 2 added, 4 failed\n"


def test_exit_codes(tmp_path: Path, sayso: Run) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1))
    (tmp_path / "empty").mkdir()
    for code, arguments in (
        (0, ["a.txt"]),
        (1, ["missing.txt"]),
        (3, ["a.txt", "missing.txt"]),
        (2, []),
        (2, ["empty"]),
        (2, ["a.txt", "--jsonl"]),
    ):
        done = sayso("add", "n.ledger", *arguments)
        assert done.returncode == code, arguments
        assert "Traceback" not in done.stderr
    assert sayso("add", "n.ledger", "--jsonl", stdin="").returncode == 0


def test_again_reads_anew(tmp_path: Path, sayso: Run) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1))
    sayso("add", "n.ledger", "a.txt")
    with Ledger(tmp_path / "n.ledger") as ledger:
        ledger.connection.execute("UPDATE story SET model = 'older', document = x'789c030000000001'")
    assert sayso("add", "n.ledger", "a.txt").stdout == "n.ledger: 1 known already\n"
    assert sayso("add", "n.ledger", "a.txt", "--again").stdout == "n.ledger: 1 read again\n"
    with Ledger(tmp_path / "n.ledger") as ledger:
        assert ledger.get("a.txt").attributions
