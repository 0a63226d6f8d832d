"""Synchronous calls."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from ..auth.secret import Connected
from ..errors import ClientClosedError
from ..process import FIRST_CALL, watch
from ..request.request_options import OMIT, RequestOptions
from .call import Call
from .client_settings import ClientSettings
from .request_builder import RequestBuilder

if TYPE_CHECKING:
    from ..operation.extended import Paged, Waited
    from ..operation.operation import Operation
    from ..response.response import Response
    from ..transport.exchange import RawHeaders, RawResponse, Transport
    from .client_settings import ClientOptions
    from .received_body import SendAgain

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
# What hands a body out.
H = TypeVar("H")


class Session(Connected):
    """Sends operations and waits for what they come to. Threads may share it.

    Args:
        options: What the client is made with.
        connect: Makes the transport, at the first call.
        sleep: Waits for some seconds.
        lender: The session whose connections are used, if it has none of its own.
    """

    def __init__(
        self,
        options: ClientOptions,
        connect: Callable[[], Transport],
        sleep: Callable[[float], None] = time.sleep,
        lender: Session | None = None,
    ) -> None:
        self.settings: ClientSettings = ClientSettings(options)
        self.requests: RequestBuilder = RequestBuilder(self.settings, options)
        self._connect = connect
        self._sleep = sleep
        self._transport: Transport | None = None
        self._lender = lender
        self._closed = False
        self._token_lock = Lock()
        watch(self)

    def copy_with(self, changed: Collection[str], options: ClientOptions) -> Session:
        """A session over the same connections; `changed` are the client's arguments that differ."""
        if self._closed:
            raise ClientClosedError("the client is closed")
        options = self.settings.inherited(options, changed)
        return Session(options, self._connect, self._sleep, self._lender or self)

    def after_fork(self) -> None:
        """Begin anew: a thread that isn't there any more may have held the lock."""
        self._token_lock = Lock()

    def send(
        self,
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
    ) -> T:
        """Call an operation and return what its answer holds.

        Args:
            operation: What is called.
            values: The values of its parameters, in their order.
            body: The value of its body.
            options: What the caller says about this call.
        """
        call = self._begin(operation, values, body, options)
        self._run(call)
        return call.result()

    def respond(
        self,
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
        url: str = "",
    ) -> Response[T]:
        """Call an operation and return its answer; `url` stands in for path and query."""
        call = self._begin(operation, values, body, options, url)
        self._run(call)
        return call.received.response(call.result(), call.budget)

    def paginate(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        operation: Paged[R_co],
        values: Sequence[object] = (),
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
        body: object = OMIT,
        size: object = OMIT,
    ) -> R_co:
        """The items of a list operation; nothing is sent before the first is requested."""
        return operation.pager(
            self, operation, values, body, max_items, cursor, options, size
        )

    def wait(
        self,
        operation: Waited[T],
        *arguments: Any,  # noqa: ANN401 -- passed on as they are
        **keywords: Any,  # noqa: ANN401 -- passed on as they are
    ) -> T:
        """The job that an operation shows or starts, once it is done."""
        return operation.wait(self, *arguments, **keywords).data

    def stream(
        self,
        kind: Callable[[Call[T], RawResponse, SendAgain[RawResponse]], H],
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
    ) -> H:
        """Call an operation and hand its body out as it comes.

        Args:
            kind: The class that hands it out.
            operation: What is called.
            values: The values of its parameters, in their order.
            body: The value of its body.
            options: What the caller says about this call.
        """
        call = self._begin(operation, values, body, options, streamed=True)
        return kind(call, self._opened(call), self._send_again)

    def locate(self, operation: Operation[Any], values: Sequence[object]) -> str:
        """The absolute URL of an operation, without its query."""
        return self.requests.locate(operation, values)

    def close(self) -> None:
        """Give up all connections but borrowed ones; calls are refused from now on."""
        with FIRST_CALL:
            self._closed = True
            transport, self._transport = self._transport, None
        if transport is not None:
            transport.close()

    def _begin(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
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
            self.connected()
        if url:
            self.requests.check_link(operation, url)
        call = Call(self.settings, self.requests, operation, options, streamed)
        if call.common.fetching:
            try:
                self._authorize(call)
            except BaseException as error:
                call.end(error)
                raise
        call.prepare(values, body, url)
        return call

    def _authorize(self, call: Call[Any]) -> None:
        """Send what the call's credentials need first, each for all threads that wait for it."""
        for credential in call.common.fetching:
            if providers := credential.providers:
                call.provide(credential, [one.call() for one in providers])
            left = call.budget.left()
            # Another thread may fetch it for longer than this call can wait.
            if not self._token_lock.acquire(
                timeout=-1 if left is None else max(left, 0)
            ):
                raise call.expired()
            try:
                step = call.step(credential)
                while step is not None:
                    self._run(step)
                    step = call.finish(credential, step)
            finally:
                self._token_lock.release()

    def _run(self, call: Call[Any]) -> None:
        """Send until there is an answer to keep, and read it."""
        try:
            while True:
                answer = self._open(call)
                try:
                    return self._read(call, answer)
                except Exception as error:
                    self.pause(call.on_error(error))
        except BaseException as error:
            call.end(error)
            raise

    def _open(self, call: Call[Any]) -> RawResponse:
        """Send until there is an answer to keep."""
        while True:
            limits = call.limits()
            try:
                transport = self._transport or self.connected()
                answer = transport.send(call.request, limits)
                decision = call.on_response(answer.status, answer.headers)
                if decision == "read":
                    return answer
                if call.budget.may_drain(decision):
                    answer.drain()
                else:
                    answer.close()
            except Exception as error:
                decision = call.on_error(error)
            if decision == "refresh":
                self._authorize(call)
                call.rebuild()
            else:
                self.pause(decision)

    def _send_again(
        self, call: Call[Any], headers: RawHeaders, delay: float
    ) -> RawResponse:
        """Send a call once more, some seconds later and with further headers."""
        self.pause(delay)
        self._authorize(call)
        call.prepare_again(headers)
        return self._opened(call)

    def _opened(self, call: Call[Any]) -> RawResponse:
        """Send until there is a successful answer, which is left to be read."""
        try:
            answer = self._open(call)
            if call.received.failed:
                self._read(call, answer)
                call.result()
        except BaseException as error:
            call.end(error)
            raise
        call.end()
        return answer

    @staticmethod
    def _read(call: Call[Any], answer: RawResponse) -> None:
        received = call.received
        try:
            sink = received.sink()
            try:
                for chunk in answer:
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
            answer.close()

    def pause(self, seconds: float) -> None:
        """Wait for some seconds."""
        if seconds > 0:
            self._sleep(seconds)

    def connected(self) -> Transport:
        """What sends the requests, unless the client, or the one it is a copy of, is closed."""
        if self._transport is not None:
            return self._transport
        with FIRST_CALL:
            if self._closed:
                raise ClientClosedError("the client is closed")
            connect = self._lender.connected if self._lender else self._connect
            transport, limiter = self._transport or connect(), self.settings.limiter
            if limiter is not None:
                transport = limiter.over(transport)
            if self._lender is None:
                self._transport = transport
            return transport
