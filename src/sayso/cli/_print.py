"""Prints stories in the form asked for."""

from __future__ import annotations

import os
import shutil
from typing import Protocol

from ..errors import UsageError
from ..export import html_report, terminal_report, to_json
from ..story import Story


class Target(Protocol):
    """Where text goes."""

    @property
    def is_terminal(self) -> bool:
        """Whether a person is looking at it."""
        ...

    def write(self, text: str) -> None:
        """Takes text."""
        ...


class Printer:
    """Prints each story as it comes, except where one document holds them all."""

    def __init__(self, out: Target, format: str, several: bool) -> None:
        if format == "html" and several:
            raise UsageError("--format html makes one page of one story; give one input at a time")
        self._out, self._format, self._several = out, format, several
        self._kept: list[Story] = []
        self._printed = 0

    def add(self, story: Story) -> None:
        """Prints a story, or keeps it for the end."""
        if self._format == "json":
            self._kept.append(story)
            return
        if self._format == "text":
            if self._printed:
                self._out.write("\n")
            self._out.write(terminal_report(story, width=_width(), colour=self._colour()))
        elif self._format == "html":
            self._out.write(html_report(story))
        else:
            self._out.write(to_json([story], "jsonl"))
        self._printed += 1

    def end(self) -> None:
        """Prints what was kept: one object for one input, an array for several."""
        if self._format == "json" and (self._several or self._kept):
            self._out.write(to_json(self._kept, "json", several=self._several))

    def _colour(self) -> bool:
        return self._out.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns
