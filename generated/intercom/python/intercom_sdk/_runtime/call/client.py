"""What clients are made of."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Required, TypedDict, TypeVar, Unpack

from ..argument_checks import check_callback, check_flag
from ..auth.security import Credential, Security
from ..json.codec import Codec
from ..json.drift import Drift
from ..loading import LazyModule
from ..log import LOGGER
from ..response.content import Content
from ..transport.deadline import Clock
from ..transport.exchange import AsyncTransport, Transport
from .connected import Connected
from .core import Core
from .retry import chance
from .session import Session

if TYPE_CHECKING:
    import httpx2

    from . import async_session
else:
    httpx2 = LazyModule("httpx2")
    async_session = LazyModule(".async_session", __package__)

C = TypeVar("C", bound="SyncClient")
A = TypeVar("A", bound="AsyncClient")

_LARGEST = 64 * 1024 * 1024


class Settings(TypedDict, total=False):
    """What both kinds of clients are made with.

    Attributes:
        base_url: Where the API is.
        base_path: The path that goes behind a base URL without one.
        credentials: The security schemes by name.
        security: The alternatives of schemes that operations use unless they say otherwise.
        credentials_required: Whether a client without credentials is refused when it is made,
            rather than when it calls something that needs one.
        headers: Sent with every request; None values are left out.
        error: What the body of an error holds, where an operation doesn't say it.
        timeout: Seconds for each attempt as a whole, or for each wait where a body is streamed; a
            Timeout sets each kind of wait by itself.
        deadline: Seconds for a whole call, with its retries and waits; None for no limit.
        max_retries: How often a request may be repeated.
        max_response_bytes: The largest body that is held in memory, decompressed.
        strict: Raise `DriftError` when an answer departs from its description.
        on_drift: Called with each departure.
        allow_http: Whether http is accepted for other hosts than this machine.
        operation_servers: Whether operations with servers of their own use them.
        user_agent: What the client calls itself.
        clock: A monotonic clock, for tests.
        wall: The time as unix seconds, for tests.
        random: Gives numbers from 0 to 1, for tests.
    """

    base_url: Required[str | httpx2.URL]
    base_path: str
    credentials: Mapping[str, Credential]
    security: Security
    credentials_required: bool
    headers: Mapping[str, str | None]
    error: Content[Any] | None
    timeout: float | httpx2.Timeout | None
    deadline: float | None
    max_retries: int
    max_response_bytes: int
    strict: bool
    on_drift: Callable[[Drift], object] | None
    allow_http: bool
    operation_servers: bool
    user_agent: str
    clock: Clock
    wall: Callable[[], float]
    random: Callable[[], float]


def _core(settings: Settings) -> Core:
    strict, on_drift = settings.get("strict", False), settings.get("on_drift")
    check_flag("strict", strict)
    check_callback("on_drift", on_drift)
    core = Core(
        base_url=settings["base_url"],
        base_path=settings.get("base_path", ""),
        codec=Codec(strict, on_drift, LOGGER),
        credentials=settings.get("credentials", {}),
        security=settings.get("security", ()),
        headers=settings.get("headers", {}),
        error=settings.get("error"),
        timeout=settings.get("timeout", 60.0),
        deadline=settings.get("deadline"),
        max_retries=settings.get("max_retries", 2),
        max_response_bytes=settings.get("max_response_bytes", _LARGEST),
        allow_http=settings.get("allow_http", False),
        operation_servers=settings.get("operation_servers", True),
        user_agent=settings.get("user_agent", LOGGER.name),
        clock=settings.get("clock", time.monotonic),
        wall=settings.get("wall", time.time),
        random=settings.get("random", chance),
    )
    if settings.get("credentials_required", True):
        core.check_credentials()
    return core


class SyncClient(Connected):
    """A client whose calls wait. Threads may share it.

    Args:
        http_client: Carries the requests instead of the client's own connections; it stays open
            when this client is closed.
        sleep: Waits for some seconds, for tests.
        settings: See `Settings`.
    """

    def __init__(
        self,
        *,
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **settings: Unpack[Settings],
    ) -> None:
        connect = _own if http_client is None else _supplied(http_client)
        self._session = Session(_core(settings), connect, sleep)

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
        return f"<{type(self).__name__} of {self._session.core.base}>"


class AsyncClient(Connected):
    """A client whose calls are awaited. The tasks of an event loop may share it.

    Args:
        http_client: Carries the requests instead of the client's own connections; it stays open
            when this client is closed.
        sleep: Waits for some seconds, for tests.
        settings: See `Settings`.
    """

    def __init__(
        self,
        *,
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        connect = _async_own if http_client is None else _async_supplied(http_client)
        core = _core(settings)
        # It brings asyncio with it, and is loaded here.
        kind = async_session.AsyncSession
        self._session: async_session.AsyncSession = (
            kind(core, connect) if sleep is None else kind(core, connect, sleep)
        )

    async def aclose(self) -> None:
        """Give up the connections; the client can't be used any more."""
        await self._session.aclose()

    async def close(self) -> None:
        """The same as `aclose`."""
        await self._session.aclose()

    async def __aenter__(self: A) -> A:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.core.base}>"


# The network is imported with the first request.


def _own() -> Transport:
    from ..transport.transport import PooledTransport  # noqa: PLC0415 -- as said above

    return PooledTransport()


def _async_own() -> AsyncTransport:
    from ..transport.async_transport import (  # noqa: PLC0415 -- as said above
        AsyncPooledTransport,
    )

    return AsyncPooledTransport()


def _supplied(client: httpx2.Client) -> Callable[[], Transport]:
    from ..transport.httpx_transport import (  # noqa: PLC0415 -- as said above
        SuppliedTransport,
    )

    transport = SuppliedTransport(client)
    return lambda: transport


def _async_supplied(client: httpx2.AsyncClient) -> Callable[[], AsyncTransport]:
    from ..transport.httpx_transport import (  # noqa: PLC0415 -- as said above
        AsyncSuppliedTransport,
    )

    transport = AsyncSuppliedTransport(client)
    return lambda: transport
