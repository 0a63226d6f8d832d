"""Bytes in both directions, plain or encrypted, on the event loop's transports.

What has come is kept here and nowhere below, so that nothing which came too much is out of sight.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from contextlib import suppress
from typing import Final, TypeAlias

from ...request.payload import CHUNK
from ..deadline import remaining
from .connection import readable
from .tls import TlsPipe

_CIPHERTEXT: Final = 64 * 1024
# Bytes that are kept before the other side is made to wait.
_FULL: Final = 256 * 1024


class AsyncPlain(asyncio.Protocol):
    """What the event loop reads and writes for us."""

    ssl_object: ssl.SSLObject | None = None

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._came = bytearray()
        self._ended = False
        self._error: Exception | None = None
        self._paused = False
        self._blocked = False
        self._reader: asyncio.Future[bool] | None = None
        self._writer: asyncio.Future[bool] | None = None

    # What the event loop calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Keep what comes."""
        self._came += data
        if len(self._came) > _FULL and not self._paused and self._transport is not None:
            self._paused = True
            self._transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """Nothing more comes; what is being sent goes on."""
        self._ended = True
        _wake(self._reader)
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing comes or goes any more."""
        self._ended = True
        self._error = exc
        self._transport = None
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        """The other side is slower than we are."""
        self._blocked = True

    def resume_writing(self) -> None:
        """The other side has caught up."""
        self._blocked = False
        _wake(self._writer)

    # What the stream calls.

    @property
    def socket(self) -> socket.socket | None:
        """What carries it."""
        if self._transport is None or self._transport.is_closing():
            return None
        sock: socket.socket | None = self._transport.get_extra_info("socket")
        return sock

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        return bool(self._came)

    def readable(self) -> bool:
        """Whether a read of its socket would return at once, or has nothing to read from."""
        return readable(self.socket)

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        came = self._came
        if not came:
            if self._error is not None:
                raise OSError(str(self._error)) from self._error
            return b"" if self._ended else None
        if len(came) <= size:
            data = bytes(came)
            came.clear()
        else:
            data = bytes(came[:size])
            del came[:size]
        if self._paused and self._transport is not None and len(came) <= _FULL // 2:
            self._paused = False
            self._transport.resume_reading()
        return data

    async def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        seconds = remaining(wait)
        while (data := self.ready(size)) is None:
            self._reader = self._loop.create_future()
            await self._until(self._reader, seconds)
            seconds = remaining(wait)
        return data

    async def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        for start in range(0, len(data), CHUNK):
            seconds = remaining(wait)
            transport = self._transport
            if transport is None or transport.is_closing():
                raise OSError("the connection is closed")
            piece = data if len(data) <= CHUNK else data[start : start + CHUNK]
            transport.write(piece)
            while self._blocked and self._transport is not None:
                self._writer = self._loop.create_future()
                await self._until(self._writer, seconds)
                seconds = remaining(wait)

    def abort(self) -> None:
        """End it at once."""
        if self._transport is not None:
            self._transport.abort()

    async def _until(self, future: asyncio.Future[bool], wait: float | None) -> None:
        """Wait until something happens.

        Raises:
            TimeoutError: Nothing does, for so many seconds.
        """
        if wait is None:
            await future
            return
        timer = self._loop.call_later(wait, _wake, future, False)
        try:
            if not await future:
                raise TimeoutError("nothing happened in time")
        finally:
            timer.cancel()


class AsyncEncrypted(TlsPipe["AsyncPipe"]):
    """TLS over another pipe."""

    @property
    def socket(self) -> socket.socket | None:
        """What carries it."""
        return self._pipe.socket

    async def handshake(self, wait: float | None) -> None:
        """Agree on keys, and see the other side's certificate."""
        try:
            while not self._records.handshake():
                await self._flush(wait)
                self._records.feed(await self._pipe.receive(_CIPHERTEXT, wait))
        finally:
            # The alert about what is wrong with the other side is sent to it.
            with suppress(OSError):
                await self._flush(wait)

    async def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        while (data := self._records.read(size)) is None:
            await self._flush(wait)
            self._records.feed(await self._pipe.receive(_CIPHERTEXT, wait))
        return data

    async def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        for start in range(0, len(data), CHUNK):
            self._records.write(data[start : start + CHUNK])
            await self._flush(wait)

    def abort(self) -> None:
        """End it at once."""
        self._pipe.abort()

    async def _flush(self, wait: float | None) -> None:
        if data := self._records.take():
            await self._pipe.send(data, wait)


AsyncPipe: TypeAlias = AsyncPlain | AsyncEncrypted


async def open_pipe(sock: socket.socket) -> AsyncPlain:
    """What the event loop reads from a connected socket, and writes to it."""
    try:
        _, pipe = await asyncio.get_running_loop().create_connection(
            AsyncPlain, sock=sock
        )
    except BaseException:
        sock.close()
        raise
    return pipe


def _wake(future: asyncio.Future[bool] | None, came: bool = True) -> None:
    if future is not None and not future.done():
        future.set_result(came)
