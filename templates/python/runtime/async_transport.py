"""The client's own connections, for asynchronous calls.

Deadlines need nothing here, since a task can be cancelled in any wait. A connection on which the
server has sent more than it was asked for is dropped, and connections stay with the event loop and
the process that made them.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncIterator, Iterable
from typing import Any, cast

import httpcore2

from . import pool
from .deadline import Limits
from .exchange import RawHeaders, Request
from .urls import Origin


class AsyncPooledTransport:
    """Sends over pooled connections, made as they are needed."""

    def __init__(self) -> None:
        self._owner: tuple[int, object] | None = None
        self._pools: dict[tuple[bool, str], _Pool] = {}
        self._by_origin: dict[Origin, _Pool] = {}
        self._left_behind: list[object] = []

    async def send(self, request: Request, limits: Limits) -> AsyncPooledAnswer:
        """Send, and wait for the head of the answer."""
        timeouts = {} if limits.covered else limits.extension()
        response = await self._pool(request).handle_async_request(
            httpcore2.Request(
                request.method,
                pool.target(request.origin, request.target),
                headers=request.headers,
                content=request.body,
                extensions={"timeout": timeouts},
            )
        )
        return AsyncPooledAnswer(response)

    async def aclose(self) -> None:
        """Give up all connections."""
        pools = list(self._pools.values())
        self._pools.clear()
        self._by_origin.clear()
        if self._owner == _here():
            for one in pools:
                await one.aclose()

    def _pool(self, request: Request) -> _Pool:
        here = _here()
        if self._owner != here:
            # Another loop's connections can't be used here, and not be closed either.
            self._left_behind = [self._pools] if self._pools else []
            self._pools, self._by_origin = {}, {}
            self._owner = here
        found = self._by_origin.get(request.origin)
        if found is None:
            key = pool.key(request.origin)
            found = self._pools.get(key) or _Pool(*key)
            self._pools[key] = self._by_origin[request.origin] = found
        return found


class AsyncPooledAnswer:
    """The head of an answer, and its body to be read.

    Args:
        response: The answer as the library has it.
    """

    __slots__ = ("_response", "headers", "status")

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response
        self.status: int = response.status
        self.headers: RawHeaders = response.headers

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._response.aiter_stream()

    async def aclose(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        await self._response.aclose()


class _Pool(httpcore2.AsyncConnectionPool):
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
    ) -> httpcore2.AsyncConnectionInterface:
        if self._proxy is not None:
            return super().create_connection(origin)
        return _Connection(
            origin=origin,
            ssl_context=self._ssl_context,
            keepalive_expiry=self._keepalive_expiry,
            network_backend=self._network_backend,
        )


class _Connection(httpcore2.AsyncHTTPConnection):
    def has_expired(self) -> bool:
        return pool.oversent(self._connection) or super().has_expired()


class _Backend(httpcore2.AsyncNetworkBackend):
    def __init__(self) -> None:
        # Type checkers see the stand-in that is there when anyio is missing.
        self._inner = cast("httpcore2.AsyncNetworkBackend", httpcore2.AnyIOBackend())

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        return _Stream(
            await self._inner.connect_tcp(
                host, port, timeout, local_address, socket_options
            )
        )


class _Stream(httpcore2.AsyncNetworkStream):
    """A connection that is closed when its handshake is cancelled."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(
        self, info: str
    ) -> Any:  # noqa: ANN401 -- the library's signature
        return self._stream.get_extra_info(info)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._stream.aclose()
            raise


def _here() -> tuple[int, object]:
    return os.getpid(), asyncio.get_running_loop()
