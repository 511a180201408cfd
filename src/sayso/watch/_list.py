"""The list of feeds: one address a line, `#` before a comment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..errors import InputError, MissingInput, TooLarge
from ..intake import address_of

_LONGEST: Final = 2_000
_MAX_BYTES: Final = 10_000_000
_COMMENT: Final = re.compile(r"(?:^|\s)#.*$")


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds to watch, in order and each once, and what is wrong with the other lines.

    `bad` are messages of one line each with the line's number; `notes` are of lines that harm nothing.
    """

    urls: tuple[str, ...]
    bad: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read_list(path: Path) -> FeedList:
    """Reads a list of feeds. Raises `InputError` when there is no such file."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise MissingInput(f"{path}: no such file; name a file with one feed's address a line") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MissingInput(f"{path}: cannot be read ({reason})") from error
    if len(data) > _MAX_BYTES:
        raise TooLarge(f"{path}: over {_MAX_BYTES:,} bytes; name a file with one feed's address a line")
    return parse_list(data.decode("utf-8-sig", "replace"), str(path))


def parse_list(text: str, name: str) -> FeedList:
    """Reads the text of a list; `name` stands in its messages."""
    seen: dict[str, int] = {}
    bad: list[str] = []
    notes: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        url = _COMMENT.sub("", line).strip()
        if not url:
            continue
        if fault := _fault(url):
            bad.append(f"{name}, line {number}: {fault}")
        elif url in seen:
            notes.append(f"{name}, line {number}: is the same as line {seen[url]}")
        else:
            seen[url] = number
    return FeedList(tuple(seen), tuple(bad), tuple(notes))


def _fault(url: str) -> str | None:
    shown = repr(url if len(url) <= 100 else url[:100] + "…")
    if re.search(r"[\s\x00-\x1f\x7f]", url):
        return f"{shown} is no address; give one address a line"
    if len(url) > _LONGEST:
        return f"{shown} is longer than {_LONGEST:,} characters"
    try:
        address_of(url)
    except InputError as error:
        return str(error)[:300]
    return None


class LiveList:
    """A list of feeds that is read again whenever its file changes; a broken one leaves the last in place."""

    def __init__(self, path: Path, found: FeedList, say: Callable[[str], object]) -> None:
        self._path = path
        self._found = found
        self._say = say
        self._changed = self._state()

    def __call__(self) -> tuple[str, ...]:
        """The feeds now."""
        changed = self._state()
        if changed != self._changed:
            self._changed = changed
            try:
                self._found = read_list(self._path)
            except InputError as error:
                self._say(f"{error}; the feeds stay as they were")
                return self._found.urls
            for message in (*self._found.bad, *self._found.notes):
                self._say(message)
        return self._found.urls

    def _state(self) -> object:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino
