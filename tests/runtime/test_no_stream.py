"""Bodies that are no stream where one is described."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driver import Driver, method
from fault_server import FaultServer, raw, reply
from sdk_runtime.errors import APIResponseError
from sdk_runtime.json.model import Maybe, Model
from sdk_runtime.response.content import Content, Json
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.events import ServerSentEvent
from sdk_runtime.response.sequences import JsonLines

Connect = Callable[..., Driver]


class Chunk(Model, kw_only=True):
    """An item whose properties may all be missing."""

    text: Maybe[str] = None


def run(driver: Driver, content: Content[Any]) -> list[Any]:
    operation = method("GET", responses={"200": content})
    return driver.collect(driver.wait(driver.stream(operation, ())))


HTML = b"<html>\n<title>Log in</title></html>"
ONE = b'{"text":"whole"}'
NO_STREAMS = [
    (ONE, "application/json"),
    (HTML, "text/html; charset=utf-8"),
    (b'{"text":"a"}\n{"text":"b"}\n', "application/x-ndjson"),
    (b"[1,2]", "application/json"),
    (b"null", "application/json"),
    (b"ok", "text/plain"),
    (b"database is down", "text/plain"),
    (b"idle: no", ""),
    (ONE, ""),
    (b'{"error":{"message":"overloaded"}}', "application/json"),
    (b"\n\n" + HTML, "text/html"),
    (b"\xef\xbb\xbf" + HTML, "text/html"),
    # What says that it is one, and has nothing of it.
    (ONE, "text/event-stream"),
    (HTML, "text/event-stream"),
]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("step", [1, 5, 1000])
@pytest.mark.parametrize(("body", "media"), NO_STREAMS)
@pytest.mark.parametrize(
    "content", [EventStream(ServerSentEvent), EventStream(Chunk, data=True)]
)
def test_no_event_stream(
    connect: Connect,
    server: FaultServer,
    content: Content[Any],
    body: bytes,
    media: str,
    step: int,
    strict: bool,
) -> None:
    pieces = [body[at : at + step] for at in range(0, len(body), step)]
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces)
    server.then(
        raw(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: "
            + media.encode()
            + b"\r\n\r\n"
            + chunked
            + b"0\r\n\r\n"
        )
    )
    with pytest.raises(APIResponseError, match="expected an event stream: '") as caught:
        run(connect(strict=strict), content)
    error = caught.value
    assert (error.status_code, error.path) == (200, "/notes")
    assert (media.partition(";")[0] or "without a Content-Type") in str(error)
    assert error.body


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (b"", "text/event-stream"),
        (b"\n\n", "text/html"),
        (b": nothing yet\n\n", "text/plain"),
        (b"retry: 10\n\n", "text/event-stream"),
        (b"event: only\n\n", "text/event-stream"),
        (b"data: cut short", "application/octet-stream"),
        (b"data\n", "text/plain"),
    ],
)
def test_an_empty_event_stream(
    connect: Connect, server: FaultServer, body: bytes, media: str
) -> None:
    server.then(reply(200, body, content_type=media))
    assert run(connect(), EventStream(Chunk, data=True)) == []


@pytest.mark.parametrize("media", ["text/event-stream", "text/plain", "", "a/b"])
def test_an_event_stream_by_another_name(
    connect: Connect, server: FaultServer, media: str
) -> None:
    body = b"\xef\xbb\xbf\nid: 1\ndata: x\n\n"
    server.then(reply(200, body, content_type=media))
    assert run(connect(), EventStream(ServerSentEvent)) == [
        ServerSentEvent(data="x", id="1")
    ]


def test_unknown_fields_are_passed_over(connect: Connect, server: FaultServer) -> None:
    body = b'x-comment: 1\n\nstill nothing\ndata: {"text":"a"}\n\n'
    server.then(reply(200, body, content_type="text/event-stream"))
    assert run(connect(), EventStream(Chunk, data=True)) == [Chunk(text="a")]


@pytest.mark.parametrize(
    ("body", "media", "want"),
    [
        (HTML, "text/html", "200 text/html: the body is not JSON: '<html>'"),
        (b'{\n "text": 1\n}', "application/json", "the body is not JSON: '{'"),
        (b"data: {}\n\n", "text/event-stream", "the body is not JSON: 'data: {}'"),
        (b"[{},{}]", "application/json", "expected Chunk, found list: '[{},{}]'"),
        (b"null", "application/json", "expected Chunk, found None"),
        (b'\x1e"x"\n', "application/json-seq", "expected Chunk, found str"),
    ],
)
def test_no_json_lines(
    connect: Connect, server: FaultServer, body: bytes, media: str, want: str
) -> None:
    server.then(reply(200, body, content_type=media))
    with pytest.raises(APIResponseError) as caught:
        run(connect(), JsonLines(Chunk))
    assert want in str(caught.value)


def test_later_lines_are_kept_as_they_come(
    connect: Connect, server: FaultServer
) -> None:
    server.then(reply(200, b"{}\nnull\n[]\n"))
    assert run(connect(), JsonLines(Chunk)) == [Chunk(), None, []]


def test_an_answer_that_is_declared_and_no_sequence(
    connect: Connect, server: FaultServer
) -> None:
    server.then(reply(200, b"{}"))
    with pytest.raises(APIResponseError, match="application/json"):
        run(connect(), Json(Chunk))
