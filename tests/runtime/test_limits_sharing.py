"""One rate limit for threads, tasks, event loops and processes, and what ends a wait."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver
from fault_server import Connection, FaultServer, Recorded, reply
from sdk_runtime.call.client import AsyncClient, SyncClient, rate_limit
from sdk_runtime.errors import (
    ClientClosedError,
)
from sdk_runtime.request.request_options import RequestOptions

Connect = Callable[..., Driver]
NONE_LEFT = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0"}
LONG = {**NONE_LEFT, "X-RateLimit-Reset": "500"}


def test_closing_refuses_threads_that_wait(server: FaultServer) -> None:
    server.default = reply(headers=LONG)
    client = SyncClient(base_url=server.url, rate_limit="auto")
    client._session.send(GET, ("1",))
    errors: list[Exception] = []

    def call() -> None:
        with pytest.raises(ClientClosedError) as caught:
            client._session.send(GET, ("1",))
        errors.append(caught.value)

    threads = [threading.Thread(target=call) for _ in range(3)]
    for one in threads:
        one.start()
    until(lambda: waiting(client) == 3)
    client.close()
    for one in threads:
        one.join(5)
    assert len(errors) == 3


def waiting(client: Any) -> int:
    state = rate_limit(client)
    assert state is not None
    return state.waiting


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_tasks_that_wait_can_be_cancelled(server: FaultServer) -> None:
    server.default = reply(
        headers={**NONE_LEFT, "X-RateLimit-Reset": "0.3"},
    )

    async def main() -> None:
        async with AsyncClient(base_url=server.url, rate_limit="auto") as client:
            await client._session.send(GET, ("1",))
            tasks = [
                asyncio.create_task(client._session.send(GET, ("1",))) for _ in range(6)
            ]
            await asyncio.sleep(0.05)
            assert waiting(client) == 6
            for one in tasks[:5]:
                one.cancel()
            await asyncio.wait(tasks[:5])
            assert waiting(client) == 1
            await tasks[5]

    asyncio.run(main())
    assert len(server.requests) == 2


def test_event_loops_share_a_client(server: FaultServer) -> None:
    """A loop that stands still, and one that is closed, stop none of the others."""
    server.default = reply(headers={**NONE_LEFT, "X-RateLimit-Reset": "0.3"})
    client = AsyncClient(base_url=server.url, rate_limit="auto")
    still, closed = asyncio.new_event_loop(), asyncio.new_event_loop()

    async def call() -> None:
        await client._session.send(GET, ("1",))

    still.run_until_complete(call())
    left = []
    for loop in (still, closed):
        task = loop.create_task(call())
        loop.run_until_complete(asyncio.wait([task], timeout=0.05))
        left.append(task)
    closed.close()
    assert waiting(client) == 2

    async def main() -> None:
        async with asyncio.timeout(5):
            await call()

    asyncio.run(main())
    still.run_until_complete(left[0])
    still.run_until_complete(client.aclose())
    still.close()
    del left, task
    gc.collect()


def test_closing_beside_a_closed_event_loop(server: FaultServer) -> None:
    server.default = reply(headers=LONG)
    client = AsyncClient(base_url=server.url, rate_limit="auto")
    closed, still = asyncio.new_event_loop(), asyncio.new_event_loop()

    async def call() -> None:
        await client._session.send(GET, ("1",))

    still.run_until_complete(call())
    left = []
    for loop in (closed, still):
        task = loop.create_task(call())
        loop.run_until_complete(asyncio.wait([task], timeout=0.05))
        left.append(task)
    closed.close()
    still.run_until_complete(client.aclose())
    with pytest.raises(ClientClosedError):
        still.run_until_complete(asyncio.wait_for(left[1], 5))
    still.close()
    del left, task
    gc.collect()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_waits_for_nobody_of_its_parent(server: FaultServer) -> None:
    with SyncClient(base_url=server.url, rate_limit="auto") as client:
        gate = threading.Event()

        def hold(connection: Connection, request: Recorded) -> bool:
            gate.wait(5)
            return reply()(connection, request)

        server.then(hold)
        thread = threading.Thread(target=client._session.send, args=(GET, ("1",)))
        thread.start()
        until(lambda: len(server.requests) == 1)
        child = os.fork()
        if not child:
            try:
                options = RequestOptions(deadline=5)
                client._session.send(GET, ("1",), options=options)
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        gate.set()
        thread.join()


def test_an_interrupt_loses_no_turn(server: FaultServer) -> None:
    server.default = reply(headers=LONG)
    with SyncClient(base_url=server.url, rate_limit="auto") as client:
        client._session.send(GET, ("1",))

        def interrupt() -> None:
            until(lambda: waiting(client) == 1)
            os.kill(os.getpid(), signal.SIGINT)

        thread = threading.Thread(target=interrupt)
        thread.start()
        with pytest.raises(KeyboardInterrupt):
            client._session.send(GET, ("1",))
        thread.join()
        state = rate_limit(client)
        assert state is not None
        assert (state.under_way, state.waiting) == (0, 0)
