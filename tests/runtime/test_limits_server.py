"""Fifty callers against servers that limit the rate: no request comes when none is left."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from typing import Any

import pytest
from driver import GET, TRANSPORTS
from fault_server import Connection, FaultServer, Recorded, reply
from sdk_runtime.call.client import AsyncClient, SyncClient, rate_limit

CALLERS = 50
Headers = Callable[[int, int, float, float], Mapping[str, str]]


def unix(limit: int, left: int, reset: float, window: float) -> Mapping[str, str]:
    """As Intercom and GitHub say it, down to whole seconds."""
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": str(int(time.time() + reset)),
        "Date": formatdate(usegmt=True),
    }


def shifted(limit: int, left: int, reset: float, window: float) -> Mapping[str, str]:
    """The same of a server whose clock is five hours ahead."""
    return {
        **unix(limit, left, reset + 18_000, window),
        "Date": formatdate(time.time() + 18_000, usegmt=True),
    }


def seconds(limit: int, left: int, reset: float, window: float) -> Mapping[str, str]:
    """Rounded down, which is earlier than it is so."""
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": str(int(reset)),
    }


def ietf(limit: int, left: int, reset: float, window: float) -> Mapping[str, str]:
    return {
        "RateLimit-Policy": f'"a";q={limit};w={math.ceil(window)}, "b";q=9000;w=3600',
        "RateLimit": f'"a";r={left};t={math.ceil(reset)}, "b";r=8000;t=3000',
    }


def exact(limit: int, left: int, reset: float, window: float) -> Mapping[str, str]:
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": f"{reset:.4f}",
    }


class Limited:
    """Answers a number of requests in each window, and refuses the others.

    Args:
        limit: How many.
        window: Seconds from one beginning to the next.
        headers: Says it.
    """

    def __init__(self, limit: int, window: float, headers: Headers) -> None:
        self.limit, self.window, self.headers = limit, window, headers
        self.refused: list[float] = []
        self.windows: list[int] = []
        self._lock = threading.Lock()
        self._end = 0.0

    def __call__(self, connection: Connection, request: Recorded) -> bool:
        with self._lock:
            now = time.monotonic()
            if now >= self._end:
                self._end = now + self.window
                self.windows.append(0)
            is_taken = self.windows[-1] < self.limit
            if is_taken:
                self.windows[-1] += 1
            else:
                self.refused.append(now)
            said = self.headers(
                self.limit, self.limit - self.windows[-1], self._end - now, self.window
            )
        # So that many are under way, and answers change places.
        time.sleep(0.002 * (request.connection % 5))
        return reply(200 if is_taken else 429, headers=said)(connection, request)


def call_all(url: str, calls: int, transport: Any) -> None:
    with (
        SyncClient(base_url=url, transport=transport, rate_limit="auto") as client,
        ThreadPoolExecutor(CALLERS) as threads,
    ):
        list(threads.map(lambda _: client._session.send(GET, ("1",)), range(calls)))
        state = rate_limit(client)
        assert state is not None
        assert (state.under_way, state.waiting) == (0, 0)


async def call_all_async(url: str, calls: int, transport: Any) -> None:
    async with AsyncClient(
        base_url=url, transport=transport, rate_limit="auto"
    ) as client:
        free = asyncio.Semaphore(CALLERS)

        async def call() -> None:
            async with free:
                await client._session.send(GET, ("1",))

        await asyncio.gather(*(call() for _ in range(calls)))
        state = rate_limit(client)
        assert state is not None
        assert (state.under_way, state.waiting) == (0, 0)


@pytest.mark.parametrize("headers", [unix, shifted, seconds, ietf, exact])
@pytest.mark.parametrize("colour", ["sync", "async"])
@pytest.mark.parametrize("transport", TRANSPORTS)
def test_nobody_is_refused(
    server: FaultServer, transport: str, colour: str, headers: Headers
) -> None:
    server.default = limited = Limited(40, 1.0, headers)
    if colour == "sync":
        call_all(server.url, 100, transport)
    else:
        asyncio.run(call_all_async(server.url, 100, transport))
    assert limited.refused == []
    assert sum(limited.windows) == 100
