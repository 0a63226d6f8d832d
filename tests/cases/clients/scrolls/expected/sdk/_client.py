"""The clients."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.call.client import AsyncClient, SyncClient
from ._runtime.call.transports import TransportName
from ._runtime.json.drift import Drift
from ._runtime.process import LazyModule
from ._runtime.request.request_options import Timeout
from ._runtime.transport.exchange import AsyncTransport, Transport

if TYPE_CHECKING:
    import ssl

    import httpx2

    from .resources import things as things_
else:
    things_ = LazyModule(".resources.things", __package__)
    httpx2 = LazyModule("httpx2")
    ssl = LazyModule("ssl")


class Sdk(SyncClient):
    """Scrolls and Links.

    Args:
        base_url: Where the API is served, instead of the servers known here.
        timeout: Seconds for each attempt, or a Timeout for each kind of wait; None for
            no limit.
        deadline: Seconds for a whole call, retries and waits included.
        max_retries: How often a request may be repeated.
        max_response_bytes: The largest body that is held in memory, decompressed.
        transport: "auto", "httpcore2", "pyreqwest" or an object; "auto" takes the
            faster one.
        http_client: A client of httpx2 to use; it stays yours to close.
        ssl_context: What is trusted and shown over TLS, instead of what the system has.
        strict: Whether a response that departs from the API's description raises.
        on_drift: Called with each departure, otherwise only logged.
        allow_http: Whether plain http is allowed beyond this machine.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        max_response_bytes: int = 67_108_864,
        transport: TransportName | Transport = "auto",
        http_client: httpx2.Client | None = None,
        ssl_context: ssl.SSLContext | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(
            base_url="https://pages.example" if base_url is None else base_url,
            security=(),
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            max_response_bytes=max_response_bytes,
            transport=transport,
            http_client=http_client,
            ssl_context=ssl_context,
            strict=strict,
            on_drift=on_drift,
            allow_http=allow_http,
            user_agent="sdk/0.1.0",
        )

    @cached_property
    def things(self) -> things_.Things:
        """`Things`."""
        return things_.Things(self._session)


class AsyncSdk(AsyncClient):
    """`Sdk` for asyncio; its arguments are the same."""

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        max_response_bytes: int = 67_108_864,
        transport: TransportName | AsyncTransport = "auto",
        http_client: httpx2.AsyncClient | None = None,
        ssl_context: ssl.SSLContext | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(
            base_url="https://pages.example" if base_url is None else base_url,
            security=(),
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            max_response_bytes=max_response_bytes,
            transport=transport,
            http_client=http_client,
            ssl_context=ssl_context,
            strict=strict,
            on_drift=on_drift,
            allow_http=allow_http,
            user_agent="sdk/0.1.0",
        )

    @cached_property
    def things(self) -> things_.AsyncThings:
        """`Things`."""
        return things_.AsyncThings(self._session)
