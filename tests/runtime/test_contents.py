"""What answers hold, by their declared kind and their Content-Type."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, Note, method
from fault_server import FaultServer, reply
from sdk_runtime.errors import APIResponseError, DriftError
from sdk_runtime.response.content import (
    ByContentType,
    Bytes,
    Content,
    Empty,
    Json,
    JsonOrText,
    TextContent,
)
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.sequences import JsonLines

Connect = Callable[..., Driver]


CHOICE: Content[Any] = ByContentType(
    {
        "application/json": Json(Note),
        "text/*": TextContent(),
        "application/pdf": Bytes(),
    }
)

VERSIONS: Content[Any] = ByContentType(
    {
        "application/json;version=1": Json(list[int]),
        'application/json; Version="2"; charset=utf-8': Json(list[str]),
    }
)
PROFILES: Content[Any] = ByContentType(
    {
        "application/json; profile=v1": Json(list[int]),
        "application/json": Json(list[str]),
    }
)


@pytest.mark.parametrize(
    ("content", "media", "body", "want"),
    [
        (Json(Note), "application/json", b'{"id":"1","name":"A"}', Note("1", "A")),
        (Json(Note), "text/html", b'{"id":"1","name":"A"}', Note("1", "A")),
        (Json(int | None), "application/json", b"null", None),
        (
            CHOICE,
            "application/x-amz-json-1.1",
            b'{"id":"1","name":"A"}',
            Note("1", "A"),
        ),
        (CHOICE, "application/json-v2", b'{"id":"1","name":"A"}', Note("1", "A")),
        (TextContent(), "text/plain", "é".encode(), "é"),
        (TextContent(), "text/plain; charset=latin-1", b"\xe9", "é"),
        (TextContent(), 'text/plain; charset="UTF-16"', "é".encode("utf-16"), "é"),
        (TextContent(), "text/plain; charset=hex", b"ab", "ab"),
        (TextContent(), "text/plain; charset=nonsense", b"ab", "ab"),
        (TextContent(), "text/plain", b"\xff", "\ufffd"),
        (Bytes(), "image/png", b"\x00\xff", b"\x00\xff"),
        (Bytes(), "image/png", b"", b""),
        (Empty(), "", b"", None),
        (Empty(), "text/plain", b"ignored", None),
        (
            CHOICE,
            "application/json; charset=utf-8",
            b'{"id":"1","name":"A"}',
            Note("1", "A"),
        ),
        (CHOICE, "application/vnd.x+json", b'{"id":"1","name":"A"}', Note("1", "A")),
        (CHOICE, "text/csv", b"a,b", "a,b"),
        (CHOICE, "APPLICATION/PDF", b"%PDF", b"%PDF"),
        (VERSIONS, "application/json; version=1", b"[1]", [1]),
        (VERSIONS, "application/json;charset=utf-8;VERSION=2", b'["a"]', ["a"]),
        (VERSIONS, "application/json", b"[1]", [1]),
        (VERSIONS, "application/json; version=3", b"[1]", [1]),
        (PROFILES, "application/json; charset=utf-8", b'["a"]', ["a"]),
        (PROFILES, "application/json; profile=v2", b'["a"]', ["a"]),
        (PROFILES, "application/json; profile=v1", b"[1]", [1]),
    ],
)
def test_kinds(
    connect: Connect,
    server: FaultServer,
    content: Content[Any],
    media: str,
    body: bytes,
    want: object,
) -> None:
    server.then(reply(200, body, content_type=media))
    assert connect().send(method("GET", responses={"200": content})) == want


@pytest.mark.parametrize(
    ("responses", "want"),
    [
        ({"200": Json(Note)}, "application/json"),
        ({"200": CHOICE}, "application/json, text/*, application/pdf"),
        ({"200": Json(Note), "201": Json(Note)}, "application/json"),
        ({"200": Json(Note, "application/scim+json")}, "application/scim+json"),
        ({"204": Empty()}, "*/*"),
        ({"200": Json(Note), "204": Empty()}, "application/json"),
        ({"200": TextContent()}, "text/plain, text/*;q=0.9, */*;q=0.1"),
        ({"200": TextContent("text/csv")}, "text/csv, */*;q=0.1"),
        ({"200": Bytes()}, "*/*"),
        ({"200": Bytes("image/png, image/*")}, "image/png, image/*, */*;q=0.1"),
        (
            {"200": Json(Note), "202": Bytes("a/b")},
            "application/json, a/b, */*;q=0.1",
        ),
        ({"200": JsonLines(Note)}, "application/jsonl"),
        ({"200": JsonLines(Note, "application/json-seq")}, "application/json-seq"),
        ({"200": EventStream(Note)}, "text/event-stream"),
        (
            {"200": JsonOrText(str)},
            "application/json, text/plain;q=0.9, */*;q=0.1",
        ),
        ({}, "*/*"),
    ],
)
def test_accept(
    connect: Connect, server: FaultServer, responses: dict[str, Content[Any]], want: str
) -> None:
    server.default = reply(204, b"")
    connect().send(method("GET", responses=responses))
    assert server.requests[0].headers["accept"] == want


@pytest.mark.parametrize(
    ("status", "want"),
    [(200, Note("1", "Ann")), (201, "text"), (202, None), (204, None)],
)
def test_content_by_status(
    connect: Connect, server: FaultServer, status: int, want: object
) -> None:
    server.then(reply(status, "text" if status == 201 else b'{"id":"1","name":"Ann"}'))
    if status == 204:
        server._steps.clear()
        server.then(reply(204, b""))
    responses: dict[str, Content[Any]] = {
        "200": Json(Note),
        "201": TextContent(),
        "2XX": Empty(),
    }
    assert connect().send(method("GET", responses=responses)) == want


@pytest.mark.parametrize(
    ("media", "body", "want"),
    [
        ("application/json", b'{"a":1}', {"a": 1}),
        ("text/plain", b"x", "x"),
        ("image/png", b"\xff", b"\xff"),
    ],
)
def test_nothing_declared(
    connect: Connect, server: FaultServer, media: str, body: bytes, want: object
) -> None:
    server.then(reply(200, body, content_type=media))
    assert connect().send(method("GET", responses={})) == want


def test_an_undeclared_success_is_read_and_reported(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    drifts: list[Any] = []
    server.then(reply(201))
    with caplog.at_level(logging.WARNING, "sdk_runtime"):
        assert connect(on_drift=drifts.append).send() == Note("1", "Ann")
    assert [(drift.expected, drift.found) for drift in drifts] == [
        ("status 200", "status 201")
    ]
    assert "status 201" in caplog.text


@pytest.mark.parametrize("status", [200, 204])
def test_nothing_where_json_is_expected(
    connect: Connect, server: FaultServer, status: int
) -> None:
    drifts: list[Any] = []
    server.default = reply(status, b"")
    assert connect(on_drift=drifts.append).send() is None
    assert drifts[-1].found == "nothing"
    with pytest.raises(DriftError) as caught:
        connect(strict=True).send()
    assert (caught.value.status_code, caught.value.path) == (status, "/notes/1")


def test_strict_errors_say_everything(connect: Connect, server: FaultServer) -> None:
    server.then(reply(200, b'{"id":1}', {"X-Request-Id": "r1"}))
    with pytest.raises(DriftError) as caught:
        connect(strict=True).send()
    error = caught.value
    assert (error.status_code, error.method, error.path) == (200, "GET", "/notes/1")
    assert (error.request_id, error.body) == ("r1", b'{"id":1}')
    assert error.drifts


@pytest.mark.parametrize(
    "body",
    [b"<html>no</html>", b'{"id":', b"\xff\xfe", b'"\xff"', b"[" * 100_000, b"\0"],
)
def test_success_that_cant_be_read(
    connect: Connect, server: FaultServer, body: bytes
) -> None:
    server.default = reply(200, body, {"X-Request-Id": "r1"})
    with pytest.raises(APIResponseError) as caught:
        connect().send()
    assert caught.value.status_code == 200
    assert caught.value.body == body
    assert caught.value.request_id == "r1"
    assert caught.value.__cause__ is None or isinstance(
        caught.value.__cause__, Exception
    )
    assert len(server.requests) == 1


def test_head_has_no_body(connect: Connect, server: FaultServer) -> None:
    assert connect().send(method("HEAD")) is None


def test_where_a_body_departs_is_named(connect: Connect, server: FaultServer) -> None:
    drifts: list[Any] = []
    server.then(reply(200, b'{"id":1,"name":"A"}'))
    connect(on_drift=drifts.append).send(GET)
    assert [(drift.where, drift.path) for drift in drifts] == [
        ("GET /notes/{id}", "id")
    ]


def test_what_on_drift_raises_is_the_callers_own(
    connect: Connect, server: FaultServer
) -> None:
    class Stop(ValueError):
        pass

    def stop(drift: object) -> None:
        raise Stop

    server.default = reply(200, b'{"id":1,"name":"A"}\n')
    driver = connect(on_drift=stop)
    with pytest.raises(Stop):
        driver.send(GET)
    operation = method("GET", responses={"200": JsonLines(Note)})
    with pytest.raises(Stop):
        driver.collect(driver.wait(driver.stream(operation, ())))


def test_errors_inside_of_a_sequence_say_where(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, b'{"id":1,"name":"A"}\n', {"X-Request-Id": "r1"})
    driver = connect(strict=True)
    operation = method("GET", responses={"200": JsonLines(Note)})
    with pytest.raises(DriftError) as caught:
        driver.collect(driver.wait(driver.stream(operation, ())))
    assert (caught.value.status_code, caught.value.request_id) == (200, "r1")
