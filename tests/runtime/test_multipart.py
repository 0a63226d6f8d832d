"""Multipart bodies as wholes, read back by the standard library's parser."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driver import Driver, method
from fault_server import FaultServer
from multipart_reader import Sent, parts, send
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.payload import File
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]


def chunks() -> Iterator[bytes]:
    yield b"ab"
    yield b"cd"


def test_multipart(connect: Connect, server: FaultServer, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"PNG")
    body = {
        "text": "é",
        "number": 3,
        "object": {"a": 1},
        "left_out": OMIT,
        "path": path,
        "bytes": b"raw",
        "stream": io.BytesIO(b"stream"),
        "many": [b"1", File(b"2", "two.txt")],
        "tuple": ("three.csv", b"3", "text/csv"),
        "named": File(chunks(), 'a"b\r\n.bin', headers={"X-Extra": "1"}),
    }
    encodings = {"object": Encoding(content_type="application/vnd.a+json")}
    connect().send(method("POST", body=MultipartBody(encodings)), body=body)
    head = 'form-data; name="{}"; filename="{}"'
    octets = "application/octet-stream"

    def file(name: str, filename: str, media: str) -> dict[str, str]:
        return {
            "content-disposition": head.format(name, filename),
            "content-type": media,
        }

    assert parts(server.requests[0]) == [
        ({"content-disposition": 'form-data; name="text"'}, "é".encode()),
        ({"content-disposition": 'form-data; name="number"'}, b"3"),
        (
            {
                "content-disposition": 'form-data; name="object"',
                "content-type": "application/vnd.a+json",
            },
            b'{"a":1}',
        ),
        (file("path", "photo.png", "image/png"), b"PNG"),
        (file("bytes", "upload", octets), b"raw"),
        (file("stream", "upload", octets), b"stream"),
        (file("many", "upload", octets), b"1"),
        (file("many", "two.txt", "text/plain"), b"2"),
        (file("tuple", "three.csv", "text/csv"), b"3"),
        ({**file("named", "a%22b%0D%0A.bin", octets), "x-extra": "1"}, b"abcd"),
    ]


def test_multipart_in_memory_says_its_length(
    connect: Connect, server: FaultServer
) -> None:
    connect().send(method("POST", body=MultipartBody()), body={"a": b"1", "b": "2"})
    request = server.requests[0]
    assert request.headers["content-length"] == str(len(request.body))


def test_multipart_with_styles(connect: Connect, server: FaultServer) -> None:
    encodings = {
        "deep": Encoding(style="deepObject", explode=True),
        "joined": Encoding(style="spaceDelimited"),
        "spread": Encoding(explode=True),
        "file": Encoding(style="deepObject", explode=True),
    }
    body = {
        "deep": {"a b": [{"c": "=é&"}], "none": None},
        "joined": ["x y", 2],
        "spread": ["1", {"a": 1}],
        "file": b"raw",
    }
    connect().send(method("POST", body=MultipartBody(encodings)), body=body)
    found = [
        (head["content-disposition"], content)
        for head, content in parts(server.requests[0])
    ]
    assert found == [
        ('form-data; name="deep[a b][0][c]"', "=é&".encode()),
        ('form-data; name="joined"', b"x y 2"),
        ('form-data; name="spread"', b"1"),
        ('form-data; name="spread"', b'{"a":1}'),
        ('form-data; name="file"; filename="upload"', b"raw"),
    ]


def test_multipart_mixed(connect: Connect, server: FaultServer) -> None:
    body = MultipartBody(content_type="multipart/mixed")
    connect().send(method("POST", body=body), body=[{"a": 1}, "x"])
    assert parts(server.requests[0]) == [
        ({"content-type": "application/json"}, b'{"a":1}'),
        ({}, b"x"),
    ]


@pytest.mark.parametrize("value", [3, "text", {"a": ("x",)}, {"a": ("x", 2)}])
def test_no_form(value: object) -> None:
    with pytest.raises(ArgumentError):
        MultipartBody().encode(value)


def test_a_form_in_the_order_of_its_fields(
    connect: Connect, server: FaultServer
) -> None:
    body = MultipartBody(prefix=(Encoding(headers={"X-First": "1"}),))
    value = [{"a": "1"}, {"b": b"2"}, {"a": {"c": 3}}]
    assert send(connect, server, body, value) == [
        Sent("a", {"x-first": "1"}, b"1"),
        Sent("b", {"content-type": "application/octet-stream"}, b"2"),
        Sent("a", {"content-type": "application/json"}, b'{"c":3}'),
    ]


def test_files_that_are_streams(connect: Connect, server: FaultServer) -> None:
    octets = {"content-type": "application/octet-stream"}
    assert send(connect, server, MultipartBody(), {"a": chunks()}) == [
        Sent("a", octets, b"abcd")
    ]
    assert server.requests[0].headers["transfer-encoding"] == "chunked"
