"""Bodies of answers that are handed out as they come, and their pieces."""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from ..response.response import Headers, RateLimit, rate_limit_of
from ..transport.exchange import (
    AsyncRawResponse,
    RawHeaders,
    RawResponse,
    ResponseHead,
)
from .call import Call

A = TypeVar("A", bound=ResponseHead)
# What sending again returns: an answer, or an awaitable of one.
S = TypeVar("S")
SendAgain: TypeAlias = Callable[[Call[Any], RawHeaders, float], S]


class Opened(Generic[A, S]):
    """A call whose answer is being read.

    A body and what reads it share this, and don't refer to each other: so the body goes when the
    last one who reads it goes.

    Args:
        call: The call.
        answer: Its answer, whose body is still to come; another one once it was sent again.
        send_again: Waits some seconds, sends the call with further headers, and returns its
            successful answer, or an awaitable of it.
    """

    __slots__ = ("answer", "call", "send_again")

    def __init__(
        self,
        call: Call[Any],
        answer: A,
        send_again: SendAgain[S],
    ) -> None:
        self.call = call
        self.answer = answer
        self.send_again = send_again


OpenedSync: TypeAlias = Opened[RawResponse, RawResponse]
OpenedAsync: TypeAlias = Opened[AsyncRawResponse, Awaitable[AsyncRawResponse]]


class _Body(Generic[A, S]):
    """A response whose body is still to come.

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
        send_again: Sends the call once more, see `Opened`.
    """

    def __init__(self, call: Call[Any], answer: A, send_again: SendAgain[S]) -> None:
        self._opened: Opened[A, S] = Opened(call, answer, send_again)
        head = call.received.response(None, call.budget)
        self.status: int = head.status
        self.headers: Headers = head.headers
        self.request_id: str | None = head.request_id
        self.method: str = head.method
        self.path: str = head.path
        self._received_at = head.received_at

    @property
    def rate_limit(self) -> RateLimit | None:
        """How many requests the server still takes, where its headers say so."""
        return rate_limit_of(self.headers, self._received_at)

    def __del__(self, warn: Callable[..., None] = warnings.warn) -> None:
        if self._opened.answer.abandon():
            warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} of {self.method} {self.path}>"


class ReceivedBody(_Body[RawResponse, RawResponse]):
    """A body that gives its connection back when it is closed, or read to its end."""

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._opened.answer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncReceivedBody(_Body[AsyncRawResponse, Awaitable[AsyncRawResponse]]):
    """A body that gives its connection back when it is closed, or read to its end."""

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        await self._opened.answer.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


def pieces(opened: OpenedSync) -> Iterator[bytes]:
    """The pieces of a body, decompressed, within the call's deadline."""
    call = opened.call
    try:
        inflater = call.received.inflater()
        for raw in opened.answer:
            yield from inflater.feed(raw)
            call.budget.check()
        inflater.finish()
    except Exception as error:
        call.interrupted(error)


async def async_pieces(opened: OpenedAsync) -> AsyncIterator[bytes]:
    """The pieces of a body, decompressed, within the call's deadline."""
    call = opened.call
    try:
        inflater = call.received.inflater()
        async for raw in opened.answer:
            for piece in inflater.feed(raw):
                yield piece
            call.budget.check()
        inflater.finish()
    except Exception as error:
        call.interrupted(error)
