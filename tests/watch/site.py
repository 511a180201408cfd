"""A news site on loopback that does as it is told: every path has an answer, every request is noted."""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from xml.sax.saxutils import escape

HTML = {"Content-Type": "text/html; charset=utf-8"}
RSS = {"Content-Type": "application/rss+xml"}


@dataclass
class Reply:
    """What is answered; `special` does it by hand instead."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    special: Callable[[Any], None] | None = None


class Site:
    """A server; `pages` may be changed at any time."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | Callable[[Any], Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers.items())))
                reply = site.pages.get(self.path, Reply(b"nothing here", 404))
                reply = reply if isinstance(reply, Reply) else reply(self)
                if reply.special is not None:
                    reply.special(self)
                    return
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in reply.headers:
                    self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *args: Any) -> None:
                pass

            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    super().handle()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return Counter(asked for asked, _ in self.asked)[path]

    def feed(self, path: str, links: Sequence[str | None], **headers: str) -> None:
        """Puts an RSS feed there."""
        self.pages[path] = Reply(
            rss([(link, f"Item {link}", None) for link in links]), headers={**RSS, **headers}
        )

    def stories(self, *numbers: int) -> None:
        """Puts stories at /story/N."""
        for number in numbers:
            self.pages[f"/story/{number}"] = Reply(story(number), headers=HTML)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def open_site() -> Iterator[Site]:
    site = Site()
    try:
        yield site
    finally:
        site.close()


NAMES = "Ilse Varn,Tomas Reke,Anna Holub,Piet Maar,Judit Sende,Karel Oss,Mona Teig,Lars Bruun".split(",")


def story(number: int, more: str = "", head: str = "") -> bytes:
    """A short story of our own, another for every number."""
    name = NAMES[number % len(NAMES)]
    return (
        f"<html><head><title>Mill number {number} to stay open</title>{head}</head><body><article>"
        f"<h1>Mill number {number} to stay open</h1>"
        f"<p>The paper mill at Lower Tarn number {number} will stay open for another year, the owners said "
        f"on Monday after a long meeting with the workers.</p>"
        f"<p>“We have found the money that we need,” said {name}, who runs the mill.</p>"
        f"<p>The town council had asked for a decision before the winter.{more}</p>"
        f"</article></body></html>"
    ).encode()


def rss(items: Sequence[tuple[str | None, str | None, str | None]], title: str = "The Evening Bell") -> bytes:
    """An RSS 2.0 feed of (link, title, pubDate)."""
    parts = []
    for link, name, date in items:
        fields = [("link", link), ("title", name), ("pubDate", date)]
        inside = "".join(f"<{tag}>{escape(value)}</{tag}>" for tag, value in fields if value is not None)
        parts.append(f"<item>{inside}</item>")
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{escape(title)}</title>{''.join(parts)}</channel></rss>"
    ).encode()
