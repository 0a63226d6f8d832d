"""The client's own connections, for asynchronous calls: they stay with the event loop and the
process that made them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

import httpcore2

from ..process import PROCESS
from ..request.payload import Payload
from . import pool
from .async_slots import AsyncSlots
from .deadline import Limits
from .exchange import RawHeaders, Request, async_drain, run_later
from .in_thread import InThread
from .net.async_backend import AsyncNetwork
from .slots import raise_closed
from .transport import FAILURES, library_request
from .urls import Origin

if TYPE_CHECKING:
    import ssl

_NOTHING: Final = Payload(())


def import_backend() -> None:
    """Let the library import what it imports at its first use; in a thread without event loop."""
    asyncio.run(httpcore2.AsyncConnectionPool().aclose())


class AsyncPooledTransport:
    """Sends over pooled connections, made as they are needed.

    Args:
        options: How they are made and kept.
    """

    def __init__(self, options: pool.PoolOptions) -> None:
        self._options = options
        self._ssl_context = options.ssl_context
        self._owner: tuple[int, object] | None = None
        self._pools: dict[pool.Key, _Pool] = {}
        self._by_origin: dict[Origin, _Pool] = {}
        self._left_behind: list[object] = []
        self._default_context = InThread(httpcore2.default_ssl_context)
        self._closed = False

    async def send(self, request: Request, limits: Limits) -> AsyncPooledResponse:
        """Send, and wait for the head of the answer."""
        connections = await self._pool(request)
        slots = connections.slots
        if not slots.take():
            await slots.acquire(limits)
        prepared = library_request(request, limits, _NOTHING)
        try:
            if isinstance(request.body, bytes):
                # Each wait of ours looks at the end of the attempt by itself.
                response = await connections.handle_async_request(prepared)
            else:
                async with asyncio.timeout(limits.left()):
                    response = await connections.handle_async_request(prepared)
        except BaseException:
            slots.release()
            raise
        return AsyncPooledResponse(response, slots)

    async def aclose(self) -> None:
        """Give up all connections; what waits for one is refused."""
        self._closed = True
        pools = list(self._pools.values())
        self._pools.clear()
        self._by_origin.clear()
        if self._owner == _here():
            for one in pools:
                one.slots.close()
                await one.aclose()
            # The event loop closes what was aborted in its next round.
            await asyncio.sleep(0)

    async def _pool(self, request: Request) -> _Pool:
        if self._ssl_context is None and request.origin.scheme == "https":
            # Certificates are read, which would stop the event loop.
            self._ssl_context = await self._default_context.result()
            if self._closed:
                raise_closed()
        here = _here()
        if self._owner != here:
            # Another loop's connections can't be used here, and not be closed either.
            self._left_behind = [self._pools] if self._pools else []
            self._pools, self._by_origin = {}, {}
            self._owner = here
        found = self._by_origin.get(request.origin)
        if found is None:
            if self._closed:
                raise_closed()
            key = pool.key(request.origin, self._options)
            found = self._pools.get(key) or _Pool(
                *key, self._ssl_context, self._options
            )
            self._pools[key] = self._by_origin[request.origin] = found
        return found


class AsyncPooledResponse:
    """The head of an answer, and its body to be read.

    Args:
        response: The answer as the library has it.
        slots: Where its slot is given back.
    """

    __slots__ = ("_pieces", "_response", "_slots", "headers", "status")

    def __init__(self, response: httpcore2.Response, slots: AsyncSlots) -> None:
        self._response = response
        self._slots: AsyncSlots | None = slots
        self._pieces: AsyncIterator[bytes] | None = None
        self.status: int = response.status
        self.headers: RawHeaders = response.headers

    def __aiter__(self) -> AsyncIterator[bytes]:
        if self._pieces is None:
            self._pieces = self._response.aiter_stream()
        return self._pieces

    async def aclose(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        slots, self._slots = self._slots, None
        if slots is not None and slots.process == PROCESS.id:
            await _close(self._response, slots)

    async def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        await async_drain(self, FAILURES)

    def abandon(self) -> bool:
        """Give the connection up from a finaliser, which may run in any thread, and at any point.

        Returns:
            Whether it was still open.
        """
        slots, self._slots = self._slots, None
        if slots is None or slots.process != PROCESS.id:
            return False
        # An event loop that is closed has taken its connections with it.
        with suppress(RuntimeError):
            close = partial(_close, self._response, slots)
            slots.loop.call_soon_threadsafe(run_later, close)
        return True


class _Pool(httpcore2.AsyncConnectionPool):
    def __init__(
        self,
        encrypted: bool,
        proxy_url: str,
        context: ssl.SSLContext | None,
        options: pool.PoolOptions,
    ) -> None:
        self.slots: Final = AsyncSlots(options.max_connections)
        proxy = pool.proxy(proxy_url)
        super().__init__(
            ssl_context=(context if encrypted else None),
            proxy=proxy,
            max_connections=options.max_connections,
            max_keepalive_connections=options.max_keepalive_connections,
            keepalive_expiry=options.keepalive_expiry,
            network_backend=AsyncNetwork(self.slots, pool.layers(encrypted, proxy)),
        )


async def _close(response: httpcore2.Response, slots: AsyncSlots) -> None:
    try:
        await response.aclose()
    finally:
        slots.release()


def _here() -> tuple[int, object]:
    return PROCESS.id, asyncio.get_running_loop()
