"""What the words on the command line stand for: URLs, files, folders of stories, files of JSON Lines."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from .._many import Failure, Raw, Ready
from ..intake import reference
from ._lines import Place, Placed, placed_lines

#: The files of a folder that may hold a story, gzipped or not; a saved page has others beside it.
_STORIES: Final = frozenset((".html", ".htm", ".xhtml", ".txt", ".text", ".md"))
_LINES: Final = ".jsonl"


def expanded(names: Sequence[str]) -> tuple[list[str | Path], Counter[str]]:
    """Files and URLs in order, stories for folders; and how many other files there are, by suffix."""
    found: list[str | Path] = []
    others: Counter[str] = Counter()
    for name in names:
        ref = reference(name)
        if isinstance(ref, Path) and name != "-" and ref.is_dir():
            for file in _files(ref):
                if _suffix(file) in (*_STORIES, _LINES):
                    found.append(file)
                else:
                    others[_suffix(file) or "no suffix"] += 1
        else:
            found.append(ref)
    return found, others


def placed_inputs(refs: Sequence[str | Path], parse: Callable[[bytes], Raw | Ready]) -> Iterator[Placed]:
    """Each input, a file of JSON Lines as one input a line."""
    for ref in refs:
        if isinstance(ref, Path) and ref.suffix == _LINES and ref.is_file():
            try:
                with ref.open("rb") as lines:
                    yield from placed_lines(lines, parse)
            except OSError as error:
                yield (
                    Place(),
                    Ready(Failure(str(ref), "missing", f"{ref}: cannot be read ({error.strerror})")),
                )
        else:
            yield Place(), ref


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder by name; hidden ones and those behind links to folders are left alone."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent, name)


def _suffix(file: Path) -> str:
    return (file.with_suffix("") if file.suffix == ".gz" else file).suffix.lower()
