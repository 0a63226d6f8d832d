"""The clients."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, Self, TypedDict, Unpack

from ._runtime.auth.secret import AsyncSecretSource, SecretSource
from ._runtime.auth.security import ApiKey
from ._runtime.call.client import AsyncClient, SyncClient
from ._runtime.call.transports import TransportName, copyable
from ._runtime.hooks.events import RequestEvent, ResponseEvent, RetryEvent
from ._runtime.hooks.telemetry import Telemetry
from ._runtime.json.drift import Drift
from ._runtime.process import LazyModule, resource_property
from ._runtime.request.client_option import text_option, written_option
from ._runtime.request.request_options import Timeout
from ._runtime.transport.exchange import AsyncTransport, Transport

if TYPE_CHECKING:
    import ssl

    import httpx2

    from .resources import close as close__
    from .resources import headers as headers_
    from .resources import raw_request as raw_request__
    from .resources import with_options as with_options__
else:
    close__ = LazyModule(".resources.close", __package__)
    headers_ = LazyModule(".resources.headers", __package__)
    raw_request__ = LazyModule(".resources.raw_request", __package__)
    with_options__ = LazyModule(".resources.with_options", __package__)
    httpx2 = LazyModule("httpx2")
    ssl = LazyModule("ssl")


class _Options(TypedDict, total=False):
    """Options that a copy of a client can have other ones of."""

    base_url: builtins.str | None
    proxy_: builtins.str | None
    str: int | None
    headers: Mapping[builtins.str, builtins.str] | None
    user_agent_suffix: builtins.str | None
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


class SdkOptions(_Options, total=False):
    """Options that a copy of a client can have other ones of."""

    headers_headers: SecretSource | None


class AsyncSdkOptions(_Options, total=False):
    """Options that a copy of a client can have other ones of."""

    headers_headers: AsyncSecretSource | None


class Sdk(SyncClient):
    """Resources with the names of a client's own members, and options with those of its
    arguments, get an underscore behind theirs; a builtin keeps its meaning where an
    option has its name.

    Args:
        headers_headers: An API key.
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
        headers_headers: SecretSource | None = None,
        *,
        base_url: builtins.str | None = None,
        proxy_: builtins.str | None = None,
        str: int | None = None,
        headers: Mapping[builtins.str, builtins.str] | None = None,
        user_agent_suffix: builtins.str | None = None,
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
        proxy: builtins.str | None = None,
    ) -> None:
        super().__init__(
            base_url="https://members.example" if base_url is None else base_url,
            credentials={
                "timeout": ApiKey(
                    headers_headers, "header", "X-Key", argument="headers_headers"
                )
            },
            security=(("timeout",),),
            declared_headers={
                "Proxy": text_option("proxy_", proxy_),
                "Str": written_option("str", str),
            },
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
            user_agent="sdk/0.1.0",
            transport=transport,
            http_client=http_client,
            ssl_context=ssl_context,
            max_connections=max_connections,
            max_keepalive_connections=max_keepalive_connections,
            keepalive_expiry=keepalive_expiry,
            proxy=proxy,
        )

    def with_options(self, **options: Unpack[SdkOptions]) -> Self:
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
    def with_options_(self) -> with_options__.WithOptions:
        """`WithOptions`."""
        return with_options__.WithOptions(self._session)

    @resource_property
    def close_(self) -> close__.Close:
        """`Close`."""
        return close__.Close(self._session)

    @resource_property
    def raw_request_(self) -> raw_request__.RawRequest:
        """`RawRequest`."""
        return raw_request__.RawRequest(self._session)

    @resource_property
    def headers(self) -> headers_.Headers:
        """`Headers`."""
        return headers_.Headers(self._session)


class AsyncSdk(AsyncClient):
    """`Sdk` for asyncio; its arguments are the same."""

    @copyable
    def __init__(
        self,
        headers_headers: AsyncSecretSource | None = None,
        *,
        base_url: builtins.str | None = None,
        proxy_: builtins.str | None = None,
        str: int | None = None,
        headers: Mapping[builtins.str, builtins.str] | None = None,
        user_agent_suffix: builtins.str | None = None,
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
        proxy: builtins.str | None = None,
    ) -> None:
        super().__init__(
            base_url="https://members.example" if base_url is None else base_url,
            credentials={
                "timeout": ApiKey(
                    headers_headers, "header", "X-Key", argument="headers_headers"
                )
            },
            security=(("timeout",),),
            declared_headers={
                "Proxy": text_option("proxy_", proxy_),
                "Str": written_option("str", str),
            },
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
            user_agent="sdk/0.1.0",
            transport=transport,
            http_client=http_client,
            ssl_context=ssl_context,
            max_connections=max_connections,
            max_keepalive_connections=max_keepalive_connections,
            keepalive_expiry=keepalive_expiry,
            proxy=proxy,
        )

    def with_options(self, **options: Unpack[AsyncSdkOptions]) -> Self:
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
    def with_options_(self) -> with_options__.AsyncWithOptions:
        """`WithOptions`."""
        return with_options__.AsyncWithOptions(self._session)

    @resource_property
    def close_(self) -> close__.AsyncClose:
        """`Close`."""
        return close__.AsyncClose(self._session)

    @resource_property
    def raw_request_(self) -> raw_request__.AsyncRawRequest:
        """`RawRequest`."""
        return raw_request__.AsyncRawRequest(self._session)

    @resource_property
    def headers(self) -> headers_.AsyncHeaders:
        """`Headers`."""
        return headers_.AsyncHeaders(self._session)
