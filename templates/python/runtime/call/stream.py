"""Sequences whose items are handed out as they come."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Iterator
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..errors import APIConnectionError, APIError, ArgumentError
from ..response.decompression import BodyError
from ..response.event_items import EventItems
from ..response.events import StreamEvent
from ..response.reading import Reading
from ..transport.exchange import AsyncRawResponse, RawResponse, ResponseHead
from .call import Call
from .received_body import (
    AsyncReceivedBody,
    OpenedAsync,
    OpenedSync,
    ReceivedBody,
    SendAgain,
    async_pieces,
    pieces,
)

if TYPE_CHECKING:
    from ..response.content import ItemParser
    from ..transport.exchange import RawHeaders

T = TypeVar("T")

# What ends an event stream for good when it is requested again.
_NO_CONTENT: Final = 204


def _parser(call: Call[T], answer: ResponseHead) -> ItemParser[T]:
    try:
        return call.received.items()
    except (APIError, BodyError) as error:
        answer.abandon()
        call.interrupted(error)


def _events(items: ItemParser[T]) -> EventItems[T]:
    if isinstance(items, EventItems):
        return items
    raise ArgumentError("the items of this stream are no server-sent events")


def _reconnection(
    call: Call[Any], items: ItemParser[Any], failure: APIConnectionError | None
) -> tuple[RawHeaders, float] | None:
    """The headers that request the rest of a stream that ended, and the seconds to wait before.

    Returns:
        None where the end is final.

    Raises:
        APIConnectionError: The failure that ended it, where that is final.
    """
    is_wanted = call.options is not None and call.options.reconnect
    if is_wanted and isinstance(items, EventItems) and call.request.replayable:
        delay, budget = items.reconnection_delay, call.budget
        left = budget.left()
        if left is not None and delay >= left:
            raise call.expired()
        if items.has_advanced or budget.allows(delay):
            budget.retries = 0 if items.has_advanced else budget.retries + 1
            return items.reconnect(), delay
    if failure is not None:
        raise failure
    return None


def _items(opened: OpenedSync, items: ItemParser[T]) -> Iterator[T]:
    call = opened.call
    while True:
        failure = None
        try:
            for piece in pieces(opened):
                yield from items.feed(piece)
                if items.done:
                    opened.answer.drain()
                    return
            yield from items.finish()
        except APIConnectionError as error:
            failure = error
        except (APIError, BodyError) as error:
            call.interrupted(error)
        further = _reconnection(call, items, failure)
        if further is None:
            return
        opened.answer.close()
        opened.answer = opened.send_again(call, *further)
        if call.received.status == _NO_CONTENT:
            return


class Stream(ReceivedBody, Generic[T]):
    """The items of a sequence, decoded one by one as they come.

        with client.chats.watch("1") as events:
            for event in events:
                print(event)

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
        send_again: Sends the call once more.
    """

    def __init__(
        self, call: Call[T], answer: RawResponse, send_again: SendAgain[RawResponse]
    ) -> None:
        super().__init__(call, answer, send_again)
        self._items = _parser(call, answer)
        self._rest = _items(self._opened, self._items)
        self._reading = Reading(None)

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._reading.close(self.method, self.path)
        super().close()

    def __iter__(self) -> Stream[T]:
        return self

    def __next__(self) -> T:
        self._reading.check_failure()
        try:
            return next(self._rest)
        except BaseException as error:
            self._reading.stop(error, self.method, self.path)
            self.close()
            raise

    def events(self) -> Iterator[StreamEvent[T]]:
        """The items with what the server-sent events around them say: `event`, `id`, `retry`.

        Raises:
            ArgumentError: It is a stream of JSON lines.
        """
        items = _events(self._items)
        return (items.event_around(item) for item in self)


async def _async_items(opened: OpenedAsync, items: ItemParser[T]) -> AsyncIterator[T]:
    call = opened.call
    while True:
        failure = None
        try:
            async for piece in async_pieces(opened):
                for item in items.feed(piece):
                    yield item
                if items.done:
                    await opened.answer.drain()
                    return
            for item in items.finish():
                yield item
        except APIConnectionError as error:
            failure = error
        except (APIError, BodyError) as error:
            call.interrupted(error)
        further = _reconnection(call, items, failure)
        if further is None:
            return
        await opened.answer.aclose()
        opened.answer = await opened.send_again(call, *further)
        if call.received.status == _NO_CONTENT:
            return


class AsyncStream(AsyncReceivedBody, Generic[T]):
    """The items of a sequence, decoded one by one as they come.

        async with await client.chats.watch("1") as events:
            async for event in events:
                print(event)

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
        send_again: Sends the call once more.
    """

    def __init__(
        self,
        call: Call[T],
        answer: AsyncRawResponse,
        send_again: SendAgain[Awaitable[AsyncRawResponse]],
    ) -> None:
        super().__init__(call, answer, send_again)
        self._items = _parser(call, answer)
        self._rest = _async_items(self._opened, self._items)
        self._reading = Reading(None)

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._reading.close(self.method, self.path)
        await super().aclose()

    def __aiter__(self) -> AsyncStream[T]:
        return self

    async def __anext__(self) -> T:
        self._reading.check_failure()
        try:
            return await anext(self._rest)
        except BaseException as error:
            self._reading.stop(error, self.method, self.path)
            await self.aclose()
            raise

    def events(self) -> AsyncIterator[StreamEvent[T]]:
        """The items with what the server-sent events around them say: `event`, `id`, `retry`.

        Raises:
            ArgumentError: It is a stream of JSON lines.
        """
        items = _events(self._items)
        return (items.event_around(item) async for item in self)
