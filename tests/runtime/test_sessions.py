"""Clients as a whole: closing, sharing, logging, whole answers, and clients that callers bring."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from driver import GET, Driver, FakeTime, Note, method
from fault_server import FaultServer, reply
from sdk_runtime.auth.security import ApiKey, BearerToken
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.errors import ArgumentError, ClientClosedError, PaginationError
from sdk_runtime.request.parameters import (
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from sdk_runtime.request.request_options import OMIT, Omit, RequestOptions
from sdk_runtime.response.content import Bytes

Connect = Callable[..., Driver]


TOKEN = "tok_1234567890abcdef"


def test_what_every_request_carries(connect: Connect, server: FaultServer) -> None:
    connect(
        declared_headers={"Api-Version": "7", "X-None": None}, user_agent="example/1.0"
    ).send()
    assert server.requests[0].headers == {
        "host": server.url.removeprefix("http://"),
        "user-agent": "example/1.0",
        "accept-encoding": "gzip, deflate",
        "api-version": "7",
        "accept": "application/json",
    }


def test_the_narrower_header_wins(connect: Connect, server: FaultServer) -> None:
    operation = method("GET", parameters=(HeaderParameter("Api-Version"),))
    driver = connect(declared_headers={"api-version": "client", "User-Agent": "mine"})
    driver.send(operation, (OMIT,))
    driver.send(operation, ("operation",))
    driver.send(operation, ("operation",), headers={"API-VERSION": "call"})
    sent = [request.headers["api-version"] for request in server.requests]
    assert sent == ["client", "operation", "call"]
    assert server.requests[0].headers["user-agent"] == "mine"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0", "a\rb"])
def test_headers_begin_no_other_header(
    connect: Connect, server: FaultServer, value: str
) -> None:
    with pytest.raises(ArgumentError):
        connect(headers={"X": value})
    with pytest.raises(ArgumentError):
        connect(user_agent=value)
    with pytest.raises(ArgumentError):
        connect().send(headers={"X": value})
    with pytest.raises(ArgumentError):
        connect().send(headers={value: "x"})
    assert server.requests == []


def test_query_options(connect: Connect, server: FaultServer) -> None:
    operation = method("GET", parameters=(QueryParameter("page"), QueryParameter("a")))
    connect().send(operation, (1, 2), query={"page": 3, "b": [4, 5], "c": OMIT})
    assert server.requests[0].target == "/notes?a=2&page=3&b=4&b=5"


@pytest.mark.parametrize(
    ("settings", "target"),
    [({}, "/own/notes"), ({"operation_servers": False}, "/notes")],
)
def test_servers_of_operations(
    connect: Connect, server: FaultServer, settings: dict[str, Any], target: str
) -> None:
    driver = connect(**settings)
    driver.send(method("GET", servers=(f"{server.url}/own/",)))
    driver.send(method("GET", servers=("/own",)))
    assert [request.target for request in server.requests] == [target, target]


def test_a_whole_response(connect: Connect, server: FaultServer) -> None:
    server.then(reply(200, headers={"X-Request-Id": "r1"}))
    response = connect().respond()
    assert response.data == Note("1", "Ann")
    assert (response.status, response.method, response.path) == (200, "GET", "/notes/1")
    assert (response.request_id, response.retries) == ("r1", 0)
    assert response.headers["content-type"] == "application/json"
    assert response.body == b'{"id":"1","name":"Ann"}'
    assert 0 < response.elapsed < 5
    assert repr(response) == "<Response 200 of GET /notes/1>"


def test_links_are_followed_with_credentials(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(credentials={"b": BearerToken(TOKEN)}, security=(("b",),))
    url = f"{server.url}/notes?page=2"
    response = driver.wait(driver.session.respond(GET, ("1",), url=url))
    assert response.path == "/notes"
    assert server.requests[0].target == "/notes?page=2"
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert driver.session.locate(GET, ("a/b",)) == f"{server.url}/notes/a%2Fb"


@pytest.mark.parametrize(
    ("query", "want"),
    [("?page=2", "?page=2&key=k"), ("?key=k&page=2", "?key=k&page=2"), ("", "?key=k")],
)
def test_links_have_a_key_in_the_query_once(
    connect: Connect, server: FaultServer, query: str, want: str
) -> None:
    driver = connect(credentials={"q": ApiKey("k", "query", "key")}, security=(("q",),))
    url = f"{server.url}/notes{query}"
    driver.wait(driver.session.respond(GET, ("1",), url=url))
    assert server.requests[0].target == f"/notes{want}"


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/notes", "http://127.0.0.1:1/notes", "//evil.example/x"],
)
def test_links_elsewhere_are_not(
    connect: Connect, server: FaultServer, url: str
) -> None:
    driver = connect(allow_http=True)
    with pytest.raises(PaginationError):
        driver.wait(driver.session.respond(GET, ("1",), url=url))
    with pytest.raises(ArgumentError):
        driver.wait(driver.session.respond(GET, ("1",), url="ftp://h.example/x"))


def test_closing(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    driver.send()
    for _ in range(2):
        driver.close()
    with pytest.raises(ClientClosedError, match="closed"):
        driver.send()
    with pytest.raises(ClientClosedError):
        driver.wait(driver.download(FILE, ()))
    assert len(server.requests) == 1


def test_closing_a_client_that_was_never_used(connect: Connect) -> None:
    driver = connect()
    driver.close()
    with pytest.raises(ClientClosedError):
        driver.send()


def test_contexts(server: FaultServer) -> None:
    with SyncClient(base_url=server.url) as client:
        assert client._session.send(GET, ("1",))
    with pytest.raises(ClientClosedError):
        client._session.send(GET, ("1",))

    async def run() -> None:
        async with AsyncClient(base_url=server.url) as own:
            assert await own._session.send(GET, ("1",))
        with pytest.raises(ClientClosedError):
            await own._session.send(GET, ("1",))

    asyncio.run(run())


def test_logging(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.then(reply(500))
    driver = connect(
        time=FakeTime(),
        credentials={"b": BearerToken(TOKEN), "q": ApiKey(TOKEN, "query", "key")},
        security=(("b", "q"),),
    )
    driver.send(query={"secret": TOKEN}, headers={"X-Secret": TOKEN})
    own = [record for record in caplog.records if record.name == "sdk_runtime"]
    url = f"GET {server.url}/notes/1?secret=[secret]&key=[secret]"
    assert [record.getMessage() for record in own] == [
        f"{url}: 500, attempt 1, 0 ms",
        f"{url}: retry 1 in 0.50 s, since the server answered 500",
        f"{url}: 200, attempt 2, 0 ms",
        "GET /notes/{id}: 200, 2 attempts, 500 ms",
    ]
    assert TOKEN not in caplog.text


FILE = method("GET", responses={"200": Bytes()})


def test_omit() -> None:
    assert not OMIT
    assert repr(OMIT) == "OMIT"
    assert copy.deepcopy(OMIT) is OMIT
    assert pickle.loads(pickle.dumps(OMIT)) is OMIT
    assert isinstance(OMIT, Omit)


def test_options_are_frozen() -> None:
    options = RequestOptions(deadline=3)
    with pytest.raises(AttributeError):
        options.deadline = 4  # type: ignore[misc]  # frozen, as is shown


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultServer]:
    """A proxy that the environment names."""
    with FaultServer() as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://user:p%40ss@127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", "direct.example")
        yield proxy


def test_proxies(connect: Connect, server: FaultServer, proxied: FaultServer) -> None:
    connect(base_url="http://api.example", allow_http=True).send()
    request = proxied.requests[0]
    assert request.target == "http://api.example/notes/1"
    assert request.headers["proxy-authorization"] == "Basic dXNlcjpwQHNz"
    connect().send()
    assert len(server.requests) == 1
    assert len(proxied.requests) == 1


def test_wrong_number_of_values_is_noticed(
    connect: Connect, server: FaultServer
) -> None:
    operation = method("GET", parameters=(PathParameter("id"),))
    with pytest.raises(ArgumentError):
        connect().send(operation, ("1", "2"))
    assert server.requests == []
