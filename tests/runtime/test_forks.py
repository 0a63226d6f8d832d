"""A forked process and its parent don't disturb each other."""

from __future__ import annotations

import asyncio
import os
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driver import GET, Driver, Note, method
from fault_server import Connection, FaultServer, Recorded, reply
from fork_support import in_child
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.process import FIRST_CALL
from sdk_runtime.request.body import BytesBody
from sdk_runtime.response.content import Bytes

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system can't fork"
)

POST = method("POST", body=BytesBody())
FILE = method("GET", responses={"200": Bytes()})


def slow(connection: Connection, request: Recorded) -> bool:
    connection.stopping.wait(0.5)
    return reply()(connection, request)


def closes(driver: Driver) -> Callable[[], None]:
    """A child closes its copy of a client."""

    def act() -> None:
        if driver.asynchronous:
            asyncio.run(driver.client.close())
        else:
            driver.client.close()

    return act


def calls(driver: Driver) -> Callable[[], None]:
    """A child uses its copy of a client."""

    def act() -> None:
        if driver.asynchronous:
            assert asyncio.run(driver.session.send(GET, ("2",))) == Note("1", "Ann")
        else:
            assert driver.session.send(GET, ("2",)) == Note("1", "Ann")

    return act


def calls_and_closes(driver: Driver) -> Callable[[], None]:
    """A child uses its copy of a client, and closes it."""

    def act() -> None:
        calls(driver)()
        closes(driver)()

    return act


def leaves(driver: Driver) -> Callable[[], None]:
    """A child drops its copy of a client."""

    def act() -> None:
        session = driver.client.__dict__.pop("_session")
        transport, session._transport = session._transport, None
        del transport, session

    return act


@pytest.fixture(params=["plain", "tls"])
def either(
    request: pytest.FixtureRequest,
    certificate: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    context = None
    if request.param == "tls":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
    with FaultServer(context) as running:
        yield running


@pytest.mark.parametrize("does", [closes, calls, calls_and_closes, leaves])
def test_a_child_leaves_the_parents_request_alone(
    either: FaultServer, does: Callable[[Driver], Callable[[], None]]
) -> None:
    """Synchronous: a POST is on its way in another thread."""
    driver = Driver(False, base_url=either.url, max_retries=0)
    driver.send()
    either.then(slow)
    got: list[object] = []
    thread = threading.Thread(target=lambda: got.append(driver.send(POST, body=b"x")))
    thread.start()
    while len(either.requests) < 2:
        time.sleep(0.005)
    assert in_child(does(driver)) == 0
    thread.join(10)
    assert got == [Note("1", "Ann")]
    # Nor the connection that is idle now.
    driver.send()
    used = [one.connection for one in either.requests if one.path != "/notes/2"]
    assert len(set(used)) == 1
    driver.finish()


@pytest.mark.parametrize("does", [closes, calls, calls_and_closes, leaves])
def test_a_child_leaves_the_parents_tasks_alone(
    either: FaultServer, does: Callable[[Driver], Callable[[], None]]
) -> None:
    """Asynchronous: a POST is on its way in another task."""
    driver = Driver(True, base_url=either.url, max_retries=0)
    driver.send()
    either.then(slow)

    async def run() -> Note:
        call = asyncio.create_task(driver.session.send(POST, (), b"x"))
        while len(either.requests) < 2:
            await asyncio.sleep(0.005)
        assert in_child(does(driver)) == 0
        note: Note = await call
        return note

    assert driver.wait(run()) == Note("1", "Ann")
    driver.send()
    used = [one.connection for one in either.requests if one.path != "/notes/2"]
    assert len(set(used)) == 1
    driver.finish()


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize("way", ["close", "drop"])
def test_a_child_leaves_the_parents_downloads_alone(
    server: FaultServer, asynchronous: bool, way: str
) -> None:
    def two(connection: Connection, request: Recorded) -> bool:
        connection.write(
            b"HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + b"x" * 9
        )
        connection.stopping.wait(0.3)
        connection.write(b"y" * 199_991)
        return True

    server.default = two
    driver = Driver(asynchronous, base_url=server.url)
    held = [driver.wait(driver.download(FILE, ()))]

    def act() -> None:
        if way == "drop":
            held.clear()
        elif asynchronous:
            asyncio.run(held[0].aclose())
        else:
            held[0].close()

    assert in_child(act) == 0
    body = driver.wait(held[0].read()) if asynchronous else held[0].read()
    assert len(body) == 200_000
    driver.finish()


def test_a_child_doesn_t_wait_for_another_threads_token(server: FaultServer) -> None:
    """The lock around tokens is held by a thread that the child doesn't have."""
    token = reply(200, '{"access_token":"t","token_type":"bearer","expires_in":3600}')

    def later(connection: Connection, request: Recorded) -> bool:
        connection.stopping.wait(0.5)
        return token(connection, request)

    server.then(later, token)
    credential = OAuth2ClientCredentials("id", "secret", f"{server.url}/token")
    client = SyncClient(
        base_url=server.url, credentials={"o": credential}, security=(("o",),)
    )
    thread = threading.Thread(target=lambda: client._session.send(GET, ("1",)))
    thread.start()
    while not server.requests:
        time.sleep(0.005)
    assert in_child(lambda: client._session.send(GET, ("2",))) == 0
    thread.join(10)
    client.close()


def test_a_fork_waits_for_the_first_call_of_another_thread(server: FaultServer) -> None:
    """At each moment of a first call, which imports the network, a child can call."""
    client = SyncClient(base_url=server.url)
    begun, go = threading.Event(), threading.Event()
    connect = client._session._connect

    def slowly() -> Any:
        begun.set()
        go.wait(0.3)
        return connect()

    client._session._connect = slowly
    thread = threading.Thread(target=lambda: client._session.send(GET, ("1",)))
    thread.start()
    assert begun.wait(5)
    assert in_child(lambda: client._session.send(GET, ("2",))) == 0
    thread.join(10)
    # Neither process holds the lock now.
    assert FIRST_CALL.acquire(blocking=False)
    FIRST_CALL.release()
    client.close()


def test_an_asynchronous_client_in_a_child(server: FaultServer) -> None:
    client = AsyncClient(base_url=server.url)

    async def twice() -> None:
        for _ in range(2):
            assert await client._session.send(GET, ("1",)) == Note("1", "Ann")

    def act() -> None:
        asyncio.run(twice())

    async def run() -> None:
        await twice()
        assert in_child(act) == 0
        await twice()
        await client.close()

    asyncio.run(run())
    assert server.connections == 2
