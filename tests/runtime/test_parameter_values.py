"""Values of parameters: how each kind is written, and which are refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from uuid import UUID

import msgspec
import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.json_limits import DEEPEST
from sdk_runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from sdk_runtime.request.scalars import encode_json


class Color(Enum):
    BLUE = "blue"
    ONE = 1


class Portion(Enum):
    ALL = 1.0


class Moment(datetime):
    """A library's own class of moments."""


class Shade(msgspec.Struct):
    r: int
    name: str | None = None


def test_a_mapping_is_an_object() -> None:
    value = MappingProxyType({"a": MappingProxyType({"b": 1})})
    assert QueryParameter("q", "deepObject").write(value) == ["q%5Ba%5D%5Bb%5D=1"]
    assert encode_json(value) == b'{"a":{"b":1}}'


def test_as_deep_as_may_be() -> None:
    value: object = "x"
    for _ in range(DEEPEST):
        value = {"a": value}
    (member,) = QueryParameter("q", "deepObject").write(value)
    assert member == "q" + "%5Ba%5D" * DEEPEST + "=x"


def test_nested_values_outside_of_the_query() -> None:
    nested = {"a": [1, {"b": "é/"}]}
    encoded = "%5B1%2C%7B%22b%22%3A%22%C3%A9%2F%22%7D%5D"
    assert PathParameter("p").write(nested) == f"a,{encoded}"
    assert CookieParameter("c", "form", False).write(nested) == f"c=a,{encoded}"
    assert CookieParameter("c", "cookie", True).write(nested["a"]) == (
        "c=1; c=%7B%22b%22%3A%22%C3%A9%2F%22%7D"
    )
    assert HeaderParameter("h").write(nested) == (
        b"h",
        'a,[1,{"b":"é/"}]'.encode(),
    )


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (10**30, str(10**30)),
        (1.5, "1.5"),
        (373.0, "373"),
        (-373.0, "-373"),
        (-0.0, "0"),
        (1e20, "1" + "0" * 20),
        (1e21, "1e21"),
        (-1e300, "-1e300"),
        (2.0**53, "9007199254740992"),
        (1e-7, "1e-7"),
        (0.1 + 0.2, "0.30000000000000004"),
        (Decimal("373.0"), "373.0"),
        (Portion.ALL, "1"),
        (Color.BLUE, "blue"),
        (Color.ONE, "1"),
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1, 12, tzinfo=UTC), "2024-05-01T12%3A00%3A00Z"),
        (Moment(2024, 5, 1, 12, tzinfo=UTC), "2024-05-01T12%3A00%3A00Z"),
        (time(12, tzinfo=UTC), "12%3A00%3A00Z"),
        (timedelta(hours=36), "P1DT43200S"),
        (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (Decimal("1.50"), "1.50"),
        ("a b&c=d+e", "a%20b%26c%3Dd%2Be"),
        ("é/ü", "%C3%A9%2F%C3%BC"),
    ],
)
def test_scalars(value: object, want: str) -> None:
    assert QueryParameter("x").write(value) == [f"x={want}"]


def test_models_are_objects() -> None:
    assert QueryParameter("x").write(Shade(1, "a")) == ["r=1", "name=a"]


def test_reserved_characters_stay_but_no_other_parameter_begins() -> None:
    parameter = QueryParameter("x", allow_reserved=True)
    assert parameter.write("/a?b:c,%2F d&e=f#g+h") == ["x=/a?b:c,%2F%20d%26e=f%23g%2Bh"]


def test_names_are_encoded() -> None:
    assert QueryParameter("a[b]&c").write(1) == ["a%5Bb%5D%26c=1"]


@pytest.mark.parametrize(
    "value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\x7f", ["a", "b\n"], "\ud800"]
)
def test_header_values_begin_no_other_header(value: object) -> None:
    with pytest.raises(ArgumentError):
        HeaderParameter("X-Color").write(value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "é"])
def test_header_names(name: str) -> None:
    with pytest.raises(ArgumentError):
        HeaderParameter(name).write("x")


@pytest.mark.parametrize("value", ["a;b", "a b", "a\r\nb", 'a"b', "é"])
def test_cookies_hold_no_other_cookie(value: str) -> None:
    with pytest.raises(ArgumentError):
        CookieParameter("color", "cookie").write(value)


@pytest.mark.parametrize(
    "value",
    [float("nan"), [float("inf")], object(), b"\xff", "\ud800", {"a": ["\ud800"]}],
)
def test_values_without_a_form(value: object) -> None:
    parameter = QueryParameter("q", explode=False)
    if value == b"\xff":
        assert parameter.write(value) == ["q=%2Fw%3D%3D"]
        return
    with pytest.raises(ArgumentError):
        parameter.write(value)
