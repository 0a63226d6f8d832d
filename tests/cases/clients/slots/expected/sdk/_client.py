"""The clients."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.call.client import AsyncClient, SyncClient
from ._runtime.json.drift import Drift
from ._runtime.process import LazyModule
from ._runtime.request.request_options import Timeout

if TYPE_CHECKING:
    import httpx2

    from .resources import notes as notes_
else:
    notes_ = LazyModule(".resources.notes", __package__)
    httpx2 = LazyModule("httpx2")


class Sdk(SyncClient):
    """Names of paths that are declared in the query.

    Args:
        base_url: Where the API is served, instead of the servers known here.
        timeout: Seconds for each attempt, or a Timeout for each kind of wait; None for
            no limit.
        deadline: Seconds for a whole call, retries and waits included.
        max_retries: How often a request may be repeated.
        max_response_bytes: The largest body that is held in memory, decompressed.
        http_client: The transport to use; it stays yours to close.
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
        http_client: httpx2.Client | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(
            base_url="https://slots.example" if base_url is None else base_url,
            security=(),
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            max_response_bytes=max_response_bytes,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            allow_http=allow_http,
            user_agent="sdk/0.1.0",
        )

    @cached_property
    def notes(self) -> notes_.Notes:
        """`Notes`."""
        return notes_.Notes(self._session)


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
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(
            base_url="https://slots.example" if base_url is None else base_url,
            security=(),
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            max_response_bytes=max_response_bytes,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            allow_http=allow_http,
            user_agent="sdk/0.1.0",
        )

    @cached_property
    def notes(self) -> notes_.AsyncNotes:
        """`Notes`."""
        return notes_.AsyncNotes(self._session)
