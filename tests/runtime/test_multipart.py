"""Multipart bodies, read back by the standard library's parser."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from driver import Driver, method
from fault_server import FaultServer
from multipart_reader import content, headers, inner, parsed, parts
from sdk_runtime.errors import ArgumentError
from sdk_runtime.form import Encoding
from sdk_runtime.multipart import MultipartBody
from sdk_runtime.options import OMIT
from sdk_runtime.parts import Part
from sdk_runtime.payload import File

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


@pytest.mark.parametrize("value", [3, "text", {"a": ("x",)}, {"a": (1, 2)}])
def test_no_form(value: object) -> None:
    with pytest.raises(ArgumentError):
        MultipartBody().encode(value)


class Sent(NamedTuple):
    """What came of a part: its headers beside Content-Disposition, and its content."""

    name: str
    headers: dict[str, str]
    content: bytes


def send(
    connect: Connect, server: FaultServer, body: MultipartBody, value: object
) -> list[Sent]:
    connect().send(method("POST", body=body), body=value)
    found = []
    for part in inner(parsed(server.requests[-1])):
        said = headers(part)
        said.pop("content-disposition", None)
        name = str(part.get_param("name", "", "content-disposition"))
        found.append(Sent(name, said, content(part)))
    return found


FIXED = {"X-Version": "7", "X-Kind": "note"}


@pytest.mark.parametrize(
    ("encoding", "value", "want"),
    [
        # What the description fixes goes with every part.
        (Encoding(headers=FIXED), "a", [({"x-version": "7", "x-kind": "note"}, b"a")]),
        (
            Encoding(headers=FIXED),
            [{"b": 1}, "c"],
            [
                (
                    {
                        "x-version": "7",
                        "x-kind": "note",
                        "content-type": "application/json",
                    },
                    b'{"b":1}',
                ),
                ({"x-version": "7", "x-kind": "note"}, b"c"),
            ],
        ),
        # What the caller gives wins over it, whatever its case.
        (
            Encoding(headers=FIXED),
            Part("a", {"x-VERSION": "8", "X-Own": "o"}),
            [({"x-version": "8", "x-kind": "note", "x-own": "o"}, b"a")],
        ),
        (
            Encoding(content_type="text/csv"),
            Part("a,b", content_type="text/tab-separated-values"),
            [({"content-type": "text/tab-separated-values"}, b"a,b")],
        ),
        (
            Encoding(headers={"X-Version": "7"}),
            File(b"1", "a.txt", headers={"X-Own": "f"}),
            [({"x-version": "7", "content-type": "text/plain", "x-own": "f"}, b"1")],
        ),
        (
            Encoding(headers=FIXED),
            Part(File(b"1", "a.txt", headers={"X-Own": "f"}), {"X-Own": "p"}),
            [
                (
                    {
                        "x-version": "7",
                        "x-kind": "note",
                        "content-type": "text/plain",
                        "x-own": "p",
                    },
                    b"1",
                )
            ],
        ),
        # Each item of a list has a part, and may have headers of its own.
        (
            Encoding(),
            [Part("a", {"X-N": "1"}), None, Part("b", {"X-N": "2"}), "c"],
            [({"x-n": "1"}, b"a"), ({"x-n": "2"}, b"b"), ({}, b"c")],
        ),
        # Of several media types the value decides.
        (
            Encoding(content_type="application/xml, application/json"),
            {"b": 1},
            [({"content-type": "application/json"}, b'{"b":1}')],
        ),
        (
            Encoding(content_type="text/*, text/csv"),
            "a",
            [({"content-type": "text/csv"}, b"a")],
        ),
        (Encoding(content_type="image/*"), "a", [({}, b"a")]),
        (
            Encoding(content_type="*/*"),
            {"b": 1},
            [({"content-type": "application/json"}, b'{"b":1}')],
        ),
        (
            Encoding(content_type="application/json"),
            "text",
            [({"content-type": "application/json"}, b'"text"')],
        ),
        (
            Encoding(content_type="text/plain; charset=iso-8859-1"),
            "é",
            [({"content-type": "text/plain; charset=iso-8859-1"}, b"\xe9")],
        ),
        (
            Encoding(content_type="application/x-www-form-urlencoded"),
            {"a": "x y", "b": [1, 2]},
            [({"content-type": "application/x-www-form-urlencoded"}, b"a=x+y&b=1&b=2")],
        ),
        # Encoded bytes are text, not a file.
        (Encoding(base64=True), b"\xff\x00", [({}, base64.b64encode(b"\xff\x00"))]),
        (Encoding(base64=True), [b"1", b"2"], [({}, b"MQ=="), ({}, b"Mg==")]),
        (Encoding(base64=True), "MQ==", [({}, b"MQ==")]),
        (Encoding(base64=True), lambda: io.BytesIO(b"12"), [({}, b"MTI=")]),
    ],
)
def test_what_a_part_is_headed_with(
    connect: Connect,
    server: FaultServer,
    encoding: Encoding,
    value: object,
    want: list[tuple[dict[str, str], bytes]],
) -> None:
    given = value() if callable(value) else value
    found = send(connect, server, MultipartBody({"a": encoding}), {"a": given})
    assert found == [Sent("a", said, data) for said, data in want]


@pytest.mark.parametrize(
    ("encoding", "value"),
    [
        (Encoding(content_type="application/xml"), {"a": 1}),
        (Encoding(content_type="text/plain"), [{"a": 1}]),
        (Encoding(content_type="text/plain; charset=latin-1"), "€"),
        (Encoding(content_type="text/plain; charset=nonsense"), "a"),
        (Encoding(), Part("a", {"X": "1\r\nX-Evil: 2"})),
        (Encoding(), Part("a", {"X\r\n": "1"})),
        (Encoding(), Part("a", content_type="a/b\r\nX-Evil: 2")),
        (Encoding(headers={"X": "1\n2"}), "a"),
        (Encoding(), File(b"", headers={"X": "1\r2"})),
        (Encoding(), object()),
        (Encoding(content_type="multipart/mixed"), [object()]),
    ],
)
def test_parts_that_cant_be_written(encoding: Encoding, value: object) -> None:
    with pytest.raises(ArgumentError):
        MultipartBody({"a": encoding}).encode({"a": value})


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


@pytest.mark.parametrize(
    ("declared", "name", "want"),
    [
        ("image/png", "a.gif", "image/png"),
        ("image/png, image/gif", "a.gif", "image/gif"),
        ("image/png, image/gif", "a", "image/png"),
        ("image/*, image/gif", "a", "image/gif"),
        ("image/*", "a", "application/octet-stream"),
        ("", "a.gif", "image/gif"),
    ],
)
def test_the_media_type_of_a_file(
    connect: Connect, server: FaultServer, declared: str, name: str, want: str
) -> None:
    body = MultipartBody({"a": Encoding(content_type=declared)})
    (sent,) = send(connect, server, body, {"a": File(b"1", name)})
    assert sent.headers["content-type"] == want


def test_files_that_are_streams(connect: Connect, server: FaultServer) -> None:
    octets = {"content-type": "application/octet-stream"}
    assert send(connect, server, MultipartBody(), {"a": chunks()}) == [
        Sent("a", octets, b"abcd")
    ]
    assert server.requests[0].headers["transfer-encoding"] == "chunked"
