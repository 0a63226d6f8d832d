"""A request and a response as they go over the wire, and which redirects are followed."""

from __future__ import annotations

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Iterator,
    Sequence,
)
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from msgspec import Struct

from ..request.payload import Payload
from ..response.response import LazyHeaders
from .deadline import DRAIN_SECONDS, Limits
from .urls import Origin, UnusableURL, extended, resolve

if TYPE_CHECKING:
    from asyncio import Task

RawHeaders: TypeAlias = Sequence[tuple[bytes, bytes]] | LazyHeaders

# What may be left of an answer that nobody wants, if its connection is to be used again.
DRAIN_BYTES: Final = 64 * 1024


class Request(Struct, eq=False):
    """A request, ready to be sent.

    Args:
        method: The HTTP method.
        origin: Where it goes.
        target: The path with the query, percent-encoded.
        headers: All headers, Host and Content-Length among them; a tuple where all requests of the
            operation have the same.
        body: Bytes, or pieces that are read while they are sent.
        secrets: The members of the query that are credentials.
        foreign: Whether a redirect leads it away from the API, so that nothing may be added.
        key: The key by which the server knows it again, so that it may come twice, or "".
    """

    method: str
    origin: Origin
    target: str
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes | Payload = b""
    secrets: tuple[str, ...] = ()
    foreign: bool = False
    key: str = ""

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.target.partition("?")[0]

    @property
    def url(self) -> str:
        """The whole URL; it may hold credentials."""
        return f"{self.origin}{self.target}"

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent once more."""
        return isinstance(self.body, bytes) or self.body.replayable

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.path}>"


# Of a call that hasn't made one yet.
NO_REQUEST: Final = Request("", Origin("", "", 0), "", ())


class ResponseHead(Protocol):
    """The head of a response of either kind."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> RawHeaders:
        """The headers as they came."""
        ...

    def abandon(self) -> bool:
        """Give the connection up from a finaliser, and return whether it was still open."""
        ...


class RawResponse(ResponseHead, Protocol):
    """A response, whose body is to be read."""

    def __iter__(self) -> Iterator[bytes]: ...

    def close(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        ...

    def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        ...


class AsyncRawResponse(ResponseHead, Protocol):
    """A response, whose body is to be read."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        ...

    async def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        ...


class Transport(Protocol):
    """What sends requests."""

    def send(self, request: Request, limits: Limits) -> RawResponse:
        """Send, and wait for the head of the answer."""
        ...

    def close(self) -> None:
        """Give up all connections."""
        ...


class AsyncTransport(Protocol):
    """What sends requests."""

    def send(self, request: Request, limits: Limits) -> Awaitable[AsyncRawResponse]:
        """Send, and wait for the head of the answer."""
        ...

    async def aclose(self) -> None:
        """Give up all connections."""
        ...


MAX_REDIRECTS = 10
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_STATUSES = frozenset({301, 302, 303, 307, 308})
_SEE_OTHER = 303
_SAME_METHOD = frozenset({307, 308})
# Headers about the client program, and about which part of the answer is wanted.
HARMLESS = frozenset(
    {b"accept", b"accept-encoding", b"if-range", b"range", b"user-agent"}
)
_ABOUT_BODY = frozenset({b"content-type", b"content-length", b"transfer-encoding"})


def follow(
    request: Request, status: int, location: bytes, allow_http: bool
) -> Request | None:
    """The request that a redirect asks for, or None when it isn't followed.

    Args:
        request: The request that was answered.
        status: The answer's status.
        location: The answer's Location.
        allow_http: Whether http is accepted for other hosts than this machine.
    """
    method = _method(request.method, status)
    if status not in _STATUSES or method is None or not location:
        return None
    try:
        link = location.decode("ascii")
        origin, target = resolve(request.url, link)
    except (UnusableURL, UnicodeDecodeError):
        return None
    if not _acceptable(request.origin, origin, allow_http):
        return None
    dropped = method != request.method or method in _SAFE
    if origin != request.origin:
        return _elsewhere(request, method, origin, target) if dropped else None
    if not dropped and not request.replayable:
        return None
    headers = [
        (name, value)
        for name, value in request.headers
        if not (dropped and name.lower() in _ABOUT_BODY)
    ]
    body = b"" if dropped else request.body
    target = extended(target, request.secrets)
    return Request(
        method,
        origin,
        target,
        headers,
        body,
        request.secrets,
        request.foreign,
        request.key,
    )


def _method(method: str, status: int) -> str | None:
    if status == _SEE_OTHER:
        return "HEAD" if method == "HEAD" else "GET"
    return method if method in _SAFE or status in _SAME_METHOD else None


def _acceptable(here: Origin, there: Origin, allow_http: bool) -> bool:
    if there.scheme == "https":
        return True
    # Never from https to http, and to other machines only where http is accepted at all.
    return here.scheme == "http" and (there.loopback or allow_http)


def _elsewhere(request: Request, method: str, origin: Origin, target: str) -> Request:
    headers = [
        (name, value) for name, value in request.headers if name.lower() in HARMLESS
    ]
    headers.insert(0, (b"Host", origin.authority.encode()))
    return Request(method, origin, target, headers, foreign=True)


def drain(
    answer: RawResponse, limits: Limits, failures: tuple[type[Exception], ...]
) -> None:
    """Read what little is left of an answer, so that its connection can be used again, and close.

    Args:
        answer: An answer that nobody wants.
        limits: What bounds its waits.
        failures: What reading may come to.
    """
    limits.waits["read"].shorten(DRAIN_SECONDS)
    left, end = DRAIN_BYTES, monotonic() + DRAIN_SECONDS
    try:
        with suppress(*failures):
            for piece in answer:
                left -= len(piece)
                if left < 0 or monotonic() > end:
                    break
    finally:
        answer.close()


async def async_drain(
    answer: AsyncRawResponse, failures: tuple[type[Exception], ...]
) -> None:
    """Read what little is left of an answer, as `drain`."""
    import asyncio  # noqa: PLC0415 -- synchronous use needs none

    left = DRAIN_BYTES
    try:
        with suppress(TimeoutError, *failures):
            async with asyncio.timeout(DRAIN_SECONDS):
                async for piece in answer:
                    left -= len(piece)
                    if left < 0:
                        break
    finally:
        await answer.aclose()


# The event loop itself holds its tasks only weakly.
_running: set[Task[None]] = set()


def run_later(make: Callable[[], Coroutine[object, object, None]]) -> None:
    """Run a coroutine, such as the closing of a dropped response, as a task of the event loop.

    Args:
        make: Makes the coroutine; one that is never made needs not be awaited.
    """
    import asyncio  # noqa: PLC0415 -- synchronous use needs none

    task = asyncio.get_running_loop().create_task(make())
    _running.add(task)
    task.add_done_callback(_running.discard)
