"""Sequences whose items are handed out as they come, asynchronously."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import TracebackType
from typing import Generic, TypeVar

from ..errors import APIError
from ..response.decompression import BodyError
from ..transport.exchange import AsyncAnswer
from .async_download import AsyncReceivedBody, pieces
from .call import Call

T = TypeVar("T")


async def _items(call: Call[T], answer: AsyncAnswer) -> AsyncIterator[T]:
    try:
        items = call.received.items()
        async for piece in pieces(call, answer):
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

    def __init__(self, call: Call[T], answer: AsyncAnswer) -> None:
        super().__init__(call, answer)
        self._rest = _items(call, answer)

    def __aiter__(self) -> AsyncStream[T]:
        return self

    async def __anext__(self) -> T:
        try:
            return await anext(self._rest)
        except BaseException:
            await self.aclose()
            raise

    async def __aenter__(self) -> AsyncStream[T]:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
