"""One GET and its answer: within a time and a size, redirects followed, only to addresses that may be asked.

The name is resolved once and the connection goes to the address that was checked, so that a name
server cannot answer with a public address first and a private one afterwards.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from .._version import __version__
from ..errors import FetchError, TooLarge
from ._address import Address, MayBePrivate, address_of, resolved

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool
    from urllib3.response import BaseHTTPResponse

#: Seconds for everything, redirects included.
TIMEOUT: Final = 30.0
MAX_BYTES: Final = 20_000_000
REDIRECTS: Final = 5
PAGES: Final = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"
_CHUNK: Final = 1 << 16
_AGENT: Final = f"sayso/{__version__} (reads one news story for a person; not a crawler)"
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)


def nowhere(_host: str, _port: int) -> bool:
    """No host may be on a private network."""
    return False


def anywhere(_host: str, _port: int) -> bool:
    """Every host may be on a private network."""
    return True


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms something is asked for.

    `timeout` (seconds) is for the whole, redirects included; `max_bytes` is counted after unpacking.
    `before` is called with the URL of every request, those of redirects too, just before it is made: it may
    wait (its time does not count) and may forbid the request with an `InputError`.
    """

    timeout: float = TIMEOUT
    max_bytes: int = MAX_BYTES
    accept: str = PAGES
    agent: str = _AGENT
    headers: Mapping[str, str] = field(default_factory=dict)
    may_be_private: MayBePrivate = nowhere
    private_remedy: str = "--allow-private fetches it all the same"
    before: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `url` after redirects, `headers` by lower-case name, `data` unpacked.

    `data` is read for status 200 only; `retrieved` is ISO 8601, UTC.
    """

    status: int
    headers: Mapping[str, str]
    data: bytes
    url: str
    retrieved: str

    @property
    def kind(self) -> str:
        """The media type without its parameters, in lower case; empty when not given."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that HTTP declares."""
        found = _CHARSET.search(self.headers.get("content-type", "").lower())
        return found[1] if found else None


def exchange(url: str, terms: Terms) -> Answer:
    """Asks for a URL and takes the answer, whatever its status.

    Raises `FetchError` when there is no answer or the address may not be asked, `TooLarge` over the cap.
    """
    deadline = time.monotonic() + terms.timeout
    here = url
    for _ in range(REDIRECTS + 1):
        address = address_of(here)
        if terms.before is not None:
            begun = time.monotonic()
            terms.before(here)
            deadline += time.monotonic() - begun
        answer = _once(address, deadline, terms)
        if isinstance(answer, Answer):
            return answer
        try:
            here = urljoin(here, answer)
        except ValueError as error:
            raise FetchError(f"{here}: redirects to what is no address") from error
    raise FetchError(f"{url}: more than {REDIRECTS} redirects; give the page's own address")


def _once(address: Address, deadline: float, terms: Terms) -> Answer | str:
    """One request: its answer, or where it redirects to."""
    import urllib3

    from ._guard import Guard

    url = address.url
    ip = resolved(address, terms.may_be_private, terms.private_remedy)
    with Guard(_left(deadline, url)) as guard:
        try:
            pool = _pool(address, ip, _left(deadline, url))
            guard.watch(pool)
            with pool:
                response = pool.request(
                    "GET", address.path, headers=_headers(address, terms), redirect=False,
                    preload_content=False, decode_content=False,
                )  # fmt: skip
                try:
                    target = response.headers.get("location")
                    if target is not None and response.status in (301, 302, 303, 307, 308):
                        return target
                    body = _body(response, url, deadline, terms.max_bytes) if response.status == 200 else b""
                finally:
                    response.close()
        except (urllib3.exceptions.HTTPError, OSError, ValueError, zlib.error) as error:
            if guard.fired or isinstance(error, (urllib3.exceptions.TimeoutError, TimeoutError)):
                raise FetchError(f"{url}: took too long; try again later") from error
            raise FetchError(f"{url}: could not be fetched ({_reason(error)})") from error
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status, headers, body, url, datetime.now(UTC).isoformat(timespec="seconds"))


def _pool(address: Address, ip: str, left: float) -> HTTPConnectionPool:
    import urllib3

    limits = urllib3.Timeout(connect=min(10.0, left), read=min(20.0, left))
    if address.scheme == "http":
        return urllib3.HTTPConnectionPool(ip, address.port, timeout=limits, retries=False)
    return urllib3.HTTPSConnectionPool(
        ip, address.port, timeout=limits, retries=False, cert_reqs="CERT_REQUIRED",
        assert_hostname=address.host, server_hostname=address.host,
    )  # fmt: skip


def _headers(address: Address, terms: Terms) -> dict[str, str]:
    return {
        "Host": address.site,
        "User-Agent": terms.agent,
        "Accept": terms.accept,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
        **terms.headers,
    }


def _left(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError(f"{url}: took too long; try again later")
    return left


def _body(response: BaseHTTPResponse, url: str, deadline: float, cap: int) -> bytes:
    """The body, unpacked piece by piece so that neither time nor size is passed unnoticed."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"{url}: is packed in a way that was not asked for ({coding})")
    parts: list[bytes] = []
    size = 0
    unpack: Any = None
    while True:
        _left(deadline, url)
        chunk = response.read1(_CHUNK)
        if not chunk:
            _left(deadline, url)  # a connection cut at the deadline ends like a whole one
            break
        if coding in ("gzip", "x-gzip", "deflate") and unpack is None:
            # 32: gzip or zlib by its header; some servers send deflate without one
            raw = coding == "deflate" and chunk[0] & 0x0F != 8
            unpack = zlib.decompressobj(-zlib.MAX_WBITS if raw else 32 + zlib.MAX_WBITS)
        while True:
            piece = unpack.decompress(chunk, _CHUNK) if unpack else chunk
            size += len(piece)
            if size > cap:
                raise TooLarge(f"{url}: over {cap:,} bytes; give one story, or raise the cap")
            parts.append(piece)
            chunk = unpack.unconsumed_tail if unpack else b""
            if not chunk:
                break
    return b"".join(parts)


def _reason(error: BaseException) -> str:
    """The innermost reason in a few words, on one line."""
    text = str(error.args[-1] if error.args else error) or type(error).__name__
    text = re.sub(r"^<[^>]*>:?\s*|^\w*Connection\w*\([^)]*\):\s*", "", " ".join(text.split()))
    return text[:160]
