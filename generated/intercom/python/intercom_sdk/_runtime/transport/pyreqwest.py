"""Connections of pyreqwest, which the extra `fast` installs, for synchronous calls."""

# ruff: noqa: ANN401 -- the library is an extra, so nothing of it is known to type checkers

from __future__ import annotations

import atexit
import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from ..process import PROCESS
from ..request.client_option import HeaderPairs
from ..response.response import LazyHeaders
from .faults import pyreqwest_failure
from .pool import choose_default
from .slots import Slot, Slots, raise_closed

if TYPE_CHECKING:
    from .deadline import Limits
    from .exchange import RawHeaders, Request, Transport
    from .pool import PoolOptions
    from .urls import Origin

# Apache-2.0, one maintainer, a release a month since October 2025; below 1.0 a minor one may change
# anything, so the package's extra names one.
_CLIENT: Final[Any] = import_module("pyreqwest.client")
_HeaderMap: Final[Any] = import_module("pyreqwest.http").HeaderMap
_errors: Final[Any] = import_module("pyreqwest.exceptions")
PyreqwestError: Final[type[Exception]] = _errors.PyreqwestError

# A segment of dots is resolved by the library's URLs, and an apostrophe escaped.
_REWRITTEN = re.compile(r"/(?:\.|%2e){1,2}(?:[/?]|\Z)|\?.*'", re.IGNORECASE).search
# At exit the library's threads get them to end the last call, or the process aborts (0.15.1).
_EXIT_SECONDS: Final = 0.05
# The process whose threads the library's runtime has; those of a forked one don't run.
_runtime_process: list[int] = []


def is_forked() -> bool:
    """Whether the process was forked after the library's runtime began."""
    return bool(_runtime_process) and _runtime_process[0] != PROCESS.id


def build(make: str, options: PoolOptions, each_wait: float | None) -> Any:
    """A client of the library that does what the package asks for, and nothing by itself.

    Args:
        make: The name of its builder.
        options: How connections are kept.
        each_wait: Seconds for each wait for an answer.
    """
    expiry = options.keepalive_expiry
    builder = (
        getattr(_CLIENT, make)()
        .http1_only()
        .no_proxy()
        .follow_redirects(False)
        .referer(False)
        .gzip(False)
        .brotli(False)
        .zstd(False)
        .deflate(False)
        .pool_idle_timeout(None if expiry is None else timedelta(seconds=expiry))
        .pool_max_idle_per_host(options.max_keepalive_connections)
    )
    if each_wait is not None:
        wait = timedelta(seconds=each_wait)
        builder = builder.read_timeout(wait).connect_timeout(wait)
    try:
        client = builder.build()
    except PyreqwestError as error:
        failed = pyreqwest_failure(error)
    else:
        if not _runtime_process:
            atexit.register(time.sleep, _EXIT_SECONDS)
        _runtime_process[:] = [PROCESS.id]
        return client
    raise failed


class Clients:
    """The library's clients by the seconds for each wait, which only whole clients have.

    Args:
        make: The name of their builder.
        options: How connections are made and kept.
    """

    __slots__ = ("_build", "_lock", "_options", "_urls", "_whole", "by_wait")

    def __init__(self, make: str, options: PoolOptions) -> None:
        self._options = options
        self._build = partial(build, make, options)
        self._lock = Lock()
        self.by_wait: dict[float | None, Any] = {}
        # How the URLs of an origin begin; "" where a proxy stands between.
        self._urls: dict[Origin, str] = {}
        # The seconds that an attempt may take; most may take as many as the last.
        self._whole: tuple[float, timedelta] = 0.0, timedelta()

    def locate(self, request: Request, limits: Limits) -> tuple[str, str]:
        """The URL of a request, and why the library can't send it, or ""."""
        if _runtime_process and _runtime_process[0] != PROCESS.id:
            return "", "the process was forked after pyreqwest's runtime began"
        if limits.has_phases:
            return "", "the timeout sets single waits"
        if not isinstance(request.body, bytes):
            return "", "the body is read while it is sent"
        target = request.target
        is_odd = "/." in target or "/%" in target or "'" in target
        if is_odd and _REWRITTEN(target):
            return "", "the URL would be sent in another spelling"
        origin = request.origin
        url = self._urls.get(origin)
        if url is None:
            is_direct = not self._options.proxy_for(origin)
            url = self._urls[origin] = str(origin) if is_direct else ""
        return url + target, "" if url else "a proxy stands between"

    def client(self, limits: Limits) -> Any:
        """The client for requests with such limits."""
        wait = limits.each_wait
        with self._lock:
            client = self.by_wait[wait] = self.by_wait.get(wait) or self._build(wait)
        return client

    def prepare(self, request: Request, url: str, limits: Limits) -> Any:
        """A request as the library takes it; the head never waits for a streamed body."""
        client = self.by_wait.get(limits.each_wait) or self.client(limits)
        headers: Any = request.headers
        if isinstance(headers, HeaderPairs):
            # Those of an operation are made once.
            headers.made = headers.made or _header_map(headers)
            headers = headers.made
        else:
            headers = _header_map(headers)
        made = client.request(request.method, url).headers(headers)
        if request.body:
            made = made.body_bytes(request.body)
        if (seconds := limits.whole_wait()) is not None:
            whole = self._whole
            if whole[0] != seconds:
                whole = self._whole = seconds, timedelta(0, seconds)
            made = made.timeout(whole[1])
        made = made if limits.is_held else made.streamed_read_buffer_limit(0)
        return made.build_streamed()

    def take(self) -> list[Any]:
        """All of them, to be closed."""
        with self._lock:
            clients = list(self.by_wait.values())
            self.by_wait.clear()
        return clients


def _header_map(pairs: RawHeaders) -> Any:
    return _HeaderMap([(name.decode(), value.decode()) for name, value in pairs])


class PyreqwestTransport:
    """Sends over connections of pyreqwest, and through another transport what it can't send.

    Args:
        make_default: Makes the other transport.
        options: How connections are made and kept.
        is_explicit: Whether what it can't send is an error.
    """

    def __init__(
        self,
        make_default: Callable[[], Transport],
        options: PoolOptions,
        is_explicit: bool,
    ) -> None:
        self._make_default = make_default
        self._is_explicit = is_explicit
        self._default: Transport | None = None
        self._closed = False
        self._clients = Clients("SyncClientBuilder", options)
        self._slots = Slots(options.max_connections)

    def send(self, request: Request, limits: Limits) -> Any:
        """Send, and wait for the head of the answer."""
        url, why = self._clients.locate(request, limits)
        if why:
            choose_default(why, request, self._is_explicit)
            return self._other().send(request, limits)
        slot = self._slots.acquire(limits)
        try:
            sent = self._clients.prepare(request, url, limits)
            answer = sent.__enter__()
            headers = LazyHeaders(answer.headers)
            return PyreqwestAnswer(
                answer.status, headers, sent, answer.body_reader, slot
            )
        except PyreqwestError as error:
            slot.release()
            failed = pyreqwest_failure(error)
        except BaseException:
            slot.release()
            raise
        raise failed

    def close(self) -> None:
        """Give up all connections; what waits for one is refused."""
        self._closed = True
        default, self._default = self._default, None
        if default is not None:
            default.close()
        if not is_forked():
            self._slots.close()
            for client in self._clients.take():
                client.close()

    def _other(self) -> Transport:
        if self._closed:
            raise_closed()
        if self._default is None:
            self._default = self._make_default()
        return self._default


class PyreqwestAnswer(Struct, eq=False):
    """The head of an answer, and its body to be read.

    Args:
        status: The HTTP status.
        headers: The headers as they came.
        sent: The request, which ends its answer.
        reader: What is left of the body.
        slot: What it takes of the client's room, until it is closed.
        has_ended: Whether the body was read to its end.
    """

    status: int
    headers: LazyHeaders
    sent: Any
    reader: Any
    slot: Slot | None
    has_ended: bool = False

    def __repr__(self) -> str:
        return f"<PyreqwestAnswer {self.status}>"

    def __iter__(self) -> Iterator[bytes]:
        try:
            while (piece := self.reader.read_chunk()) is not None:
                yield piece.to_bytes()
            self.has_ended = True
        except PyreqwestError as error:
            failed = pyreqwest_failure(error)
        else:
            return
        raise failed

    def close(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        slot, self.slot = self.slot, None
        if slot is None or slot.process != PROCESS.id:
            return
        try:
            # One that has come to its end has given its connection back.
            if not self.has_ended:
                self.sent.__exit__(None, None, None)
        finally:
            slot.release()

    def drain(self) -> None:
        """Close: a wait of the library can't be shortened, so what is left isn't read."""
        self.close()

    def abandon(self) -> bool:
        """Give the connection up from a finaliser.

        Returns:
            Whether it was still open.
        """
        slot, self.slot = self.slot, None
        if slot is None or slot.process != PROCESS.id:
            return False
        self.sent.__exit__(None, None, None)  # else its connection stays for a while
        slot.release()
        return True
