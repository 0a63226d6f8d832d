"""Server-sent events and JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from driver import Driver, Note, method
from fault_server import FaultServer, does, raw, reply
from sdk_runtime.errors import APIConnectionError, APIResponseError, NotFoundError
from sdk_runtime.response.content import Content, Json
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.events import Events, Lines, ServerSentEvent
from sdk_runtime.response.sequences import JsonLines

Connect = Callable[..., Driver]


def event_bytes(*lines: str) -> bytes:
    return "\n".join(lines).encode() + b"\n\n"


EVENTS = [
    (b"data: a\n\n", [("message", "a", "", None)]),
    (
        b"data:a\ndata: b\n\ndata:  c\n\n",
        [("message", "a\nb", "", None), ("message", " c", "", None)],
    ),
    (b"event: x\nid: 7\nretry: 10\ndata\n\n", [("x", "", "7", 10)]),
    (b": comment\r\n\r\ndata: a\r\n\r\n", [("message", "a", "", None)]),
    (
        b"data: a\r\rdata: b\r\r",
        [("message", "a", "", None), ("message", "b", "", None)],
    ),
    (b"\xef\xbb\xbfdata: a\n\n", [("message", "a", "", None)]),
    (
        b"id: 1\ndata: a\n\ndata: b\n\n",
        [("message", "a", "1", None), ("message", "b", "1", None)],
    ),
    (b"event: only\n\n", []),
    (b"data: unfinished\n", []),
    (b"retry: x\nid: a\0b\nunknown: 1\ndata: a\n\n", [("message", "a", "", None)]),
    ("data: é\u2028x\n\n".encode(), [("message", "é\u2028x", "", None)]),
]


@pytest.mark.parametrize(("body", "want"), EVENTS)
@pytest.mark.parametrize("step", [1, 2, 3, 1000])
def test_events(body: bytes, want: list[tuple[Any, ...]], step: int) -> None:
    lines, events, found = Lines(carriage_return=True), Events(), []
    for start in range(0, len(body), step):
        for line in lines.feed(body[start : start + step]):
            event = events.feed(line)
            if event:
                found.append(msgspec.structs.astuple(event))
    # A carriage return at the very end may be half of a line's end.
    if body.endswith(b"\r"):
        for line in lines.finish():
            event = events.feed(line)
            if event:
                found.append(msgspec.structs.astuple(event))
    assert found == want


class Tick(msgspec.Struct):
    n: int


class Whole(msgspec.Struct):
    event: str
    data: str
    id: str | None = None


@pytest.mark.parametrize(
    ("content", "body", "want"),
    [
        (
            EventStream(ServerSentEvent),
            event_bytes("event: a", "data: 1"),
            [ServerSentEvent(event="a", data="1")],
        ),
        (
            EventStream(Tick, data=True),
            event_bytes('data: {"n":1}') + event_bytes('data: {"n":2}'),
            [Tick(1), Tick(2)],
        ),
        (
            EventStream(Tick, data=True),
            event_bytes('data: {"n":1}') + event_bytes("data: [DONE]") + b"data: x\n\n",
            [Tick(1)],
        ),
        (
            EventStream(Whole),
            event_bytes("id: 3", "data: x"),
            [Whole("message", "x", "3")],
        ),
        (JsonLines(Tick), b'{"n":1}\n\n{"n":2}', [Tick(1), Tick(2)]),
        (JsonLines(Tick), b'\x1e{"n":1}\n\x1e{"n":2}\n', [Tick(1), Tick(2)]),
        (JsonLines(Tick), b'{"n":1}\r\n', [Tick(1)]),
        (JsonLines(Tick), b"", []),
    ],
)
def test_sequences(
    connect: Connect,
    server: FaultServer,
    content: Content[Any],
    body: bytes,
    want: list[object],
) -> None:
    server.then(reply(200, body, content_type="text/event-stream"))
    driver = connect()
    stream = driver.wait(driver.stream(method("GET", responses={"200": content}), ()))
    assert stream.status == 200
    assert driver.collect(stream) == want


def test_items_come_as_they_are_sent(connect: Connect, server: FaultServer) -> None:
    def act(connection: Any) -> None:
        connection.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n")
        connection.write(b'{"n":1}\n')
        connection.hang()

    server.then(does(act))
    driver = connect()
    operation = method("GET", responses={"200": JsonLines(Tick)})
    stream = driver.wait(driver.stream(operation, ()))
    if driver.asynchronous:
        assert driver.wait(anext(stream)) == Tick(1)
        driver.wait(stream.aclose())
    else:
        assert next(stream) == Tick(1)
        stream.close()


def test_a_sequence_that_breaks(connect: Connect, server: FaultServer) -> None:
    server.then(
        raw(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"n":1}\n'),
        reply(200, b"{nonsense\n"),
        reply(404, b"{}"),
        reply(200, b'{"n":1}'),
    )
    driver = connect()
    operation = method("GET", responses={"200": JsonLines(Tick)})

    def run(one: Any) -> list[Any]:
        return driver.collect(driver.wait(driver.stream(one, ())))

    with pytest.raises(APIConnectionError):
        run(operation)
    with pytest.raises(APIResponseError):
        run(operation)
    with pytest.raises(NotFoundError):
        run(operation)
    with pytest.raises(APIResponseError):
        run(GET_JSON)


GET_JSON = method("GET", responses={"200": Json(Note)})


def test_a_stream_as_a_context(connect: Connect, server: FaultServer) -> None:
    server.default = reply(200, b'{"n":1}\n{"n":2}\n')
    driver = connect()
    operation = method("GET", responses={"200": JsonLines(Tick)})
    if driver.asynchronous:

        async def run() -> list[Any]:
            async with await driver.stream(operation, ()) as stream:
                return [item async for item in stream]

        assert driver.wait(run()) == [Tick(1), Tick(2)]
    else:
        with driver.stream(operation, ()) as stream:
            assert list(stream) == [Tick(1), Tick(2)]
