"""The clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._models.shared import ErrorList
from ._runtime.client import AsyncClient, SyncClient
from ._runtime.client_option import text_option
from ._runtime.content import Json
from ._runtime.security import BearerToken
from ._runtime.servers import choose_server

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from ._runtime.drift import Drift
    from .resources.content_import_sources import (
        AsyncContentImportSources,
        ContentImportSources,
    )
    from .resources.external_pages import AsyncExternalPages, ExternalPages
    from .resources.notes import AsyncNotes, Notes

_SERVERS = {
    "us": "https://api.intercom.io",
    "eu": "https://api.eu.intercom.io",
    "au": "https://api.au.intercom.io",
}


class Intercom(SyncClient):
    """Notes on contacts and companies, and the content that Fin answers from.

    Args:
        token: An access token of a workspace, or one that OAuth gave to an app. Read
            from INTERCOM_TOKEN when it isn't given.
        region: Which of the API's servers to call.
        api_version: The version of the API that the request is meant for.
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
        token: str | None = None,
        *,
        region: Literal["us", "eu", "au"] = "us",
        base_url: str | httpx2.URL | None = None,
        api_version: str = "Unstable",
        timeout: float | httpx2.Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        max_response_bytes: int = 67_108_864,
        http_client: httpx2.Client | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(
            base_url=(
                choose_server(_SERVERS, region, "region")
                if base_url is None
                else base_url
            ),
            credentials={"bearerAuth": BearerToken(token, "INTERCOM_TOKEN")},
            security=(("bearerAuth",),),
            headers={"Intercom-Version": text_option("api_version", api_version)},
            error=Json(ErrorList),
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            max_response_bytes=max_response_bytes,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            allow_http=allow_http,
            user_agent="intercom-sdk/0.1.0",
        )

    @cached_property
    def notes(self) -> Notes:
        """Notes are comments that admins leave on a contact or a company."""
        from .resources.notes import Notes

        return Notes(self._session)

    @cached_property
    def external_pages(self) -> ExternalPages:
        """External pages are content from outside Intercom that Fin may answer from."""
        from .resources.external_pages import ExternalPages

        return ExternalPages(self._session)

    @cached_property
    def content_import_sources(self) -> ContentImportSources:
        """Content import sources are the places external pages come from."""
        from .resources.content_import_sources import ContentImportSources

        return ContentImportSources(self._session)


class AsyncIntercom(AsyncClient):
    """`Intercom` for asyncio; its arguments are the same."""

    def __init__(
        self,
        token: str | None = None,
        *,
        region: Literal["us", "eu", "au"] = "us",
        base_url: str | httpx2.URL | None = None,
        api_version: str = "Unstable",
        timeout: float | httpx2.Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        max_response_bytes: int = 67_108_864,
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(
            base_url=(
                choose_server(_SERVERS, region, "region")
                if base_url is None
                else base_url
            ),
            credentials={"bearerAuth": BearerToken(token, "INTERCOM_TOKEN")},
            security=(("bearerAuth",),),
            headers={"Intercom-Version": text_option("api_version", api_version)},
            error=Json(ErrorList),
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            max_response_bytes=max_response_bytes,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            allow_http=allow_http,
            user_agent="intercom-sdk/0.1.0",
        )

    @cached_property
    def notes(self) -> AsyncNotes:
        """Notes are comments that admins leave on a contact or a company."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self._session)

    @cached_property
    def external_pages(self) -> AsyncExternalPages:
        """External pages are content from outside Intercom that Fin may answer from."""
        from .resources.external_pages import AsyncExternalPages

        return AsyncExternalPages(self._session)

    @cached_property
    def content_import_sources(self) -> AsyncContentImportSources:
        """Content import sources are the places external pages come from."""
        from .resources.content_import_sources import AsyncContentImportSources

        return AsyncContentImportSources(self._session)
