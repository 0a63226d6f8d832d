"""The client's own connections, for synchronous calls."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterable, Iterable, Iterator
from typing import Any, Final

import httpcore2

from ..process import PROCESS
from . import pool
from .deadline import Limits
from .exchange import RawHeaders, Request, drain
from .net.backend import Network
from .slots import Slot, Slots, raise_closed
from .urls import DEFAULT_PORTS, Origin

# What reading may come to.
FAILURES: Final = (
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.TimeoutException,
)


def library_request(
    request: Request, limits: Limits, nothing: Iterable[bytes] | AsyncIterable[bytes]
) -> httpcore2.Request:
    """A request as the library takes it.

    Args:
        request: The request.
        limits: What bounds its waits.
        nothing: The body without a piece; the library sends a piece even of b"".
    """
    origin = request.origin
    is_usual = origin.port == DEFAULT_PORTS[origin.scheme]
    prepared = httpcore2.Request(
        request.method,
        httpcore2.URL(
            scheme=origin.scheme.encode(),
            host=origin.host.encode(),
            port=None if is_usual else origin.port,
            target=request.target.encode(),
        ),
        content=request.body or nothing,
        extensions={"timeout": limits.waits},
    )
    # They are bytes already, so the constructor needs not look at each.
    prepared.headers = [*request.headers]
    return prepared


class PooledTransport:
    """Sends over pooled connections, made as they are needed.

    Args:
        options: How they are made and kept.
    """

    def __init__(self, options: pool.PoolOptions) -> None:
        self._options = options
        self._closed = False
        self._begin()

    def _begin(self) -> None:
        self._process = PROCESS.id
        self._lock = threading.Lock()
        self._pools: dict[pool.Key, _Pool] = {}
        self._by_origin: dict[Origin, _Pool] = {}

    def send(self, request: Request, limits: Limits) -> PooledResponse:
        """Send, and wait for the head of the answer."""
        connections = self._pool(request)
        slot = connections.slots.acquire(limits)
        try:
            slot.held = connections.handle_request(library_request(request, limits, ()))
        except BaseException:
            slot.release()
            raise
        return PooledResponse(slot.held, slot, limits)

    def close(self) -> None:
        """Give up all connections; what waits for one is refused."""
        if self._process != PROCESS.id:
            self._leave()
        with self._lock:
            self._closed = True
            pools = list(self._pools.values())
            self._pools.clear()
            self._by_origin.clear()
        for one in pools:
            one.slots.close()
            one.close()

    def _pool(self, request: Request) -> _Pool:
        if self._process != PROCESS.id:
            self._leave()
        found = self._by_origin.get(request.origin)
        if found is None:
            key = pool.key(request.origin, self._options)
            with self._lock:
                if self._closed:
                    raise_closed()
                found = self._pools.get(key) or _Pool(*key, self._options)
                self._pools[key] = self._by_origin[request.origin] = found
        return found

    def _leave(self) -> None:
        """Begin anew in a forked process: the parent's connections and locks are the parent's."""
        pools = list(self._pools.values())
        self._begin()
        for one in pools:
            for connection in one.connections:
                # Only this process's copy; the pool's own lock may be held for ever.
                connection.close()


class PooledResponse:
    """The head of an answer, and its body to be read.

    Args:
        response: The answer as the library has it.
        slot: What it takes of the client's room.
        limits: What bounds its waits.
    """

    __slots__ = ("_limits", "_pieces", "_response", "_slot", "headers", "status")

    def __init__(
        self, response: httpcore2.Response, slot: Slot, limits: Limits
    ) -> None:
        self._response = response
        self._limits = limits
        self._pieces: Iterator[bytes] | None = None
        self.status: int = response.status
        self.headers: RawHeaders = response.headers
        self._slot: Slot | None = slot

    def __iter__(self) -> Iterator[bytes]:
        if self._pieces is None:
            self._pieces = self._response.iter_stream()
        return self._pieces

    def close(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        slot, self._slot = self._slot, None
        if slot is None:
            return
        if slot.process != PROCESS.id:
            self._stream.close()
            return
        try:
            self._response.close()
        finally:
            slot.held = None
            slot.release()

    def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        drain(self, self._limits, FAILURES)

    def abandon(self) -> bool:
        """Give the connection up from a finaliser, which may interrupt anything: no lock is taken.

        Returns:
            Whether it was still open.
        """
        slot, self._slot = self._slot, None
        if slot is None:
            return False
        self._stream.close()
        if slot.process != PROCESS.id:
            return False
        slot.release()
        return True

    @property
    def _stream(self) -> Any:  # noqa: ANN401 -- the library declares unknown things
        return self._response.extensions[  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] -- as above
            "network_stream"
        ]


class _Pool(httpcore2.ConnectionPool):
    def __init__(
        self, encrypted: bool, proxy_url: str, options: pool.PoolOptions
    ) -> None:
        self.slots: Final = Slots(options.max_connections)
        proxy, context = pool.proxy(proxy_url), options.ssl_context
        super().__init__(
            ssl_context=(
                (context or httpcore2.default_ssl_context()) if encrypted else None
            ),
            proxy=proxy,
            max_connections=options.max_connections,
            max_keepalive_connections=options.max_keepalive_connections,
            keepalive_expiry=options.keepalive_expiry,
            network_backend=Network(self.slots, pool.layers(encrypted, proxy)),
        )
