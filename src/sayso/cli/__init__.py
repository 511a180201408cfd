"""The command `sayso`: one file a subcommand, all of them thin."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from ..errors import SaysoError, UsageError
from ._app import app

__all__ = ["app", "main"]

FAILED, USAGE, INTERRUPTED = 1, 2, 130


def main() -> NoReturn:
    """Runs the command line and turns every end into an exit code (see docs/cli.md)."""
    try:
        code = app(standalone_mode=False)
    except BrokenPipeError:
        code = _reader_gone()
    except SystemExit as end:
        # typer turns a closed pipe into exit 1 before we see it; the pipe's error is still its context.
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        code = _reader_gone()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except UsageError as error:
        code = _say(error, USAGE)
    except SaysoError as error:
        code = INTERRUPTED if _is_interrupted(error) else _say(error, FAILED)
    except Exception as error:
        code = INTERRUPTED if _is_interrupted(error) else _other(error)
    if code == INTERRUPTED:
        print("sayso: stopped", file=sys.stderr)
    sys.exit(code if isinstance(code, int) else 0)


def _reader_gone() -> int:
    """Nobody reads our output any more: that is no fault, and Python's last flush must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _is_interrupted(error: BaseException | None) -> bool:
    """Whether an error came of Ctrl-C: libraries that it hits while they load make another of it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _say(error: Exception, code: int) -> int:
    print(f"sayso: {error}", file=sys.stderr)
    return code


def _other(error: Exception) -> int:
    """Wrong usage as click reports it; everything else is a bug of ours."""
    show = getattr(error, "show", None)
    if callable(show):
        show()
        return int(getattr(error, "exit_code", USAGE))
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    if os.environ.get("SAYSO_DEBUG"):
        raise error
    print(
        f"sayso: a bug in sayso: {type(error).__name__}: {error}".splitlines()[0]
        + " (SAYSO_DEBUG=1 shows where; please report it)",
        file=sys.stderr,
    )
    return FAILED
