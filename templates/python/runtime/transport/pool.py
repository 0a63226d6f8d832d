"""What both kinds of connection pools share: sizes, refusals and proxies."""

from __future__ import annotations

from typing import Final, NoReturn
from urllib.parse import unquote, urlsplit

import httpcore2

from ..errors import ClientClosedError
from .proxies import proxy_url
from .urls import Origin


def raise_closed() -> NoReturn:
    """Raise the error of a closed client."""
    raise ClientClosedError("the client is closed")


def none_free(count: int) -> httpcore2.PoolTimeout:
    """The error for a wait that took too long."""
    return httpcore2.PoolTimeout(
        f"no connection was free in time: all {count} of the client are in use"
    )


MAX_CONNECTIONS: Final = 100
MAX_KEEPALIVE: Final = 100
KEEPALIVE_SECONDS: Final = 15.0
# What reading may come to.
FAILURES: Final = (
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.TimeoutException,
)


def key(origin: Origin) -> tuple[bool, str]:
    """Which pool serves an origin: with TLS or without, and through which proxy."""
    return origin.scheme == "https", proxy_url(origin)


def proxy(url: str) -> httpcore2.Proxy | None:
    """A proxy with the user name and password of its URL."""
    if not url:
        return None
    parts = urlsplit(url)
    auth = None
    if parts.username is not None:
        auth = unquote(parts.username).encode(), unquote(parts.password or "").encode()
    host = parts.netloc.rpartition("@")[2]
    return httpcore2.Proxy(f"{parts.scheme}://{host}/", auth=auth)


def layers(encrypted: bool, through: httpcore2.Proxy | None) -> int:
    """How often a connection is encrypted before requests are sent over it."""
    return encrypted + (through is not None and through.url.scheme == b"https")
