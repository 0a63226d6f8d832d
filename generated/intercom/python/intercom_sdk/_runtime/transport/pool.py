"""Connection pools: how many requests one carries at once, what waits for room, proxies."""

from __future__ import annotations

import os
from queue import Empty, SimpleQueue
from typing import Any, Final, NoReturn, Protocol
from urllib.parse import unquote, urlsplit

import httpcore2

from ..errors import ClientClosedError
from .deadline import remaining
from .proxies import proxy_url
from .urls import Origin


class Abandoned(Protocol):
    """An answer that was dropped without being closed."""

    def close(self) -> None:
        """Take it out of its pool."""
        ...


class Slots:
    """Room for some requests, for threads.

    Args:
        count: How many requests fit.
    """

    __slots__ = ("_count", "_free", "closed", "process")

    def __init__(self, count: int) -> None:
        self._count = count
        self.closed: bool = False
        self.process: int = os.getpid()
        # Its `put` alone may interrupt itself, so that a finaliser can call it at any point.
        self._free: SimpleQueue[Abandoned | None] = SimpleQueue()
        for _ in range(count):
            self._free.put(None)

    def take(self, wait: float | None) -> bool:
        """Take a slot, and return whether it had to be waited for.

        Raises:
            ClientClosedError: The client is closed, or was meanwhile.
            PoolTimeout: None became free in so many seconds.
        """
        waited = False
        try:
            left_over = self._free.get_nowait()
        except Empty:
            waited = True
            left_over = self._next(wait)
        if self.closed:
            # The next that waits is to see it as well.
            self._free.put(left_over)
            refuse()
        if left_over is not None:
            try:
                left_over.close()
            except BaseException:
                self._free.put(None)
                raise
        return waited

    def give(self, left_over: Abandoned | None = None) -> None:
        """Give a slot back; `left_over` is closed by whoever takes it next."""
        self._free.put(left_over)

    def close(self) -> None:
        """Refuse all who wait, and all who come."""
        self.closed = True
        self._free.put(None)

    def _next(self, wait: float | None) -> Abandoned | None:
        try:
            return self._free.get(timeout=remaining(wait))
        except (Empty, TimeoutError):
            raise none_free(self._count) from None


def refuse() -> NoReturn:
    """Raise what a closed client says."""
    raise ClientClosedError("the client is closed")


def none_free(count: int) -> httpcore2.PoolTimeout:
    """The error for a wait that took too long."""
    return httpcore2.PoolTimeout(
        f"no connection was free in time: all {count} of the client are in use"
    )


MOST: Final = 100
KEPT: Final = 100
IDLE: Final = 15.0
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


def stream_of(response: httpcore2.Response) -> Any:  # noqa: ANN401 -- of either colour
    """The connection over which an answer comes."""
    # The library declares a dict of unknown things.
    return response.extensions[  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] -- as said
        "network_stream"
    ]


def target(origin: Origin, path: str) -> httpcore2.URL:
    """A URL as the pools take it."""
    return httpcore2.URL(
        scheme=origin.scheme.encode(),
        host=origin.host.encode(),
        port=None if origin.usual else origin.port,
        target=path.encode(),
    )
