"""Cursors that are sent in the request body, whatever the caller passed for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest
from codec_support import Note, NoteList
from driver import Driver
from fault_server import FaultServer, raw, reply
from msgspec import field
from paging_support import FakeSession, operation, page
from sdk_runtime.errors import ArgumentError, PaginationError
from sdk_runtime.json.data import to_dict
from sdk_runtime.json.model import Model, OpenModel
from sdk_runtime.paging.pager import PagedOperation, Pager
from sdk_runtime.paging.pagination_state import ByCursor, PageRequest
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.response.content import Empty, Json

Connect = Callable[..., Driver]

SEARCH = ByCursor(items=("data",), next=("pages", "next"), body=("paging", "after"))


class Window(Model, kw_only=True):
    size: int | None = None
    after: str | None = None


class Search(Model, kw_only=True):
    query: str
    since: datetime | None = None
    paging: Window | None = None


class OpenSearch(OpenModel):
    query: str
    additional: dict[str, Any] = field(default_factory=dict)


SINCE = datetime(2024, 1, 2, tzinfo=UTC)
# What the caller passes, and what is sent for the second page.
BODIES: list[tuple[object, dict[str, Any]]] = [
    (OMIT, {"paging": {"after": "a"}}),
    (None, {"paging": {"after": "a"}}),
    ({}, {"paging": {"after": "a"}}),
    ({"query": "x", "paging": OMIT}, {"query": "x", "paging": {"after": "a"}}),
    ({"paging": None}, {"paging": {"after": "a"}}),
    ({"paging": {"size": 2, "after": "z"}}, {"paging": {"size": 2, "after": "a"}}),
    ({"paging": Window(size=2)}, {"paging": {"size": 2, "after": "a"}}),
    (MappingProxyType({"query": "x"}), {"query": "x", "paging": {"after": "a"}}),
    (
        {"paging": MappingProxyType({"size": 2})},
        {"paging": {"size": 2, "after": "a"}},
    ),
    (
        Search(query="x", since=SINCE, paging=Window(size=2)),
        {
            "query": "x",
            "since": "2024-01-02T00:00:00Z",
            "paging": {"size": 2, "after": "a"},
        },
    ),
    (
        OpenSearch(query="x", additional={"more": [1]}),
        {"query": "x", "more": [1], "paging": {"after": "a"}},
    ),
]


@pytest.mark.parametrize(("body", "second"), BODIES)
def test_the_cursor_joins_what_the_caller_passed(
    body: object, second: dict[str, Any]
) -> None:
    before = repr(body)
    session = FakeSession([page("1", next="a"), page("2")])
    pager: Pager[Any, Any] = Pager(
        session, operation(SEARCH), ("1", OMIT, OMIT), body  # type: ignore[arg-type]  # a fake
    )
    assert [item.id for item in pager] == ["1", "2"]
    assert session.bodies[0] is body
    sent = session.bodies[1]
    assert isinstance(sent, dict)
    assert {
        key: to_dict(value) for key, value in sent.items() if value is not OMIT
    } == second
    assert repr(body) == before


@pytest.mark.parametrize("body", ["text", b"bytes", [1], 5, {"paging": "a"}])
def test_a_cursor_has_no_place_in_what_is_no_object(body: object) -> None:
    with pytest.raises(ArgumentError, match="not into a"):
        PageRequest(keys=("paging", "after"), value="a").patch(body)


LIST: PagedOperation[Note, Any] = PagedOperation(
    "GET",
    "/notes",
    paging=ByCursor(items=("data",), next=("pages", "next"), parameter="after"),
    responses={"200": Json(NoteList), "204": Empty()},
)
EMPTY = raw(b"HTTP/1.1 204 No Content\r\n\r\n", keep=True)


def test_a_declared_answer_without_a_body_is_an_empty_list(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect()
    server.then(EMPTY)
    assert driver.collect(driver.session.paginate(LIST)) == []


@pytest.mark.parametrize("answer", [reply(200, b""), reply(201, b"")])
def test_another_answer_without_a_body_is_no_page(
    answer: Any, connect: Connect, server: FaultServer
) -> None:
    driver = connect()
    server.then(answer)
    with pytest.raises(PaginationError, match="page 1: data: expected a list of items"):
        driver.collect(driver.session.paginate(LIST))


def test_a_promised_page_has_a_body(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    server.then(reply(200, json.dumps(page("1", next="a"))), EMPTY)
    with pytest.raises(PaginationError, match=r"page 2: data: .* found nothing"):
        driver.collect(driver.session.paginate(LIST))
