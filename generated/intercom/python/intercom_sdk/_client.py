"""The clients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, Self, TypedDict, Unpack

from ._models.shared import ErrorList
from ._runtime.auth.secret import AsyncSecretSource, SecretSource
from ._runtime.auth.security import BearerToken
from ._runtime.call.client import AsyncClient, SyncClient
from ._runtime.call.transports import TransportName, copyable
from ._runtime.hooks.events import RequestEvent, ResponseEvent, RetryEvent
from ._runtime.hooks.telemetry import Telemetry
from ._runtime.json.drift import Drift
from ._runtime.process import LazyModule, resource_property
from ._runtime.request.client_option import text_option
from ._runtime.request.request_options import Timeout
from ._runtime.response.content import Json
from ._runtime.transport.exchange import AsyncTransport, Transport
from ._runtime.transport.urls import choose_server

if TYPE_CHECKING:
    import ssl

    import httpx2

    from . import external_pages as external_pages_
    from . import tags as tags_
    from .resources import companies as companies_
    from .resources import contacts as contacts_
    from .resources import content_import_sources as content_import_sources_
    from .resources import conversations as conversations_
    from .resources import jobs as jobs_
    from .resources import notes as notes_
    from .resources import ticket_states as ticket_states_
    from .resources import ticket_types as ticket_types_
    from .resources import tickets as tickets_
else:
    external_pages_ = LazyModule(".external_pages", __package__)
    companies_ = LazyModule(".resources.companies", __package__)
    contacts_ = LazyModule(".resources.contacts", __package__)
    content_import_sources_ = LazyModule(
        ".resources.content_import_sources", __package__
    )
    conversations_ = LazyModule(".resources.conversations", __package__)
    jobs_ = LazyModule(".resources.jobs", __package__)
    notes_ = LazyModule(".resources.notes", __package__)
    ticket_states_ = LazyModule(".resources.ticket_states", __package__)
    ticket_types_ = LazyModule(".resources.ticket_types", __package__)
    tickets_ = LazyModule(".resources.tickets", __package__)
    tags_ = LazyModule(".tags", __package__)
    httpx2 = LazyModule("httpx2")
    ssl = LazyModule("ssl")

_SERVERS = {
    "us": "https://api.intercom.io",
    "eu": "https://api.eu.intercom.io",
    "au": "https://api.au.intercom.io",
}


class _Options(TypedDict, total=False):
    """Options that a copy of a client can have other ones of."""

    region: Literal["us", "eu", "au"]
    base_url: str | None
    api_version: str
    headers: Mapping[str, str] | None
    user_agent_suffix: str | None
    timeout: float | Timeout | None
    deadline: float | None
    max_retries: int
    rate_limit: float | Literal["auto"] | None
    max_response_bytes: int
    strict: bool
    on_drift: Callable[[Drift], object] | None
    keep_extra: bool
    allow_http: bool
    on_request: Callable[[RequestEvent], object] | None
    on_response: Callable[[ResponseEvent], object] | None
    on_retry: Callable[[RetryEvent], object] | None
    telemetry: Telemetry | None


class IntercomOptions(_Options, total=False):
    """Options that a copy of a client can have other ones of."""

    token: SecretSource | None


class AsyncIntercomOptions(_Options, total=False):
    """Options that a copy of a client can have other ones of."""

    token: AsyncSecretSource | None


class Intercom(SyncClient):
    """Contacts, conversations, tickets, companies, their tags and notes, and the
    content that Fin answers from.

    Args:
        token: An access token of a workspace, or one that OAuth gave to an app. Read
            from INTERCOM_TOKEN when it isn't given.
        region: Which of the API's servers to call.
        api_version: The version of the API that the request is meant for.
        base_url: Where the API is served, instead of the servers known here.
        headers: Sent with every request; those of a call win over them.
        user_agent_suffix: What is put behind the package's name in User-Agent:
            `app/1.2`.
        timeout: Seconds for each attempt, or a Timeout for each kind of wait; None for
            no limit.
        deadline: Seconds for a whole call, retries and waits included.
        max_retries: How often a request may be repeated.
        rate_limit: "auto" for what the server allows, or calls a second; None for no
            limit.
        max_response_bytes: The largest body that is held in memory, decompressed.
        strict: Whether a response that departs from the API's description raises.
        on_drift: Called with each departure, otherwise only logged.
        keep_extra: Whether models keep members that the description doesn't have, for
            `extra`.
        allow_http: Whether plain http is allowed beyond this machine.
        on_request: Called with each request before it is sent.
        on_response: Called with the head of each response.
        on_retry: Called before each wait for another attempt.
        telemetry: Makes spans and measurements of OpenTelemetry; needs the extra
            `otel`.
        transport: "auto", "httpcore2", "pyreqwest" or an object; "auto" takes the
            faster one.
        http_client: A client of httpx2 to use; it stays yours to close.
        ssl_context: What is trusted and shown over TLS, instead of what the system has.
        max_connections: How many requests are sent at once; others wait.
        max_keepalive_connections: How many idle connections are kept.
        keepalive_expiry: Seconds for which an idle connection is kept; None for no
            limit.
        proxy: The URL of a proxy, "" for none; None takes what the environment names.
    """

    @copyable
    def __init__(
        self,
        token: SecretSource | None = None,
        *,
        region: Literal["us", "eu", "au"] = "us",
        base_url: str | None = None,
        api_version: str = "Unstable",
        headers: Mapping[str, str] | None = None,
        user_agent_suffix: str | None = None,
        timeout: float | Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        rate_limit: float | Literal["auto"] | None = None,
        max_response_bytes: int = 67_108_864,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        keep_extra: bool = False,
        allow_http: bool = False,
        on_request: Callable[[RequestEvent], object] | None = None,
        on_response: Callable[[ResponseEvent], object] | None = None,
        on_retry: Callable[[RetryEvent], object] | None = None,
        telemetry: Telemetry | None = None,
        transport: TransportName | Transport = "auto",
        http_client: httpx2.Client | None = None,
        ssl_context: ssl.SSLContext | None = None,
        max_connections: int = 100,
        max_keepalive_connections: int = 100,
        keepalive_expiry: float | None = 15.0,
        proxy: str | None = None,
    ) -> None:
        super().__init__(
            base_url=(
                choose_server(_SERVERS, region, "region")
                if base_url is None
                else base_url
            ),
            credentials={"bearerAuth": BearerToken(token, "INTERCOM_TOKEN")},
            security=(("bearerAuth",),),
            declared_headers={
                "Intercom-Version": text_option("api_version", api_version)
            },
            error=Json(ErrorList),
            headers=headers,
            user_agent_suffix=user_agent_suffix,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            rate_limit=rate_limit,
            max_response_bytes=max_response_bytes,
            strict=strict,
            on_drift=on_drift,
            keep_extra=keep_extra,
            allow_http=allow_http,
            on_request=on_request,
            on_response=on_response,
            on_retry=on_retry,
            telemetry=telemetry,
            user_agent="intercom-sdk/0.1.0",
            transport=transport,
            http_client=http_client,
            ssl_context=ssl_context,
            max_connections=max_connections,
            max_keepalive_connections=max_keepalive_connections,
            keepalive_expiry=keepalive_expiry,
            proxy=proxy,
        )

    def with_options(self, **options: Unpack[IntercomOptions]) -> Self:
        """The same client with other options, over the same connections.

        Args:
            options: Any of the client's but those about connections; `headers` are added to
                the client's own.

        Returns:
            A copy. Closing it leaves the connections to the client that it came from; closing
            that one closes both.

        Raises:
            ArgumentError: One is about connections, or can't be used.
        """
        return self._copy_with(options)

    @resource_property
    def contacts(self) -> contacts_.Contacts:
        """Contacts are the people who write to the workspace: users, who are known
        to it, and leads, who aren't yet.
        """
        return contacts_.Contacts(self._session)

    @resource_property
    def conversations(self) -> conversations_.Conversations:
        """Conversations are what contacts and teammates say to each other, in the
        Messenger, by email and in other ways.
        """
        return conversations_.Conversations(self._session)

    @resource_property
    def tickets(self) -> tickets_.Tickets:
        """Tickets are requests that are followed until they are resolved, from
        contacts or among teammates.
        """
        return tickets_.Tickets(self._session)

    @resource_property
    def ticket_types(self) -> ticket_types_.TicketTypes:
        """Ticket types say which attributes and states the tickets of a kind have."""
        return ticket_types_.TicketTypes(self._session)

    @resource_property
    def ticket_states(self) -> ticket_states_.TicketStates:
        """Ticket states say how far tickets are, in words of the workspace."""
        return ticket_states_.TicketStates(self._session)

    @resource_property
    def tags(self) -> tags_.Tags:
        """Tags are labels for contacts, companies, conversations and other things."""
        return tags_.Tags(self._session)

    @resource_property
    def notes(self) -> notes_.Notes:
        """Notes are comments that admins leave on a contact or a company."""
        return notes_.Notes(self._session)

    @resource_property
    def companies(self) -> companies_.Companies:
        """Companies are the organisations that contacts belong to."""
        return companies_.Companies(self._session)

    @resource_property
    def external_pages(self) -> external_pages_.ExternalPages:
        """External pages are content from outside Intercom that Fin may answer from."""
        return external_pages_.ExternalPages(self._session)

    @resource_property
    def content_import_sources(self) -> content_import_sources_.ContentImportSources:
        """Content import sources are the places external pages come from."""
        return content_import_sources_.ContentImportSources(self._session)

    @resource_property
    def jobs(self) -> jobs_.Jobs:
        """Jobs are work that the API does later, such as creating a ticket."""
        return jobs_.Jobs(self._session)


class AsyncIntercom(AsyncClient):
    """`Intercom` for asyncio; its arguments are the same."""

    @copyable
    def __init__(
        self,
        token: AsyncSecretSource | None = None,
        *,
        region: Literal["us", "eu", "au"] = "us",
        base_url: str | None = None,
        api_version: str = "Unstable",
        headers: Mapping[str, str] | None = None,
        user_agent_suffix: str | None = None,
        timeout: float | Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        rate_limit: float | Literal["auto"] | None = None,
        max_response_bytes: int = 67_108_864,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        keep_extra: bool = False,
        allow_http: bool = False,
        on_request: Callable[[RequestEvent], object] | None = None,
        on_response: Callable[[ResponseEvent], object] | None = None,
        on_retry: Callable[[RetryEvent], object] | None = None,
        telemetry: Telemetry | None = None,
        transport: TransportName | AsyncTransport = "auto",
        http_client: httpx2.AsyncClient | None = None,
        ssl_context: ssl.SSLContext | None = None,
        max_connections: int = 100,
        max_keepalive_connections: int = 100,
        keepalive_expiry: float | None = 15.0,
        proxy: str | None = None,
    ) -> None:
        super().__init__(
            base_url=(
                choose_server(_SERVERS, region, "region")
                if base_url is None
                else base_url
            ),
            credentials={"bearerAuth": BearerToken(token, "INTERCOM_TOKEN")},
            security=(("bearerAuth",),),
            declared_headers={
                "Intercom-Version": text_option("api_version", api_version)
            },
            error=Json(ErrorList),
            headers=headers,
            user_agent_suffix=user_agent_suffix,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            rate_limit=rate_limit,
            max_response_bytes=max_response_bytes,
            strict=strict,
            on_drift=on_drift,
            keep_extra=keep_extra,
            allow_http=allow_http,
            on_request=on_request,
            on_response=on_response,
            on_retry=on_retry,
            telemetry=telemetry,
            user_agent="intercom-sdk/0.1.0",
            transport=transport,
            http_client=http_client,
            ssl_context=ssl_context,
            max_connections=max_connections,
            max_keepalive_connections=max_keepalive_connections,
            keepalive_expiry=keepalive_expiry,
            proxy=proxy,
        )

    def with_options(self, **options: Unpack[AsyncIntercomOptions]) -> Self:
        """The same client with other options, over the same connections.

        Args:
            options: Any of the client's but those about connections; `headers` are added to
                the client's own.

        Returns:
            A copy. Closing it leaves the connections to the client that it came from; closing
            that one closes both.

        Raises:
            ArgumentError: One is about connections, or can't be used.
        """
        return self._copy_with(options)

    @resource_property
    def contacts(self) -> contacts_.AsyncContacts:
        """Contacts are the people who write to the workspace: users, who are known
        to it, and leads, who aren't yet.
        """
        return contacts_.AsyncContacts(self._session)

    @resource_property
    def conversations(self) -> conversations_.AsyncConversations:
        """Conversations are what contacts and teammates say to each other, in the
        Messenger, by email and in other ways.
        """
        return conversations_.AsyncConversations(self._session)

    @resource_property
    def tickets(self) -> tickets_.AsyncTickets:
        """Tickets are requests that are followed until they are resolved, from
        contacts or among teammates.
        """
        return tickets_.AsyncTickets(self._session)

    @resource_property
    def ticket_types(self) -> ticket_types_.AsyncTicketTypes:
        """Ticket types say which attributes and states the tickets of a kind have."""
        return ticket_types_.AsyncTicketTypes(self._session)

    @resource_property
    def ticket_states(self) -> ticket_states_.AsyncTicketStates:
        """Ticket states say how far tickets are, in words of the workspace."""
        return ticket_states_.AsyncTicketStates(self._session)

    @resource_property
    def tags(self) -> tags_.AsyncTags:
        """Tags are labels for contacts, companies, conversations and other things."""
        return tags_.AsyncTags(self._session)

    @resource_property
    def notes(self) -> notes_.AsyncNotes:
        """Notes are comments that admins leave on a contact or a company."""
        return notes_.AsyncNotes(self._session)

    @resource_property
    def companies(self) -> companies_.AsyncCompanies:
        """Companies are the organisations that contacts belong to."""
        return companies_.AsyncCompanies(self._session)

    @resource_property
    def external_pages(self) -> external_pages_.AsyncExternalPages:
        """External pages are content from outside Intercom that Fin may answer from."""
        return external_pages_.AsyncExternalPages(self._session)

    @resource_property
    def content_import_sources(
        self,
    ) -> content_import_sources_.AsyncContentImportSources:
        """Content import sources are the places external pages come from."""
        return content_import_sources_.AsyncContentImportSources(self._session)

    @resource_property
    def jobs(self) -> jobs_.AsyncJobs:
        """Jobs are work that the API does later, such as creating a ticket."""
        return jobs_.AsyncJobs(self._session)
