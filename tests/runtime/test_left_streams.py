"""Streams that were left before their end: what comes next isn't as if they had ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from driver import Driver, Note, method
from fault_server import Connection, FaultServer, Recorded, raw, reply
from sdk_runtime.errors import APIConnectionError
from sdk_runtime.response.event_items import EventStream

Connect = Callable[..., Driver]

MEDIA = "text/event-stream"
A = b'data: {"id":"a","name":"n"}\n\n'
OPERATION = method("GET", responses={"200": EventStream[Note](Note, data=True)})


def test_what_was_left_isnt_as_if_it_had_ended(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, A * 2, {}, MEDIA)
    driver = connect()
    left = driver.wait(driver.stream(OPERATION, ()))
    driver.result(left.aclose() if driver.asynchronous else left.close())
    with pytest.raises(APIConnectionError, match="left before its end"):
        driver.collect(left)
    ended = driver.wait(driver.stream(OPERATION, ()))
    assert driver.collect(ended) == [Note("a", "n")] * 2
    driver.result(ended.aclose() if driver.asynchronous else ended.close())
    assert driver.collect(ended) == []


def test_nor_is_what_broke(connect: Connect, server: FaultServer) -> None:
    server.default = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + A)
    driver = connect(max_retries=0)
    stream = driver.wait(driver.stream(OPERATION, ()))
    for _ in range(2):
        with pytest.raises(APIConnectionError):
            driver.collect(stream)


def test_nor_is_what_a_cancelled_task_was_reading(server: FaultServer) -> None:
    driver = Driver(True, base_url=server.url)

    def hang(connection: Connection, request: Recorded) -> bool:
        said = {"Content-Length": "9999"}
        reply(200, A, said, MEDIA)(connection, request)
        connection.hang()
        return False

    server.default = hang

    async def main() -> None:
        async with await driver.stream(OPERATION, ()) as stream:
            assert await anext(stream) == Note("a", "n")
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await anext(stream)
            with pytest.raises(APIConnectionError, match="left before its end"):
                await anext(stream)

    driver.wait(main())
    driver.finish()
