"""docs/story.md names every field and every value of the story document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

import sayso.story

_DOCS = Path(__file__).parents[2] / "docs" / "story.md"
_NAMED = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", _DOCS.read_text("utf8")))))
_RECORDS = [
    record
    for record in vars(sayso.story).values()
    if isinstance(record, type) and issubclass(record, msgspec.Struct) and record is not msgspec.Struct
]
_CHOICES = [sayso.story.Role, sayso.story.Quotation, sayso.story.InputKind, sayso.story.SourceKind]
_CHOICES += [sayso.story.Certainty, sayso.story.Holder, sayso.story.EvidenceKind, sayso.story.RecordKind]
_CHOICES += [sayso.story.Verdict, sayso.story.Stance, sayso.story.FindingKind]


@pytest.mark.parametrize("record", _RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_documented(record: Any) -> None:
    assert set(record.__struct_encode_fields__) <= _NAMED


@pytest.mark.parametrize("choice", _CHOICES, ids=str)
def test_every_value_is_documented(choice: Any) -> None:
    assert set(get_args(choice)) <= _NAMED
