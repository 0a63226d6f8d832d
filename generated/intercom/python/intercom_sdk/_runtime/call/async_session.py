"""Asynchronous calls."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ..auth.secret import Connected
from ..errors import ClientClosedError
from ..process import FIRST_CALL
from ..request.request_options import OMIT, RequestOptions
from ..transport.in_thread import InThread
from .call import Call
from .client_settings import ClientSettings
from .request_builder import RequestBuilder

if TYPE_CHECKING:
    from ..operation.extended import AsyncPaged, AsyncWaited
    from ..operation.operation import Operation
    from ..response.response import Response
    from ..transport.exchange import AsyncRawResponse, AsyncTransport, RawHeaders
    from .client_settings import ClientOptions
    from .received_body import SendAgain

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
# What hands a body out.
H = TypeVar("H")


class AsyncSession(Connected):
    """Sends operations and awaits what they come to, as `Session`. Tasks of one event loop may
    share it.
    """

    def __init__(
        self,
        options: ClientOptions,
        connect: Callable[[], AsyncTransport],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        lender: AsyncSession | None = None,
    ) -> None:
        self.settings: ClientSettings = ClientSettings(options)
        self.requests: RequestBuilder = RequestBuilder(self.settings, options)
        self._connect = connect
        self._sleep = sleep
        self._transport: AsyncTransport | None = None
        self._connecting = InThread(self._import_transport)
        self._lender = lender
        self._closed = False
        self._token_lock: tuple[object, asyncio.Lock] | None = None

    def copy_with(
        self, changed: Collection[str], options: ClientOptions
    ) -> AsyncSession:
        """A session over the same connections, as `Session.copy_with`."""
        if self._closed:
            raise ClientClosedError("the client is closed")
        options = self.settings.inherited(options, changed)
        return AsyncSession(options, self._connect, self._sleep, self._lender or self)

    async def send(
        self,
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
    ) -> T:
        """Call an operation and return what its answer holds, as `Session.send`."""
        call = await self._begin(operation, values, body, options)
        await self._run(call)
        return call.result()

    async def respond(
        self,
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
        url: str = "",
    ) -> Response[T]:
        """Call an operation and return its answer; `url` stands in for path and query."""
        call = await self._begin(operation, values, body, options, url)
        await self._run(call)
        return call.received.response(call.result(), call.budget)

    def paginate(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        operation: AsyncPaged[R_co],
        values: Sequence[object] = (),
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
        body: object = OMIT,
        size: object = OMIT,
    ) -> R_co:
        """The items of a list operation; nothing is sent before the first is requested."""
        return operation.async_pager(
            self, operation, values, body, max_items, cursor, options, size
        )

    async def wait(
        self,
        operation: AsyncWaited[T],
        *arguments: Any,  # noqa: ANN401 -- passed on as they are
        **keywords: Any,  # noqa: ANN401 -- passed on as they are
    ) -> T:
        """The job that an operation shows or starts, once it is done."""
        return (await operation.wait_async(self, *arguments, **keywords)).data

    async def stream(
        self,
        kind: Callable[
            [Call[T], AsyncRawResponse, SendAgain[Awaitable[AsyncRawResponse]]], H
        ],
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
    ) -> H:
        """Call an operation and hand its body out as it comes, as `Session.stream`."""
        call = await self._begin(operation, values, body, options, streamed=True)
        return kind(call, await self._opened(call), self._send_again)

    def locate(self, operation: Operation[Any], values: Sequence[object]) -> str:
        """The absolute URL of an operation, without its query."""
        return self.requests.locate(operation, values)

    async def warm_up(self) -> None:
        """Import what the first call needs, in a thread."""
        await self.connected()

    async def aclose(self) -> None:
        """Give up all connections but borrowed ones; calls are refused from now on."""
        self._closed = True
        transport, self._transport = self._transport, None
        if transport is not None:
            await transport.aclose()

    async def _begin(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        operation: Operation[T],
        values: Sequence[object],
        body: object,
        options: RequestOptions | None,
        url: str = "",
        streamed: bool = False,
    ) -> Call[T]:
        if self._transport is None:
            # What is imported now doesn't count against the deadline.
            await self.connected()
        if url:
            self.requests.check_link(operation, url)
        call = Call(self.settings, self.requests, operation, options, streamed)
        if call.common.fetching:
            try:
                await self._authorize(call)
            except BaseException as error:
                call.end(error)
                raise
        call.prepare(values, body, url)
        return call

    async def _authorize(self, call: Call[Any]) -> None:
        """Send what the call's credentials need first, each for all tasks that wait for it."""
        for credential in call.common.fetching:
            lock, limit = self._lock(), asyncio.timeout(call.budget.left())
            try:
                async with limit:
                    if providers := credential.providers:
                        secrets = [await one.acall() for one in providers]
                        call.provide(credential, secrets)
                    await lock.acquire()
            except TimeoutError:
                if not limit.expired():
                    raise
                raise call.expired() from None
            try:
                step = call.step(credential)
                while step is not None:
                    await self._run(step)
                    step = call.finish(credential, step)
            finally:
                lock.release()

    async def _run(self, call: Call[Any]) -> None:
        """Send until there is an answer to keep, and read it."""
        try:
            while True:
                answer = await self._open(call)
                try:
                    return await self._read(call, answer)
                except Exception as error:
                    await self.pause(call.on_error(error))
        except BaseException as error:
            call.end(error)
            raise

    async def _open(self, call: Call[Any]) -> AsyncRawResponse:
        """Send until there is an answer to keep."""
        while True:
            limits = call.limits()
            try:
                transport = self._transport or await self.connected()
                answer = await transport.send(call.request, limits)
                decision = call.on_response(answer.status, answer.headers)
                if decision == "read":
                    return answer
                if call.budget.may_drain(decision):
                    await answer.drain()
                else:
                    await answer.aclose()
            except Exception as error:
                decision = call.on_error(error)
            if decision == "refresh":
                await self._authorize(call)
                call.rebuild()
            else:
                await self.pause(decision)

    async def _send_again(
        self, call: Call[Any], headers: RawHeaders, delay: float
    ) -> AsyncRawResponse:
        """Send a call once more, some seconds later and with further headers."""
        await self.pause(delay)
        await self._authorize(call)
        call.prepare_again(headers)
        return await self._opened(call)

    async def _opened(self, call: Call[Any]) -> AsyncRawResponse:
        """Send until there is a successful answer, which is left to be read."""
        try:
            answer = await self._open(call)
            if call.received.failed:
                await self._read(call, answer)
                call.result()
        except BaseException as error:
            call.end(error)
            raise
        call.end()
        return answer

    @staticmethod
    async def _read(call: Call[Any], answer: AsyncRawResponse) -> None:
        received = call.received
        try:
            sink = received.sink()
            try:
                async for chunk in answer:
                    call.budget.check()
                    sink.feed(chunk)
                    if sink.full:
                        break
                received.body = sink.finish()
            except Exception:
                # The status of an error stands, however much of its body came.
                if not received.failed:
                    raise
                received.body = sink.body
        finally:
            await answer.aclose()

    async def pause(self, seconds: float) -> None:
        """Wait for some seconds."""
        if seconds > 0:
            await self._sleep(seconds)

    def _lock(self) -> asyncio.Lock:
        """The lock around fetching tokens, of the running event loop."""
        loop = asyncio.get_running_loop()
        if self._token_lock is None or self._token_lock[0] is not loop:
            self._token_lock = (loop, asyncio.Lock())
        return self._token_lock[1]

    async def connected(self) -> AsyncTransport:
        """What sends the requests; see `Session.connected`."""
        if self._closed:
            raise ClientClosedError("the client is closed")
        if self._transport is not None:
            return self._transport
        lender, limiter = self._lender, self.settings.limiter
        # Imports and certificates would stop the event loop.
        transport = await (lender.connected() if lender else self._connecting.result())
        if self._closed:
            raise ClientClosedError("the client is closed")
        if limiter is not None:
            transport = limiter.over_async(transport)
        if lender is None:
            transport = self._transport = self._transport or transport
        return transport

    def _import_transport(self) -> AsyncTransport:
        with FIRST_CALL:
            return self._connect()
