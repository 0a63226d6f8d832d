"""Server-sent events around the items of a stream, and streams that are requested again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driver import TRANSPORTS, Driver, FakeTime, Note, method
from fault_server import Connection, FaultServer, Recorded, Step, raw, reply
from sdk_runtime.errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APITimeoutError,
    ArgumentError,
)
from sdk_runtime.request.request_options import RequestOptions
from sdk_runtime.response.content import Content
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.events import ServerSentEvent, StreamEvent
from sdk_runtime.response.sequences import JsonLines

Connect = Callable[..., Driver]

NOTES = EventStream[Note](Note, data=True)
MEDIA = "text/event-stream"
A, B, C = (f'{{"id":"{name}","name":"n"}}' for name in "abc")
NO_CONTENT = reply(204, b"")
RECONNECT = RequestOptions(reconnect=True)


def note(name: str) -> Note:
    return Note(name, "n")


def sent(*events: str) -> Step:
    return reply(200, "".join(f"{one}\n\n" for one in events), {}, MEDIA)


def broken(*events: str) -> Step:
    """Events, and a connection that ends before the body does."""

    def step(connection: Connection, request: Recorded) -> bool:
        body = "".join(f"{one}\n\n" for one in events)
        size = {"Content-Length": "9999"}
        reply(200, body, size, MEDIA)(connection, request)
        return False

    return step


def run(driver: Driver, content: Content[Any] = NOTES, **given: Any) -> list[Any]:
    operation = method("GET", responses={"200": content})
    return driver.collect(driver.wait(driver.stream(operation, (), **given)))


def ids(server: FaultServer) -> list[str | None]:
    return [one.headers.get("last-event-id") for one in server.requests]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_an_event_is_handed_out_before_the_next_one_comes(
    connect: Connect, server: FaultServer, transport: str
) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {MEDIA}\r\n\r\n"
    server.default = raw(f"{head}data: {A}\n\n".encode(), keep=True)
    driver = connect(transport=transport, timeout=3, max_retries=0)
    operation = method("GET", responses={"200": NOTES})
    stream = driver.wait(driver.stream(operation, ()))
    first = anext(stream) if driver.asynchronous else next(stream)
    assert driver.result(first) == note("a")
    driver.result(stream.aclose() if driver.asynchronous else stream.close())


WHOLE = ServerSentEvent(event="left", data="x", id="2")
AROUND: list[tuple[Content[Any], str, list[StreamEvent[Any]]]] = [
    (
        NOTES,
        f"event: came\nid: 1\nretry: 50\ndata: {A}\n\ndata: {B}\n\nid\ndata: {C}\n\n",
        [
            StreamEvent(data=note("a"), event="came", id="1", retry=50),
            StreamEvent(data=note("b"), event="message", id="1", retry=None),
            StreamEvent(data=note("c"), event="message", id="", retry=None),
        ],
    ),
    (
        EventStream(ServerSentEvent),
        "event: left\nid: 2\ndata: x\n\n",
        [StreamEvent(data=WHOLE, event="left", id="2", retry=None)],
    ),
    (
        EventStream(dict[str, Any], parsed=True),
        "event: left\nid: 2\ndata: 7\n\n",
        [
            StreamEvent(
                data={"event": "left", "data": 7, "id": "2"},
                event="left",
                id="2",
                retry=None,
            )
        ],
    ),
    (
        NOTES,
        f"data: {A}\n\ndata: [DONE]\n\ndata: {B}\n\n",
        [StreamEvent(data=note("a"), event="message", id="", retry=None)],
    ),
    (NOTES, "", []),
]


@pytest.mark.parametrize(("content", "body", "want"), AROUND)
def test_the_events_around_the_items(
    connect: Connect,
    server: FaultServer,
    content: Content[Any],
    body: str,
    want: list[StreamEvent[Any]],
) -> None:
    server.default = reply(200, body, {}, MEDIA)
    driver = connect()
    operation = method("GET", responses={"200": content})
    stream = driver.wait(driver.stream(operation, ()))
    assert driver.collect(stream.events()) == want


def test_lines_of_json_are_no_events(connect: Connect, server: FaultServer) -> None:
    server.default = reply(200, A + "\n", {}, "application/jsonl")
    driver = connect()
    operation = method("GET", responses={"200": JsonLines[Note](Note)})
    stream = driver.wait(driver.stream(operation, ()))
    with pytest.raises(ArgumentError, match="no server-sent events"):
        stream.events()
    assert driver.collect(stream) == [note("a")]


RECONNECTED: list[tuple[list[Step], list[Note], list[str | None], list[float]]] = [
    ([sent(f"id: 1\ndata: {A}")], [note("a")], [None, "1"], [3]),
    ([broken(f"id: 1\ndata: {A}")], [note("a")], [None, "1"], [3]),
    # An event that wasn't complete doesn't count, nor does its id.
    ([broken(f"id: 1\ndata: {A}", "x")], [note("a")], [None, "1"], [3]),
    (
        [sent(f"id: 1\ndata: {A}\n\nid: 2\ndata: {B}\nx")],
        [note("a"), note("b")],
        [None, "2"],
        [3],
    ),
    # Spaces around a header's value mean nothing.
    ([sent(f"id:  1 \ndata: {A}")], [note("a")], [None, "1"], [3]),
    # Without an id nothing says where the stream stood.
    ([sent(f"data: {A}")], [note("a")], [None, None], [3]),
    # Nor does one that no header can hold.
    ([sent(f"id: a\x01b\ndata: {A}")], [note("a")], [None, None], [3]),
    # Ids that come without data move on as well, and an empty one takes the last one back.
    ([sent(f"id: 1\ndata: {A}", "id: 7")], [note("a")], [None, "7"], [3]),
    ([sent(f"id: 1\ndata: {A}", "id:")], [note("a")], [None, None], [3]),
    # An id stays until there is another one, over several connections.
    (
        [
            sent(f"id: 1\nretry: 50\ndata: {A}"),
            sent(f"data: {B}"),
            broken(f"id: é\ndata: {C}"),
        ],
        [note("a"), note("b"), note("c")],
        [None, "1", "1", "é".encode().decode("latin-1")],
        [0.05, 0.05, 0.05],
    ),
    # Attempts that fail are bounded, and counted anew with each event.
    (
        [
            sent(f"id: 1\ndata: {A}"),
            reply(503),
            reply(503),
            sent(f"id: 2\ndata: {B}"),
            reply(503),
        ],
        [note("a"), note("b")],
        [None, "1", "1", "1", "2", "2"],
        [3, 0.5, 1.0, 3, 0.5],
    ),
]


@pytest.mark.parametrize(("steps", "want", "asked", "slept"), RECONNECTED)
def test_a_stream_that_ends_is_requested_again(
    connect: Connect,
    server: FaultServer,
    steps: list[Step],
    want: list[Note],
    asked: list[str | None],
    slept: list[float],
) -> None:
    server.then(*steps, NO_CONTENT)
    time = FakeTime()
    assert run(connect(time=time), options=RECONNECT) == want
    assert ids(server) == asked
    assert time.slept == slept


@pytest.mark.parametrize("options", [None, RequestOptions(max_retries=9)])
def test_without_the_option_it_ends(
    connect: Connect, server: FaultServer, options: RequestOptions | None
) -> None:
    server.then(sent(f"id: 1\ndata: {A}"), broken(f"id: 1\ndata: {A}"))
    driver = connect(time=FakeTime())
    assert run(driver, options=options) == [note("a")]
    with pytest.raises(APIConnectionError):
        run(driver, options=options)
    assert len(server.requests) == 2


def test_a_word_in_place_of_data_ends_it(connect: Connect, server: FaultServer) -> None:
    server.default = sent(f"id: 1\ndata: {A}", "data: [DONE]")
    assert run(connect(), options=RECONNECT) == [note("a")]
    assert len(server.requests) == 1


def test_lines_of_json_arent_requested_again(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, A + "\n", {}, "application/jsonl")
    assert run(connect(), JsonLines[Note](Note), options=RECONNECT) == [note("a")]
    assert len(server.requests) == 1


def test_streams_of_nothing_come_to_an_end(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, "", {}, MEDIA)
    assert run(connect(time=FakeTime(), max_retries=3), options=RECONNECT) == []
    assert len(server.requests) == 4


FINAL: list[tuple[Step, type[APIError]]] = [
    (reply(404, "{}"), APIError),
    (reply(200, "<html>", {}, "text/html"), APIResponseError),
    (sent('event: error\ndata: {"error":{"message":"busy"}}'), APIError),
]


@pytest.mark.parametrize(("step", "error"), FINAL)
def test_what_the_server_says_is_raised(
    connect: Connect, server: FaultServer, step: Step, error: type[APIError]
) -> None:
    server.then(sent(f"id: 1\ndata: {A}"), step)
    with pytest.raises(error):
        run(connect(time=FakeTime()), options=RECONNECT)
    assert len(server.requests) == 2


@pytest.mark.parametrize(("retry", "slept"), [("3000", [3, 3]), ("999999999", [])])
def test_the_deadline_ends_it(
    connect: Connect, server: FaultServer, retry: str, slept: list[float]
) -> None:
    server.default = sent(f"id: 1\nretry: {retry}\ndata: {A}")
    options = RequestOptions(reconnect=True, deadline=7)
    time = FakeTime()
    with pytest.raises(APITimeoutError):
        run(connect(time=time), options=options)
    assert time.slept == slept


def test_the_option_is_a_flag() -> None:
    with pytest.raises(ArgumentError, match="reconnect"):
        RequestOptions(reconnect="yes")  # type: ignore[arg-type] -- on purpose
