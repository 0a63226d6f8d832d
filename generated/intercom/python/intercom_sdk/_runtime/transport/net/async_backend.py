"""The network of the package's own asynchronous connections, and how many requests it carries."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from os import getpid
from typing import Any

import httpcore2

from ...errors import ClientClosedError
from ..deadline import remaining
from ..pool import none_free, refuse
from . import connection
from .async_connect import connect
from .async_pipes import AsyncEncrypted, AsyncPipe, over
from .connection import Surplus
from .tls import TlsRecords


class AsyncSlots:
    """Room for some requests, for the tasks of one event loop.

    Args:
        count: How many requests fit.
    """

    __slots__ = ("_count", "_free", "_waiting", "closed", "process")

    def __init__(self, count: int) -> None:
        self._count = count
        self._free = count
        self._waiting: deque[asyncio.Future[None]] = deque()
        self.closed: bool = False
        self.process: int = os.getpid()

    async def take(self, wait: float | None) -> bool:
        """Take a slot, and return whether it had to be waited for.

        Raises:
            ClientClosedError: The client is closed, or was meanwhile.
            PoolTimeout: None became free in so many seconds.
        """
        if self.closed:
            refuse()
        if self._free:
            self._free -= 1
            return False
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            async with asyncio.timeout(remaining(wait)):
                await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                # It came at the moment in which the wait was given up.
                self.give()
            turn.cancel()
            with suppress(ValueError):
                self._waiting.remove(turn)
            if isinstance(error, TimeoutError):
                raise none_free(self._count) from None
            raise
        return True

    def give(self) -> None:
        """Give a slot back."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def close(self) -> None:
        """Refuse all who wait, and all who come."""
        self.closed = True
        for turn in self._waiting:
            if not turn.done():
                turn.set_exception(ClientClosedError("the client is closed"))
        self._waiting.clear()


class AsyncNetwork(httpcore2.AsyncNetworkBackend):
    """Opens connections.

    Args:
        slots: Tells whether the client is closed.
        layers: How often a connection is encrypted before requests are sent over it.
    """

    def __init__(self, slots: AsyncSlots, layers: int) -> None:
        self._slots = slots
        self._layers = layers

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first address that answers."""
        try:
            options = socket_options or ()
            sock = await connect(host, port, timeout, local_address, options)
            pipe = await over(sock)
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout("no connection in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(error) from error
        return AsyncNetworkConnection(pipe, self._slots, self._layers)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class AsyncNetworkConnection(httpcore2.AsyncNetworkStream):
    """A connection that knows whether more came than was asked for, as `network.Stream` does.

    Args:
        pipe: What carries it.
        slots: Tells whether the client is closed.
        layers: How often it is still to be encrypted before requests are sent over it.
    """

    def __init__(self, pipe: AsyncPipe, slots: AsyncSlots, layers: int) -> None:
        self._pipe = pipe
        self._slots = slots
        self._layers = layers
        self._stage = connection.CONNECTING if layers else connection.CONNECTED
        self._surplus = Surplus()
        self._process = getpid()

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,
    ) -> bytes:
        """The next piece, or b"" at the end."""
        surplus = self._surplus
        held = surplus.held
        try:
            if not held:
                data = await self._pipe.receive(max_bytes, timeout)
            elif surplus.many:
                data = held + (self._pipe.ready(max_bytes) or b"")
            else:
                data = held
        except TimeoutError as error:
            raise self._stage.slow_read(self._stage.slow) from error
        except OSError as error:
            raise self._lost(error) from error
        return surplus.hand_out(data) if data else self._ended()

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,
    ) -> None:
        """Send all of it."""
        if self._slots.closed:
            refuse()
        self._surplus.sending(buffer)
        try:
            await self._pipe.send(buffer, timeout)
        except TimeoutError as error:
            raise self._stage.slow_write(self._stage.slow) from error
        except OSError as error:
            raise self._stage.unsent(error) from error

    async def aclose(self) -> None:
        """Close it; nothing in a forked process, which shares more than the socket."""
        if self._process == getpid():
            self._pipe.abort()

    def hurry(self, seconds: float | None) -> None:
        """Let nothing be waited for after so many seconds; None ends the hurry."""
        now = asyncio.get_running_loop().time()
        self._pipe.hurry(None if seconds is None else now + seconds)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Encrypt it from now on."""
        if self._surplus.exists or self._pipe.pending:
            self._pipe.abort()
            raise httpcore2.ConnectError("more came than the proxy's answer")
        try:
            pipe = AsyncEncrypted(self._pipe, TlsRecords(ssl_context, server_hostname))
            await pipe.handshake(timeout)
        except TimeoutError as error:
            self._pipe.abort()
            raise httpcore2.ConnectTimeout("no connection in time") from error
        except (OSError, ValueError) as error:
            self._pipe.abort()
            raise httpcore2.ConnectError(error) from error
        except BaseException:
            self._pipe.abort()
            raise
        return AsyncNetworkConnection(pipe, self._slots, max(0, self._layers - 1))

    def get_extra_info(
        self, info: str
    ) -> Any:  # noqa: ANN401 -- the library's signature
        """What is known about it, by the library's names."""
        pipe = self._pipe
        sock = pipe.socket
        match info:
            case "is_readable":
                return self._surplus.exists or pipe.pending or connection.readable(sock)
            case "ssl_object":
                return pipe.records.object if isinstance(pipe, AsyncEncrypted) else None
            case "socket":
                return sock
            case "client_addr":
                return None if sock is None else sock.getsockname()
            case "server_addr":
                return None if sock is None else sock.getpeername()
            case _:
                return None

    def _ended(self) -> bytes:
        if self._slots.closed:
            raise httpcore2.ReadError("the client was closed")
        if self._layers:
            raise httpcore2.ConnectError("the proxy ended the connection")
        return b""

    def _lost(self, error: OSError) -> Exception:
        if self._slots.closed:
            return httpcore2.ReadError("the client was closed")
        return self._stage.lost(error)
