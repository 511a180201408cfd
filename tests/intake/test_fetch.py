"""One page is fetched from a server of our own; private addresses and endless answers are refused."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sayso.errors import FetchError, InputError, TooLarge
from sayso.intake import take_in
from sayso.intake._address import public
from sayso.intake._exchange import Terms, exchange
from sayso.intake._fetch import Fetched, FetchedStory, fetch
from sayso.story import Story

PAGE = "<p>“The mill stays open,” said Ilse Varn.</p>".encode()


ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/page": (200, PAGE, {"Content-Type": "text/html; charset=UTF-8"}),
    "/loop": (302, b"", {"Location": "/loop"}),
    "/there": (301, b"", {"Location": "/page?from=there"}),
    "/away": (302, b"", {"Location": "ftp://bell.example/x"}),
    "/gone": (404, b"no", {}),
    "/picture": (200, b"\x89PNG", {"Content-Type": "image/png"}),
    "/gzip": (200, gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
    "/file.html.gz": (200, gzip.compress(PAGE), {"Content-Type": "application/octet-stream"}),
    "/pdf": (200, b"%PDF-1.7 and so on", {"Content-Type": "text/html"}),
    "/deflate": (200, zlib.compress(PAGE)[2:-4], {"Content-Encoding": "deflate"}),
    "/bomb": (200, gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"}),
    "/broken": (200, b"\x1f\x8b rubbish", {"Content-Encoding": "gzip"}),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/headers":
            self.answer(200, f"{self.headers['Host']}|{self.headers['User-Agent']}".encode(), {})
        elif path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b"a" * 10)
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.answer(*ANSWERS[path])

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass

    def handle(self) -> None:
        with contextlib.suppress(OSError):  # the client hangs up on a slow or endless answer
            super().handle()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page(site: str) -> None:
    got = fetch(f"{site}/page", allow_private=True)
    assert (got.data, got.charset, got.final_url) == (PAGE, "utf-8", f"{site}/page")
    assert got.retrieved.endswith("+00:00")


def test_redirects_are_followed_and_counted(site: str) -> None:
    assert fetch(f"{site}/there", allow_private=True).final_url == f"{site}/page?from=there"
    with pytest.raises(FetchError, match="redirects"):
        fetch(f"{site}/loop", allow_private=True)
    with pytest.raises(FetchError, match="only http"):
        fetch(f"{site}/away", allow_private=True)


@pytest.mark.parametrize("path", ["gzip", "deflate", "file.html.gz"])
def test_packed_answers(site: str, path: str) -> None:
    assert fetch(f"{site}/{path}", allow_private=True).data == PAGE


def test_caps(site: str) -> None:
    with pytest.raises(TooLarge):
        fetch(f"{site}/bomb", allow_private=True, max_bytes=1_000_000)
    with pytest.raises(TooLarge):
        fetch(f"{site}/page", allow_private=True, max_bytes=10)


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_the_time_is_for_the_whole(site: str, path: str) -> None:
    begin = time.monotonic()
    with pytest.raises(FetchError, match="too long"):
        fetch(f"{site}/{path}", allow_private=True, timeout=0.5)
    assert time.monotonic() - begin < 3


@pytest.mark.parametrize("path", ["gone", "picture", "broken", "pdf"])
def test_answers_that_are_no_page(site: str, path: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(f"{site}/{path}", allow_private=True)
    assert "\n" not in str(caught.value)


def test_the_host_keeps_its_name_and_the_agent_is_honest(site: str) -> None:
    host, agent = fetch(f"{site}/headers", allow_private=True).data.decode().split("|")
    assert host == site.removeprefix("http://")
    assert agent.startswith("sayso/")


def test_private_addresses_are_refused_by_default(site: str) -> None:
    with pytest.raises(FetchError, match="private"):
        fetch(f"{site}/page")
    with pytest.raises(FetchError, match="private"):
        fetch("http://localhost/")


@pytest.mark.parametrize(
    "url", ["ftp://bell.example/", "file:///etc/passwd", "http://", "http://a:b@bell.example/", "http://[x"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url)


def test_one_private_answer_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(*args: Any, **kwargs: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with pytest.raises(FetchError, match=r"10\.0\.0\.7"):
        fetch("http://bell.example/")


def test_the_checked_address_is_the_one_connected_to(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second look-up would answer with another address: it must not be asked for."""
    real = socket.getaddrinfo
    asked: list[str] = []

    def answers(host: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(str(host))
        return real("127.0.0.1" if "bell" in str(host) else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    port = site.rsplit(":", 1)[1]
    got = fetch(f"http://bell.example:{port}/headers", allow_private=True)
    assert got.data.decode().startswith(f"bell.example:{port}|")
    assert [host for host in asked if "bell" in host] == ["bell.example"]


def test_a_host_in_letters_of_its_language(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **k: real("127.0.0.1" if "xn--" in host else host, *a, **k)
    )
    port = site.rsplit(":", 1)[1]
    got = fetch(f"http://Glöckner.example:{port}/headers", allow_private=True)
    assert got.data.decode().startswith(f"xn--glckner-b1a.example:{port}|")


@pytest.mark.parametrize(
    "url", ["http://a..b/", f"http://{'a' * 70}.example/", "http://ä..b/", "http://\u2024/"]
)
def test_hosts_that_cannot_be(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert public(address)


def test_what_comes_before_each_request_may_forbid_it(site: str) -> None:
    asked: list[str] = []

    def before(url: str) -> None:
        asked.append(url)
        if url.endswith("/page?from=there"):
            raise FetchError("not that one")

    terms = Terms(may_be_private=lambda host, port: True, before=before)
    with pytest.raises(FetchError, match="not that one"):
        exchange(f"{site}/there", terms)
    assert asked == [f"{site}/there", f"{site}/page?from=there"]


def test_waiting_before_a_request_costs_it_no_time(site: str) -> None:
    terms = Terms(timeout=0.4, may_be_private=lambda host, port: True, before=lambda url: time.sleep(0.6))
    assert exchange(f"{site}/page", terms).data == PAGE


def test_private_may_be_one_place_only(site: str) -> None:
    port = int(site.rsplit(":", 1)[1])
    terms = Terms(may_be_private=lambda *place: place == ("127.0.0.1", port + 1))
    with pytest.raises(FetchError, match="private"):
        exchange(f"{site}/page", terms)


def test_an_answer_tells_its_status_and_headers(site: str) -> None:
    terms = Terms(may_be_private=lambda host, port: True)
    assert exchange(f"{site}/gone", terms).status == 404
    answer = exchange(f"{site}/page", terms)
    assert (answer.kind, answer.charset, answer.headers["content-length"]) == (
        "text/html",
        "utf-8",
        str(len(PAGE)),
    )


def test_what_is_known_from_elsewhere_only_fills() -> None:
    def story(html: str) -> Story:
        page = Fetched(html.encode(), "https://bell.example/a", None, "2026-03-04T10:00:00+00:00")
        known = FetchedStory("https://bell.example/a", page, "Mill to close", "2026-03-03")
        return take_in(known, any_language=True)

    silent = story("<html><body><p>The mill closes, Ilse Varn said on the day.</p></body></html>")
    assert (silent.headline, silent.published) == ("Mill to close", "2026-03-03")
    assert [(date.origin, date.chosen) for date in silent.dates] == [("feed", True)]
    head = (
        '<head><title>Mill stays</title><meta property="article:published_time" content="2026-03-01"></head>'
    )
    speaking = story(
        f"<html>{head}<body><h1>Mill stays</h1><p>The mill stays, said Ilse Varn.</p></body></html>"
    )
    assert (speaking.headline, speaking.published) == ("Mill stays", "2026-03-01")
    assert not [date for date in speaking.dates if date.origin == "feed"]
