"""Files and folders that appear whole or not at all, and replace nothing unless told to."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from ..errors import UsageError

#: What is in every folder that we make; only such a folder is ever replaced.
FOLDER_MARK: Final = "datapackage.json"


@contextmanager
def new_file(path: Path, *, force: bool = False, keep: Path | None = None) -> Iterator[BinaryIO]:
    """A file to write to, that takes its name when all is written; on an error nothing is left behind.

    Devices and pipes are written as they are. `force` replaces an existing file, but never `keep` (the
    ledger that is being exported). Raises `UsageError` for what cannot be written, before any work is done.
    """
    if path.exists() and not path.is_dir() and not stat.S_ISREG(path.stat().st_mode):
        with _said(path), path.open("wb") as out:
            yield out
        return
    _check(path, force, keep)
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file")
    # What a link leads to is replaced, the link stays.
    target = path.resolve() if path.is_symlink() else path
    waiting = _beside(target)
    with _said(path):
        out = waiting.open("xb")
    try:
        with _said(path), out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        with _said(path):
            waiting.replace(target)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise


@contextmanager
def new_folder(path: Path, *, force: bool = False, keep: Path | None = None) -> Iterator[Path]:
    """A folder to fill, that takes its name when all is written; on an error nothing is left behind.

    An empty folder is taken over. `force` replaces a folder that an export made, never any other.
    """
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise UsageError(f"{path} is not a folder; name one that does not exist yet")
    old = path.exists()
    if old and any(path.iterdir()):
        if not (path / FOLDER_MARK).is_file():
            raise UsageError(f"{path} holds files that no export made; name another folder")
        _check(path, force, keep)
    elif not old:
        _check(path, force, keep)
    waiting, gone = _beside(path), _beside(path, "old")
    with _said(path):
        waiting.mkdir()
    try:
        with _said(path):
            yield waiting
            if old:
                path.rename(gone)
            waiting.rename(path)
        if old:
            shutil.rmtree(gone)
    except BaseException:
        if gone.exists() and not path.exists():
            gone.rename(path)
        shutil.rmtree(waiting, ignore_errors=True)
        raise


def _check(path: Path, force: bool, keep: Path | None) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise UsageError(f"cannot write {path}: there is no folder {folder}; make it first")
    if keep is not None and path.exists() and _same(path, keep):
        raise UsageError(f"{path} is the ledger itself; name another file")
    if path.exists() and not path.is_dir() and not force:
        raise UsageError(f"{path} exists; --force replaces it")
    if path.is_dir() and any(path.iterdir()) and not force:
        raise UsageError(f"{path} exists; --force replaces it")


def _same(path: Path, ledger: Path) -> bool:
    """Whether a path is the ledger or one of the two files that SQLite keeps beside it."""
    return any(
        other.exists() and path.samefile(other)
        for other in (ledger, *(Path(f"{ledger}{end}") for end in ("-wal", "-shm")))
    )


def _beside(path: Path, what: str = "part") -> Path:
    return path.with_name(f".{path.name[:200]}.{os.getpid()}.{what}")


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """A full disk or a missing permission, in one line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
