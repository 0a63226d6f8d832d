"""Threads and tasks share a token, its renewal and the wait for it."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from driver import GET, Driver
from fault_server import Connection, FaultServer, Recorded, Step, does, reply
from oauth_support import TOKEN_ANSWER, oauth, with_oauth
from sdk_runtime.call.client import AsyncClient
from sdk_runtime.errors import APITimeoutError
from sdk_runtime.request.request_options import RequestOptions


def test_threads_share_one_token(server: FaultServer) -> None:
    server.then(reply(200, TOKEN_ANSWER))
    driver = Driver(
        False, base_url=server.url, credentials={"o": oauth()}, security=(("o",),)
    )
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: driver.send(), range(24)))
    driver.finish()
    assert [one.method for one in server.requests].count("POST") == 1
    assert len(server.requests) == 25


def stale(server: FaultServer) -> Step:
    """Turns the first token away, and takes the second."""

    def step(connection: Connection, request: Recorded) -> bool:
        if request.path == "/oauth/token":
            fetched = [one for one in server.requests if one.path == "/oauth/token"]
            token = {"access_token": f"token-{len(fetched)}"}
            return reply(200, json.dumps(token))(connection, request)
        is_stale = request.headers["authorization"] == "Bearer token-1"
        return reply(401 if is_stale else 200)(connection, request)

    return step


def test_threads_share_one_renewal(server: FaultServer) -> None:
    server.default = stale(server)
    driver = with_oauth(
        lambda **rest: Driver(False, base_url=server.url, **rest), oauth()
    )
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: driver.send(), range(24)))
    driver.finish()
    assert [one.method for one in server.requests].count("POST") == 2


def test_tasks_share_one_token_and_one_renewal(server: FaultServer) -> None:
    server.default = stale(server)

    async def run() -> None:
        async with AsyncClient(
            base_url=server.url, credentials={"o": oauth()}, security=(("o",),)
        ) as client:
            await asyncio.gather(
                *(client._session.send(GET, ("1",)) for _ in range(24))
            )

    asyncio.run(run())
    assert [one.method for one in server.requests].count("POST") == 2


def test_waiting_for_another_threads_token_is_within_the_deadline(
    server: FaultServer,
) -> None:
    server.default = does(Connection.hang)
    driver = with_oauth(
        lambda **rest: Driver(False, base_url=server.url, **rest), oauth()
    )
    first = threading.Thread(target=_fails, args=(driver, 0.4))
    first.start()
    while not server.requests and first.is_alive():
        threading.Event().wait(0.005)
    with pytest.raises(APITimeoutError, match="deadline"):
        driver.send(deadline=0.1)
    assert first.is_alive()
    first.join()
    driver.finish()
    assert len(server.requests) == 1


def _fails(driver: Driver, deadline: float) -> None:
    with pytest.raises(APITimeoutError):
        driver.send(deadline=deadline, max_retries=0)


def test_waiting_for_another_tasks_token_is_within_the_deadline(
    server: FaultServer,
) -> None:
    server.default = does(Connection.hang)

    async def run() -> None:
        async with AsyncClient(
            base_url=server.url, credentials={"o": oauth()}, security=(("o",),)
        ) as client:
            first = asyncio.create_task(client._session.send(GET, ("1",)))
            while not server.requests and not first.done():
                await asyncio.sleep(0.005)
            with pytest.raises(APITimeoutError, match="deadline"):
                await client._session.send(
                    GET, ("1",), options=RequestOptions(deadline=0.1)
                )
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first

    asyncio.run(run())
