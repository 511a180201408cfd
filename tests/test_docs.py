"""The documents are true: output is real, every command, option, field and name is described."""

from __future__ import annotations

import importlib.util
import re
from difflib import SequenceMatcher
from pathlib import Path

import msgspec
import pytest
import typer

import sayso
from sayso.cli import app
from sayso.story import Attribution, Story

ROOT = Path(__file__).parents[1]


def document(name: str) -> str:
    return (ROOT / name).read_text("utf8")


def test_the_readme_shows_real_output() -> None:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)
    # Another CPU may round a confidence differently; anything more is a stale README.
    for block, made in ((refresh.BLOCK, refresh.report), (refresh.LEDGER_BLOCK, refresh.ledger_report)):
        shown = block.search(document("README.md"))
        assert SequenceMatcher(None, shown[0].split(), made().split()).ratio() > 0.95


def test_every_command_and_option_is_described() -> None:
    text = document("docs/cli.md")
    for name, command in typer.main.get_command(app).commands.items():
        assert f"sayso {name}" in text
        for option in (o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"):
            assert f"`{option}`" in text, f"{name} {option}"


def test_every_public_name_is_described() -> None:
    text = document("docs/python.md")
    for name in sayso.__all__:
        assert name in text or name in {"Span", "__version__"}


@pytest.mark.parametrize("record", [Story, Attribution])
def test_every_field_is_described(record: type) -> None:
    text = document("docs/story.md")
    for field in msgspec.structs.fields(record):
        assert f"`{field.encode_name}`" in text


def test_the_changelog_knows_this_version() -> None:
    assert f"## {sayso.__version__}" in document("CHANGELOG.md")


def test_links_between_documents_lead_somewhere() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "training").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
