"""What the groups of operations are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from ..auth.secret import Connected
from ..errors import ArgumentError
from ..loading import LazyModule
from .session import Session

if TYPE_CHECKING:
    from . import async_session
else:
    async_session = LazyModule(".async_session", __package__)


class Resource(Connected):
    """A group of operations.

    Args:
        session: What sends them.
    """

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    def bound_to(self, wrap: Callable[[Session], Any]) -> Self:
        """The same group on another session, which `wrap` makes of its own."""
        return type(self)(wrap(self._session))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.requests.base}>"


class AsyncResource(Connected):
    """A group of operations, to be awaited.

    Args:
        session: What sends them.
    """

    __slots__ = ("_session",)

    def __init__(self, session: async_session.AsyncSession) -> None:
        self._session = session

    def bound_to(self, wrap: Callable[[async_session.AsyncSession], Any]) -> Self:
        """The same group on another session, which `wrap` makes of its own."""
        return type(self)(wrap(self._session))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.requests.base}>"


def rebind(
    method: Callable[..., Any],
    wrap: Callable[[Session], Any],
    wrap_async: Callable[[async_session.AsyncSession], Any],
) -> Callable[..., Any]:
    """The same method on a group that has another session.

    Args:
        method: A method of a group of operations.
        wrap: Makes the other session of the group's own.
        wrap_async: The same for an asynchronous group.
    """
    group = getattr(method, "__self__", None)
    if isinstance(group, Resource):
        twin: object = group.bound_to(wrap)
    elif isinstance(group, AsyncResource):
        twin = group.bound_to(wrap_async)
    else:
        raise ArgumentError("a method of a client is needed, such as client.notes.list")
    rebound: Callable[..., Any] = getattr(twin, method.__name__)
    return rebound
