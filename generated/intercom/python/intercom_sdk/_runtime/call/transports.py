"""Which transport serves a client."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from ..argument_checks import kind_of
from ..errors import ArgumentError
from ..process import LOGGER
from ..transport.pool import PoolOptions, read_proxy

if TYPE_CHECKING:
    import httpx2

    from ..transport.exchange import AsyncTransport, Transport
    from .client_settings import ConnectionOptions

TransportName: TypeAlias = Literal["auto", "httpcore2", "pyreqwest"]
T = TypeVar("T")
_USUAL: Final = PoolOptions()


class TransportChoice:
    """What serves a client, and how it is made at the first call.

    Args:
        transport: The client's `transport`.
        http_client: The client's `http_client`.
        options: The client's options, of which those for its own connections are read.
        methods: The methods that a transport of the caller's needs.

    Raises:
        ArgumentError: They contradict each other, or pyreqwest is asked for and isn't there.
    """

    def __init__(
        self,
        transport: object,
        http_client: object,
        options: ConnectionOptions,
        methods: tuple[str, ...],
    ) -> None:
        self.is_explicit: bool = transport == "pyreqwest"
        self.pool: PoolOptions = _read_pool(options)
        self.name: str = ""
        if not isinstance(transport, str):
            self._check_own(transport, methods)
        elif transport not in {"auto", "httpcore2", "pyreqwest"}:
            raise ArgumentError(
                f"transport is {transport!r}, which isn't 'auto', 'httpcore2' or 'pyreqwest'"
            )
        if http_client is not None:
            also = [] if transport == "auto" else ["transport"]
            _check_alone("http_client", [*also, *_changed(self.pool)])
        elif self.name:
            _check_alone("transport", _changed(self.pool))
        why = _hindrance(http_client, self.pool) if transport != "httpcore2" else ""
        if self.is_explicit and why:
            raise ArgumentError(f"transport='pyreqwest' can't serve: {why}")
        if not self.name:
            other = "httpcore2" if http_client is None else "httpx2"
            self.name = other if why or transport == "httpcore2" else "pyreqwest"
        if transport == "auto":
            reason = why or "pyreqwest can be imported"
            LOGGER.debug("transport: %s, since %s", self.name, reason)

    def current(self) -> str:
        """What serves the client in this process."""
        if self.name == "pyreqwest" and not self.is_explicit:
            from ..transport.pyreqwest import (  # noqa: PLC0415 -- loaded where it is needed
                is_forked,
            )

            return "httpcore2" if is_forked() else self.name
        return self.name

    def _check_own(self, transport: object, methods: tuple[str, ...]) -> None:
        if isinstance(transport, type) or not all(
            callable(getattr(transport, method, None)) for method in methods
        ):
            raise ArgumentError(
                "transport must be 'auto', 'httpcore2', 'pyreqwest' or an object with the methods "
                f"{' and '.join(methods)}, not {kind_of(transport)}"
            )
        self.name = type(transport).__name__


def _changed(pool: PoolOptions) -> list[str]:
    """The options for connections that aren't as usual."""
    names = PoolOptions.__struct_fields__
    return [name for name in names if getattr(pool, name) != getattr(_USUAL, name)]


def _check_alone(owner: str, others: list[str]) -> None:
    """Refuse what says how connections are made that the client doesn't make itself."""
    if others:
        raise ArgumentError(
            f"{owner} brings connections of its own, which {' and '.join(others)} can't change"
        )


def _check_ssl_context(context: object) -> None:
    if context is not None:
        import ssl  # noqa: PLC0415 -- slow, and seldom needed

        if not isinstance(context, ssl.SSLContext):
            raise ArgumentError(
                f"ssl_context must be an ssl.SSLContext, not {kind_of(context)}"
            )


def _read_pool(options: ConnectionOptions) -> PoolOptions:
    """The options for a client's own connections."""
    context = options.get("ssl_context")
    _check_ssl_context(context)
    return PoolOptions(
        context,
        options.get("max_connections", _USUAL.max_connections),
        options.get("max_keepalive_connections", _USUAL.max_keepalive_connections),
        options.get("keepalive_expiry", _USUAL.keepalive_expiry),
        read_proxy(options.get("proxy")),
    )


def _hindrance(http_client: object, pool: PoolOptions) -> str:
    """Why pyreqwest can't serve a client, or ""."""
    if http_client is not None:
        return "an http_client is passed"
    if pool.ssl_context is not None:
        return "an ssl_context is passed"
    if pool.proxy:
        return "a proxy is passed"
    try:
        import_module("pyreqwest.client")
    except ImportError:
        return "pyreqwest can't be imported; the extra 'fast' of the package brings it"
    return ""


def connector(
    choice: TransportChoice, transport: Transport | str, client: httpx2.Client | None
) -> Callable[[], Transport]:
    """What makes the transport of a synchronous client."""
    if client is not None:
        from ..transport.httpx_transport import (  # noqa: PLC0415 -- loaded where it is needed
            SuppliedTransport,
        )

        return _constant(SuppliedTransport(client))
    if not isinstance(transport, str):
        return _constant(transport)

    def make_default() -> Transport:
        from ..transport.transport import (  # noqa: PLC0415 -- as above
            PooledTransport,
        )

        return PooledTransport(choice.pool)

    def make_fast() -> Transport:
        from ..transport.pyreqwest import (  # noqa: PLC0415 -- as above
            PyreqwestTransport,
        )

        return PyreqwestTransport(make_default, choice.pool, choice.is_explicit)

    return make_fast if choice.name == "pyreqwest" else make_default


def async_connector(
    choice: TransportChoice,
    transport: AsyncTransport | str,
    client: httpx2.AsyncClient | None,
) -> Callable[[], AsyncTransport]:
    """What makes the transport of an asynchronous client."""
    if client is not None:
        from ..transport.httpx_transport import (  # noqa: PLC0415 -- as above
            AsyncSuppliedTransport,
        )

        return _constant(AsyncSuppliedTransport(client))
    if not isinstance(transport, str):
        return _constant(transport)

    def make_default() -> AsyncTransport:
        from ..transport.async_transport import (  # noqa: PLC0415 -- as above
            AsyncPooledTransport,
            import_backend,
        )

        import_backend()
        return AsyncPooledTransport(choice.pool)

    def make_fast() -> AsyncTransport:
        from ..transport.async_pyreqwest import (  # noqa: PLC0415 -- as above
            AsyncPyreqwestTransport,
        )

        return AsyncPyreqwestTransport(make_default, choice.pool, choice.is_explicit)

    return make_fast if choice.name == "pyreqwest" else make_default


def _constant(value: T) -> Callable[[], T]:
    return lambda: value
