"""Makes a connection to whichever address of a host answers first (RFC 8305), asynchronously."""

from __future__ import annotations

import asyncio
import socket
from collections import deque
from contextlib import suppress

from ..deadline import remaining
from .connect import (
    STAGGER,
    Address,
    LookupResult,
    at_once,
    look_up_in_thread,
    open_socket,
    prepared,
)


async def connect(host: str, port: int, wait: float | None) -> socket.socket:
    """Connect to the first address of a host that answers.

    Raises:
        OSError: None does, or the time is over.
    """
    async with asyncio.timeout(remaining(wait)):
        addresses = at_once(host, port) or await _look_up(host, port)
        if len(addresses) == 1:
            sock = await _attempt(addresses[0])
        else:
            sock = await _race(deque(addresses))
    return prepared(sock)


async def _look_up(host: str, port: int) -> list[Address]:
    loop = asyncio.get_running_loop()
    results: asyncio.Future[LookupResult] = loop.create_future()

    def report(result: LookupResult) -> None:
        # The loop may have ended while the thread waited.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_report, results, result)

    look_up_in_thread(host, port, report)
    result = await results
    if isinstance(result, Exception):
        raise result
    return result


def _report(results: asyncio.Future[LookupResult], result: LookupResult) -> None:
    if not results.done():
        results.set_result(result)


async def _race(waiting: deque[Address]) -> socket.socket:
    failure: BaseException = OSError("the host has no address")
    running: set[asyncio.Task[socket.socket]] = set()
    try:
        while waiting or running:
            if waiting:
                attempt = _attempt(waiting.popleft())
                running.add(asyncio.create_task(attempt))
            done, _ = await asyncio.wait(
                running,
                timeout=STAGGER if waiting else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in done:
                running.discard(task)
                error = task.exception()
                if error is None:
                    return task.result()
                # One that fails gives its turn to the next at once.
                failure = error
    finally:
        for task in running:
            task.cancel()
            task.add_done_callback(_close)
    raise failure


async def _attempt(address: Address) -> socket.socket:
    sock = open_socket(address)
    try:
        await asyncio.get_running_loop().sock_connect(sock, address.place)
    except BaseException:
        sock.close()
        raise
    return sock


def _close(task: asyncio.Task[socket.socket]) -> None:
    # Two may have connected at the same moment.
    if not task.cancelled() and task.exception() is None:
        task.result().close()
