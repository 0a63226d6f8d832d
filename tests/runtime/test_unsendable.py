"""Values that would be changed on the way: refused with their place, before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from math import inf, nan
from types import MappingProxyType
from typing import Any

import msgspec
import pytest
from driver import Driver, method
from fault_server import FaultServer
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.model import Model, OpenModel
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.body import Body, FormBody, JsonBody, JsonLinesBody, TextBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parameters import (
    ContentParameter,
    CookieParameter,
    HeaderParameter,
    Parameter,
    PathParameter,
    QueryParameter,
    QueryString,
)
from sdk_runtime.request.parts import Part
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]

NAIVE = datetime(2024, 5, 1, 12)
HALF = "a\ud800"


class Ratio(Enum):
    NONE = nan


class Circle(Model, kw_only=True):
    radius: float = msgspec.field(name="r")
    born: datetime | None = None


class Settings(OpenModel):
    name: str
    additional: dict[str, Any]


@dataclass
class Pair:
    left: float
    right: list[float] = field(default_factory=list)


def refused(error: pytest.ExceptionInfo[ArgumentError], member: str) -> None:
    assert error.value.member == member
    assert str(error.value).startswith(f"{member}: " if member else "")


VALUES = [
    ({"price": nan}, "price"),
    ({"price": inf, "other": None}, "price"),
    ({"price": -inf}, "price"),
    ({"price": Decimal("NaN")}, "price"),
    ({"price": Decimal("sNaN12")}, "price"),
    ({"price": Decimal("-Infinity")}, "price"),
    ({"data": {"a": [1, None, {"b": nan}]}}, "data.a[2].b"),
    ({"data": [[], [nan]]}, "data[1][0]"),
    ({"data": (1, nan)}, "data[1]"),
    ({"data": {nan}}, "data[0]"),
    ({"data": {"a b": nan}}, 'data["a b"]'),
    ({"data": {1: nan}}, "data[1]"),
    ({"data": MappingProxyType({"a": nan})}, "data.a"),
    ({"data": Ratio.NONE}, "data.value"),
    ({"data": Pair(1.0, [nan])}, "data.right[0]"),
    ({"shape": Circle(radius=nan)}, "shape.r"),
    (
        {"shapes": [Circle(radius=1.0), Circle(radius=1.0, born=NAIVE)]},
        "shapes[1].born",
    ),
    ({"owner": Settings(name="n", additional={"x": nan})}, "owner.x"),
    ({"owner": Settings(name=HALF, additional={})}, "owner.name"),
    ({"at": NAIVE}, "at"),
    ({"at": NAIVE.replace(microsecond=5)}, "at"),
    ({"at": [datetime(2024, 5, 1, 12, tzinfo=UTC), NAIVE]}, "at[1]"),
    ({"at": {NAIVE: 1}}, 'at["2024-05-01 12:00:00"]'),
    ({"name": HALF}, "name"),
    ({"name": ["é", {"x": "\udfff"}]}, "name[1].x"),
    ({"data": {HALF: 1}}, 'data["a\\ud800"]'),
    (nan, ""),
    ([nan], "[0]"),
    (NAIVE, ""),
    (HALF, ""),
]


@pytest.mark.parametrize(("value", "member"), VALUES)
def test_nothing_of_it_is_sent_as_json(
    connect: Connect, server: FaultServer, value: object, member: str
) -> None:
    with pytest.raises(ArgumentError) as error:
        connect().send(method("PATCH", body=JsonBody()), body=value)
    refused(error, member)
    assert server.requests == []


JSON_PART = {"meta": Encoding(content_type="application/json")}
FORM_PART = {"meta": Encoding(content_type="application/x-www-form-urlencoded")}
DEEP = {"meta": Encoding(style="deepObject", explode=True)}


@pytest.mark.parametrize(
    ("body", "value", "member"),
    [
        (JsonLinesBody(), [{"a": 1}, {"a": nan}], "[1].a"),
        (JsonLinesBody("application/json-seq"), (nan,), "[0]"),
        (FormBody(), {"a": 1, "b": nan}, "b"),
        (FormBody(), {"b": [1, nan]}, "b[1]"),
        (FormBody(), {"b": {"c": NAIVE}}, "b.c"),
        (FormBody(), {"b": Decimal("Infinity")}, "b"),
        (FormBody(), {"b": HALF}, "b"),
        (FormBody(), {HALF: "b"}, HALF),
        (FormBody(), HALF, ""),
        (FormBody(JSON_PART), {"meta": {"a": nan}}, "meta.a"),
        (FormBody(DEEP), {"meta": {"a": [nan]}}, "meta.a[0]"),
        (MultipartBody(), {"file": b"x", "meta": {"a": [nan]}}, "meta.a[0]"),
        (MultipartBody(), {"meta": nan}, "meta"),
        (MultipartBody(), {"meta": [1.5, nan]}, "meta[1]"),
        (MultipartBody(), {"meta": NAIVE}, "meta"),
        (MultipartBody(), {"meta": HALF}, "meta"),
        (MultipartBody(), {"meta": Part({"a": nan})}, "meta.a"),
        (MultipartBody(), {"meta": Part("a", {"X-Ratio": nan})}, "meta"),
        (MultipartBody(JSON_PART), {"meta": nan}, "meta"),
        (MultipartBody(FORM_PART), {"meta": {"a": nan}}, "meta.a"),
        (MultipartBody(DEEP), {"meta": {"a": nan}}, "meta.a"),
        (MultipartBody(content_type="multipart/mixed"), [b"x", {"a": nan}], "[1].a"),
        (TextBody(), nan, ""),
        (TextBody(), NAIVE, ""),
        (TextBody(), HALF, ""),
    ],
)
def test_nor_in_other_bodies(
    connect: Connect, server: FaultServer, body: Body, value: object, member: str
) -> None:
    with pytest.raises(ArgumentError) as error:
        connect().send(method("POST", body=body), body=value)
    refused(error, member)
    assert server.requests == []


PARAMETERS: list[Parameter] = [
    PathParameter("p"),
    PathParameter("p", "matrix", True),
    ContentParameter("p", "path", "application/json"),
    QueryParameter("p"),
    QueryParameter("p", "deepObject"),
    QueryParameter("p", explode=False, allow_reserved=True),
    ContentParameter("p", "query", "application/json"),
    HeaderParameter("p"),
    ContentParameter("p", "header", "application/json"),
    CookieParameter("p"),
    CookieParameter("p", "cookie"),
    ContentParameter("p", "cookie", "application/json"),
]


@pytest.mark.parametrize("parameter", PARAMETERS)
@pytest.mark.parametrize(
    ("value", "member"),
    [
        (nan, "p"),
        (Decimal("NaN"), "p"),
        (NAIVE, "p"),
        (HALF, "p"),
        ([1, inf], "p[1]"),
        ({"a": NAIVE}, "p.a"),
        ({"a": {"b": [nan]}}, "p.a.b[0]"),
    ],
)
def test_nor_in_parameters(
    connect: Connect,
    server: FaultServer,
    parameter: Parameter,
    value: object,
    member: str,
) -> None:
    path = "/notes/{p}" if parameter.location == "path" else "/notes"
    operation: Operation[Any] = Operation("GET", path, parameters=(parameter,))
    with pytest.raises(ArgumentError) as error:
        connect().send(operation, (value,))
    refused(error, member)
    assert server.requests == []


@pytest.mark.parametrize(
    ("value", "member"), [(nan, "q"), ([NAIVE], "q[0]"), ({"a": nan}, "q.a")]
)
def test_nor_in_the_query_that_options_add(
    connect: Connect, server: FaultServer, value: object, member: str
) -> None:
    with pytest.raises(ArgumentError) as error:
        connect().send(query={"q": value})
    refused(error, member)
    assert server.requests == []


def test_a_whole_query(connect: Connect, server: FaultServer) -> None:
    operation: Operation[Any] = Operation("GET", "/n", parameters=(QueryString(),))
    with pytest.raises(ArgumentError) as error:
        connect().send(operation, ({"a": [1, nan]},))
    refused(error, "a[1]")
    assert server.requests == []


def test_how_to_give_a_time_zone() -> None:
    with pytest.raises(ArgumentError, match=r"tzinfo=timezone\.utc.*astimezone"):
        JsonBody().encode({"at": NAIVE})


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (None, b"null"),
        ([None, 1.5, "NaN", "null"], b'[null,1.5,"NaN","null"]'),
        ({"a": None, "b": OMIT}, b'{"a":null}'),
        # Text is sent as it is, whatever it looks like.
        ("2024-05-01T12:00:00", b'"2024-05-01T12:00:00"'),
        ({"2024-05-01T12:00:00": None}, b'{"2024-05-01T12:00:00":null}'),
        (NAIVE.replace(tzinfo=UTC), b'"2024-05-01T12:00:00Z"'),
        (
            NAIVE.replace(tzinfo=timezone(timedelta(hours=2))),
            b'"2024-05-01T12:00:00+02:00"',
        ),
        (date(2024, 5, 1), b'"2024-05-01"'),
        # The time of a day has no zone by nature.
        (time(12, 30), b'"12:30:00"'),
        (Decimal("1.50"), b'"1.50"'),
        (Circle(radius=1.0, born=None), b'{"r":1.0}'),
        (
            Settings(name="Infinity", additional={"x": None}),
            b'{"x":null,"name":"Infinity"}',
        ),
        ({"x": b"\xff", "y": None}, b'{"x":"/w==","y":null}'),
    ],
)
def test_what_only_looks_like_it(value: object, want: bytes) -> None:
    assert JsonBody().encode(value)[1] == want
