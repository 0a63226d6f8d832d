"""Fetching a file that a reference points at, from public addresses only."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from generator.diagnostics import Unsupported

LARGEST: Final = 32 * 1024 * 1024
SECONDS: Final = 30.0
REDIRECTS: Final = 5

_MOVED = frozenset({301, 302, 303, 307, 308})


def fetch(address: str) -> bytes:
    """Fetch one address, following redirects.

    Every host's resolved address is checked and then connected to as it was checked. No cookies,
    credentials or proxies take part.

    Args:
        address: An http or https URL.

    Raises:
        Unsupported: It leads to a private network, fails, or answers too much or too slowly.
    """
    ends = time.monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        try:
            moved, content = _request(address, ends)
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            raise _refusal(address, f"it can't be fetched ({error})") from error
        if moved is None:
            return content
        address = urljoin(address, moved)
    raise _refusal(address, "it redirects too often")


def public(host: str, port: int) -> str:
    """The first address of a host, when all of its addresses are on the public internet.

    Raises:
        PermissionError: One of them isn't.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(entry[4][0]) for entry in found]
    for number in numbers:
        if not _is_public(number):
            raise PermissionError(f"{host} is {number}, which isn't public")
    return numbers[0]


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        embedded = _embedded(address)
        if embedded is not None:
            address = embedded
    return address.is_global and not address.is_multicast


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one carries: mapped, compatible, 6to4, Teredo or NAT64."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    high = int(address) >> 32
    nat64 = int(ipaddress.IPv6Address("64:ff9b::")) >> 32
    if high in (0, nat64) and int(address) > 1:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _request(address: str, ends: float) -> tuple[str | None, bytes]:
    """One exchange: where it redirects to, or its content."""
    url = urlsplit(address)
    if url.scheme not in ("http", "https") or not url.hostname:
        raise ValueError("not an http address")
    if url.username is not None or url.password is not None:
        raise ValueError("it carries credentials")
    connection = _connect(url, ends)
    # A server that sends a byte at a time never runs into the timeout of one read.
    watch = threading.Timer(_remaining(ends), _hang_up, (connection.sock,))
    watch.daemon = True
    watch.start()
    try:
        target = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request("GET", target, headers={"Accept": "*/*"})
        response = connection.getresponse()
        if response.status in _MOVED:
            moved = response.getheader("Location")
            if moved is None:
                raise ValueError("it redirects nowhere")
            return moved, b""
        if response.status != http.client.OK:
            raise ValueError(f"it answers {response.status}")
        return None, _read(response, ends)
    finally:
        watch.cancel()
        connection.close()


def _connect(url: SplitResult, ends: float) -> http.client.HTTPConnection:
    """A connection to the address that was checked, under the name that was asked for."""
    host = url.hostname or ""
    port = url.port or (443 if url.scheme == "https" else 80)
    number = public(host, port)
    stream = socket.create_connection((number, port), timeout=_remaining(ends))
    try:
        if url.scheme == "https":
            context = ssl.create_default_context()
            stream = context.wrap_socket(stream, server_hostname=host)
    except BaseException:
        stream.close()
        raise
    secure = url.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(host, port)
    connection.sock = stream
    return connection


def _read(response: http.client.HTTPResponse, ends: float) -> bytes:
    """The content, as long as neither its size nor its time runs over."""
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(65536):
        chunks.append(chunk)
        size += len(chunk)
        if size > LARGEST:
            raise ValueError("it is too large")
        _remaining(ends)
    _remaining(ends)
    if response.length:
        raise ValueError("it ends early")
    return b"".join(chunks)


def _hang_up(stream: socket.socket) -> None:
    with contextlib.suppress(OSError):
        stream.shutdown(socket.SHUT_RDWR)


def _remaining(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError("it takes too long")
    return left


def _refusal(address: str, reason: str) -> Unsupported:
    return Unsupported("ref-remote", f"`{address}` isn't read: {reason}")
