"""Bodies of several kinds: which one is sent, and how a caller chooses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Driver, method
from fault_server import FaultServer
from multipart_reader import inner, parsed
from sdk_runtime.request.body import EitherBody, FormBody, JsonBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parts import Part
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]


EITHER = EitherBody(
    JsonBody(),
    FormBody(),
    MultipartBody({"key": Encoding(base64=True)}),
)


@pytest.mark.parametrize(
    ("value", "asked", "want"),
    [
        ({"a": "1"}, "", "application/json"),
        ({"a": "1", "key": b"1"}, "", "application/json"),
        ({"a": b"1"}, "", "multipart/form-data"),
        ({"a": [b"1"], "b": OMIT}, "", "multipart/form-data"),
        ({"a": Part("1")}, "", "multipart/form-data"),
        ({"a": ("n", b"1")}, "", "multipart/form-data"),
        ({"a": "1"}, "multipart/form-data", "multipart/form-data"),
        (
            {"a": "1"},
            "application/x-www-form-urlencoded; charset=utf-8",
            "application/x-www-form-urlencoded; charset=utf-8",
        ),
        ({"a": b"1"}, "application/json; v=2", "application/json; v=2"),
        ([1], "", "application/json"),
        ({"a": "1"}, "application/vnd.own+json", "application/vnd.own+json"),
    ],
)
def test_one_of_several_kinds(
    connect: Connect, server: FaultServer, value: object, asked: str, want: str
) -> None:
    given = {"headers": {"Content-Type": asked}} if asked else {}
    connect().send(method("POST", body=EITHER), body=value, **given)
    request = server.requests[0]
    said = request.headers["content-type"]
    if want == "multipart/form-data":
        assert said.startswith(f"{want}; boundary=")
        assert inner(parsed(request))
    else:
        assert said == want
        assert request.body[:1] == (
            b"a" if "urlencoded" in want else value_start(value)
        )


def value_start(value: object) -> bytes:
    return b"[" if isinstance(value, list) else b"{"


def test_an_optional_body_of_several_kinds(
    connect: Connect, server: FaultServer
) -> None:
    body = EitherBody(JsonBody(), MultipartBody(), required=False)
    connect().send(method("POST", body=body), body={"a": OMIT})
    assert (server.requests[0].body, "content-type" in server.requests[0].headers) == (
        b"",
        False,
    )
