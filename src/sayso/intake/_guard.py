"""Cuts a connection at its deadline, whatever it is waiting for.

urllib3's times are for one read each: a server that sends a byte now and then, in the headers or in the
handshake, never exceeds them.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Any, Self


class Guard:
    """From `with` on, every connection of a pool it watches is shut down after `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.fired = False
        self._lock = threading.Lock()
        self._held: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def watch(self, pool: Any) -> None:
        """Holds the connections that a urllib3 pool opens from now on."""
        hold = self._hold
        base: Any = pool.ConnectionCls

        class Watched(base):  # type: ignore[misc]
            def _new_conn(self) -> Any:
                opened = super()._new_conn()
                hold(opened)
                return opened

        pool.ConnectionCls = Watched

    def _hold(self, opened: socket.socket) -> None:
        # A copy, because TLS takes the socket itself away; shutting down one shuts down both.
        with self._lock:
            self._held.append(opened.dup())
            fired = self.fired
        if fired:
            self._cut()

    def _cut(self) -> None:
        with self._lock:
            self.fired = True
            for copy in self._held:
                with contextlib.suppress(OSError):
                    copy.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for copy in self._held:
                copy.close()
            self._held.clear()
