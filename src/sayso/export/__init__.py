"""What a reader gets: one story as a terminal report, as a page, or as JSON."""

from __future__ import annotations

from ._json import to_json
from ._page import html_report
from ._terminal import terminal_report

__all__ = ["html_report", "terminal_report", "to_json"]
