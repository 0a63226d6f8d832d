"""Answers under `*/*`: what came tells how they are read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Literal

import pytest
from driver import Driver, Note, method
from fault_server import FaultServer, reply
from sdk_runtime.errors import APIResponseError, DriftError
from sdk_runtime.response.content import JsonOrText

Connect = Callable[..., Driver]

JSON, TEXT, OCTETS = "application/json", "text/plain", "application/octet-stream"
DAY = date(2024, 1, 2)
WORD = Literal["on", "off"]
NOTE = b'{"id":"1","name":"A"}'


@pytest.mark.parametrize(
    ("type_", "media", "body", "want"),
    [
        (str, JSON, b'"8f14e45f"', "8f14e45f"),
        (str, "application/problem+json", b'"a"', "a"),
        (str, "text/json; charset=utf-8", b'"a"', "a"),
        (str, JSON, b' "a\\u00e9"\n', "aé"),
        (str, TEXT, b"8f14e45f", "8f14e45f"),
        (str, TEXT, b'"quoted"', '"quoted"'),
        (str, TEXT, b" kept \n", " kept \n"),
        (str, "text/plain; charset=latin-1", b"\xe9", "é"),
        (str, OCTETS, b"abc", "abc"),
        (str, "", b"abc", "abc"),
        (str, TEXT, b"", ""),
        (str, JSON, b"", ""),
        # What is called JSON and is none, or is JSON that the server wrote as its text.
        (str, JSON, b"hello", "hello"),
        (str, JSON, b'"half', '"half'),
        (str, JSON, b"[draft] x", "[draft] x"),
        (str, JSON, b"123", "123"),
        (str, JSON, b"true", "true"),
        (str, JSON, b'{"a": 1}', '{"a": 1}'),
        (date, JSON, b'"2024-01-02"', DAY),
        (date, TEXT, b"2024-01-02", DAY),
        (date, TEXT, b"2024-01-02\r\n", DAY),
        (date, JSON, b"2024-01-02", DAY),
        (
            datetime,
            TEXT,
            b"2024-01-02T03:04:05Z",
            datetime(2024, 1, 2, 3, 4, 5, 0, UTC),
        ),
        (date | None, JSON, b"null", None),
        (date | None, "", b"", None),
        (str | None, TEXT, b"null", "null"),
        (WORD, JSON, b'"on"', "on"),
        (WORD, TEXT, b"on\n", "on"),
        (bytes, JSON, b'"aGk="', b"hi"),
        (bytes, OCTETS, b"\x00\xff", b"\x00\xff"),
        (bytes, TEXT, b"aGk=", b"aGk="),
        (bytes, JSON, b"{}", b"{}"),
        (bytes, JSON, b'"no base64"', b'"no base64"'),
        (bytes, JSON, b"\xff", b"\xff"),
        (bytes | None, JSON, b"null", None),
        (str | int, JSON, b"12", 12),
        (str | float, JSON, b"12", 12.0),
        (str | int, TEXT, b"12", "12"),
        (str | Note, JSON, NOTE, Note("1", "A")),
        (str | Note, TEXT, NOTE, NOTE.decode()),
        (str | list[str], JSON, b'["a"]', ["a"]),
    ],
)
def test_what_came_tells(
    connect: Connect,
    server: FaultServer,
    type_: object,
    media: str,
    body: bytes,
    want: object,
) -> None:
    server.then(reply(200, body, content_type=media))
    operation = method("GET", responses={"200": JsonOrText(type_)})
    found = connect(strict=True).send(operation)
    assert (found, type(found)) == (want, type(want))


@pytest.mark.parametrize(
    ("type_", "media", "body", "want", "expected"),
    [
        (date, TEXT, b"soon", "soon", "date"),
        (date, TEXT, b"", None, "date"),
        (WORD, TEXT, b"other", "other", ""),
        (str | Note, JSON, b'{"id":1,"name":"A"}', Note(1, "A"), "str"),
    ],
)
def test_what_fits_nothing_is_reported(
    connect: Connect,
    server: FaultServer,
    type_: object,
    media: str,
    body: bytes,
    want: object,
    expected: str,
) -> None:
    server.default = reply(200, body, content_type=media)
    operation = method("GET", responses={"200": JsonOrText(type_)})
    drifts: list[Any] = []
    assert connect(on_drift=drifts.append).send(operation) == want
    assert len(drifts) == 1
    assert expected in drifts[0].expected
    with pytest.raises(DriftError) as caught:
        connect(strict=True).send(operation)
    assert (caught.value.status_code, caught.value.body) == (200, body)


@pytest.mark.parametrize(
    ("type_", "body"),
    [(str, b"null"), (date, b"{}"), (date, b"[]"), (str | Note, b"null")],
)
def test_json_of_another_kind(
    connect: Connect, server: FaultServer, type_: object, body: bytes
) -> None:
    server.default = reply(200, body, content_type=JSON)
    operation = method("GET", responses={"200": JsonOrText(type_)})
    with pytest.raises(APIResponseError, match=r"expected .*, found"):
        connect().send(operation)
    with pytest.raises(DriftError):
        connect(strict=True).send(operation)


def test_json_too_deep_is_no_text(connect: Connect, server: FaultServer) -> None:
    server.then(reply(200, b"[" * 100_000 + b"]" * 100_000, content_type=JSON))
    operation = method("GET", responses={"200": JsonOrText(str | list[str])})
    with pytest.raises(APIResponseError, match="deep"):
        connect().send(operation)
