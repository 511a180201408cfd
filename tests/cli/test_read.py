"""`sayso read` and `sayso bench` as commands."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run

STORY = "The quay at Port Alder is shut, Olena Brask said on Monday. She hopes that it will open soon.\n"


def test_one_input_as_json_is_an_object_and_several_an_array(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    one = json.loads(sayso("read", "-f", "json", "a.txt").stdout)
    assert one["schema"] == "sayso/story/1"
    assert one["id"] == "a.txt"
    assert one["input"]["kind"] == "file"
    assert one["text"] == STORY
    assert one["attributions"][0]["quotation"] == "indirect"
    several = json.loads(sayso("read", "-f", "json", "a.txt", "a.txt").stdout)
    assert [story["id"] for story in several] == ["a.txt", "a.txt"]
    some = sayso("read", "-f", "json", "a.txt", "absent.txt")
    assert some.returncode == 3
    assert len(json.loads(some.stdout)) == 1


def test_the_pipe_gives_a_line_for_a_line(sayso: Run) -> None:
    lines = [
        json.dumps({"id": "one", "text": STORY, "outlet": "The Tern", "published": "2031-04-02"}),
        "{not json",
        json.dumps({"id": "two", "text": STORY, "html": "<p>both</p>"}),
        "",
        json.dumps({"id": "three", "html": f"<html><body><h1>Quay</h1><p>{STORY}</p></body></html>"}),
        json.dumps({"id": "four", "text": " "}),
    ]
    done = sayso("read", "--jsonl", stdin="\n".join(lines).encode())
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert [row["id"] for row in out] == ["one", None, "two", "three", "four"]
    assert out[0]["outlet"] == "The Tern"
    assert out[0]["published"] == "2031-04-02"
    assert [d["from"] for d in out[0]["dates"] if d["chosen"]] == ["input"]
    assert [row["line"] for row in out if "error" in row] == [2, 3, 6]
    assert out[1]["error"]["kind"] == "document"
    assert "made_by" in out[3]


def test_without_an_id_the_url_names_a_story_else_its_text(sayso: Run) -> None:
    lines = [
        {"text": STORY, "url": "https://tern.example/quay"},
        {"text": STORY},
        {
            "html": f"<html><body><h1>Quay</h1><p>{STORY}</p></body></html>",
            "url": "https://tern.example/page",
        },
    ]
    done = sayso("read", "--jsonl", stdin="\n".join(map(json.dumps, lines)).encode())
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert ids[0] == "https://tern.example/quay"
    assert ids[1].startswith("sha256:")
    assert ids[2] == "https://tern.example/page"


def test_a_page_is_written_to_a_file(sayso: Run, tmp_path: Path) -> None:
    assert sayso("read", "-", "-f", "html", "-o", "page.html", stdin=STORY.encode()).stdout == b""
    page = (tmp_path / "page.html").read_text("utf8")
    assert page.lower().startswith("<!doctype html>")
    assert "Olena Brask" in page


def test_wrong_usage_ends_with_2(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    for arguments in (["read"], ["read", "--wrong"], ["read", "--jsonl", "a.txt"], ["nothing"],
                      ["read", "-f", "html", "a.txt", "a.txt"], ["read", "a.txt", "-o", "no/such/folder"],
                      ["bench", "attribution"]):  # fmt: skip
        done = sayso(*arguments)
        assert done.returncode == 2, (arguments, done.stderr)
        assert b"Traceback" not in done.stderr


def test_no_colour_in_a_pipe(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert b"\x1b[" not in sayso("read", "a.txt").stdout
    assert b"\x1b[" not in sayso("read", "a.txt", env={"NO_COLOR": "1", "FORCE_COLOR": "1"}).stdout


def test_bench_scores_a_file_of_ones_own(sayso: Run, tmp_path: Path) -> None:
    start = STORY.index("Olena")
    said = {"source": [[start, start + 11]], "cue": [[start + 12, start + 16]], "content": [[0, 30]]}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "s", "text": STORY, "attributions": [said]}))
    done = sayso("bench", "attribution", "gold.jsonl", "--predictions", "made.jsonl")
    score = json.loads(done.stdout.splitlines()[-1])
    assert score["found"]["r"] == 1.0
    again = sayso("bench", "attribution", "gold.jsonl", "--predictions-from", "made.jsonl")
    assert json.loads(again.stdout.splitlines()[-1]) == score


def test_bench_says_what_is_wrong_with_a_gold_file(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "s"}\n')
    for arguments in (["attribution", "gold.jsonl"], ["blocks", "absent.jsonl"], ["cleaning", "gold.jsonl"]):
        done = sayso("bench", *arguments)
        assert done.returncode == 1
        assert done.stderr.decode().count("\n") == 1
