"""The lines a terminal report is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from ._spans import Excerpt
from ._visible import one_line

Line: TypeAlias = Text | Padding


def title(name: str) -> tuple[Text, Rule]:
    """An empty line and a heading."""
    return Text(), Rule(Text(name, "bold"), align="left", style="dim")


def indented(line: Text, columns: int) -> Padding:
    """The line with all its wrapped lines moved to the right."""
    return Padding(line, (0, 0, 0, columns), expand=False)


def joined(parts: Iterable[Text]) -> Text:
    """Parts of a line with a middle dot between them, empty ones left out."""
    line = Text()
    for part in parts:
        if part:
            line.append(" · " if line else "", "dim").append_text(part)
    return line


def quoted(words: str, style: str = "") -> Text:
    """Words of the story in quotation marks."""
    return Text("“").append(one_line(words), style).append("”")


def marked(words: Excerpt) -> Text:
    """An excerpt on one line, its marks underlined."""
    line = Text()
    for run, mark in words.runs:
        shown = one_line(f"|{run}|")[1:-1]  # the bars keep the white space at both ends, as one space
        if line.plain.endswith(" "):
            shown = shown.removeprefix(" ")
        line.append(shown, "underline magenta" if mark else "")
    line.rstrip()
    start = len(line.plain) - len(line.plain.lstrip())
    return line[start:] if start else line
