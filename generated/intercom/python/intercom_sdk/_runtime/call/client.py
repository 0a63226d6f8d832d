"""The bases of clients and of their groups of operations."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar, Unpack, overload
from weakref import WeakKeyDictionary

from ..auth.secret import Connected
from ..process import LazyModule
from ..request.request_options import RequestArguments
from ..response.response import Response
from ..transport.exchange import AsyncTransport, Transport
from .client_settings import ClientOptions
from .session import Session
from .transports import (
    Borrowed,
    TransportChoice,
    TransportName,
    async_connector,
    connector,
    copied,
)

if TYPE_CHECKING:
    import httpx2

    from ..limits import limiter
    from . import async_session, endpoint, raw
else:
    httpx2 = LazyModule("httpx2")
    limiter = LazyModule("..limits.limiter", __package__)
    async_session = LazyModule(".async_session", __package__)
    endpoint = LazyModule(".endpoint", __package__)
    raw = LazyModule(".raw", __package__)

T = TypeVar("T")
C = TypeVar("C", bound="SyncClient")
A = TypeVar("A", bound="AsyncClient")

# By session: the names of a client's members are for resources, and a class of the caller's may not
# be hashable.
_choices: Final[WeakKeyDictionary[object, TransportChoice]] = WeakKeyDictionary()


class SyncClient(Connected):
    """A client whose calls wait. Threads may share it.

    Args:
        transport: "httpcore2", "pyreqwest", "auto" for the faster one that can serve, or an object
            with the methods of `Transport`, which is closed with the client.
        http_client: Carries the requests instead of the client's own connections; it stays open
            when this client is closed.
        sleep: Waits for some seconds, for tests.
        options: See `ClientOptions`.
    """

    _session: Session

    def __init__(
        self,
        *,
        transport: TransportName | Transport = "auto",
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        for credential in options.get("credentials", {}).values():
            for provider in credential.providers:
                provider.check_sync()
        if isinstance(transport, Borrowed):
            self._session = transport.session(options)
            _choices[self._session] = transport.choice
            return
        choice = TransportChoice(transport, http_client, options, ("send", "close"))
        connect = connector(choice, transport, http_client)
        self._session = Session(options, connect, sleep)
        _choices[self._session] = choice

    def __session__(self) -> Session:
        """What sends the calls; functions of this package use it."""
        return self._session

    @overload
    def raw_request(
        self,
        method: str,
        path: str,
        *,
        type: type[T],
        **arguments: Unpack[RequestArguments],
    ) -> Response[T]: ...
    @overload
    def raw_request(
        self,
        method: str,
        path: str,
        *,
        type: object = ...,
        **arguments: Unpack[RequestArguments],
    ) -> Response[Any]: ...
    def raw_request(
        self,
        method: str,
        path: str,
        *,
        type: object = Any,
        **arguments: Unpack[RequestArguments],
    ) -> Response[Any]:
        """Call an endpoint that the package has no method for, and return its whole answer.

        Args:
            method: The HTTP method.
            path: The path below the base URL, or an absolute URL on the same origin.
            type: What the answer holds.
            arguments: Those of the function `request`.
        """
        call: Callable[..., Any] = endpoint.request
        answer: Response[Any] = raw.raw(
            call, self, method, path, type=type, **arguments
        )
        return answer

    def _copy_with(self, changes: Mapping[str, object]) -> Self:
        return copied(self, _choices[self._session], self._session, changes)

    def close(self) -> None:
        """Give up the connections; the client can't be used any more."""
        self._session.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.requests.base}>"


class AsyncClient(Connected):
    """A client whose calls are awaited, with the arguments of `SyncClient`. The tasks of an event
    loop may share it.
    """

    _session: async_session.AsyncSession

    def __init__(
        self,
        *,
        transport: TransportName | AsyncTransport = "auto",
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        if isinstance(transport, Borrowed):
            self._session = transport.session(options)
            _choices[self._session] = transport.choice
            return
        choice = TransportChoice(transport, http_client, options, ("send", "aclose"))
        connect = async_connector(choice, transport, http_client)
        # It brings asyncio with it, and is loaded here.
        kind = async_session.AsyncSession
        self._session = (
            kind(options, connect) if sleep is None else kind(options, connect, sleep)
        )
        _choices[self._session] = choice

    def __session__(self) -> async_session.AsyncSession:
        """What sends the calls; functions of this package use it."""
        return self._session

    @overload
    def raw_request(
        self,
        method: str,
        path: str,
        *,
        type: type[T],
        **arguments: Unpack[RequestArguments],
    ) -> Awaitable[Response[T]]: ...
    @overload
    def raw_request(
        self,
        method: str,
        path: str,
        *,
        type: object = ...,
        **arguments: Unpack[RequestArguments],
    ) -> Awaitable[Response[Any]]: ...
    def raw_request(
        self,
        method: str,
        path: str,
        *,
        type: object = Any,
        **arguments: Unpack[RequestArguments],
    ) -> Awaitable[Response[Any]]:
        """Call an endpoint as `SyncClient.raw_request`."""
        call: Callable[..., Any] = endpoint.request
        answer: Awaitable[Response[Any]] = raw.raw(
            call, self, method, path, type=type, **arguments
        )
        return answer

    def _copy_with(self, changes: Mapping[str, object]) -> Self:
        return copied(self, _choices[self._session], self._session, changes)

    async def aclose(self) -> None:
        """Give up the connections; the client can't be used any more."""
        await self._session.aclose()

    async def close(self) -> None:
        """The same as `aclose`."""
        await self._session.aclose()

    async def __aenter__(self: A) -> A:
        await self._session.warm_up()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.requests.base}>"


class _Operations(Connected):
    """A group of operations.

    Args:
        session: Sends them.
    """

    __slots__ = ("_session",)
    _session: Any

    def __init__(self, session: Session | async_session.AsyncSession) -> None:
        self._session = session

    def bound_to(self, wrap: Callable[[Any], Any]) -> Self:
        """The same group on another session, which `wrap` makes of its own."""
        return type(self)(wrap(self._session))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.requests.base}>"


class Resource(_Operations):
    """A group of operations whose calls wait."""

    __slots__ = ()
    _session: Session


class AsyncResource(_Operations):
    """A group of operations whose calls are awaited."""

    __slots__ = ()
    _session: async_session.AsyncSession


def transport_of(client: SyncClient | AsyncClient) -> str:
    """Which transport serves a client: "pyreqwest", "httpcore2", "httpx2" for an `http_client`, or
    the class of one of the caller's.

    A single call that pyreqwest can't serve goes over httpcore2; the log says so at DEBUG.
    """
    return _choices[endpoint.session_of(client)].current()


def rate_limit(client: SyncClient | AsyncClient) -> limiter.RateLimitState | None:
    """The state of a client's rate limit, for the requests to its base URL.

    Args:
        client: A client that was made with `rate_limit=`; its copies share the state.

    Returns:
        How many requests can be sent, until when, and how many wait; None without a rate limit.

    Raises:
        ArgumentError: It is no client.
    """
    session = endpoint.session_of(client)
    limits = session.settings.limiter
    return None if limits is None else limits.state(session.requests.base.origin)
