"""Threads and tasks that call without end, and what their calls came to."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final

from codec_support import NoteList
from driver import Note, method
from faults.behaviour import ANN
from faults.calls import CURSOR
from faults.traces import SECRETS
from sdk_runtime.auth.security import ApiKey, BearerToken
from sdk_runtime.call.async_download import AsyncDownload
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.call.download import Download
from sdk_runtime.call.stream import AsyncStream, Stream
from sdk_runtime.errors import APIError
from sdk_runtime.operation.operation import Operation
from sdk_runtime.paging.pager import PagedOperation
from sdk_runtime.request.body import JsonBody
from sdk_runtime.response.content import Bytes, Json
from sdk_runtime.response.sequences import JsonLines

GET: Final = method("GET")
POST: Final = method("POST", body=JsonBody())
LINES: Final[Operation[Any]] = Operation(
    "GET", "/lines", responses={"200": JsonLines(Note)}
)
FILE: Final[Operation[Any]] = Operation("GET", "/file", responses={"200": Bytes()})
LIST: Final[PagedOperation[Any, Any]] = PagedOperation(
    "GET", "/list", paging=CURSOR, responses={"200": Json(NoteList)}
)
DEADLINE: Final = 2.0
# A call that takes longer than its deadline by this is late, on a machine that does much else.
LATE: Final = 8.0
# How often a task is cancelled, at any moment of the first tenth of a second.
_CANCELLED_SHARE: Final = 0.05


class Tally:
    """What calls came to, counted by threads and tasks."""

    def __init__(self) -> None:
        self.calls = 0
        self.outcomes: Counter[str] = Counter()
        self.foreign: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.late = 0
        self._lock = threading.Lock()

    def add(self, began: float, error: BaseException | None) -> None:
        """Count a call that has ended."""
        name = "a result" if error is None else type(error).__name__
        is_known = error is None or isinstance(error, APIError | asyncio.CancelledError)
        with self._lock:
            self.calls += 1
            self.outcomes[name] += 1
            self.late += time.monotonic() - began > DEADLINE + LATE
            if not is_known:
                self.foreign[f"{name}: {error}"[:100]] += 1

    def check(self, value: object) -> None:
        """Note a value that no whole answer holds."""
        if value not in (ANN, None):
            with self._lock:
                self.wrong.append(repr(value)[:100])


def settings(url: str, transport: str) -> dict[str, Any]:
    """What the clients are made with."""
    token, key, cookie = SECRETS
    return {
        "base_url": url,
        "transport": transport,
        "credentials": {
            "bearer": BearerToken(token),
            "key": ApiKey(key, "query", "api_key"),
            "cookie": ApiKey(cookie, "cookie", "sid"),
        },
        "security": (("bearer", "key", "cookie"),),
        "max_connections": 20,
        "max_response_bytes": 1_000_000,
        "timeout": 0.3,
        "deadline": DEADLINE,
        "random": lambda: 0.01,
    }


# Synchronous.


def _lines(session: Any, tally: Tally) -> None:
    with session.stream(Stream, LINES, ()) as stream:
        for item in stream:
            tally.check(item)


def _file(session: Any, tally: Tally) -> None:
    with session.stream(Download, FILE, ()) as body:
        body.read()


CALLS: Final[tuple[Callable[[Any, Tally], object], ...]] = (
    lambda session, tally: tally.check(session.send(GET, ())),
    lambda session, tally: tally.check(session.send(POST, (), {"a": 1})),
    lambda session, tally: list(session.paginate(LIST, ())),
    _lines,
    _file,
)


@contextmanager
def threads(
    url: str, count: int, seed: int, tally: Tally, transports: Sequence[str]
) -> Iterator[None]:
    """Let so many threads call until the block ends."""
    over = threading.Event()
    clients = [
        SyncClient(
            **settings(url, name), sleep=lambda seconds: time.sleep(min(seconds, 0.01))
        )
        for name in transports
    ]

    def run(number: int) -> None:
        draw = random.Random(seed + number)  # noqa: S311 -- the same for each seed
        session = clients[number % len(clients)].__session__()
        while not over.is_set():
            began, failed = time.monotonic(), None
            try:
                draw.choice(CALLS)(session, tally)
            except Exception as error:
                failed = error
            tally.add(began, failed)

    running = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in running:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in running:
            thread.join()
        for client in clients:
            client.close()


# Asynchronous.


async def _get(session: Any, tally: Tally) -> None:
    tally.check(await session.send(GET, ()))


async def _post(session: Any, tally: Tally) -> None:
    tally.check(await session.send(POST, (), {"a": 1}))


async def _listed(session: Any, tally: Tally) -> None:
    del tally
    async for _ in session.paginate(LIST, ()):
        pass


async def _async_lines(session: Any, tally: Tally) -> None:
    async with await session.stream(AsyncStream, LINES, ()) as stream:
        async for item in stream:
            tally.check(item)


async def _async_file(session: Any, tally: Tally) -> None:
    del tally
    async with await session.stream(AsyncDownload, FILE, ()) as body:
        await body.read()


ASYNC_CALLS: Final[tuple[Callable[[Any, Tally], Awaitable[None]], ...]] = (
    _get,
    _post,
    _listed,
    _async_lines,
    _async_file,
)


@asynccontextmanager
async def tasks(
    url: str, count: int, seed: int, tally: Tally, transports: Sequence[str]
) -> AsyncIterator[None]:
    """Let so many tasks call until the block ends."""
    over = asyncio.Event()

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.01))

    clients = [AsyncClient(**settings(url, name), sleep=sleep) for name in transports]

    async def run(number: int) -> None:
        draw = random.Random(seed - number)  # noqa: S311 -- the same for each seed
        session = clients[number % len(clients)].__session__()
        while not over.is_set():
            began, failed = time.monotonic(), None
            call = asyncio.ensure_future(draw.choice(ASYNC_CALLS)(session, tally))
            if draw.random() < _CANCELLED_SHARE:
                asyncio.get_running_loop().call_later(draw.random() / 10, call.cancel)
            try:
                await call
            except (Exception, asyncio.CancelledError) as error:
                failed = error
            tally.add(began, failed)

    running = [asyncio.create_task(run(number)) for number in range(count)]
    try:
        yield
    finally:
        over.set()
        await asyncio.gather(*running)
        for client in clients:
            await client.close()
