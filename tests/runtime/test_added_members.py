"""Members that a call adds to its body by its options, which the API's description doesn't know."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest
from codec_support import Note as Item
from codec_support import NoteList
from driver import Driver, method
from fault_server import FaultServer, reply
from msgspec import field
from multipart_reader import parts
from paging_support import page
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.model import Model, OpenModel
from sdk_runtime.paging.pager import PagedOperation
from sdk_runtime.paging.pagination_state import ByCursor
from sdk_runtime.request.body import (
    BytesBody,
    EitherBody,
    FormBody,
    JsonBody,
    JsonLinesBody,
    TextBody,
)
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.request_options import OMIT, RequestOptions
from sdk_runtime.response.content import Json

Connect = Callable[..., Driver]


class Window(Model, kw_only=True):
    size: int
    after: str | None = None


class Open(OpenModel):
    size: int
    additional: dict[str, Any] = field(default_factory=dict)


# The value of the body, the members that are added, and what is sent.
SENT: list[tuple[object, dict[str, object], object]] = [
    ({"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
    ({"a": 1}, {"a": 2}, {"a": 2}),
    ({"a": 1}, {"b": None}, {"a": 1, "b": None}),
    ({"a": 1, "b": 2}, {"a": OMIT}, {"b": 2}),
    ({"a": OMIT}, {"a": 2}, {"a": 2}),
    ({"a": {"b": 1}}, {"a": {"c": 1}}, {"a": {"c": 1}}),
    ({}, {"b": {"c": [Window(size=1)]}}, {"b": {"c": [{"size": 1}]}}),
    (OMIT, {"b": 2}, {"b": 2}),
    (MappingProxyType({"a": 1}), {"b": 2}, {"a": 1, "b": 2}),
    (Window(size=1), {"b": 2}, {"size": 1, "b": 2}),
    (Open(size=1, additional={"c": 3}), {"b": 2}, {"size": 1, "c": 3, "b": 2}),
]


def send(
    driver: Driver, operation: Any, body: object, members: dict[str, Any], **more: Any
) -> None:
    options = RequestOptions(body=members, **more)
    driver.wait(driver.session.send(operation, (), body, options=options))


@pytest.mark.parametrize(("body", "members", "want"), SENT)
@pytest.mark.parametrize("required", [True, False])
def test_json_has_them_too(
    connect: Connect,
    server: FaultServer,
    body: object,
    members: dict[str, object],
    want: object,
    required: bool,
) -> None:
    before = repr(body)
    operation = method("POST", body=JsonBody(required=required))
    send(connect(), operation, body, members)
    assert json.loads(server.requests[0].body) == want
    assert repr(body) == before


def test_a_form_has_them_too(connect: Connect, server: FaultServer) -> None:
    send(connect(), method("POST", body=FormBody()), {"a": "1"}, {"b": ["x", "y"]})
    assert server.requests[0].body == b"a=1&b=x&b=y"


def test_parts_are_fields_too(connect: Connect, server: FaultServer) -> None:
    operation = method("POST", body=MultipartBody())
    send(connect(), operation, {"a": "1"}, {"b": {"c": 2}, "f": b"file"})
    found = [
        (said["content-disposition"].partition('name="')[2][:1], content)
        for said, content in parts(server.requests[0])
    ]
    assert found == [("a", b"1"), ("b", b'{"c":2}'), ("f", b"file")]


def test_the_kind_that_is_sent_decides(connect: Connect, server: FaultServer) -> None:
    either = method("POST", body=EitherBody(JsonBody(), FormBody(), MultipartBody()))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    driver = connect()
    send(driver, either, {"a": "1"}, {"b": "2"}, headers=form)
    send(driver, either, {"a": "1"}, {"b": b"2"})
    assert server.requests[0].body == b"a=1&b=2"
    assert server.requests[1].headers["content-type"].startswith("multipart/form-data")


REFUSED: list[tuple[Any, object, str]] = [
    (None, OMIT, "takes no body"),
    (JsonBody(), [1], "list has no members"),
    (JsonBody(), "a", "str has no members"),
    (JsonBody(), None, "None has no members"),
    (FormBody(), "a=1", "str has no members"),
    (JsonLinesBody(), [{"a": 1}], "application/jsonl has no members"),
    (TextBody(), "a", "text/plain has no members"),
    (BytesBody(), b"a", "application/octet-stream has no members"),
    (EitherBody(BytesBody(), TextBody()), b"a", "octet-stream has no members"),
    (MultipartBody(content_type="multipart/mixed"), [1], "list has no members"),
]


@pytest.mark.parametrize(("body", "value", "message"), REFUSED)
def test_what_has_no_members_takes_none(
    connect: Connect, server: FaultServer, body: Any, value: object, message: str
) -> None:
    with pytest.raises(ArgumentError, match=message):
        send(connect(), method("POST", body=body), value, {"b": 2})
    assert server.requests == []


SEARCH: PagedOperation[Item, Any] = PagedOperation(
    "POST",
    "/notes",
    body=JsonBody(),
    paging=ByCursor(("data",), next=("pages", "next"), body=("paging", "after")),
    responses={"200": Json(NoteList)},
)


def test_a_pager_sets_its_cursor_in_them(connect: Connect, server: FaultServer) -> None:
    server.then(reply(200, json.dumps(page("1", next="x"))))
    server.then(reply(200, json.dumps(page("2"))))
    options = RequestOptions(body={"paging": {"size": 2}, "more": True})
    driver = connect()
    found = driver.collect(
        driver.session.paginate(SEARCH, (), None, None, options, {"query": "a"})
    )
    assert [item.id for item in found] == ["1", "2"]
    first = {"query": "a", "paging": {"size": 2}, "more": True}
    second = {**first, "paging": {"size": 2, "after": "x"}}
    assert [json.loads(one.body) for one in server.requests] == [first, second]


def test_they_are_as_secret_as_a_body() -> None:
    assert "s3cret" not in repr(RequestOptions(body={"token": "s3cret"}))
