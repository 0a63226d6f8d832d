"""HTTP clients that the caller brings along, for asynchronous calls; see `supplied`."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx2

from .arguments import kind_of
from .errors import ArgumentError, ClientClosedError
from .exchange import DRAIN_BYTES, DRAIN_SECONDS, RawHeaders, Request
from .later import run_later
from .supplied import prepared

if TYPE_CHECKING:
    from .deadline import Limits


class AsyncSuppliedTransport:
    """Sends through an `httpx2.AsyncClient`.

    Args:
        client: The caller's client.
    """

    def __init__(self, client: object) -> None:
        if not isinstance(client, httpx2.AsyncClient):
            kind = kind_of(client)
            raise ArgumentError(
                f"http_client must be an httpx2.AsyncClient, not {kind}"
            )
        self._client = client

    async def send(self, request: Request, limits: Limits) -> AsyncSuppliedAnswer:
        """Send, and wait for the head of the answer."""
        if self._client.is_closed:
            raise ClientClosedError("the http_client is closed")
        sent = prepared(request, limits, self._client.headers)
        async with asyncio.timeout(limits.left()):
            response = await self._client.send(
                sent, stream=True, auth=None, follow_redirects=False
            )
        return AsyncSuppliedAnswer(response, limits)

    async def aclose(self) -> None:
        """Nothing: the client is the caller's."""


class AsyncSuppliedAnswer:
    """The head of an answer, and its body to be read.

    Args:
        response: The answer as the client has it.
        limits: When the body has to be over.
    """

    __slots__ = (
        "_limits",
        "_loop",
        "_open",
        "_process",
        "_response",
        "headers",
        "status",
    )

    def __init__(self, response: httpx2.Response, limits: Limits) -> None:
        self._response = response
        self._limits = limits
        self._open = True
        self._loop = asyncio.get_running_loop()
        self._process = os.getpid()
        self.status: int = response.status_code
        self.headers: RawHeaders = response.headers.raw

    def __aiter__(self) -> AsyncIterator[bytes]:
        stream = self._response.stream
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise TypeError("the client answered with a synchronous body")
        return _until(aiter(stream), self._limits)

    async def aclose(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        self._open = False
        await self._response.aclose()

    async def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        left = DRAIN_BYTES
        try:
            with suppress(TimeoutError, httpx2.TransportError):
                async with asyncio.timeout(DRAIN_SECONDS):
                    async for piece in self:
                        left -= len(piece)
                        if left < 0:
                            break
        finally:
            await self.aclose()

    def drop(self) -> bool:
        """Close as soon as the event loop can, unless it is the parent process's."""
        if not self._open or self._process != os.getpid():
            return False
        self._open = False
        # An event loop that is closed has taken its connections with it.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(run_later, self._response.aclose)
        return True


async def _until(pieces: AsyncIterator[bytes], limits: Limits) -> AsyncIterator[bytes]:
    """The pieces, as long as they come in time."""
    while True:
        async with asyncio.timeout(limits.left()):
            piece = await anext(pieces, None)
        if piece is None:
            return
        yield piece
