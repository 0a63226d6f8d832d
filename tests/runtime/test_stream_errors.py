"""Errors within streams."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

import pytest
from codec_support import Declared
from driver import Driver, method
from fault_server import FaultServer, reply
from msgspec import field
from sdk_runtime.errors import (
    APIError,
    APIResponseError,
    APIStatusError,
    APIStreamError,
)
from sdk_runtime.json.model import Maybe, Model, OpenModel
from sdk_runtime.json.unions import union
from sdk_runtime.response.content import Content
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.events import ServerSentEvent
from sdk_runtime.response.sequences import JsonLines

Connect = Callable[..., Driver]


class Chunk(Model, kw_only=True):
    """An item whose properties may all be missing."""

    text: Maybe[str] = None


class Result(Model, kw_only=True):
    text: Maybe[str] = None
    error: dict[str, Any] | None = None


class Failure(Model, kw_only=True):
    type: Literal["error"]
    message: str


class Delta(Model, kw_only=True):
    type: Literal["delta"]
    text: str


class Entry(OpenModel):
    id: str
    additional: dict[str, Any] = field(default_factory=dict)


class Whole(Model, kw_only=True):
    event: str
    data: str


class Typed(Model, kw_only=True):
    event: Literal["delta"]
    data: Chunk


class Failed(Model, kw_only=True):
    event: Literal["error"]
    data: Chunk


class Loose(Model, kw_only=True):
    event: str
    data: Any


Tagged = union(
    "Tagged", lambda: (Delta, Failure), tag="type", tags={"delta": 0, "error": 1}
)
TypedOrFailed = union("TypedOrFailed", lambda: (Typed, Failed))


def run(driver: Driver, content: Content[Any]) -> list[Any]:
    operation = method("GET", responses={"200": content})
    return driver.collect(driver.wait(driver.stream(operation, ())))


def events(*said: tuple[str, object]) -> bytes:
    rows = (
        (f"event: {name}\n" if name else "")
        + f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n"
        for name, data in said
    )
    return "".join(rows).encode()


A = ("", {"text": "a"})
OVERLOADED = {"error": {"code": "busy", "message": "Overloaded"}}
# Content, body, the items before the error, what the error says.
ERRORS: list[tuple[Content[Any], bytes, int, str]] = [
    (EventStream(Chunk, data=True), events(A, ("", OVERLOADED)), 1, "busy: Overloaded"),
    (
        EventStream(Chunk, data=True),
        events(("error", OVERLOADED)),
        0,
        "busy: Overloaded",
    ),
    (EventStream(Chunk, data=True), events(("error", {"message": "No"})), 0, "No"),
    (EventStream(Chunk, data=True), events(("error", "try later")), 0, "'try later'"),
    (EventStream(Chunk, data=True), events(("error", "[1]")), 0, "'[1]'"),
    (EventStream(Chunk, data=True), events(("", {"error": "No"})), 0, "No"),
    (
        EventStream(Chunk, data=True),
        events(("", {"error": "No", "text": "", "id": 1})),
        0,
        "No",
    ),
    # An error is reported even where the end of the event is missing.
    (EventStream(Chunk, data=True), events(A, ("error", OVERLOADED))[:-2], 1, "busy"),
    (EventStream(Result, data=True), events(("error", {"message": "No"})), 0, "No"),
    (EventStream(dict[str, Any], data=True), events(("error", OVERLOADED)), 0, "busy"),
    (EventStream(Any, data=True), events(("error", "lost")), 0, "lost"),
    (EventStream(Delta, data=True), events(("", OVERLOADED)), 0, "busy"),
    (EventStream(Tagged, data=True), events(("", OVERLOADED)), 0, "busy"),
    (EventStream(Declared, data=True), events(("", OVERLOADED)), 0, "busy"),
    (EventStream(Entry, data=True), events(("", OVERLOADED)), 0, "busy"),
    (
        EventStream(Typed, parsed=True),
        events(("delta", {}), ("error", OVERLOADED)),
        1,
        "b",
    ),
    (EventStream(Typed, parsed=True), events(("error", "no json")), 0, "no json"),
    (EventStream(Typed, parsed=True), events(("delta", OVERLOADED)), 0, "busy"),
    (JsonLines(Chunk), b'{"text":"a"}\n{"error":{"message":"No"}}\n', 1, "No"),
    (JsonLines(Chunk), b'{"error":"No"}', 0, "No"),
    (JsonLines(Chunk), b'\x1e{}\n\x1e{\n"error":"No"\n}\n', 1, "No"),
    (JsonLines(int), b'1\n{"error":"No"}\n', 1, "No"),
    (JsonLines(list[int]), b'{"error":"No"}\n', 0, "No"),
]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("content", "body", "before", "words"), ERRORS)
def test_errors_within_a_stream(
    connect: Connect,
    server: FaultServer,
    content: Content[Any],
    body: bytes,
    before: int,
    words: str,
    strict: bool,
) -> None:
    server.default = reply(
        200, body, {"X-Request-Id": "r1"}, content_type="text/event-stream"
    )
    driver = connect(strict=strict)
    operation = method("GET", responses={"200": content})
    stream = driver.wait(driver.stream(operation, ()))
    found: list[Any] = []

    async def collect() -> None:
        async for item in stream:
            found.append(item)

    def read() -> None:
        if driver.asynchronous:
            driver.wait(collect())
        else:
            for item in stream:
                found.append(item)

    with pytest.raises(APIStreamError) as caught:
        read()
    error = caught.value
    assert len(found) == before
    assert str(error).startswith("GET /notes: 200, and within the stream: ")
    assert words in str(error)
    assert (error.status_code, error.request_id) == (200, "r1")
    assert error.body
    assert isinstance(error, APIError)
    assert not isinstance(error, APIResponseError | APIStatusError)


def test_what_the_error_holds(connect: Connect, server: FaultServer) -> None:
    body = events(("error", {**OVERLOADED, "request_id": "r7"}))
    server.then(reply(200, body, content_type="text/event-stream"))
    with pytest.raises(APIStreamError) as caught:
        run(connect(), EventStream(Chunk, data=True))
    assert caught.value.data["error"] == OVERLOADED["error"]
    assert json.loads(caught.value.body) == caught.value.data


ITEMS: list[tuple[Content[Any], bytes, list[Any]]] = [
    # The schema of an item has the error.
    (
        EventStream(Result, data=True),
        events(("", OVERLOADED), ("error", OVERLOADED)),
        [Result(error=OVERLOADED["error"])] * 2,
    ),
    (
        EventStream(Tagged, data=True),
        events(("error", {"type": "error", "message": "No"})),
        [Failure(type="error", message="No")],
    ),
    (
        EventStream(Failure, data=True),
        events(("error", {"type": "error", "message": "No", "error": "No"})),
        [Failure(type="error", message="No")],
    ),
    (JsonLines(Result), b'{"error":{"a":1}}\n', [Result(error={"a": 1})]),
    # Nothing of it is lost.
    (JsonLines(dict[str, Any]), b'{"error":"No"}\n', [{"error": "No"}]),
    (JsonLines(Any), b'{"error":"No"}\n', [{"error": "No"}]),
    (
        JsonLines(Entry),
        b'{"id":"1","error":"No"}\n',
        [Entry(id="1", additional={"error": "No"})],
    ),
    (EventStream(Whole), events(("error", "No")), [Whole(event="error", data="No")]),
    (
        EventStream(Loose, parsed=True),
        events(("error", {"a": 1})),
        [Loose(event="error", data={"a": 1})],
    ),
    (
        EventStream(TypedOrFailed, parsed=True),
        events(("error", {"text": "a"})),
        [Failed(event="error", data=Chunk(text="a"))],
    ),
    (
        EventStream(ServerSentEvent),
        events(("error", "No")),
        [ServerSentEvent(event="error", data="No")],
    ),
    # There is none.
    (
        EventStream(Chunk, data=True),
        events(
            ("", {"text": "a", "error": None}), ("", {"error": ""}), ("", {"error": []})
        ),
        [Chunk(text="a"), Chunk(), Chunk()],
    ),
    (
        EventStream(Chunk, data=True),
        events(("", {"text": 'an "error"', "x": {"error": 1}}), ("errors", {})),
        [Chunk(text='an "error"'), Chunk()],
    ),
    (JsonLines(str), b'"error"\n', ["error"]),
]


@pytest.mark.parametrize(("content", "body", "want"), ITEMS)
def test_items_that_are_about_errors(
    connect: Connect,
    server: FaultServer,
    content: Content[Any],
    body: bytes,
    want: list[Any],
) -> None:
    server.then(reply(200, body, content_type="text/event-stream"))
    assert run(connect(), content) == want


def test_a_client_goes_on_after_it(connect: Connect, server: FaultServer) -> None:
    body = events(("error", OVERLOADED), A)
    server.default = reply(200, body, content_type="text/event-stream")
    driver = connect()
    for _ in range(2):
        with pytest.raises(APIStreamError):
            run(driver, EventStream(Chunk, data=True))
    server.default = reply()
    assert driver.send()
    assert len(server.requests) == 3
