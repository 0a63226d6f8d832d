"""Copies of clients: the connections of another client, and options of their own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property, partial, wraps
from typing import TYPE_CHECKING, Any, Final, ParamSpec, Protocol, TypeVar
from weakref import WeakKeyDictionary

from msgspec import Struct

from ..errors import ArgumentError
from ..json.plain_data import is_mapping
from ..transport.pool import PoolOptions

if TYPE_CHECKING:
    from .client_settings import ClientOptions
    from .transports import TransportChoice

P = ParamSpec("P")
T = TypeVar("T")

_CONNECTIONS: Final = frozenset(
    {"transport", "http_client", *PoolOptions.__struct_fields__}
)
# How clients were made. Not among their members, which show themselves, and are for resources.
_made: Final[WeakKeyDictionary[object, tuple[Callable[..., None], dict[str, Any]]]] = (
    WeakKeyDictionary()
)


class Borrowed(Struct, frozen=True, eq=False):
    """Stands for the transport in the arguments of a copy.

    Args:
        choice: What serves the client that the connections come from.
        session: Makes the copy's session of its options.
    """

    choice: TransportChoice
    session: Callable[[ClientOptions], Any]


class Lender(Protocol):
    """A session of either kind."""

    def copy_with(
        self, changed: Collection[str], options: ClientOptions
    ) -> Any:  # noqa: ANN401 -- a session of the same kind
        """A session with other options that uses the same connections."""
        ...


def copyable(initialize: Callable[P, None]) -> Callable[P, None]:
    """Let a client's `__init__` keep what it is called with, for copies with other options."""

    @wraps(initialize)
    def initialized(*args: P.args, **kwargs: P.kwargs) -> None:
        initialize(*args, **kwargs)
        code: Any = getattr(initialize, "__code__", None)
        given: dict[str, Any] = dict(zip(code.co_varnames, args, strict=False)) | kwargs
        client = given.pop("self")
        if given.get("headers") is not None:
            given["headers"] = dict(given["headers"])
        _made[client] = initialize, given

    return initialized


def copied(
    client: T, choice: TransportChoice, session: Lender, changes: Mapping[str, object]
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
    initialize, given = _made[client]
    for name in changes:
        if name in _CONNECTIONS:
            raise ArgumentError(
                f"{name} is about connections, which with_options shares: make a new client for it"
            )
    merged = {key: one for key, one in given.items() if key not in _CONNECTIONS}
    merged |= changes
    merged["headers"] = _added(given.get("headers"), merged.get("headers"))
    copy = type(client).__new__(type(client))
    for name, value in _attributes(client):
        object.__setattr__(copy, name, value)
    made = partial(session.copy_with, frozenset(changes))
    initialize(copy, **merged, transport=Borrowed(choice, made))
    _made[copy] = initialize, merged
    return copy


def _attributes(client: object) -> list[tuple[str, Any]]:
    """What a client holds, without what it makes of itself when it is first asked for."""
    state: Any = object.__getstate__(client)
    # Where there are slots, it is a dict and theirs.
    parts: list[dict[str, Any]] = [*state] if type(state) is tuple else [state]
    return [
        (name, value)
        for part in parts
        for name, value in part.items()
        if not isinstance(getattr(type(client), name, None), cached_property)
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
