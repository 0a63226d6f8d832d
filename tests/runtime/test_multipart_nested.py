"""Multipart bodies within parts, and bodies that are lists of parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Driver, method
from fault_server import FaultServer
from multipart_reader import content, headers, inner, parsed
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parts import Part
from sdk_runtime.request.payload import File
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]


NESTED = Encoding(
    content_type="multipart/mixed",
    prefix=(Encoding(content_type="text/html"),),
    items=Encoding(content_type="image/png", headers={"X-In": "1"}),
)


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_multipart_body_within_a_part(
    connect: Connect, server: FaultServer, tmp_path: Path, wrapped: bool
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"PNG")
    value: object = ["<p>é</p>", picture, b"raw"]
    value = Part(value, {"X-Out": "2"}) if wrapped else value
    connect().send(
        method("POST", body=MultipartBody({"mail": NESTED})),
        body={"before": "1", "mail": value, "after": "2"},
    )
    before, mail, after = inner(parsed(server.requests[0]))
    assert (content(before), content(after)) == (b"1", b"2")
    assert mail.get_content_type() == "multipart/mixed"
    assert mail["content-disposition"] == 'form-data; name="mail"'
    assert mail.get("x-out") == ("2" if wrapped else None)
    assert [(headers(one), content(one)) for one in inner(mail)] == [
        ({"content-type": "text/html"}, "<p>é</p>".encode()),
        (
            {
                "x-in": "1",
                "content-disposition": 'attachment; filename="a.png"',
                "content-type": "image/png",
            },
            b"PNG",
        ),
        ({"x-in": "1", "content-type": "image/png"}, b"raw"),
    ]
    # Nothing is held that is a file: its size is known all the same.
    length = server.requests[0].headers["content-length"]
    assert int(length) == len(server.requests[0].body)


def test_a_form_within_a_part(connect: Connect, server: FaultServer) -> None:
    encodings = {
        "form": Encoding(
            content_type="multipart/form-data",
            encodings={"b": Encoding(headers={"X-B": "1"})},
        )
    }
    value = {"form": {"a": 1, "b": {"c": [True]}, "none": None}}
    connect().send(method("POST", body=MultipartBody(encodings)), body=value)
    (form,) = inner(parsed(server.requests[0]))
    assert form.get_content_type() == "multipart/form-data"
    assert [(headers(one), content(one)) for one in inner(form)] == [
        ({"content-disposition": 'form-data; name="a"'}, b"1"),
        (
            {
                "x-b": "1",
                "content-disposition": 'form-data; name="b"',
                "content-type": "application/json",
            },
            b'{"c":[true]}',
        ),
    ]


@pytest.mark.parametrize("kind", ["multipart/mixed", "multipart/related; type=a/b"])
def test_a_list_of_parts(connect: Connect, server: FaultServer, kind: str) -> None:
    body = MultipartBody(
        content_type=kind,
        prefix=(Encoding(content_type="application/json"),),
        items=Encoding(content_type="image/png, image/jpeg", headers={"X-In": "1"}),
    )
    value = ["meta", File(b"1", content_type="image/jpeg"), Part("2", {"X-In": "2"})]
    connect().send(method("POST", body=body), body=value)
    message = parsed(server.requests[0])
    assert message.get_content_type() == kind.partition(";")[0]
    assert [(headers(one), content(one)) for one in inner(message)] == [
        ({"content-type": "application/json"}, b'"meta"'),
        ({"x-in": "1", "content-type": "image/jpeg"}, b"1"),
        ({"x-in": "2", "content-type": "image/png"}, b"2"),
    ]
