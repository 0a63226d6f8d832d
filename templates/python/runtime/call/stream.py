"""Sequences whose items are handed out as they come."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Generic, TypeVar

from ..errors import APIError
from ..response.decompression import BodyError
from ..transport.exchange import AsyncRawResponse, RawResponse
from .call import Call
from .download import AsyncReceivedBody, ReceivedBody, async_pieces, pieces

T = TypeVar("T")


def _items(call: Call[T], answer: RawResponse) -> Iterator[T]:
    try:
        items = call.received.items()
        for piece in pieces(call, answer):
            yield from items.feed(piece)
            if items.done:
                answer.drain()
                return
        yield from items.finish()
    except (APIError, BodyError) as error:
        call.interrupted(error)


class Stream(ReceivedBody, Generic[T]):
    """The items of a sequence, decoded one by one as they come.

        with client.chats.watch("1") as events:
            for event in events:
                print(event)

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[T], answer: RawResponse) -> None:
        super().__init__(call, answer)
        self._rest = _items(call, answer)

    def __iter__(self) -> Stream[T]:
        return self

    def __next__(self) -> T:
        try:
            return next(self._rest)
        except BaseException:
            self.close()
            raise


async def _async_items(call: Call[T], answer: AsyncRawResponse) -> AsyncIterator[T]:
    try:
        items = call.received.items()
        async for piece in async_pieces(call, answer):
            for item in items.feed(piece):
                yield item
            if items.done:
                await answer.drain()
                return
        for item in items.finish():
            yield item
    except (APIError, BodyError) as error:
        call.interrupted(error)


class AsyncStream(AsyncReceivedBody, Generic[T]):
    """The items of a sequence, decoded one by one as they come.

        async with await client.chats.watch("1") as events:
            async for event in events:
                print(event)

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[T], answer: AsyncRawResponse) -> None:
        super().__init__(call, answer)
        self._rest = _async_items(call, answer)

    def __aiter__(self) -> AsyncStream[T]:
        return self

    async def __anext__(self) -> T:
        try:
            return await anext(self._rest)
        except BaseException:
            await self.aclose()
            raise
