"""Calls that wait for one of the client's own connections, and calls that run when it is closed."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
from driver import GET, Driver, Note, method
from fault_server import Connection, FaultServer, Recorded, raw, reply
from sdk_runtime.call.client import AsyncClient
from sdk_runtime.errors import APITimeoutError
from sdk_runtime.request.body import BytesBody
from sdk_runtime.request.request_options import OMIT, RequestOptions, Timeout
from sdk_runtime.response.content import Bytes
from sdk_runtime.transport.pool import MAX_CONNECTIONS

Connect = Callable[..., Driver]

FILE = method("GET", responses={"200": Bytes()})
POST = method("POST", body=BytesBody())
QUICK = RequestOptions(timeout=0.2, max_retries=4)
ENDLESS = raw(b"HTTP/1.1 200 OK\r\n\r\nx", keep=True)


@contextmanager
def busy(driver: Driver, server: FaultServer) -> Iterator[list[Any]]:
    """All connections of a client carry downloads."""
    server.then(*[ENDLESS] * MAX_CONNECTIONS)
    held = [driver.wait(driver.download(FILE, ())) for _ in range(MAX_CONNECTIONS)]
    yield held
    for one in held:
        driver.wait(one.aclose()) if driver.asynchronous else one.close()


@pytest.mark.parametrize("operation", [GET, POST])
@pytest.mark.parametrize(
    ("options", "attempts"),
    [
        ({"timeout": 0.1, "max_retries": 1}, 2),
        ({"timeout": 0.1, "max_retries": 0}, 1),
        ({"timeout": httpx2.Timeout(30.0, pool=0.05), "max_retries": 2}, 3),
        ({"timeout": Timeout(pool=0.05), "max_retries": 2}, 3),
        ({"timeout": httpx2.Timeout(30.0, pool=0.05), "deadline": 0.2}, None),
        ({"deadline": 0.2}, 1),
    ],
)
def test_the_wait_has_a_limit_and_words_of_its_own(
    connect: Connect,
    server: FaultServer,
    operation: Any,
    options: dict[str, Any],
    attempts: int | None,
) -> None:
    driver = connect(random=lambda: 0.1)
    with busy(driver, server):
        began = time.monotonic()
        with pytest.raises(APITimeoutError, match="no connection was free") as caught:
            driver.send(operation, body=b"" if operation is POST else OMIT, **options)
        assert time.monotonic() - began < 3
    assert attempts in {None, caught.value.attempts}
    assert len(server.requests) == MAX_CONNECTIONS


@pytest.mark.parametrize("operation", [GET, POST])
def test_the_wait_for_a_connection_of_the_callers_client(
    connect: Connect, server: FaultServer, operation: Any, request: Any
) -> None:
    few = httpx2.Limits(max_connections=1)
    asynchronous = "async" in request.node.callspec.id
    own = (httpx2.AsyncClient if asynchronous else httpx2.Client)(limits=few)
    driver = connect(http_client=own, random=lambda: 0.1)
    server.then(ENDLESS)
    held = driver.wait(driver.download(FILE, ()))
    body = b"" if operation is POST else OMIT
    for options in ({"timeout": 0.1}, {"timeout": httpx2.Timeout(30.0, pool=0.05)}):
        with pytest.raises(APITimeoutError, match="no connection") as caught:
            driver.send(operation, body=body, max_retries=1, **options)
        assert caught.value.attempts == 2
    for one in (held, own):
        driver.wait(one.aclose()) if asynchronous else one.close()
    assert len(server.requests) == 1


def test_an_unsent_request_is_sent_when_one_is_free(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect()
    with busy(driver, server) as held:

        def release() -> None:
            for one in held:
                driver.wait(one.aclose()) if driver.asynchronous else one.close()

        if driver.asynchronous:

            async def both() -> Note:
                call = asyncio.create_task(
                    driver.session.send(POST, (), b"x", options=QUICK)
                )
                await asyncio.sleep(0.3)
                for one in held:
                    await one.aclose()
                note: Note = await call
                return note

            assert driver.wait(both()) == Note("1", "Ann")
        else:
            timer = threading.Timer(0.3, release)
            timer.start()
            assert driver.session.send(POST, (), b"x", options=QUICK)
            timer.join()
    assert [one.method for one in server.requests].count("POST") == 1


def test_the_wait_is_none_of_the_servers_time(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(max_retries=0)
    options = RequestOptions(timeout=2.0)

    def slow(connection: Connection, request: Recorded) -> bool:
        connection.stopping.wait(1.2)
        return reply()(connection, request)

    with busy(driver, server) as held:
        server.default = slow
        if driver.asynchronous:

            async def both() -> Note:
                call = asyncio.create_task(
                    driver.session.send(POST, (), b"x", options=options)
                )
                await asyncio.sleep(1.2)
                await held[0].aclose()
                note: Note = await call
                return note

            assert driver.wait(both()) == Note("1", "Ann")
        else:
            timer = threading.Timer(1.2, held[0].close)
            timer.start()
            assert driver.session.send(POST, (), b"x", options=options)
            timer.join()


def test_cancelled_waits_leave_no_gap(server: FaultServer) -> None:
    """Waits that are cancelled, some just as their turn comes, take no connection with them."""

    def slow(connection: Connection, request: Recorded) -> bool:
        connection.stopping.wait(0.02)
        return reply()(connection, request)

    server.default = slow

    async def run() -> None:
        async with AsyncClient(base_url=server.url, timeout=5) as client:
            for pause in (0.0, 0.01, 0.02, 0.03, 0.05):
                calls = [
                    asyncio.create_task(client._session.send(GET, ("1",)))
                    for _ in range(MAX_CONNECTIONS * 2)
                ]
                await asyncio.sleep(pause)
                for call in calls[::2]:
                    call.cancel()
                await asyncio.gather(*calls, return_exceptions=True)
            calls = [
                asyncio.create_task(client._session.send(GET, ("1",)))
                for _ in range(MAX_CONNECTIONS)
            ]
            assert await asyncio.gather(*calls) == [Note("1", "Ann")] * MAX_CONNECTIONS

    asyncio.run(run())
