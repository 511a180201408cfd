"""Lines to standard output as they come, or to a file that appears whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path


def written(lines: Iterable[str], output: Path | None, *, force: bool, keep: Path | None = None) -> None:
    """Writes text as UTF-8; on a terminal, a character that its encoding lacks is replaced."""
    from ..export._new_file import new_file

    if output is None or str(output) == "-":
        for line in lines:
            sys.stdout.buffer.write(line.encode(sys.stdout.encoding or "utf8", "replace"))
        sys.stdout.buffer.flush()
        return
    with new_file(output, force=force, keep=keep) as out:
        for line in lines:
            out.write(line.encode("utf8", "replace"))
