"""The client's own connections, for synchronous calls.

Three things are done here that the library below leaves open: each read gets what is left of the
deadline, so that an answer that trickles in ends too; a connection on which the server has sent
more than it was asked for is dropped; and a forked process doesn't use its parent's connections.
"""

from __future__ import annotations

import os
import socket
import ssl
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import httpcore2

from . import pool
from .deadline import Bound, Limits
from .exchange import RawHeaders, Request
from .payload import CHUNK
from .urls import Origin


class PooledTransport:
    """Sends over pooled connections, made as they are needed."""

    def __init__(self) -> None:
        self._begin()
        self._left_behind: list[object] = []

    def _begin(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._pools: dict[tuple[bool, str], _Pool] = {}
        self._by_origin: dict[Origin, _Pool] = {}

    def send(self, request: Request, limits: Limits) -> PooledAnswer:
        """Send, and wait for the head of the answer."""
        response = self._pool(request).handle_request(
            httpcore2.Request(
                request.method,
                pool.target(request.origin, request.target),
                headers=request.headers,
                content=request.body,
                extensions={"timeout": limits.extension()},
            )
        )
        return PooledAnswer(response)

    def close(self) -> None:
        """Give up all connections."""
        with self._lock:
            pools = list(self._pools.values())
            self._pools.clear()
            self._by_origin.clear()
        for one in pools:
            one.close()

    def _pool(self, request: Request) -> _Pool:
        if self._process != os.getpid():
            # Kept, not closed: closing would end the parent's encrypted connections.
            self._left_behind.append(self._pools)
            self._begin()
        found = self._by_origin.get(request.origin)
        if found is None:
            key = pool.key(request.origin)
            with self._lock:
                found = self._pools.get(key) or _Pool(*key)
                self._pools[key] = self._by_origin[request.origin] = found
        return found


class PooledAnswer:
    """The head of an answer, and its body to be read.

    Args:
        response: The answer as the library has it.
    """

    __slots__ = ("_response", "headers", "status")

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response
        self.status: int = response.status
        self.headers: RawHeaders = response.headers

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        self._response.close()


class _Pool(httpcore2.ConnectionPool):
    def __init__(self, encrypted: bool, proxy_url: str) -> None:
        super().__init__(
            ssl_context=httpcore2.default_ssl_context() if encrypted else None,
            proxy=pool.proxy(proxy_url),
            max_connections=pool.MOST,
            max_keepalive_connections=pool.KEPT,
            keepalive_expiry=pool.IDLE,
            network_backend=_Backend(),
        )

    def create_connection(
        self, origin: httpcore2.Origin
    ) -> httpcore2.ConnectionInterface:
        if self._proxy is not None:
            return super().create_connection(origin)
        return _Connection(
            origin=origin,
            ssl_context=self._ssl_context,
            keepalive_expiry=self._keepalive_expiry,
            network_backend=self._network_backend,
        )


class _Connection(httpcore2.HTTPConnection):
    def has_expired(self) -> bool:
        return pool.oversent(self._connection) or super().has_expired()


class _Backend(httpcore2.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address that answers, all of them within the same time."""
        last: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in _addresses(host, port):
            try:
                stream = super().connect_tcp(
                    address,
                    port,
                    _left(timeout, httpcore2.ConnectTimeout),
                    local_address,
                    socket_options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return _Stream(stream)
        raise last or httpcore2.ConnectError(f"{host} has no address")


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore2.ConnectError(str(error)) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Stream(httpcore2.NetworkStream):
    """A connection that looks at the deadline before each wait."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # In pieces, so that a server that takes them slowly meets the deadline as well.
        for start in range(0, len(buffer), CHUNK):
            left = _left(timeout, httpcore2.WriteTimeout)
            self._stream.write(buffer[start : start + CHUNK], left)

    def close(self) -> None:
        # Closing alone would leave a thread waiting that reads from it.
        with suppress(OSError):
            self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            left = _left(timeout, httpcore2.ConnectTimeout)
        except httpcore2.ConnectTimeout:
            # The library closes what it has begun to encrypt, and nothing before.
            self._stream.close()
            raise
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(
        self, info: str
    ) -> Any:  # noqa: ANN401 -- the library's signature
        return self._stream.get_extra_info(info)


def _left(
    timeout: float | None, expired: type[httpcore2.TimeoutException]
) -> float | None:
    if not isinstance(timeout, Bound):
        return timeout
    left = timeout.left()
    if left <= 0:
        raise expired("the time for the whole answer is over")
    return left
