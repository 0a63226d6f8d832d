"""One client for many threads, tasks, loops and processes, and what is left when they stop."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from driver import GET, Driver, Note, method
from fault_server import Connection, FaultServer, Recorded, does, echo, raw, reply
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.errors import APIError
from sdk_runtime.request.parameters import QueryParameter
from sdk_runtime.response.content import Json

Connect = Callable[..., Driver]


def test_connections_are_kept(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    for _ in range(5):
        driver.send()
    assert server.connections == 1


def test_an_unasked_answer_isn_t_taken_for_the_next(
    connect: Connect, server: FaultServer
) -> None:
    one = b'HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{"id":"1","name":"Ann"}'
    two = one.replace(b"Ann", b"Eve")
    server.then(raw(one + two, keep=True), raw(one + two[:30], keep=True))
    driver = connect()
    assert [driver.send().name for _ in range(4)] == ["Ann", "Ann", "Ann", "Ann"]
    assert server.connections == 3


def test_threads_share_a_client(server: FaultServer) -> None:
    def slow_echo(connection: Connection, request: Recorded) -> bool:
        return echo(connection, request)

    server.default = slow_echo
    operation = method(
        "GET",
        parameters=(QueryParameter("n"),),
        responses={"200": Json(Any)},
    )
    with (
        SyncClient(base_url=server.url) as client,
        ThreadPoolExecutor(16) as threads,
    ):
        said = threads.map(
            lambda n: client._session.send(operation, (n,))["target"], range(200)
        )
        assert list(said) == [f"/notes?n={n}" for n in range(200)]


def test_tasks_share_a_client(server: FaultServer) -> None:
    server.default = echo
    operation = method(
        "GET", parameters=(QueryParameter("n"),), responses={"200": Json(Any)}
    )

    async def run() -> list[str]:
        async with AsyncClient(base_url=server.url) as client:
            said = await asyncio.gather(
                *(client._session.send(operation, (n,)) for n in range(150))
            )
            return [one["target"] for one in said]

    assert asyncio.run(run()) == [f"/notes?n={n}" for n in range(150)]


def test_closing_ends_what_runs(server: FaultServer) -> None:
    server.default = does(Connection.hang)
    client = SyncClient(base_url=server.url, max_retries=0)
    caught: list[BaseException] = []

    def run() -> None:
        try:
            client._session.send(GET, ("1",))
        except BaseException as error:
            caught.append(error)

    # One that is never told doesn't keep the interpreter from ending.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while not server.requests and thread.is_alive():
        threading.Event().wait(0.005)
    client.close()
    thread.join(timeout=5)
    assert isinstance(caught[0], APIError)


def test_cancelled_calls_leave_the_pool_usable(server: FaultServer) -> None:
    """More calls than connections, cancelled while they wait, connect, send and read."""

    def slow(connection: Connection, request: Recorded) -> bool:
        connection.stopping.wait(0.02)
        return reply()(connection, request)

    server.default = slow

    async def run() -> None:
        async with AsyncClient(base_url=server.url, max_retries=0) as client:
            for round_ in range(4):
                tasks = [
                    asyncio.create_task(client._session.send(GET, (str(n),)))
                    for n in range(120)
                ]
                await asyncio.sleep(0.005 * round_)
                for task in tasks:
                    task.cancel()
                results = await asyncio.gather(*tasks, return_exceptions=True)
                assert all(
                    isinstance(one, asyncio.CancelledError | Note) for one in results
                )
            server.default = reply()
            again = await asyncio.gather(
                *(client._session.send(GET, (str(n),)) for n in range(120))
            )
            assert len(again) == 120

    asyncio.run(run())


def test_a_cancelled_call_isn_t_repeated(server: FaultServer) -> None:
    server.default = does(Connection.hang)

    async def run() -> None:
        async with AsyncClient(base_url=server.url) as client:
            task = asyncio.create_task(client._session.send(GET, ("1",)))
            while not server.requests and not task.done():
                await asyncio.sleep(0.005)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())
    assert len(server.requests) == 1


def test_outer_timeouts_stay_outer(server: FaultServer) -> None:
    server.default = does(Connection.hang)

    async def run() -> None:
        async with AsyncClient(base_url=server.url) as client:
            with pytest.raises(TimeoutError) as caught:
                async with asyncio.timeout(0.05):
                    await client._session.send(GET, ("1",))
            assert not isinstance(caught.value, APIError)

    asyncio.run(run())


def test_a_client_outlives_its_event_loop(server: FaultServer) -> None:
    # A connection that is kept couldn't be closed after its loop.
    client = AsyncClient(base_url=server.url, max_keepalive_connections=0)

    async def run() -> Note:
        return await client._session.send(GET, ("1",))

    for _ in range(3):
        with asyncio.Runner() as runner:
            assert runner.run(run()) == Note("1", "Ann")
    assert server.connections == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_a_forked_process_has_connections_of_its_own(server: FaultServer) -> None:
    client = SyncClient(base_url=server.url)
    client._session.send(GET, ("1",))
    child = os.fork()
    if child == 0:
        # Other threads may have held a lock: the parent isn't to wait for ever.
        signal.alarm(20)
        try:
            client._session.send(GET, ("2",))
        except BaseException:
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    client._session.send(GET, ("3",))
    client.close()
    used = {request.path: request.connection for request in server.requests}
    assert used["/notes/1"] == used["/notes/3"] != used["/notes/2"]
