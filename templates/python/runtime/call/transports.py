"""Which transport serves a client, and copies of it that are served by the same one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial, wraps
from importlib import import_module
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    ParamSpec,
    TypeAlias,
    TypeVar,
)
from weakref import WeakKeyDictionary

from msgspec import Struct

from ..argument_checks import kind_of
from ..errors import APIError, ArgumentError, without_locals
from ..json.plain_data import is_mapping
from ..process import LOGGER
from ..transport.pool import PoolOptions, read_options

if TYPE_CHECKING:
    import httpx2

    from ..transport.exchange import AsyncTransport, Transport
    from .async_session import AsyncSession
    from .client_settings import ClientOptions
    from .session import Session

TransportName: TypeAlias = Literal["auto", "httpcore2", "pyreqwest"]
P = ParamSpec("P")
_FOR_ERRORS: Final = "..auth.redaction"  # else imported within the event loop
T = TypeVar("T")
_CONNECTIONS: Final = frozenset(
    {"transport", "http_client", *PoolOptions.__struct_fields__}
)
# How clients were made, by their sessions: not among their members, which show themselves, and are
# for resources, and a class of the caller's may not be hashable.
_Making: TypeAlias = tuple[Callable[..., None], dict[str, Any]]
_made: Final[WeakKeyDictionary[object, _Making]] = WeakKeyDictionary()


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
        options: ClientOptions,
        methods: tuple[str, ...],
    ) -> None:
        self.is_explicit: bool = transport == "pyreqwest"
        self.pool: PoolOptions = read_options(options)
        self.name: str = ""
        if not isinstance(transport, str):
            self._check_own(transport, methods)
        elif transport not in {"auto", "httpcore2", "pyreqwest"}:
            raise ArgumentError(
                f"transport is {transport!r}, which isn't 'auto', 'httpcore2' or 'pyreqwest'"
            )
        if http_client is not None:
            also = [] if transport == "auto" else ["transport"]
            _check_alone("http_client", [*also, *self.pool.changed()])
        elif self.name:
            _check_alone("transport", self.pool.changed())
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


def _check_alone(owner: str, others: list[str]) -> None:
    """Refuse what says how connections are made that the client doesn't make itself."""
    if others:
        raise ArgumentError(
            f"{owner} brings connections of its own, which {' and '.join(others)} can't change"
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
        import_module(_FOR_ERRORS, __package__)
        return AsyncPooledTransport(choice.pool)

    def make_fast() -> AsyncTransport:
        from ..transport.async_pyreqwest import (  # noqa: PLC0415 -- as above
            AsyncPyreqwestTransport,
        )

        import_module(_FOR_ERRORS, __package__)
        return AsyncPyreqwestTransport(make_default, choice.pool, choice.is_explicit)

    return make_fast if choice.name == "pyreqwest" else make_default


def _constant(value: T) -> Callable[[], T]:
    return lambda: value


class Borrowed(Struct, frozen=True, eq=False):
    """Stands for the transport in the arguments of a copy.

    Args:
        choice: What serves the client that the connections come from.
        session: Makes the copy's session of its options.
    """

    choice: TransportChoice
    session: Callable[[ClientOptions], Any]


def copyable(initialize: Callable[P, None]) -> Callable[P, None]:
    """Let a client's `__init__` keep what it is called with, for copies with other options."""

    @wraps(initialize)
    def initialized(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            initialize(*args, **kwargs)
        except APIError as error:
            del args, kwargs
            raise without_locals(error) from error.__cause__
        code: Any = getattr(initialize, "__code__", None)
        given: dict[str, Any] = dict(zip(code.co_varnames, args, strict=False)) | kwargs
        if given.get("headers") is not None:
            given["headers"] = dict(given["headers"])
        _made[given.pop("self").__session__()] = initialized, given

    return initialized


def copied(
    client: T,
    choice: TransportChoice,
    session: Session | AsyncSession,
    changes: Mapping[str, object],
) -> T:
    """A client that is like another but for some arguments, and uses its connections.

    Args:
        client: The other one; what a class of the caller's has given it is the copy's, too.
        choice: What serves it.
        session: What sends its calls.
        changes: The arguments by name; `headers` are added to those there are.

    Raises:
        ArgumentError: One is about connections, or can't be used.
    """
    for name in changes:
        if name in _CONNECTIONS:
            raise ArgumentError(
                f"{name} is about connections, which with_options shares: make a new client for it"
            )
    initialize, given = _made[session]
    merged = {key: one for key, one in given.items() if key not in _CONNECTIONS}
    merged |= changes
    merged["headers"] = _added(given.get("headers"), merged.get("headers"))
    copy = type(client).__new__(type(client))
    for name, value in _attributes(client):
        object.__setattr__(copy, name, value)
    made = partial(session.copy_with, frozenset(changes))
    try:
        initialize(copy, **merged, transport=Borrowed(choice, made))
    except APIError as error:
        del given, merged
        if isinstance(changes, dict):
            changes.clear()
        raise without_locals(error) from error.__cause__
    return copy


def _attributes(client: object) -> list[tuple[str, Any]]:
    """What a client holds, without what it makes of itself when it is first asked for."""
    state: Any = object.__getstate__(client)
    # Where there are slots, it is a dict and theirs.
    parts: list[dict[str, Any]] = [*state] if type(state) is tuple else [state]
    # Looked up on the class itself, it would be the resource's class.
    kinds = type(client).__mro__
    return [
        (name, value)
        for part in parts
        for name, value in part.items()
        if not any(isinstance(vars(kind).get(name), cached_property) for kind in kinds)
    ]


def _added(
    headers: dict[str, str] | None, more: object
) -> Any:  # noqa: ANN401 -- unchecked yet
    """The headers of a client, and more that win over them."""
    if headers is None or not is_mapping(more):
        return more
    names = {name.lower() for name in more if isinstance(name, str)}
    kept = {name: one for name, one in headers.items() if name.lower() not in names}
    return {**kept, **more}
