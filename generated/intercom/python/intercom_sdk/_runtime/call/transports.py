"""Which transport serves a client."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from ..argument_checks import kind_of
from ..errors import ArgumentError
from ..process import LOGGER

if TYPE_CHECKING:
    import ssl

    import httpx2

    from ..transport.exchange import AsyncTransport, Transport

TransportName: TypeAlias = Literal["auto", "httpcore2", "pyreqwest"]
T = TypeVar("T")


class TransportChoice:
    """What serves a client, and how it is made at the first call.

    Args:
        transport: The client's `transport`.
        http_client: The client's `http_client`.
        ssl_context: The client's `ssl_context`.
        methods: The methods that a transport of the caller's needs.

    Raises:
        ArgumentError: They contradict each other, or pyreqwest is asked for and isn't there.
    """

    def __init__(
        self,
        transport: object,
        http_client: object,
        ssl_context: ssl.SSLContext | None,
        methods: tuple[str, ...],
    ) -> None:
        self.is_explicit: bool = transport == "pyreqwest"
        self.ssl_context = ssl_context
        self.name: str = ""
        if not isinstance(transport, str):
            self._check_own(transport, methods)
        elif transport not in {"auto", "httpcore2", "pyreqwest"}:
            raise ArgumentError(
                f"transport is {transport!r}, which isn't 'auto', 'httpcore2' or 'pyreqwest'"
            )
        _check_ssl_context(ssl_context)
        if http_client is not None and (transport != "auto" or ssl_context is not None):
            raise ArgumentError(
                "http_client is a transport of its own: transport and ssl_context belong to it"
            )
        why = _hindrance(http_client, ssl_context) if transport != "httpcore2" else ""
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


def _check_ssl_context(context: object) -> None:
    if context is not None:
        import ssl  # noqa: PLC0415 -- slow, and seldom needed

        if not isinstance(context, ssl.SSLContext):
            raise ArgumentError(
                f"ssl_context must be an ssl.SSLContext, not {kind_of(context)}"
            )


def _hindrance(http_client: object, ssl_context: object) -> str:
    """Why pyreqwest can't serve a client, or ""."""
    if http_client is not None:
        return "an http_client is passed"
    if ssl_context is not None:
        return "an ssl_context is passed"
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

        return PooledTransport(choice.ssl_context)

    def make_fast() -> Transport:
        from ..transport.pyreqwest import (  # noqa: PLC0415 -- as above
            PyreqwestTransport,
        )

        return PyreqwestTransport(make_default, choice.is_explicit)

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
        return AsyncPooledTransport(choice.ssl_context)

    def make_fast() -> AsyncTransport:
        from ..transport.async_pyreqwest import (  # noqa: PLC0415 -- as above
            AsyncPyreqwestTransport,
        )

        return AsyncPyreqwestTransport(make_default, choice.is_explicit)

    return make_fast if choice.name == "pyreqwest" else make_default


def _constant(value: T) -> Callable[[], T]:
    return lambda: value
