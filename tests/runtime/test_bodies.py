"""Request bodies of JSON and text, and requests without one."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from driver import Driver, method
from fault_server import FaultServer
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.body import Body, FormBody, JsonBody, TextBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.payload import File
from sdk_runtime.request.request_options import OMIT

Connect = Callable[..., Driver]


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ({"a": 1, "b": OMIT, "c": None}, b'{"a":1,"c":null}'),
        ({"a": OMIT}, b"{}"),
        ([1, "é"], '[1,"é"]'.encode()),
        ("text", b'"text"'),
        (None, b"null"),
    ],
)
def test_json(
    connect: Connect, server: FaultServer, value: object, want: bytes
) -> None:
    connect().send(method("POST", body=JsonBody()), body=value)
    request = server.requests[0]
    assert request.body == want
    assert request.headers["content-type"] == "application/json"
    assert request.headers["content-length"] == str(len(want))


@pytest.mark.parametrize(
    "value", [{"a": object()}, {"a": "\ud800"}, {"a": {"b": OMIT}}]
)
def test_json_that_cant_be_written(
    connect: Connect, server: FaultServer, value: object
) -> None:
    with pytest.raises(ArgumentError):
        connect().send(method("POST", body=JsonBody()), body=value)
    assert server.requests == []


@pytest.mark.parametrize(
    ("verb", "length"), [("POST", "0"), ("PUT", "0"), ("GET", None), ("DELETE", None)]
)
def test_no_body(
    connect: Connect, server: FaultServer, verb: str, length: str | None
) -> None:
    connect().send(method(verb, body=JsonBody()))
    assert server.requests[0].headers.get("content-length") == length
    assert "content-type" not in server.requests[0].headers


@pytest.mark.parametrize(
    "body",
    [
        JsonBody(required=False),
        FormBody(required=False),
        MultipartBody(required=False),
    ],
)
def test_optional_bodies(connect: Connect, server: FaultServer, body: Body) -> None:
    driver = connect()
    for value in ({"a": OMIT}, {}, OMIT):
        driver.send(method("POST", body=body), body=value)
        assert server.requests[-1].body == b""
        assert server.requests[-1].headers["content-length"] == "0"
        assert "content-type" not in server.requests[-1].headers
    for value in ({"a": None, "b": "1"}, {"b": OMIT, "c": ""}):
        driver.send(method("POST", body=body), body=value)
        assert server.requests[-1].body
        assert "content-type" in server.requests[-1].headers


def test_an_empty_value_is_a_body(connect: Connect, server: FaultServer) -> None:
    for value in (None, [], ""):
        connect().send(method("POST", body=JsonBody(required=False)), body=value)
        assert server.requests[-1].headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("media", "value", "want", "said"),
    [
        ("text/plain", "é", "é".encode(), "text/plain; charset=utf-8"),
        ("text/csv", 7, b"7", "text/csv; charset=utf-8"),
        (
            "text/plain; charset=iso-8859-1",
            "é",
            b"\xe9",
            "text/plain; charset=iso-8859-1",
        ),
        (
            'text/xml; Charset="utf-16-le"',
            "é",
            b"\xe9\x00",
            'text/xml; Charset="utf-16-le"',
        ),
        # Bytes are text already, in whatever charset.
        ("text/csv", b"\xe9", b"\xe9", "text/csv"),
        ("text/csv", io.BytesIO(b"a,b"), b"a,b", "text/csv"),
        ("text/csv", File(b"a", content_type="text/tsv"), b"a", "text/tsv"),
    ],
)
def test_text(media: str, value: object, want: bytes, said: str) -> None:
    content_type, body = TextBody(media).encode(value)
    assert (b"".join([body] if isinstance(body, bytes) else body), content_type) == (
        want,
        said,
    )


@pytest.mark.parametrize(
    ("media", "value"),
    [
        ("text/plain; charset=ascii", "é"),
        ("text/plain; charset=nonsense", "a"),
        ("text/plain", "\ud800"),
        ("text/plain", {"a": 1}),
        ("text/plain", float("nan")),
    ],
)
def test_no_text(media: str, value: object) -> None:
    with pytest.raises(ArgumentError):
        TextBody(media).encode(value)


def test_options_win_over_the_body_s_type(
    connect: Connect, server: FaultServer
) -> None:
    connect().send(
        method("POST", body=JsonBody()),
        body={},
        headers={"content-type": "application/json; v=2"},
    )
    assert server.requests[0].headers["content-type"] == "application/json; v=2"
