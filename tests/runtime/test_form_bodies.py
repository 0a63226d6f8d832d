"""Request bodies of form fields, in every style."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from driver import Driver, method
from fault_server import FaultServer
from sdk_runtime.request.body import FormBody
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]


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
