"""A recorded body is read by what the document says, and what departs from it is named."""

from __future__ import annotations

from typing import Any

import pytest

from tests.judge.source.original import Tree
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.arrival import fault
from tests.judge.wire.request.bodies import Body, Field
from tests.judge.wire.request.inputs import Arguments, Request
from tests.judge.wire.request.parameters import PLACES


def test_a_body_that_nobody_gave_is_a_fault() -> None:
    request = Request(method="GET", path="/")
    given: dict[str, Any] = {place: {} for place in PLACES}
    received = Received("GET", "/", (), b"{}")
    assert fault(request, Arguments(given=given), received) == "there is a body, b'{}'"


def read_body(body: Body, value: Tree, content: bytes, content_type: str = "") -> str:
    """The fault of a request that is a body alone."""
    request = Request(method="POST", path="/", body=body)
    given: dict[str, Any] = {place: {} for place in PLACES}
    headers = (("content-type", content_type or body.media_type),)
    received = Received("POST", "/", headers, content)
    return fault(request, Arguments(given={**given, "body": value}), received)


@pytest.mark.parametrize(
    ("content", "want"),
    [
        (b"a=1&a=2&o=%7B%22p%22%3A1%7D&deep%5Bq%5D=x", ""),
        (b"a=1&a=2&o[p]=1&deep%5Bq%5D=x", "body: 'o' didn't arrive, {'p': 1}"),
        (b"a=1&o=%7B%22p%22%3A1%7D&deep%5Bq%5D=x", "body: 'a': [1, 2] arrived as"),
        (b"a=1&a=2&o=%7B%22p%22%3A1%7D&deep%5Bq%5D=x&z=1", "body: the form also has z"),
    ],
)
def test_forms(content: bytes, want: str) -> None:
    form = Body(
        media_type="application/x-www-form-urlencoded",
        sort="form",
        fields={"deep": Field(style="deepObject")},
    )
    value = {"a": [1, 2], "o": {"p": 1}, "deep": {"q": "x"}}
    found = read_body(form, value, content)
    assert found.startswith(want)
    assert bool(found) is bool(want)


PARTS = {
    'a "name"': 'Content-Disposition: form-data; name="a %22name%22"\r\n\r\n1',
    "text": 'Content-Disposition: form-data; name="text"\r\n\r\nü',
    "file": 'Content-Disposition: form-data; name="file"; filename="f"\r\n'
    "Content-Type: image/png\r\n\r\n\x00\r\n",
    "object": 'Content-Disposition: form-data; name="object"\r\n'
    'Content-Type: application/json\r\n\r\n{"a": 1}',
}


@pytest.mark.parametrize(
    ("changed", "want"),
    [
        ({}, ""),
        ({"text": PARTS["text"] + "!"}, "body: 'text': 'ü' arrived as 'ü!'"),
        ({"text": ""}, "body: 'text': 1 values arrived as 0 parts"),
        (
            {"more": PARTS["text"].replace("text", "more")},
            "body: the form also has more",
        ),
        (
            {"file": PARTS["file"].replace('; filename="f"', "")},
            "body: 'file': a file without a name",
        ),
        (
            {"file": PARTS["file"].replace("\x00\r\n", "\x00\n")},
            "body: 'file': b'\\x00\\r\\n' arrived as b'\\x00\\n'",
        ),
        (
            {"file": PARTS["file"].replace("image/png", "text/plain")},
            "body: 'file': image/* is sent as text/plain",
        ),
        (
            {"object": PARTS["object"].replace("application/json", "text/plain")},
            "body: 'object': an object is sent as text/plain",
        ),
    ],
)
def test_multipart_forms(changed: dict[str, str], want: str) -> None:
    body = Body(
        media_type="multipart/form-data",
        sort="multipart",
        fields={"file": Field(media_type="image/*", is_file=True)},
    )
    parts = [part for part in {**PARTS, **changed}.values() if part]
    content = "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n"
    value = {'a "name"': 1, "text": "ü", "file": b"\x00\r\n", "object": {"a": 1}}
    kind = "multipart/form-data; boundary=b"
    assert read_body(body, value, content.encode(), kind) == want


def test_a_file_has_no_style() -> None:
    fields = {"a": Field(style="form", explode=True, is_file=True)}
    body = Body(media_type="multipart/form-data", sort="multipart", fields=fields)
    head = 'Content-Disposition: form-data; name="a"; filename="b"'
    content = f"--b\r\n{head}\r\n\r\n\x00\r\n--b--\r\n".encode()
    kind = f"{body.media_type}; boundary=b"
    assert read_body(body, {"a": b"\x00"}, content, kind) == ""


@pytest.mark.parametrize(
    ("style", "explode", "value", "parts", "want"),
    [
        ("form", True, {"x": "a&b", "y": 1}, {"x": "a&b", "y": "1"}, ""),
        ("form", True, {}, {}, ""),
        ("form", True, {"x": 1}, {"a": '{"x": 1}'}, "'x' didn't arrive, 1"),
        ("form", False, {"x": "a=b"}, {"a": "x,a=b"}, ""),
        ("form", False, ["x", "%"], {"a": "x,%"}, ""),
        ("spaceDelimited", False, ["x", "y"], {"a": "x y"}, ""),
        ("pipeDelimited", False, ["x", "y"], {"a": "x|y"}, ""),
        ("deepObject", True, {"x": 1}, {"a[x]": "1"}, ""),
        ("deepObject", True, {"x": 1}, {"x": "1"}, "'a[x]' didn't arrive, 1"),
    ],
)
def test_parts_in_a_style(
    style: str, explode: bool, value: Tree, parts: dict[str, str], want: str
) -> None:
    fields = {"a": Field(style=style, explode=explode)}
    body = Body(media_type="multipart/form-data", sort="multipart", fields=fields)
    head = 'Content-Disposition: form-data; name="{}"'
    content = "".join(
        f"--b\r\n{head.format(name)}\r\n\r\n{text}\r\n" for name, text in parts.items()
    )
    found = read_body(
        body,
        {"a": value},
        f"{content}--b--\r\n".encode(),
        f"{body.media_type}; boundary=b",
    )
    assert found == (want and f"body: {want}")


@pytest.mark.parametrize(
    ("body", "value", "content", "content_type", "want"),
    [
        (
            Body(media_type="text/plain", sort="text"),
            "ü",
            "ü".encode(),
            "text/plain; charset=utf-8",
            "",
        ),
        (
            Body(media_type="text/plain", sort="text"),
            "a",
            b"b",
            "",
            "body: 'a' arrived as b'b'",
        ),
        (Body(media_type="image/*", sort="bytes"), b"\xff", b"\xff", "image/png", ""),
        (
            Body(media_type="image/*", sort="bytes"),
            b"\xff",
            b"\xff",
            "application/octet-stream",
            "",
        ),
        (
            Body(media_type="image/png", sort="bytes"),
            b"\xff",
            b"\xff",
            "application/octet-stream",
            "a body of image/png is sent as application/octet-stream",
        ),
        (
            Body(media_type="image/*", sort="bytes"),
            b"\xff",
            b"\xff",
            "text/plain",
            "a body of image/* is sent as text/plain",
        ),
        (Body(media_type="*/*", sort="bytes"), b"\xff", b"\xff", "text/plain", ""),
        (
            Body(media_type="*/*", sort="bytes"),
            b"\xff",
            b"",
            "text/plain",
            "body: b'\\xff' arrived as b''",
        ),
    ],
)
def test_texts_and_bytes(
    body: Body, value: Tree, content: bytes, content_type: str, want: str
) -> None:
    assert read_body(body, value, content, content_type) == want
