"""What both transports keep, row by row, and what serves where pyreqwest doesn't."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, HAS_PYREQWEST, Driver, Note, method
from fault_server import Connection, FaultServer, does, raw, reply
from sdk_runtime.call.client import AsyncClient
from sdk_runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APITimeoutError,
)
from sdk_runtime.request.body import BytesBody
from sdk_runtime.response.content import Bytes
from sdk_runtime.transport.pool import MAX_CONNECTIONS

Connect = Callable[..., Driver]
POST = method("POST", body=BytesBody())
FILE = method("GET", responses={"200": Bytes()})
LATE = 4.0


# Deadlines.


def trickling_head(connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\n")
    connection.trickle(b"X-Filler: abcdefgh\r\n" * 50, pause=0.02)


def trickling_body(connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n")
    connection.trickle(b" " * 2000, pause=0.02)


@pytest.mark.parametrize("fault", [trickling_head, trickling_body, Connection.hang])
@pytest.mark.parametrize("limit", [{"deadline": 0.2}, {"timeout": 0.2}])
def test_a_call_ends_in_time(
    over: Connect, server: FaultServer, fault: Any, limit: dict[str, float]
) -> None:
    server.default = does(fault)
    began = time.monotonic()
    with pytest.raises(APITimeoutError):
        over(max_retries=0).send(**limit)
    assert time.monotonic() - began < LATE


def test_each_wait_of_a_stream_ends_in_time(over: Connect, server: FaultServer) -> None:
    server.default = does(Connection.hang)
    driver = over(max_retries=0, timeout=0.2)
    began = time.monotonic()
    with pytest.raises(APITimeoutError):
        opened(driver)
    assert time.monotonic() - began < LATE


def opened(driver: Driver) -> Any:
    return driver.wait(driver.download(FILE))


# Bodies.


def test_the_decoded_size_is_bounded_while_decoding(
    over: Connect, server: FaultServer
) -> None:
    server.default = reply(
        200, gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}
    )
    with pytest.raises(APIResponseError, match="larger than 1000 bytes"):
        over(max_response_bytes=1000).send()
    server.default = reply(
        200,
        gzip.compress(b'{"id":"1","name":"Ann"}'),
        headers={"Content-Encoding": "gzip"},
    )
    assert over().send() == Note("1", "Ann")


def test_an_endless_body_is_left(over: Connect, server: FaultServer) -> None:
    def endless(connection: Connection) -> None:
        connection.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not connection.stopping.is_set():
            connection.write(bytes(65_536))

    server.then(does(endless))
    driver = over(max_response_bytes=100_000)
    with pytest.raises(APIResponseError, match="larger than"):
        driver.send()
    assert driver.send() == Note("1", "Ann")


def test_a_stream_that_is_dropped_gives_its_slot_back(
    over: Connect, server: FaultServer
) -> None:
    server.default = reply(200, "x" * 1_000_000)
    driver = over()
    for _ in range(3):
        made = opened(driver)
        with pytest.warns(ResourceWarning):
            del made
    driver.wait(settled()) if driver.asynchronous else None
    server.default = reply()
    assert driver.send() == Note("1", "Ann")


async def settled() -> None:
    await asyncio.sleep(0.05)


def test_surplus_is_no_answer(over: Connect, server: FaultServer) -> None:
    """What comes beyond an answer isn't taken for the next one."""
    good = b'HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{"id":"1","name":"Ann"}'
    server.then(raw(good + good.replace(b"Ann", b"Eve"), keep=True))
    driver = over()
    assert driver.send() == Note("1", "Ann")
    assert driver.send() == Note("1", "Ann")
    assert [request.connection for request in server.requests] == [1, 2]


@pytest.mark.parametrize(
    "fault",
    [
        does(Connection.reset),
        raw(b""),
        raw(b"GARBAGE\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    ],
)
def test_a_broken_answer_is_one_error_for_both(
    over: Connect, server: FaultServer, fault: Any
) -> None:
    server.default = fault
    with pytest.raises(APIConnectionError) as caught:
        over(max_retries=1, random=lambda: 0.0).send()
    assert type(caught.value) is APIConnectionError
    assert caught.value.attempts == 2
    # What may have arrived isn't sent twice.
    server.requests.clear()
    with pytest.raises(APIConnectionError):
        over(max_retries=2, random=lambda: 0.0).send(POST, body=b"x")
    assert len(server.requests) == 1


def test_a_server_that_isn_t_there_is_tried_again(over: Connect) -> None:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port = sock.getsockname()[1]
    driver = over(
        base_url=f"http://127.0.0.1:{port}", max_retries=1, random=lambda: 0.0
    )
    with pytest.raises(
        APIConnectionError, match=r"refused|Connect call failed"
    ) as caught:
        driver.send(POST, body=b"x")
    assert caught.value.attempts == 2


def test_no_error_shows_the_query(over: Connect) -> None:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port = sock.getsockname()[1]
    driver = over(base_url=f"http://127.0.0.1:{port}", max_retries=0)
    with pytest.raises(APIConnectionError) as caught:
        driver.send(query={"key": "s3cret"})
    error: BaseException | None = caught.value
    while error is not None:
        assert "s3cret" not in f"{error!r} {error}"
        error = error.__cause__


# Slots.


def test_at_most_so_many_requests_at_once(server: FaultServer) -> None:
    if not HAS_PYREQWEST:
        pytest.skip("pyreqwest is missing")
    server.default = does(Connection.hang)

    async def run(transport: Any) -> None:
        client = AsyncClient(base_url=server.url, transport=transport, max_retries=0)
        calls = [
            asyncio.create_task(client._session.send(POST, (), b"x"))
            for _ in range(MAX_CONNECTIONS + 5)
        ]
        while len(server.requests) < MAX_CONNECTIONS:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        assert len(server.requests) == MAX_CONNECTIONS
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        # Cancelled calls have left no slot taken.
        server.default = reply()
        again = [client._session.send(GET, ("1",)) for _ in range(MAX_CONNECTIONS)]
        assert await asyncio.gather(*again) == [Note("1", "Ann")] * MAX_CONNECTIONS
        await client.close()

    for transport in ("httpcore2", "pyreqwest"):
        server.requests.clear()
        server.default = does(Connection.hang)
        asyncio.run(run(transport))
