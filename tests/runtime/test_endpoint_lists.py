"""Lists that a package has no method for, by `paginate`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from driver import Driver, FakeTime, Note
from fault_server import FaultServer, reply
from sdk_runtime.call.endpoint import paginate
from sdk_runtime.call.raw import raw, stream
from sdk_runtime.errors import ArgumentError, DriftError, PaginationError
from sdk_runtime.json.drift import Drift
from sdk_runtime.paging.pager import AsyncPager, Pager
from sdk_runtime.request.request_options import RequestOptions

Connect = Callable[..., Driver]


def notes(*names: str) -> list[dict[str, str]]:
    return [{"id": name, "name": name} for name in names]


def pages(server: FaultServer, *bodies: object) -> None:
    server.then(*(reply(200, json.dumps(body)) for body in bodies))


@pytest.mark.parametrize(
    ("settings", "bodies", "targets"),
    [
        (
            {"items": "data", "next": "next", "parameter": "after"},
            [{"data": notes("a", "b"), "next": "c2"}, {"data": notes("c")}],
            ["/v1/notes", "/v1/notes?after=c2"],
        ),
        (
            {"items": "data", "next": "pages.next", "parameter": "after"},
            [
                {"data": notes("a"), "pages": {"next": {"after": "c2"}}},
                {"data": notes("b", "c"), "pages": {"next": None}},
            ],
            ["/v1/notes", "/v1/notes?after=c2"],
        ),
        (
            {"items": ["a.b"], "next": ["n.x"], "parameter": "c", "cursor_key": "k"},
            [{"a.b": notes("a"), "n.x": {"k": 7}}, {"a.b": notes("b", "c")}],
            ["/v1/notes", "/v1/notes?c=7"],
        ),
        (
            {"items": "data", "next": "links.next"},
            [
                {"data": notes("a"), "links": {"next": "/v2/notes?p=2"}},
                {"data": notes("b", "c"), "links": {}},
            ],
            ["/v1/notes", "/v2/notes?p=2"],
        ),
        (
            {"items": "data", "next": "next", "parameter": "after", "more": "more"},
            [
                {"data": notes("a", "b"), "next": "c2", "more": True},
                {"data": notes("c"), "next": "c3", "more": False},
            ],
            ["/v1/notes", "/v1/notes?after=c2"],
        ),
        (
            {"items": "data", "page": {"parameter": "page", "total": "meta.pages"}},
            [
                {"data": notes("a", "b"), "meta": {"pages": 2}},
                {"data": notes("c"), "meta": {"pages": 2}},
            ],
            ["/v1/notes?page=1", "/v1/notes?page=2"],
        ),
        (
            {"items": "data", "page": {"parameter": "page", "first": 0}},
            [{"data": notes("a", "b", "c")}, {"data": []}],
            ["/v1/notes?page=0", "/v1/notes?page=1"],
        ),
        (
            {"items": "", "offset": {"parameter": "skip"}},
            [notes("a", "b"), notes("c"), []],
            ["/v1/notes?skip=0", "/v1/notes?skip=2", "/v1/notes?skip=3"],
        ),
        (
            {"items": "data", "next": "c", "parameter": "c", "repeats": True}
            | {"ends": "empty"},
            [
                {"data": notes("a"), "c": "x"},
                {"data": notes("b", "c"), "c": "x"},
                {"data": [], "c": "x"},
            ],
            ["/v1/notes", "/v1/notes?c=x", "/v1/notes?c=x"],
        ),
        (
            {
                "items": "data",
                "page": {"parameter": "page", "total": "n"},
                "query": {"page": 3, "q": "x"},
            },
            [{"data": notes("a", "b", "c"), "n": 3}],
            ["/v1/notes?page=3&q=x"],
        ),
        (
            {
                "items": "data",
                "offset": {"parameter": "skip", "total": "n"},
                "cursor": "4",
            },
            [{"data": notes("a", "b", "c"), "n": 7}],
            ["/v1/notes?skip=4"],
        ),
    ],
)
def test_each_way_to_go_on(
    connect: Connect, server: FaultServer, settings: Any, bodies: Any, targets: Any
) -> None:
    driver = connect(base_url=f"{server.url}/v1")
    pages(server, *bodies)
    found: Any = paginate(driver.client, "GET", "/notes", type=Note, **settings)
    assert isinstance(found, AsyncPager if driver.asynchronous else Pager)
    assert driver.collect(found) == [Note(name, name) for name in "abc"]
    assert [request.target for request in server.requests] == targets


def test_a_link_in_the_header_and_a_total(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect()
    link = {"Link": '</notes?p=2>; rel="next"'}
    server.then(reply(200, '{"n": 2, "data": [1]}', link))
    pages(server, {"data": [2]})
    found: Any = paginate(
        driver.client, "GET", "/notes", items="data", link="next", total="n"
    )
    assert driver.collect(found) == [1, 2]
    assert [request.target for request in server.requests] == ["/notes", "/notes?p=2"]
    pages(server, {"data": [1], "n": 7})
    again: Any = paginate(
        driver.client, "GET", "/notes", items="data", link="next", total="n"
    )
    assert driver.wait(total(again)) == 7


def total(pager: Any) -> Any:
    return pager.total()


def test_a_cursor_in_the_body(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    pages(server, {"data": [1, 2], "next": "z"}, {"data": [3]})
    found: Any = paginate(
        driver.client,
        "POST",
        "/search/{kind}",
        items="data",
        next="next",
        cursor_body="paging.after",
        path_values={"kind": "a/b"},
        headers={"X-A": "1"},
        body={"q": "x", "paging": {"size": 2}},
    )
    assert driver.collect(found) == [1, 2, 3]
    bodies = [json.loads(request.body) for request in server.requests]
    assert bodies == [
        {"q": "x", "paging": {"size": 2}},
        {"q": "x", "paging": {"size": 2, "after": "z"}},
    ]
    assert {request.target for request in server.requests} == {"/search/a%2Fb"}
    assert {request.headers["x-a"] for request in server.requests} == {"1"}


SETTINGS: dict[str, Any] = {"items": "data", "next": "next", "parameter": "after"}


def test_pages_are_plain_and_items_typed(connect: Connect, server: FaultServer) -> None:
    met: list[Drift] = []
    driver = connect(on_drift=met.append)
    body = {"data": [*notes("a"), {"id": 2, "name": "b"}], "next": None, "total": 2}
    pages(server, body)
    found: Any = paginate(driver.client, "GET", "/notes", type=Note, **SETTINGS)
    (page,) = driver.collect(found.pages())
    assert page.items[0] == Note("a", "a")
    assert (page.items[1].id, page.data["total"], page.next_cursor) == (2, 2, None)
    assert [(one.where, one.path) for one in met] == [("GET /notes", "data[1].id")]
    strict = connect(strict=True)
    pages(server, body)
    with pytest.raises(DriftError):
        strict.collect(paginate(strict.client, "GET", "/n", type=Note, **SETTINGS))


def test_plain_items_max_items_and_options(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(time=FakeTime())
    server.then(reply(500))
    pages(server, {"data": [1, "b"], "next": "z"})
    found: Any = paginate(
        driver.client,
        "GET",
        "/notes",
        max_items=1,
        options=RequestOptions(headers={"X-A": "1"}, query={"q": 1}),
        **SETTINGS,
    )
    assert driver.wait(first(found)) == 1
    assert found.next_cursor == "z"
    assert [one.target for one in server.requests] == ["/notes?q=1"] * 2
    resumed: Any = paginate(driver.client, "GET", "/notes", cursor="z", **SETTINGS)
    pages(server, {"data": [3]})
    assert driver.collect(resumed) == [3]
    assert server.requests[-1].target == "/notes?after=z"


def first(pager: Any) -> Any:
    return pager.first()


def test_through_raw(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    pages(server, {"data": notes("a"), "next": "z"})
    call: Any = paginate
    page = driver.wait(raw(call, driver.client, "GET", "/n", type=Note, **SETTINGS))
    assert (page.items, page.next_cursor) == ([Note("a", "a")], "z")
    with pytest.raises(ArgumentError):
        driver.wait(stream(call, driver.client, "GET", "/notes", **SETTINGS))


@pytest.mark.parametrize(
    "body",
    [
        {"data": [1], "next": "https://evil.example/notes?after=1"},
        {"data": [1], "next": "//evil.example/notes?after=1"},
        {"data": {"a": 1}},
        {"other": [1]},
        {"data": [1], "next": [1]},
    ],
)
def test_what_is_no_page(connect: Connect, server: FaultServer, body: Any) -> None:
    driver = connect()
    pages(server, body)
    with pytest.raises(PaginationError):
        driver.collect(paginate(driver.client, "GET", "/notes", **SETTINGS))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "settings",
    [
        {"items": "data"},
        {"items": "data", "next": "next", "page": {"parameter": "page"}},
        {"items": "data", "page": {}},
        {"items": "data", "page": {"first": 1}},
        {"items": "data", "page": {"parameter": "page", "size": 1}},
        {"items": "data", "offset": "offset"},
        {"items": 5, "next": "next"},
        {"items": "data", "next": "next", "max_items": -1},
        {"items": "data", "next": "next", "ends": "full"},
        {"items": "data", "next": "next", "repeat": True},
        {"items": "data", "next": "next", "repeats": 1},
        {"items": "data", "link": 5},
        {"items": "data", "next": "next", "query": "a=1"},
    ],
)
def test_settings_that_say_nothing(connect: Connect, settings: Any) -> None:
    with pytest.raises(ArgumentError):
        paginate(connect().client, "GET", "/notes", **settings)


def test_a_list_elsewhere(connect: Connect, server: FaultServer) -> None:
    with pytest.raises(ArgumentError, match="leads to"):
        paginate(connect().client, "GET", "https://evil.example/n", **SETTINGS)
