"""Answers with everything around them, from the methods that usually return their data alone.

response = raw(client.notes.retrieve, "1")
print(response.status, response.headers, response.data)

with stream(client.files.download, "1") as download:
    download.save("file.bin")
"""

# The overloads go from the narrow to the wide, and the first that fits is meant; mypy warns that a
# value could be awaitable by chance.
# mypy: disable-error-code="overload-overlap"
# ruff: noqa: ANN401 -- arguments are passed on as they are, and methods are of any signature

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar, overload

from ..errors import ArgumentError
from ..operation.operation import Operation
from ..process import LazyModule
from ..request.request_options import OMIT, RequestOptions
from ..response.response import Response
from .async_download import AsyncDownload
from .client import AsyncClient, AsyncResource, Resource, SyncClient
from .download import Download
from .session import Session

if TYPE_CHECKING:
    from ..operation.extended import AsyncPaged, AsyncWaited, Paged, Waited
    from . import async_session, endpoint
else:
    async_session = LazyModule(".async_session", __package__)
    endpoint = LazyModule(".endpoint", __package__)

T = TypeVar("T")
P_co = TypeVar("P_co", covariant=True)
K = ParamSpec("K")


class Pages(Protocol[P_co]):
    """The items of a list, page by page."""

    def pages(self) -> Iterator[P_co]:
        """The pages, as they come."""
        ...


class AsyncPages(Protocol[P_co]):
    """The items of a list, page by page, in asynchronous programs."""

    def pages(self) -> AsyncIterator[P_co]:
        """The pages, as they come."""
        ...


@overload
def raw(
    method: Callable[K, Pages[P_co]], *arguments: K.args, **keywords: K.kwargs
) -> P_co: ...
@overload
def raw(
    method: Callable[K, AsyncPages[P_co]], *arguments: K.args, **keywords: K.kwargs
) -> Awaitable[P_co]: ...
@overload
def raw(
    method: Callable[K, Awaitable[T]], *arguments: K.args, **keywords: K.kwargs
) -> Awaitable[Response[T]]: ...
@overload
def raw(
    method: Callable[K, T], *arguments: K.args, **keywords: K.kwargs
) -> Response[T]: ...
def raw(method: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """Call a method and return its whole answer; of a list, the first page.

    Args:
        method: A method of a client, such as `client.notes.retrieve`, or `request` or `paginate`.
        arguments: Its arguments.
        keywords: Its keyword arguments.

    Returns:
        The response, to be awaited where the method is.
    """
    call = _rebind(method, arguments, _Raw, _AsyncRaw)
    return call(**keywords)


@overload
def stream(
    method: Callable[K, Awaitable[object]], *arguments: K.args, **keywords: K.kwargs
) -> Awaitable[AsyncDownload]: ...
@overload
def stream(
    method: Callable[K, object], *arguments: K.args, **keywords: K.kwargs
) -> Download: ...
def stream(method: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """Call a method and hand its body out as it comes, undecoded and of any size.

    Args:
        method: A method of a client, such as `client.files.download`.
        arguments: Its arguments.
        keywords: Its keyword arguments.

    Returns:
        The body, to be awaited where the method is.
    """
    call = _rebind(method, arguments, _Downloading, _AsyncDownloading)
    return call(**keywords)


class _Raw:
    """A session whose calls return responses."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.requests = session.requests
        self.stream = session.stream
        self.respond = session.respond

    def send(
        self,
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        return self._session.respond(operation, values, body, options=options)

    def paginate(
        self, operation: Paged[Pages[P_co]], *arguments: Any, **keywords: Any
    ) -> P_co:
        for page in self._session.paginate(operation, *arguments, **keywords).pages():
            return page
        raise ArgumentError("a list of no items has no page")

    def wait(
        self, operation: Waited[T], *arguments: Any, **keywords: Any
    ) -> Response[T]:
        return operation.wait(self._session, *arguments, **keywords)


class _AsyncRaw:
    """A session whose calls return responses."""

    def __init__(self, session: async_session.AsyncSession) -> None:
        self._session = session
        self.requests = session.requests
        self.stream = session.stream
        self.respond = session.respond

    async def send(
        self,
        operation: Operation[T],
        values: Sequence[object] = (),
        body: object = OMIT,
        *,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        return await self._session.respond(operation, values, body, options=options)

    async def paginate(
        self,
        operation: AsyncPaged[AsyncPages[P_co]],
        *arguments: Any,
        **keywords: Any,
    ) -> P_co:
        async for page in self._session.paginate(
            operation, *arguments, **keywords
        ).pages():
            return page
        raise ArgumentError("a list of no items has no page")

    async def wait(
        self, operation: AsyncWaited[T], *arguments: Any, **keywords: Any
    ) -> Response[T]:
        return await operation.wait_async(self._session, *arguments, **keywords)


class _Downloading:
    """A session whose calls return bodies that are still to come."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.requests = session.requests

    def send(self, *arguments: Any, **keywords: Any) -> Download:
        return self._session.stream(Download, *arguments, **keywords)

    respond = send

    def stream(self, kind: object, *arguments: Any, **keywords: Any) -> Download:
        return self.send(*arguments, **keywords)

    def paginate(self, *arguments: object, **keywords: object) -> Download:
        raise ArgumentError("a list is read page by page; use raw for its first page")

    def wait(self, *arguments: object, **keywords: object) -> Download:
        raise ArgumentError("a job that is waited for has no body to hand out")


class _AsyncDownloading:
    """A session whose calls return bodies that are still to come."""

    def __init__(self, session: async_session.AsyncSession) -> None:
        self._session = session
        self.requests = session.requests

    async def send(self, *arguments: Any, **keywords: Any) -> AsyncDownload:
        kind = AsyncDownload
        return await self._session.stream(kind, *arguments, **keywords)

    respond = send

    async def stream(
        self, kind: object, *arguments: Any, **keywords: Any
    ) -> AsyncDownload:
        return await self.send(*arguments, **keywords)

    def paginate(self, *arguments: object, **keywords: object) -> AsyncDownload:
        raise ArgumentError("a list is read page by page; use raw for its first page")

    async def wait(self, *arguments: object, **keywords: object) -> AsyncDownload:
        raise ArgumentError("a job that is waited for has no body to hand out")


class _Client:
    """A client that has another session, for functions that call over it."""

    def __init__(self, session: object) -> None:
        self._session = session

    def __session__(self) -> object:
        return self._session


def _rebind(
    method: Callable[..., Any],
    arguments: Sequence[Any],
    wrap: Callable[[Session], Any],
    wrap_async: Callable[[async_session.AsyncSession], Any],
) -> Callable[..., Any]:
    """The same method on a group that has another session, with its arguments.

    Args:
        method: A method of a group of operations, or one of the functions `request` and `paginate`.
        arguments: Its arguments; that of a function begin with the client.
        wrap: Makes the other session of the group's own.
        wrap_async: The same for an asynchronous group.
    """
    group = getattr(method, "__self__", None)
    if isinstance(group, Resource):
        twin: object = group.bound_to(wrap)
    elif isinstance(group, AsyncResource):
        twin = group.bound_to(wrap_async)
    elif arguments and method in {endpoint.request, endpoint.paginate}:
        client, *rest = arguments
        if isinstance(client, SyncClient):
            return partial(method, _Client(wrap(client.__session__())), *rest)
        if isinstance(client, AsyncClient):
            return partial(method, _Client(wrap_async(client.__session__())), *rest)
        raise ArgumentError("must be a client", member="client")
    else:
        raise ArgumentError("a method of a client is needed, such as client.notes.list")
    rebound: Callable[..., Any] = getattr(twin, method.__name__)
    return partial(rebound, *arguments)
