"""What both kinds of connection pools share: how many connections there are, and through what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypedDict
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from ..argument_checks import check_count, check_seconds, kind_of, url_text
from ..errors import ArgumentError
from ..process import LOGGER, LazyModule
from .faults import UnusableProxy
from .proxies import checked_proxy, proxy_url

if TYPE_CHECKING:
    import ssl

    import httpcore2

    from .exchange import Request
    from .urls import Origin
else:
    httpcore2 = LazyModule("httpcore2")

MAX_CONNECTIONS: Final = 100


class ConnectionOptions(TypedDict, total=False):
    """The options of both kinds of clients for connections that they make themselves; see
    `PoolOptions`.
    """

    ssl_context: ssl.SSLContext | None
    max_connections: int
    max_keepalive_connections: int
    keepalive_expiry: float | None
    proxy: str | None


class PoolOptions(Struct, frozen=True):
    """How a client's own connections are made and kept.

    Args:
        ssl_context: What is trusted and shown over TLS, instead of what the system has.
        max_connections: How many requests are sent at once; others wait.
        max_keepalive_connections: How many connections are kept while they are idle.
        keepalive_expiry: Seconds for which an idle one is kept; None for no limit.
        proxy: The URL of the proxy for all requests, "" for none, None for the environment's.

    Raises:
        ArgumentError: One of them can't be used.
    """

    ssl_context: ssl.SSLContext | None = None
    max_connections: int = MAX_CONNECTIONS
    max_keepalive_connections: int = 100
    keepalive_expiry: float | None = 15.0
    proxy: str | None = None

    def __post_init__(self) -> None:
        check_count("max_connections", self.max_connections, 1)
        check_count("max_keepalive_connections", self.max_keepalive_connections)
        check_seconds("keepalive_expiry", self.keepalive_expiry)

    def proxy_for(self, origin: Origin) -> str:
        """The URL of the proxy for an origin, or "".

        Raises:
            UnusableProxy: The environment names one that requests can't be sent through.
        """
        return proxy_url(origin) if self.proxy is None else self.proxy

    def changed(self) -> list[str]:
        """The names of those that aren't as usual."""
        usual = PoolOptions()
        names = self.__struct_fields__
        return [name for name in names if getattr(self, name) != getattr(usual, name)]

    def __repr__(self) -> str:
        # The proxy's URL may hold a password.
        return "PoolOptions(…)"


def read_options(given: ConnectionOptions) -> PoolOptions:
    """The options of a client for its own connections.

    Raises:
        ArgumentError: One isn't of its type, or can't be used.
    """
    context = given.get("ssl_context")
    _check_ssl_context(context)
    usual = PoolOptions()
    return PoolOptions(
        context,
        given.get("max_connections", usual.max_connections),
        given.get("max_keepalive_connections", usual.max_keepalive_connections),
        given.get("keepalive_expiry", usual.keepalive_expiry),
        _read_proxy(given.get("proxy")),
    )


def _check_ssl_context(context: object) -> None:
    if context is not None:
        import ssl  # noqa: PLC0415 -- slow, and seldom needed

        if not isinstance(context, ssl.SSLContext):
            raise ArgumentError(
                f"ssl_context must be an ssl.SSLContext, not {kind_of(context)}"
            )


def _read_proxy(given: object) -> str | None:
    if given is None:
        return None
    url = url_text("proxy", given).strip()
    try:
        return url and checked_proxy("proxy", url)
    except UnusableProxy as error:
        raise ArgumentError(str(error)) from None


def choose_default(why: str, request: Request, is_explicit: bool) -> None:
    """Say that the default transport serves a request.

    Raises:
        ArgumentError: pyreqwest was asked for by name.
    """
    if is_explicit:
        raise ArgumentError(
            f"transport='pyreqwest' can't serve {request.method} {request.path}: {why}; 'auto' "
            "takes httpcore2 where it can't"
        )
    LOGGER.debug("%s %s: httpcore2, since %s", request.method, request.path, why)


class Key(NamedTuple):
    """Which pool serves an origin: with TLS or without, and through which proxy."""

    encrypted: bool
    proxy_url: str

    def __repr__(self) -> str:
        return f"Key(encrypted={self.encrypted})"


def key(origin: Origin, options: PoolOptions) -> Key:
    """Which pool serves an origin."""
    return Key(origin.scheme == "https", options.proxy_for(origin))


def proxy(url: str) -> httpcore2.Proxy | None:
    """A proxy with the user name and password of its URL."""
    if not url:
        return None
    parts = urlsplit(url)
    auth = None
    if parts.username is not None:
        auth = unquote(parts.username).encode(), unquote(parts.password or "").encode()
    host = parts.netloc.rpartition("@")[2]
    return httpcore2.Proxy(f"{parts.scheme}://{host}/", auth=auth)


def layers(encrypted: bool, through: httpcore2.Proxy | None) -> int:
    """How often a connection is encrypted before requests are sent over it."""
    return encrypted + (through is not None and through.url.scheme == b"https")
