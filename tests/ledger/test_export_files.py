"""Files and folders of exports appear whole or not at all, and replace nothing unless told to."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from counted_stories import exact, ledger_of, story

from sayso.errors import EnvironmentFault, UsageError
from sayso.export import _parquet
from sayso.export._new_file import new_file, new_folder

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "news.ledger"
    with ledger_of(
        path,
        [
            story(
                "a", exact(12, by=("Ada Marsh",)), outlet="Bel", published="2024-05-01", credits=["Reuters"]
            ),
            story("b", exact(15, by=("Bo Lind",)), outlet="Tarvo", published="2024-05-01"),
        ],
    ):
        return path


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with new_file(path) as out:
        out.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert left(tmp_path) == ["out"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, sqlite3.OperationalError])
def test_nothing_is_left_of_a_file_that_failed(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    with pytest.raises(error), new_file(path, force=True) as out:  # noqa: PT012
        out.write(b"half")
        raise error
    assert path.read_bytes() == b"old"
    assert left(tmp_path) == ["out"]


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    with pytest.raises(UsageError, match="--force"), new_file(path):
        pass
    with new_file(path, force=True) as out:
        out.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_missing_folder_and_a_folder_in_the_way_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="make it first"), new_file(tmp_path / "no" / "out"):
        raise AssertionError("must not begin")
    with pytest.raises(UsageError, match="is a folder"), new_file(tmp_path, force=True):
        raise AssertionError("must not begin")


def test_the_ledger_is_never_replaced(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    ledger.write_bytes(b"x")
    (tmp_path / "link").symlink_to(ledger)
    (tmp_path / "hard").hardlink_to(ledger)
    for name in ("ledger", "link", "hard"):
        with (
            pytest.raises(UsageError, match="the ledger itself"),
            new_file(tmp_path / name, force=True, keep=ledger),
        ):
            raise AssertionError("must not begin")


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    with new_file(link, force=True) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_devices_are_written_and_stay() -> None:
    with new_file(Path(os.devnull)) as out:
        out.write(b"gone")
    assert Path(os.devnull).is_char_device()


def test_a_folder_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with pytest.raises(ValueError, match="stop"), new_folder(path) as folder:  # noqa: PT012
        (folder / "half").write_text("x")
        raise ValueError("stop")
    assert left(tmp_path) == []
    with new_folder(path) as folder:
        (folder / "datapackage.json").write_text("{}")
        assert not path.exists()
    assert left(path) == ["datapackage.json"]


def test_only_a_folder_that_an_export_made_is_replaced(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    with new_folder(mine) as folder:  # an empty one is taken over
        (folder / "datapackage.json").write_text("1")
    with pytest.raises(UsageError, match="--force"), new_folder(mine):
        raise AssertionError("must not begin")
    with new_folder(mine, force=True) as folder:
        (folder / "datapackage.json").write_text("2")
    assert (mine / "datapackage.json").read_text() == "2"
    with pytest.raises(ValueError, match="stop"), new_folder(mine, force=True):
        raise ValueError("stop")
    assert (mine / "datapackage.json").read_text() == "2"
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "holiday.jpg").write_text("x")
    with pytest.raises(UsageError, match="no export made"), new_folder(photos, force=True):
        raise AssertionError("must not begin")
    assert left(tmp_path) == ["mine", "photos"]
    with pytest.raises(UsageError, match="not a folder"), new_folder(photos / "holiday.jpg", force=True):
        raise AssertionError("must not begin")


def test_without_pyarrow_there_is_an_install_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(EnvironmentFault, match=r"pip install 'sayso\[analytics\]'"):
        _parquet.need_pyarrow()


# The commands ----------------------------------------------------------------------------------------------


def test_every_form_is_written_by_the_command(sayso: Run, kept: Path, tmp_path: Path) -> None:
    for form in ("jsonld", "prov", "jsonl", "csv", "parquet"):
        done = sayso("export", kept, tmp_path / form, "--to", form)
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith("sayso: ")
        again = sayso("export", kept, tmp_path / form, "--to", form)
        assert again.returncode == 2
        assert "--force replaces it" in again.stderr
        assert sayso("export", kept, tmp_path / form, "--to", form, "--force").returncode == 0
    assert json.loads((tmp_path / "jsonld").read_text())["@graph"]
    assert (tmp_path / "csv" / "story.csv").exists()


def test_jsonl_goes_through_a_pipe_into_a_new_ledger(sayso: Run, kept: Path, tmp_path: Path) -> None:
    out = sayso("export", kept, "-", "--to", "jsonl")
    assert out.returncode == 0
    assert out.stderr == ""
    added = sayso("add", "two.ledger", "--jsonl", stdin=out.stdout)
    assert added.returncode == 0, added.stderr
    assert sayso("export", "two.ledger", "-", "--to", "jsonl").stdout == out.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.ledger", "out", "--to", "csv"), "missing.ledger"),
        (("news.ledger", "no/out", "--to", "jsonl"), "make it first"),
        (("news.ledger", "-", "--to", "csv"), "makes a folder"),
        (("news.ledger", "news.ledger", "--to", "jsonl", "--force"), "the ledger itself"),
        (("news.ledger", "out", "--to", "jsonl", "--spreadsheets"), "--to csv"),
        (("news.ledger", "out", "--to", "csv", "--no-bytes"), "--to jsonl"),
        (("news.ledger", "out"), "--to"),
    ],
)
def test_wrong_use_is_said_in_a_line(
    sayso: Run, kept: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = sayso("export", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert left(tmp_path) == ["news.ledger"]


def test_a_file_that_is_no_ledger_leaves_nothing(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no ledger")
    done = sayso("export", "text", "out", "--to", "jsonl")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert left(tmp_path) == ["text"]


def test_figures_and_mix_from_the_command_line(sayso: Run, kept: Path, tmp_path: Path) -> None:
    table = sayso("figures", kept)
    assert table.returncode == 0, table.stderr
    assert "conflicting" in table.stdout
    assert "Ada Marsh" in table.stdout
    lines = [json.loads(line) for line in sayso("figures", kept, "-f", "jsonl").stdout.splitlines()]
    assert [told["words"] for told in lines[0]["figures"]] in (["12", "15"], ["15", "12"])
    assert lines[0]["figures"][1]["marks"][0]["kind"] == "conflicting"
    assert sayso("figures", kept, "-f", "svg", "-o", "f.svg").returncode == 0
    assert (tmp_path / "f.svg").read_text("utf8").endswith("</svg>\n")
    none = sayso("figures", kept, "--match", "horses")
    assert none.returncode == 0
    assert none.stdout == ""
    assert "no figures found" in none.stderr
    mix = sayso("mix", kept, "--by", "month")
    assert mix.returncode == 0, mix.stderr
    assert "2024-05" in mix.stdout
    assert "50 %" in mix.stdout
    assert sayso("mix", kept, "-f", "csv").stdout.startswith('"outlet"')
    assert sayso("mix", kept, "-f", "svg", "-o", "f.svg").returncode == 2
