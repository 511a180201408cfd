"""One polite GET of one page: http and https only, to public addresses, within a time and a size.

The name is resolved once and the connection goes to the address that was checked, so that a name
server cannot answer with a public address first and a private one afterwards.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urljoin, urlsplit

from .._version import __version__
from ..errors import FetchError, TooLarge
from ._bytes import GZIP, refuse_binary, unpacked

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool
    from urllib3.response import BaseHTTPResponse

#: Seconds for everything, redirects included.
TIMEOUT: Final = 30.0
MAX_BYTES: Final = 20_000_000
REDIRECTS: Final = 5
_CHUNK: Final = 1 << 16
_USER_AGENT: Final = f"sayso/{__version__} (reads one news story for a person; not a crawler)"
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_TEXT_TYPES: Final = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/octet-stream",
    "application/json",
)
#: Wraps IPv4 addresses in IPv6 (NAT64, 6to4): the inner address decides.
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its bytes unpacked, the address after redirects, HTTP's charset, the time (ISO)."""

    data: bytes
    final_url: str
    charset: str | None
    retrieved: str


def fetch(
    url: str, *, timeout: float = TIMEOUT, max_bytes: int = MAX_BYTES, allow_private: bool = False
) -> Fetched:
    """Fetch one page. `timeout` in seconds is for the whole of it, `max_bytes` is counted after unpacking.

    Raises `FetchError` for anything that could not or may not be fetched, `TooLarge` over the cap.
    """
    import urllib3

    deadline = time.monotonic() + timeout
    here = url
    for _ in range(REDIRECTS + 1):
        try:
            response, pool = _get(here, deadline, allow_private)
            with pool:
                try:
                    target = (
                        response.headers.get("location")
                        if response.status in (301, 302, 303, 307, 308)
                        else None
                    )
                    if target is None:
                        return _page(response, here, deadline, max_bytes)
                finally:
                    response.close()
        except (urllib3.exceptions.HTTPError, OSError, ValueError, zlib.error) as error:
            raise FetchError(f"{here}: could not be fetched ({_reason(error)})") from error
        here = urljoin(here, target)
    raise FetchError(f"{url}: more than {REDIRECTS} redirects; give the page's own address")


def _get(url: str, deadline: float, allow_private: bool) -> tuple[BaseHTTPResponse, HTTPConnectionPool]:
    """The response to one request, body unread, from an address that was checked."""
    import urllib3

    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url}: not a web address") from error
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{url}: only http and https addresses are fetched")
    if parts.username or parts.password:
        raise FetchError(f"{parts.scheme}://{host}: an address with a user name in it is not fetched")
    port = port or (443 if parts.scheme == "https" else 80)
    address = _resolved(host, port, allow_private)
    left = _left(deadline, url)
    limits = urllib3.Timeout(connect=min(10.0, left), read=min(20.0, left))
    pool: HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, timeout=limits, retries=False, cert_reqs="CERT_REQUIRED", assert_hostname=host,
            server_hostname=host,
        )  # fmt: skip
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=limits, retries=False)
    shown = f"[{host}]" if ":" in host else host
    default = port == (443 if parts.scheme == "https" else 80)
    headers = {
        "Host": shown if default else f"{shown}:{port}",
        "User-Agent": _USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
    }
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    response = pool.request(
        "GET", path, headers=headers, redirect=False, preload_content=False, decode_content=False
    )
    return response, pool


def _resolved(host: str, port: int, allow_private: bool) -> str:
    """The first address of a host, when all of its addresses are public."""
    try:
        found = socket.getaddrinfo(host.encode("idna").decode(), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: no such host; check the address and the network") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private:
        for address in addresses:
            if not public(address):
                raise FetchError(
                    f"{host}: is a private address ({address}); --allow-private fetches it all the same"
                )
    return addresses[0]


def public(address: str) -> bool:
    """Whether an IP address is one of the open Internet's, wrapped IPv4 addresses included."""
    try:
        ip: Any = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if ip.version == 6:
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return public(str(inner))
    return bool(ip.is_global and not ip.is_multicast and not ip.is_reserved)


def _left(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError(f"{url}: took too long; try again later")
    return left


def _page(response: BaseHTTPResponse, url: str, deadline: float, cap: int) -> Fetched:
    if response.status != 200:
        raise FetchError(
            f"{url}: the server answered {response.status}; open it in a browser and save the page"
        )
    kind = response.headers.get("content-type", "").lower()
    if kind and not kind.startswith(_TEXT_TYPES):
        raise FetchError(f"{url}: is {kind.split(';')[0].strip()}, not a page")
    data = _body(response, url, deadline, cap)
    if data.startswith(GZIP):  # a packed file, not a packed answer
        data = unpacked(data, cap, url)
    refuse_binary(data, url)
    charset = _CHARSET.search(kind)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Fetched(data, url, charset[1] if charset else None, now)


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
