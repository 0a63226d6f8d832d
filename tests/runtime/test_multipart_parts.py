"""Parts of multipart bodies: their headers, their media types, and those that can't be written."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable

import pytest
from driver import Driver
from fault_server import FaultServer
from multipart_reader import Sent, send
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parts import Part
from sdk_runtime.request.payload import File
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]

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
            Encoding(),
            Part(File(b"1", "a.txt", headers={"X-A": 1.5}), {"X-B": 5, "X-C": True}),
            [
                (
                    {
                        "content-type": "text/plain",
                        "x-a": "1.5",
                        "x-b": "5",
                        "x-c": "true",
                    },
                    b"1",
                )
            ],
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
