"""A float without a fraction is written without one wherever text carries it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from driver import Driver, method
from fault_server import FaultServer
from hypothesis import given
from hypothesis import strategies as st
from multipart_reader import parts
from sdk_runtime.request.body import FormBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from sdk_runtime.request.scalars import text
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]

WHOLE = 373.0
LIST = [WHOLE, 1.5]


@pytest.mark.parametrize(
    ("written", "want"),
    [
        (PathParameter("id").write(WHOLE), "373"),
        (PathParameter("id", "label", True).write(LIST), ".373.1.5"),
        (PathParameter("id", "matrix").write({"a": WHOLE}), ";id=a,373"),
        (QueryParameter("id").write(WHOLE), ["id=373"]),
        (QueryParameter("id").write(LIST), ["id=373", "id=1.5"]),
        (
            QueryParameter("id", "deepObject").write({"a": LIST})[0],
            "id%5Ba%5D%5B0%5D=373",
        ),
        (HeaderParameter("Id").write(WHOLE), (b"id", b"373")),
        (HeaderParameter("Id").write(LIST), (b"id", b"373,1.5")),
        (CookieParameter("id", "form", True).write(WHOLE), "id=373"),
    ],
)
def test_in_parameters(written: object, want: object) -> None:
    if isinstance(written, tuple) and isinstance(want, tuple):
        written = (written[0].lower(), written[1])
    assert written == want


def test_in_forms(connect: Connect, server: FaultServer) -> None:
    body = FormBody({"c": Encoding(style="deepObject", explode=True)})
    connect().send(
        method("POST", body=body), body={"a": WHOLE, "b": LIST, "c": {"d": WHOLE}}
    )
    assert server.requests[0].body == b"a=373&b=373&b=1.5&c%5Bd%5D=373"


def test_in_parts(connect: Connect, server: FaultServer) -> None:
    connect().send(method("POST", body=MultipartBody({})), body={"a": WHOLE, "b": LIST})
    assert [content for _, content in parts(server.requests[0])] == [
        b"373",
        b"373",
        b"1.5",
    ]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_is_lost(value: float) -> None:
    shown = text(value)
    assert float(shown) == value
    assert not (value.is_integer() and "." in shown and "e" not in shown)


@given(st.integers())
def test_nor_of_whole_numbers(value: int) -> None:
    assert text(value) == str(value)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_written_as_it_is(value: Decimal) -> None:
    assert text(value) == str(value)
