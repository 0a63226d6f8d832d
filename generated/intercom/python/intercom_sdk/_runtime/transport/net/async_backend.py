"""The network of the package's own asynchronous connections."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable

import httpcore2

from ...errors import without_locals
from ...process import PROCESS
from ..slots import raise_closed
from .async_connect import connect
from .async_pipes import AsyncEncrypted, AsyncPipe, open_pipe
from .connection import Closable, ConnectionState, connect_failure
from .tls import TlsRecords


class AsyncNetwork(httpcore2.AsyncNetworkBackend):
    """Opens connections.

    Args:
        slots: Hold whether the client is closed.
        layers: How often a connection is encrypted before requests are sent over it.
    """

    def __init__(self, slots: Closable, layers: int) -> None:
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
            sock = await connect(host, port, timeout)
            pipe = await open_pipe(sock)
        except (OSError, UnicodeError) as error:
            raise connect_failure(error) from without_locals(error)
        return AsyncNetworkConnection(pipe, self._slots, self._layers)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class AsyncNetworkConnection(ConnectionState, httpcore2.AsyncNetworkStream):
    """A connection that notices unsolicited data, as `NetworkConnection` does.

    Args:
        pipe: What carries it.
        slots: Hold whether the client is closed.
        layers: How often it is still to be encrypted before requests are sent over it.
    """

    def __init__(self, pipe: AsyncPipe, slots: Closable, layers: int) -> None:
        super().__init__(pipe, slots, layers)
        self._pipe = pipe

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next piece, or b"" at the end."""
        data = self.held
        try:
            if not data:
                data = await self._pipe.receive(max_bytes, timeout)
            elif self.many:
                data += self._pipe.ready(max_bytes) or b""
        except OSError as error:
            raise self._read_failure(error) from without_locals(error)
        return self.hand_out(data) if data else self._end()

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        if self._slots.closed:
            raise_closed()
        if buffer:
            self.sending(buffer)
            try:
                await self._pipe.send(buffer, timeout)
            except OSError as error:
                raise self._write_failure(error) from without_locals(error)

    async def aclose(self) -> None:
        """Close it; nothing in a forked process, which shares more than the socket."""
        if self._process == PROCESS.id:
            self._pipe.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Encrypt it from now on."""
        if self.has_unsolicited_data or self._pipe.pending:
            self._pipe.abort()
            raise httpcore2.ConnectError("more came than the proxy's answer")
        try:
            pipe = AsyncEncrypted(self._pipe, TlsRecords(ssl_context, server_hostname))
            await pipe.handshake(timeout)
        except BaseException as error:
            self._pipe.abort()
            if isinstance(error, OSError | ValueError):
                raise connect_failure(error) from without_locals(error)
            raise
        return AsyncNetworkConnection(pipe, self._slots, max(0, self._layers - 1))
