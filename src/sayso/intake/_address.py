"""Where a URL leads: its host, its port, and whether that is on the open Internet."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

from ..errors import FetchError

#: Wraps IPv4 addresses in IPv6 (NAT64, 6to4): the inner address decides.
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")

#: Says of a host (lower case) and a port whether it may be on this machine or a private network.
MayBePrivate = Callable[[str, int], bool]


@dataclass(frozen=True, slots=True)
class Address:
    """A URL in its parts; `path` is ready for a request line, with the query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def default_port(self) -> bool:
        """Whether the port is the scheme's own."""
        return self.port == (443 if self.scheme == "https" else 80)

    @property
    def site(self) -> str:
        """Host, and port where it is not the scheme's own, as the header `Host` has them."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.default_port else f"{shown}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.site}"


def address_of(url: str) -> Address:
    """Takes a URL apart. Raises `FetchError` for what is no http or https address, or has a user name."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").lower()
        if not host.isascii():  # as name servers, certificates and the header `Host` have it
            host = host.encode("idna").decode()
    except ValueError as error:
        raise FetchError(f"{url}: not a web address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{url}: only http and https addresses are fetched")
    if parts.username or parts.password:
        raise FetchError(f"{parts.scheme}://{host}: an address with a user name in it is not fetched")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    return Address(url, parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)


def resolved(address: Address, may_be_private: MayBePrivate, remedy: str) -> str:
    """The first IP address of a host, when all of its addresses are public or it may be private.

    `remedy` is what an error tells a user who wants the private one all the same.
    """
    host = address.host
    try:
        found = socket.getaddrinfo(host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: no such host; check the address and the network") from error
    ips = [str(entry[4][0]) for entry in found]
    if not may_be_private(host, address.port):
        for ip in ips:
            if not public(ip):
                raise FetchError(f"{host}: is a private address ({ip}); {remedy}")
    return ips[0]


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
