"""`sayso watch`: new stories of feeds into a ledger."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from ._read import FAILED, SOME_FAILED


def watch(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file; made when it is not there.")],
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS.txt", help="One feed's address a line; # comments.")
    ],
    once: Annotated[bool, typer.Option("--once", help="Ask every feed once and end (for cron).")] = False,
    every: Annotated[float, typer.Option(min=1.0, help="Minutes between two visits to a feed.")] = 30.0,
    delay: Annotated[float, typer.Option(min=0.0, help="Least seconds between requests to one host.")] = 2.0,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for an answer.")] = 20.0,
    bytes: Annotated[
        bool,
        typer.Option("--bytes/--no-bytes", help="Keep pages as they came, compressed, beside the story."),
    ] = True,
    any_language: Annotated[bool, typer.Option(help="Read it even if it is not English.")] = False,
    max_text: Annotated[int, typer.Option(min=1, help="Longest text to read, in characters.")] = 5_000_000,
) -> int:
    """Watch feeds: fetch, read and keep their new stories.

    Exit: 0 all feeds answered, 1 the only feed failed, 2 wrong usage, 3 some of several failed, 130 Ctrl-C.
    """
    from ..errors import UsageError
    from ..intake import Limits
    from ..ledger import Ledger
    from ..watch import LiveList, Options, Watcher, read_list

    found = read_list(feeds)
    if not found.urls and not found.bad:
        raise UsageError(f"{feeds}: names no feeds; write one feed's address a line")
    for message in (*found.bad, *found.notes):
        _say(message)
    options = Options(
        every=timedelta(minutes=min(every, 10_080)),
        delay=min(delay, 3_600.0),
        limits=Limits(max_text=max_text, timeout=timeout),
        any_language=any_language,
        keep_bytes=bytes,
    )
    with Ledger(ledger, create=True) as kept:
        watcher = Watcher(kept, options, say=_say)
        try:
            if once:
                watcher.once(found.urls)
            else:
                watcher.forever(LiveList(feeds, found, _say))
        except KeyboardInterrupt:
            _say(watcher.stop().line())
            raise
        _say(watcher.summary.line())
    failed = watcher.summary.failed + len(found.bad)
    if not failed:
        return 0
    return FAILED if len(found.urls) + len(found.bad) == 1 else SOME_FAILED


def _say(line: str) -> None:
    print(f"sayso: {line}", file=sys.stderr, flush=True)
