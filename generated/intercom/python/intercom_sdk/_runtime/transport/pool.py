"""What both kinds of connection pools share: sizes and proxies."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote, urlsplit

import httpcore2

from .proxies import proxy_url
from .urls import Origin

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
