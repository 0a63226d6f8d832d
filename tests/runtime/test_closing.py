"""What runs or waits when its client is closed."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from typing import Any

import pytest
from driver import GET, method
from fault_server import Connection, FaultServer, does
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.errors import APIError, ClientClosedError
from sdk_runtime.request.body import BytesBody
from sdk_runtime.transport.pool import MAX_CONNECTIONS

POST = method("POST", body=BytesBody())


def test_what_waits_isn_t_sent_after_closing(server: FaultServer) -> None:
    """Synchronous: many threads wait, and are woken at once."""
    client = SyncClient(base_url=server.url, timeout=30)
    server.default = does(Connection.hang)
    caught: list[BaseException] = []

    def run() -> None:
        try:
            client._session.send(POST, (), b"x")
        except APIError as error:
            caught.append(error)

    threads = [
        threading.Thread(target=run, daemon=True) for _ in range(MAX_CONNECTIONS + 20)
    ]
    for thread in threads:
        thread.start()
    while len(server.requests) < MAX_CONNECTIONS:
        time.sleep(0.01)
    time.sleep(0.1)
    client.close()
    for thread in threads:
        thread.join(5)
    assert len(server.requests) == MAX_CONNECTIONS
    assert len(caught) == MAX_CONNECTIONS + 20
    refused = [one for one in caught if isinstance(one, ClientClosedError)]
    assert len(refused) == 20
    assert [str(one) for one in caught if "closed" not in str(one)] == []


def test_what_waits_isn_t_sent_after_closing_async(server: FaultServer) -> None:
    server.default = does(Connection.hang)

    async def run() -> list[object]:
        client = AsyncClient(base_url=server.url, timeout=30)
        calls = [
            asyncio.create_task(client._session.send(POST, (), b"x"))
            for _ in range(MAX_CONNECTIONS + 20)
        ]
        while len(server.requests) < MAX_CONNECTIONS:
            await asyncio.sleep(0.01)
        await client.close()
        return list(await asyncio.gather(*calls, return_exceptions=True))

    caught = asyncio.run(run())
    assert len(server.requests) == MAX_CONNECTIONS
    refused = [one for one in caught if isinstance(one, ClientClosedError)]
    assert len(refused) == 20
    assert all("closed" in str(one) for one in caught)


def test_what_is_connecting_isn_t_sent_after_closing(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client is closed while the address is looked up."""
    asked, may = threading.Event(), threading.Event()
    port = int(server.url.rpartition(":")[2])

    def slow(*arguments: Any, **keywords: Any) -> Any:
        asked.set()
        may.wait(5)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    url = f"http://notes.example:{port}"
    client = SyncClient(base_url=url, allow_http=True, transport="httpcore2")
    caught: list[BaseException] = []

    def run() -> None:
        try:
            client._session.send(GET, ("1",))
        except APIError as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert asked.wait(5)
    client.close()
    may.set()
    thread.join(5)
    assert isinstance(caught[0], ClientClosedError)

    async def run_async() -> None:
        own = AsyncClient(base_url=url, allow_http=True, transport="httpcore2")
        call = asyncio.create_task(own._session.send(GET, ("1",)))
        while not asked.is_set():
            await asyncio.sleep(0.01)
        await own.close()
        may.set()
        with pytest.raises(ClientClosedError):
            await call

    asked.clear()
    may.clear()
    asyncio.run(run_async())
    assert server.requests == []


def test_a_call_that_has_just_begun_isn_t_sent_after_closing(
    server: FaultServer,
) -> None:
    """It has the transport in its hands when the client is closed."""
    client = SyncClient(base_url=server.url)
    session = client._session
    connected = session.connected

    def closing() -> Any:
        transport = connected()
        client.close()
        return transport

    session.connected = closing  # type: ignore[method-assign]  # to come in between
    with pytest.raises(ClientClosedError):
        session.send(GET, ("1",))
    assert server.requests == []
