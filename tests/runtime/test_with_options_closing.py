"""Copies of a client, closed before it or after it."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from driver import Note
from fault_server import Connection, FaultServer, Recorded
from sdk_runtime.call.client import transport_of
from sdk_runtime.errors import (
    APIConnectionError,
    ClientClosedError,
)
from shop import TOKEN, Colour, Shop
from test_transport_choice import Recorder

NOTE = Note("1", "Ann")
Make = Callable[..., Any]


@pytest.mark.parametrize("called", [True, False])
def test_closing_a_copy(over_any: Colour, server: FaultServer, called: bool) -> None:
    """It leaves the connections to the one that it came from, and to other copies."""
    client = over_any.make()
    over_any.get(client)
    copy = client.with_options(timeout=5)
    further = copy.with_options(timeout=6)
    if called:
        over_any.get(copy)
    over_any.close(copy)
    over_any.close(copy)
    with pytest.raises(ClientClosedError):
        over_any.get(copy)
    assert over_any.get(client) == over_any.get(further) == NOTE
    assert over_any.get(client.with_options()) == NOTE
    with pytest.raises(ClientClosedError):
        copy.with_options()
    assert server.connections == 1


@pytest.mark.parametrize("called", [True, False])
@pytest.mark.parametrize("carrier", ["own", "http_client"])
def test_closing_the_client_that_copies_come_from(
    over_any: Colour, server: FaultServer, called: bool, carrier: str
) -> None:
    with httpx2.Client() as sync:
        own = httpx2.AsyncClient() if over_any.asynchronous else sync
        given = {"http_client": own} if carrier == "http_client" else {}
        client = over_any.make(**given)
        copies = [client.with_options(timeout=5)]
        copies.append(copies[0].with_options(max_retries=0))
        if called:
            for one in copies:
                over_any.get(one)
        over_any.close(client)
        for one in (*copies, client):
            with pytest.raises(ClientClosedError):
                over_any.get(one)
        with pytest.raises(ClientClosedError):
            client.with_options()
        if over_any.asynchronous:
            over_any.run(own.aclose())


class Sending(Recorder):
    """A transport whose answers are others than itself."""

    def send(self, request: Any, limits: Any) -> Recorder:
        return Recorder()


def test_the_callers_transport_is_closed_with_its_client() -> None:
    own = Sending()
    client = Shop(TOKEN, base_url="https://a.example", transport=own)
    with client.with_options(timeout=5) as copy:
        assert copy.notes.retrieve("1") == NOTE
        assert transport_of(copy) == "Sending"
    assert not own.closed
    client.close()
    assert own.closed


def test_copies_as_context_managers(over_any: Colour, server: FaultServer) -> None:
    client = over_any.make()

    async def entered() -> None:
        async with client.with_options(timeout=5) as copy:
            assert await copy.notes.retrieve("1") == NOTE
        assert await client.notes.retrieve("1") == NOTE

    if over_any.asynchronous:
        over_any.run(entered())
        return
    with client.with_options(timeout=5) as copy:
        assert copy.notes.retrieve("1") == NOTE
    assert client.notes.retrieve("1") == NOTE


def test_a_copy_outlives_the_client_that_nobody_holds(
    colour: Colour, server: FaultServer
) -> None:
    own: Any = httpx2.AsyncClient() if colour.asynchronous else httpx2.Client()
    made = colour.kind(TOKEN, base_url=server.url, http_client=own)
    copy = made.with_options(timeout=5)
    del made
    gc.collect()
    assert colour.get(copy) == colour.get(copy) == NOTE
    colour.run(own.aclose() if colour.asynchronous else own.close())


def test_closing_ends_what_a_copy_sends(colour: Colour, server: FaultServer) -> None:
    arrived = threading.Event()

    def hang(connection: Connection, request: Recorded) -> bool:
        arrived.set()
        connection.hang()
        return False

    server.default = hang
    client = colour.kind(TOKEN, base_url=server.url, transport="httpcore2")
    copy = client.with_options(max_retries=0)
    ended = pytest.raises((APIConnectionError, ClientClosedError))

    async def close_meanwhile() -> None:
        call = asyncio.create_task(copy.notes.retrieve("1"))
        assert await asyncio.to_thread(arrived.wait, 5)
        await client.close()
        with ended:
            await asyncio.wait_for(call, 5)

    if colour.asynchronous:
        colour.run(close_meanwhile())
        return
    with ThreadPoolExecutor(1) as threads:
        call = threads.submit(copy.notes.retrieve, "1")
        assert arrived.wait(5)
        client.close()
        with ended:
            call.result(5)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_a_copy_in_a_forked_process(server: FaultServer) -> None:
    client = Shop(TOKEN, base_url=server.url, transport="httpcore2")
    copy = client.with_options(timeout=5)
    copy.notes.retrieve("1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            assert copy.notes.retrieve("2") == client.notes.retrieve("3") == NOTE
            client.close()
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert copy.notes.retrieve("4") == NOTE
    client.close()
    used = {one.path[-1]: one.connection for one in server.requests}
    assert used["1"] == used["4"] != used["2"] == used["3"]
