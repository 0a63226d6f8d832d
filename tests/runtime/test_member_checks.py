"""Moments in the place of days, texts in the place of lists: refused with their place, unsent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest
from driver import Driver
from fault_server import FaultServer
from msgspec import field
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.model import Model, OpenModel
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.body import Body, EitherBody, FormBody, JsonBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parameters import HeaderParameter, QueryParameter
from sdk_runtime.request.parts import Part
from sdk_runtime.request.request_options import OMIT

Connect = Callable[..., Driver]

MOMENT = datetime(2024, 5, 1, 12, tzinfo=UTC)
DAY = date(2024, 5, 1)
DATES = (
    (0,),
    (1, None),
    ("day",),
    ("days", None),
    ("owner", "born"),
    ("pets", None, "born"),
    ("by", None, None),
)


class Owner(Model, kw_only=True):
    born_on: date = field(name="born")
    seen: datetime | None = None


class Pet(OpenModel):
    born: date | None = None
    additional: dict[str, Any] = field(default_factory=dict)


def operation(body: Body | None) -> Operation[Any]:
    return Operation(
        "POST",
        "/notes",
        parameters=(QueryParameter("on"), HeaderParameter("X-Days")),
        body=body,
        dates=DATES,
    )


@pytest.mark.parametrize(
    ("values", "body", "member"),
    [
        ((MOMENT, OMIT), OMIT, "on"),
        ((OMIT, [DAY, MOMENT]), OMIT, "X-Days[1]"),
        ((OMIT, OMIT), {"day": MOMENT}, "day"),
        ((OMIT, OMIT), {"day": MOMENT.replace(tzinfo=None)}, "day"),
        ((OMIT, OMIT), {"days": (DAY, MOMENT)}, "days[1]"),
        ((OMIT, OMIT), {"owner": {"born": MOMENT}}, "owner.born"),
        ((OMIT, OMIT), {"owner": MappingProxyType({"born": MOMENT})}, "owner.born"),
        ((OMIT, OMIT), {"owner": Owner(born_on=MOMENT)}, "owner.born"),
        ((OMIT, OMIT), {"pets": [{}, Pet(born=MOMENT)]}, "pets[1].born"),
        ((OMIT, OMIT), {"by": {"a": [DAY], "b": [MOMENT]}}, "by.b[0]"),
    ],
)
@pytest.mark.parametrize(
    "kind",
    [JsonBody(), FormBody(), MultipartBody(), EitherBody(JsonBody(), FormBody())],
)
def test_moments_where_days_belong(
    connect: Connect,
    server: FaultServer,
    kind: Body,
    values: tuple[object, ...],
    body: object,
    member: str,
) -> None:
    with pytest.raises(ArgumentError, match=r"value\.date\(\)") as caught:
        connect().send(operation(kind), values, body)
    assert caught.value.member == member
    assert server.requests == []


def test_a_moment_in_a_part(connect: Connect, server: FaultServer) -> None:
    with pytest.raises(ArgumentError) as caught:
        connect().send(operation(MultipartBody()), (OMIT, OMIT), {"day": Part(MOMENT)})
    assert caught.value.member == "day"
    assert server.requests == []


@pytest.mark.parametrize("path", [(), (None,), (None, "day")])
def test_a_body_that_is_no_object(
    connect: Connect, server: FaultServer, path: tuple[str | None, ...]
) -> None:
    value: object = MOMENT
    for key in reversed(path):
        value = [value] if key is None else {key: value}
    operation: Operation[Any] = Operation("POST", "/n", body=JsonBody(), dates=(path,))
    with pytest.raises(ArgumentError):
        connect().send(operation, (), value)
    assert server.requests == []


def test_what_is_sent(connect: Connect, server: FaultServer) -> None:
    body = {
        "day": DAY,
        "days": ["2024-05-01", None],
        "owner": Owner(born_on=DAY, seen=MOMENT),
        "pets": None,
        "other": MOMENT,
    }
    connect().send(operation(JsonBody()), (DAY, [DAY]), body)
    request = server.requests[0]
    assert request.query == "on=2024-05-01"
    assert request.headers["x-days"] == "2024-05-01"
    assert request.body == (
        b'{"day":"2024-05-01","days":["2024-05-01",null],'
        b'"owner":{"born":"2024-05-01","seen":"2024-05-01T12:00:00Z"},'
        b'"pets":null,"other":"2024-05-01T12:00:00Z"}'
    )


LISTS = (
    (0, "ids"),
    (1, None),
    ("owner", "tags"),
    ("pets", None, "tags"),
    ("by", None, None),
)


def lists(body: Body | None) -> Operation[Any]:
    return Operation(
        "POST",
        "/notes",
        parameters=(QueryParameter("at", "deepObject"), HeaderParameter("X-Rows")),
        body=body,
        lists=LISTS,
    )


class Tagged(Model, kw_only=True):
    tagged: object = field(name="tags", default=None)


@pytest.mark.parametrize(
    ("values", "body", "member"),
    [
        (({"ids": "ab"}, OMIT), OMIT, "at.ids"),
        ((OMIT, [["a"], "ab"]), OMIT, "X-Rows[1]"),
        ((OMIT, OMIT), {"owner": {"tags": "ab"}}, "owner.tags"),
        ((OMIT, OMIT), {"owner": {"tags": ""}}, "owner.tags"),
        ((OMIT, OMIT), {"owner": {"tags": b"ab"}}, "owner.tags"),
        ((OMIT, OMIT), {"owner": MappingProxyType({"tags": "ab"})}, "owner.tags"),
        ((OMIT, OMIT), {"owner": Tagged(tagged="ab")}, "owner.tags"),
        ((OMIT, OMIT), {"pets": ({}, {"tags": "ab"})}, "pets[1].tags"),
        ((OMIT, OMIT), {"by": {"a": [["x"], "ab"]}}, "by.a[1]"),
    ],
)
@pytest.mark.parametrize("kind", [JsonBody(), FormBody(), MultipartBody()])
def test_texts_where_lists_belong(
    connect: Connect,
    server: FaultServer,
    kind: Body,
    values: tuple[object, ...],
    body: object,
    member: str,
) -> None:
    with pytest.raises(ArgumentError, match="a list belongs here") as caught:
        connect().send(lists(kind), values, body)
    assert caught.value.member == member
    assert server.requests == []


def test_lists_are_sent(connect: Connect, server: FaultServer) -> None:
    body = {
        "owner": {"tags": ("a", "b")},
        "pets": [{"tags": None}, {"tags": []}, {}],
        "by": {"a": [["x"], []], "b": None},
        "name": "ab",
    }
    connect().send(lists(JsonBody()), ({"ids": ["a"]}, OMIT), body)
    assert server.requests[0].body == (
        b'{"owner":{"tags":["a","b"]},"pets":[{"tags":null},{"tags":[]},{}],'
        b'"by":{"a":[["x"],[]],"b":null},"name":"ab"}'
    )
