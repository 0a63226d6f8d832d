"""What both kinds of connection pools share: sizes, proxies, and the check of used connections."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote, urlsplit

import httpcore2

from .proxies import proxy_url
from .urls import Origin

MOST: Final = 100
KEPT: Final = 100
IDLE: Final = 15.0


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


def oversent(connection: object) -> bool:
    """Whether the server has sent more on an idle connection than the answers it was asked for.

    What it sent would be taken for the answer to the next request. The library keeps it out of
    sight: it looks at the socket, not at what has been read from it already.
    """
    state = getattr(connection, "_h11_state", None)
    trailing = getattr(state, "trailing_data", (b"", False))
    return bool(trailing[0])


def target(origin: Origin, path: str) -> httpcore2.URL:
    """A URL as the pools take it."""
    return httpcore2.URL(
        scheme=origin.scheme.encode(),
        host=origin.host.encode(),
        port=None if origin.usual else origin.port,
        target=path.encode(),
    )
