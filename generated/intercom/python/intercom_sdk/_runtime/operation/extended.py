"""Operations that take more than one call: lists, and jobs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..response.response import Response

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)


class Paged(Protocol[R_co]):
    """A list operation; pagers are loaded with the first."""

    @property
    def pager(self) -> Callable[..., R_co]:
        """The class that hands its items out."""
        ...


class AsyncPaged(Protocol[R_co]):
    """A list operation, as `Paged`."""

    @property
    def async_pager(self) -> Callable[..., R_co]:
        """The class that hands its items out."""
        ...


class Waited(Protocol[T]):
    """An operation that shows a job, or starts one; a package without jobs has none."""

    @property
    def wait(self) -> Callable[..., Response[T]]:
        """Calls it, with a session, and gives the answer that shows the job done."""
        ...


class AsyncWaited(Protocol[T]):
    """An operation as `Waited`."""

    @property
    def wait_async(self) -> Callable[..., Awaitable[Response[T]]]:
        """Calls it, with a session, and gives the answer that shows the job done."""
        ...
