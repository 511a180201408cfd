"""Watches news feeds: new stories are fetched whole, read, and added to a ledger.

    list of feeds ──▶ feed ──▶ items ──▶ story pages ──▶ pipeline ──▶ ledger

Hosts are asked politely (robots.txt, one request at a time, conditional requests, growing waits after
failures); everything is remembered in the ledger, so that a stop at any moment loses nothing. See
docs/watch.md.
"""

from __future__ import annotations

from ._clock import Clock
from ._list import FeedList, LiveList, parse_list, read_list
from ._tally import Summary
from ._watcher import Options, Watcher

__all__ = ["Clock", "FeedList", "LiveList", "Options", "Summary", "Watcher", "parse_list", "read_list"]
