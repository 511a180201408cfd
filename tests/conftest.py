"""Skips what this machine has no corpora or no browser for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = {}
    if not SHARED.is_dir():
        missing["shared"] = "the corpora are not beside the project"
    if shutil.which("chromium") is None:
        missing["browser"] = "Chromium is not installed"
    for item in items:
        for mark, reason in missing.items():
            if mark in item.keywords:
                item.add_marker(pytest.mark.skip(reason=reason))
