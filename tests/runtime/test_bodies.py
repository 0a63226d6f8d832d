"""Request bodies as they go over the wire."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from driver import Driver, FakeTime, method
from fault_server import FaultServer, reply
from sdk_runtime.body import (
    Body,
    BytesBody,
    FormBody,
    JsonBody,
    TextBody,
)
from sdk_runtime.errors import APIStatusError, ArgumentError
from sdk_runtime.form import Encoding
from sdk_runtime.multipart import MultipartBody
from sdk_runtime.options import OMIT
from sdk_runtime.payload import File

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
    ("encodings", "value", "want"),
    [
        ({}, {"a": "x y&z", "b": 1, "c": True}, "a=x+y%26z&b=1&c=true"),
        ({}, {"a": [1, 2], "b": OMIT, "c": None}, "a=1&a=2"),
        ({}, {"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D"),
        (
            {"a": Encoding(style="deepObject", explode=True)},
            {"a": {"b": 1}},
            "a%5Bb%5D=1",
        ),
        (
            {"a": Encoding(style="deepObject", explode=True)},
            {"a": {"b": [{"c": "x y"}, {"c": 2}], "d": {"e": [True]}}},
            "a%5Bb%5D%5B0%5D%5Bc%5D=x+y&a%5Bb%5D%5B1%5D%5Bc%5D=2"
            "&a%5Bd%5D%5Be%5D%5B0%5D=true",
        ),
        (
            {"a": Encoding(style="deepObject", explode=True)},
            {"a": ["x", "y"]},
            "a%5B0%5D=x&a%5B1%5D=y",
        ),
        ({}, {"a": [{"b": [1]}, [2]]}, "a=%7B%22b%22%3A%5B1%5D%7D&a=%5B2%5D"),
        ({"a": Encoding(explode=True)}, {"a": {"b": {"c": 1}}}, "b=%7B%22c%22%3A1%7D"),
        ({"a": Encoding(style="form", explode=False)}, {"a": [1, 2]}, "a=1,2"),
        ({"a": Encoding(style="spaceDelimited")}, {"a": [1, 2]}, "a=1%202"),
        (
            {"a": Encoding(content_type="application/json")},
            {"a": [1, 2]},
            "a=%5B1%2C2%5D",
        ),
        ({"a": Encoding(allow_reserved=True)}, {"a": "/x?y"}, "a=/x?y"),
    ],
)
def test_forms(
    connect: Connect,
    server: FaultServer,
    encodings: dict[str, Encoding],
    value: object,
    want: str,
) -> None:
    connect().send(method("POST", body=FormBody(encodings)), body=value)
    assert server.requests[0].body.decode() == want
    media = server.requests[0].headers["content-type"]
    assert media == "application/x-www-form-urlencoded"


def test_text_is_a_form_already(connect: Connect, server: FaultServer) -> None:
    connect().send(method("POST", body=FormBody()), body="a=%20&b")
    assert server.requests[0].body == b"a=%20&b"
    media = server.requests[0].headers["content-type"]
    assert media == "application/x-www-form-urlencoded"


def test_forms_read_back(connect: Connect, server: FaultServer) -> None:
    connect().send(method("POST", body=FormBody()), body={"é&=": "+ %", "n": "\n"})
    fields = parse_qs(server.requests[0].body.decode(), strict_parsing=True)
    assert fields == {"é&=": ["+ %"], "n": ["\n"]}


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


def chunks() -> Iterator[bytes]:
    yield b"ab"
    yield b"cd"


class Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("content", "length"),
    [
        (b"abcd", "4"),
        (bytearray(b"abcd"), "4"),
        (memoryview(b"abcd"), "4"),
        ("abcd", "4"),
        (lambda: io.BytesIO(b"abcd"), "4"),
        (lambda: Unseekable(b"abcd"), None),
        ([b"ab", b"cd"], None),
        (chunks, None),
    ],
)
def test_bytes(
    connect: Connect, server: FaultServer, content: Any, length: str | None
) -> None:
    content = content() if callable(content) else content
    connect().send(method("POST", body=BytesBody()), body=content)
    request = server.requests[0]
    assert request.body == b"abcd"
    assert request.headers.get("content-length") == length
    assert request.headers.get("transfer-encoding") == (None if length else "chunked")


def test_a_path_is_read_while_it_is_sent(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(b"x" * 300_000)
    connect().send(method("PUT", body=BytesBody("image/png")), body=file)
    assert server.requests[0].body == b"x" * 300_000
    assert server.requests[0].headers["content-length"] == "300000"
    assert server.requests[0].headers["content-type"] == "image/png"


def test_an_open_file_is_sent_from_where_it_stands(
    connect: Connect, server: FaultServer
) -> None:
    file = io.BytesIO(b"0123456789")
    file.seek(4)
    server.then(reply(503), reply())
    connect(max_retries=1, time=FakeTime()).send(
        method("PUT", body=BytesBody()), body=file
    )
    assert [request.body for request in server.requests] == [b"456789", b"456789"]


def test_a_stream_is_sent_once(connect: Connect, server: FaultServer) -> None:
    server.default = reply(503)
    with pytest.raises(APIStatusError):
        connect().send(method("PUT", body=BytesBody()), body=chunks())
    assert len(server.requests) == 1


def test_asynchronous_streams(server: FaultServer) -> None:
    async def content() -> AsyncIterator[bytes]:
        yield b"ab"
        yield b"cd"

    driver = Driver(True, base_url=server.url)
    driver.send(method("POST", body=BytesBody()), body=content())
    driver.finish()
    assert server.requests[0].body == b"abcd"
    driver = Driver(False, base_url=server.url)
    with pytest.raises(ArgumentError):
        driver.send(method("POST", body=BytesBody()), body=content())
    driver.finish()


@pytest.mark.parametrize(
    ("media", "content", "want"),
    [
        ("image/png", File(b"1", "a.jpg"), "image/png"),
        ("image/png", File(b"1", content_type="image/gif"), "image/gif"),
        ("image/*", File(b"1", "a.jpg"), "image/jpeg"),
        ("*/*", Path(__file__), "text/x-python"),
        ("*/*", b"1", "application/octet-stream"),
        ("application/*", File(b"{}", "a.json"), "application/json"),
    ],
)
def test_the_media_type_of_bytes(media: str, content: object, want: str) -> None:
    assert BytesBody(media).encode(content)[0] == want


@pytest.mark.parametrize("content", [3, None, {"a": 1}, Path("/no/such/file")])
def test_no_content(content: object) -> None:
    with pytest.raises(ArgumentError):
        BytesBody().encode(content)


def test_options_win_over_the_body_s_type(
    connect: Connect, server: FaultServer
) -> None:
    connect().send(
        method("POST", body=JsonBody()),
        body={},
        headers={"content-type": "application/json; v=2"},
    )
    assert server.requests[0].headers["content-type"] == "application/json; v=2"
