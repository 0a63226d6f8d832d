"""Answers of a fake, as clients of both kinds read them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator
from typing import Any

from msgspec import Struct

from ..transport.exchange import RawHeaders, Request


class Reply(Struct, frozen=True):
    """An answer as it is sent; `is_cut` tells that the connection ends within its body."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    is_cut: bool = False


class _Head:
    """The head of an answer, which there is as soon as the body of its request was read."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self.status: int = reply.status
        self.headers: RawHeaders = [
            (name.encode("latin-1"), value.encode("latin-1"))
            for name, value in reply.headers
        ]

    def pieces(self) -> Iterator[bytes]:
        """The body, as far as it comes."""
        yield self._reply.body
        if self._reply.is_cut:
            raise ConnectionResetError("the connection was dropped")

    def abandon(self) -> bool:
        """Nothing: there is no connection."""
        return False


class Answer(_Head):
    """An answer to a synchronous client."""

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces()

    def close(self) -> None:
        """Nothing: there is no connection."""

    def drain(self) -> None:
        """Nothing: there is no connection."""


class AsyncAnswer(_Head):
    """An answer to an asynchronous client."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces():
            yield piece

    async def aclose(self) -> None:
        """Nothing: there is no connection."""

    async def drain(self) -> None:
        """Nothing: there is no connection."""


class Sent:
    """An answer for either kind of client: it is one for synchronous ones, and can be awaited.

    A body that is read while it is sent is read by whichever of the two it is.

    Args:
        request: The request.
        reply: Gives the answer to it and its body.
    """

    def __init__(
        self, request: Request, reply: Callable[[Request, bytes], Reply]
    ) -> None:
        self._request = request
        self._reply = reply
        held = request.body
        self._known = reply(request, held) if isinstance(held, bytes) else None

    def _answer(self) -> Answer:
        if self._known is None:
            self._known = self._reply(self._request, b"".join(self._pieces()))
        return Answer(self._known)

    def _pieces(self) -> Iterator[bytes]:
        body = self._request.body
        yield from [body] if isinstance(body, bytes) else body

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._answer().status

    @property
    def headers(self) -> RawHeaders:
        """The headers."""
        return self._answer().headers

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer())

    def close(self) -> None:
        """Nothing: there is no connection."""

    def drain(self) -> None:
        """Nothing: there is no connection."""

    def abandon(self) -> bool:
        """Nothing: there is no connection."""
        return False

    def __await__(self) -> Generator[Any, None, AsyncAnswer]:
        return self._awaited().__await__()

    async def _awaited(self) -> AsyncAnswer:
        body = self._request.body
        if self._known is None and not isinstance(body, bytes):
            pieces = [piece async for piece in body]
            self._known = self._reply(self._request, b"".join(pieces))
        return AsyncAnswer(self._known or Reply(0))
