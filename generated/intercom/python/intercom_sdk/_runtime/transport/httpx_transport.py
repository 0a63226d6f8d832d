"""HTTP clients that the caller supplies: their connections, proxies and hooks are used."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import httpx2

from ..argument_checks import kind_of
from ..errors import ArgumentError, ClientClosedError
from ..process import PROCESS
from .deadline import Phases
from .exchange import RawHeaders, Request, async_drain, drain, run_later

if TYPE_CHECKING:
    from ..request.payload import Payload
    from .deadline import Limits

# What reading may come to.
_FAILURES: Final = (httpx2.TransportError,)


class SuppliedTransport:
    """Sends through an `httpx2.Client`.

    Args:
        client: The caller's client.
    """

    def __init__(self, client: object) -> None:
        if not isinstance(client, httpx2.Client):
            kind = kind_of(client)
            raise ArgumentError(f"http_client must be an httpx2.Client, not {kind}")
        self._client = client

    def send(self, request: Request, limits: Limits) -> SuppliedResponse:
        """Send, and wait for the head of the answer."""
        if self._client.is_closed:
            raise ClientClosedError("the http_client is closed")
        sent = prepared(request, limits, self._client.headers)
        response = self._client.send(
            sent, stream=True, auth=None, follow_redirects=False
        )
        return SuppliedResponse(response, limits)

    def close(self) -> None:
        """Nothing: the client is the caller's."""


class _SuppliedHead:
    def __init__(self, response: httpx2.Response, limits: Limits) -> None:
        self._response = response
        self._limits = limits
        self._open = True
        self._process = PROCESS.id
        self.status: int = response.status_code
        self.headers: RawHeaders = response.headers.raw


class SuppliedResponse(_SuppliedHead):
    """The head of a response, and its body to be read."""

    def __iter__(self) -> Iterator[bytes]:
        stream = self._response.stream
        if not isinstance(stream, httpx2.SyncByteStream):
            raise TypeError("the client answered with an asynchronous body")
        return iter(stream)

    def close(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        self._open = False
        self._response.close()

    def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        drain(self, self._limits, _FAILURES)

    def abandon(self) -> bool:
        """Close, unless it is the parent process's."""
        if not self._open or self._process != PROCESS.id:
            return False
        self.close()
        return True


class _Chunks(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    def __init__(self, payload: Payload) -> None:
        self._payload = payload

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._payload)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._payload)


class _QuietURL(httpx2.URL):
    """A URL whose query isn't shown: httpx2 logs the URL of each request."""

    def __str__(self) -> str:
        return str(self.copy_with(query=None))

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def prepared(request: Request, limits: Limits, own: httpx2.Headers) -> httpx2.Request:
    """The request as httpx2 sends it.

    Args:
        request: What is sent.
        limits: What it may take.
        own: The headers that the caller's client adds to its requests.
    """
    body = request.body
    stream = httpx2.ByteStream(body) if isinstance(body, bytes) else _Chunks(body)
    made = httpx2.Request(
        request.method,
        request.url,
        headers=_headers(request, own),
        stream=stream,
        extensions={"timeout": Phases(limits.waits)},
    )
    if request.secrets:
        made.url = _QuietURL(request.url)
    return made


def _headers(request: Request, own: httpx2.Headers) -> list[tuple[bytes, bytes]]:
    """The request's headers, and those that the caller's client adds to its requests."""
    if request.foreign:
        return [*request.headers]
    taken = {name.lower() for name, _ in request.headers}
    return [
        *request.headers,
        *(pair for pair in own.raw if pair[0].lower() not in taken),
    ]


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

    async def send(self, request: Request, limits: Limits) -> AsyncSuppliedResponse:
        """Send, and wait for the head of the answer."""
        if self._client.is_closed:
            raise ClientClosedError("the http_client is closed")
        sent = prepared(request, limits, self._client.headers)
        async with asyncio.timeout(limits.left()):
            response = await self._client.send(
                sent, stream=True, auth=None, follow_redirects=False
            )
        return AsyncSuppliedResponse(response, limits)

    async def aclose(self) -> None:
        """Nothing: the client is the caller's."""


class AsyncSuppliedResponse(_SuppliedHead):
    """The head of a response, and its body to be read until the limits end."""

    def __init__(self, response: httpx2.Response, limits: Limits) -> None:
        super().__init__(response, limits)
        self._loop = asyncio.get_running_loop()

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
        await async_drain(self, _FAILURES)

    def abandon(self) -> bool:
        """Close as soon as the event loop can, unless it is the parent process's."""
        if not self._open or self._process != PROCESS.id:
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
