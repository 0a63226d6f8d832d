"""Which redirects are followed, and what doesn't travel along."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx2
import pytest
from driver import Driver, Note, method
from fault_server import FaultServer, Step, reply
from sdk_runtime.auth.security import ApiKey, BearerToken
from sdk_runtime.errors import APIStatusError, NotFoundError
from sdk_runtime.request.body import BytesBody, JsonBody
from sdk_runtime.response.content import Empty
from sdk_runtime.transport.exchange import Request, follow
from sdk_runtime.transport.urls import Origin

Connect = Callable[..., Driver]
TOKEN = "tok_1234567890abcdef"
CREDENTIALS = {
    "bearer": BearerToken(TOKEN),
    "header": ApiKey(TOKEN, "header", "X-Key"),
    "query": ApiKey(TOKEN, "query", "key"),
    "cookie": ApiKey(TOKEN, "cookie", "session"),
}
ALL = (tuple(CREDENTIALS),)


@pytest.fixture
def other() -> Iterator[FaultServer]:
    """A server of another origin."""
    with FaultServer() as running:
        yield running


def to(location: str, status: int = 302) -> Step:
    return reply(status, "", {"Location": location})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("verb", ["GET", "HEAD"])
def test_safe_methods_follow(
    connect: Connect, server: FaultServer, status: int, verb: str
) -> None:
    server.then(to("/other?x=1", status))
    connect(credentials=CREDENTIALS, security=(("bearer",),)).send(method(verb))
    first, second = server.requests
    assert (second.method, second.target) == (verb, "/other?x=1")
    assert second.headers["authorization"] == f"Bearer {TOKEN}"
    assert first.connection == second.connection


SECRET = {"k": ApiKey("a&b", "query", "api key")}


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/x", "/x?api%20key=a%26b"),
        ("/x?", "/x?api%20key=a%26b"),
        ("/x?a=1", "/x?a=1&api%20key=a%26b"),
        ("?a=1", "/notes?a=1&api%20key=a%26b"),
        # The server has put it there, whatever it has made of it.
        ("/x?api%20key=other&a=1", "/x?api%20key=other&a=1"),
        ("/x?api+key=", "/x?api+key="),
        ("/x#api%20key=1", "/x?api%20key=a%26b"),
    ],
)
@pytest.mark.parametrize("status", [302, 307])
def test_a_key_in_the_query_stays_on_its_origin(
    connect: Connect, server: FaultServer, location: str, target: str, status: int
) -> None:
    server.then(to(location, status), to(location, status))
    driver = connect(credentials=SECRET, security=(("k",),))
    driver.send(method("GET"))
    first, *followed = [request.target for request in server.requests]
    assert first == "/notes?api%20key=a%26b"
    # The second redirect starts from the first one's end.
    assert followed == [target, target]


def test_a_key_in_the_query_goes_along_with_a_body(
    connect: Connect, server: FaultServer
) -> None:
    server.then(to("/x", 308), to("/y", 303))
    driver = connect(credentials=SECRET, security=(("k",),))
    driver.send(method("POST", body=JsonBody()), body={"a": 1})
    assert [(one.method, one.target, one.body) for one in server.requests[1:]] == [
        ("POST", "/x?api%20key=a%26b", b'{"a":1}'),
        ("GET", "/y?api%20key=a%26b", b""),
    ]


@pytest.mark.parametrize("status", [302, 303])
def test_a_key_in_the_query_never_leaves_it(
    connect: Connect, server: FaultServer, other: FaultServer, status: int
) -> None:
    server.then(to(f"{other.url}/x?a=1", status))
    other.then(to(f"{server.url}/y"))
    connect(credentials=SECRET, security=(("k",),)).send(method("GET"))
    assert other.requests[0].target == "/x?a=1"
    assert server.requests[1].target == "/y"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_secret_leaves_the_origin(
    connect: Connect, server: FaultServer, other: FaultServer, status: int
) -> None:
    server.then(to(f"{other.url}/file", status))
    driver = connect(
        credentials=CREDENTIALS,
        security=ALL,
        headers={"Api-Version": "1", "X-Own": "o"},
    )
    driver.send(method("GET"), headers={"X-Secret": TOKEN, "Cookie": f"a={TOKEN}"})
    request = other.requests[0]
    assert (request.method, request.target, request.body) == ("GET", "/file", b"")
    assert set(request.headers) == {"host", "accept", "accept-encoding", "user-agent"}
    assert request.headers["host"] == other.url.removeprefix("http://")
    assert TOKEN not in repr(request)
    assert TOKEN in repr(server.requests[0])


def test_nothing_comes_back_with_a_second_redirect(
    connect: Connect, server: FaultServer, other: FaultServer
) -> None:
    server.then(to(f"{other.url}/a"))
    other.then(to(f"{server.url}/b"))
    connect(credentials=CREDENTIALS, security=ALL).send(method("GET"))
    assert TOKEN not in repr(server.requests[1])


@pytest.mark.parametrize(
    ("verb", "status", "followed"),
    [
        ("POST", 301, None),
        ("POST", 302, None),
        ("POST", 303, "GET"),
        ("POST", 307, "POST"),
        ("POST", 308, "POST"),
        ("PUT", 302, None),
        ("PUT", 303, "GET"),
        ("DELETE", 307, "DELETE"),
        ("PATCH", 308, "PATCH"),
    ],
)
def test_other_methods_as_the_rfc_has_it(
    connect: Connect, server: FaultServer, verb: str, status: int, followed: str | None
) -> None:
    server.then(to("/other", status))
    driver = connect()
    operation = method(verb, body=JsonBody())
    if followed is None:
        with pytest.raises(APIStatusError, match="redirect") as caught:
            driver.send(operation, body={"a": 1})
        assert caught.value.status_code == status
        assert len(server.requests) == 1
        return
    driver.send(operation, body={"a": 1})
    request = server.requests[1]
    assert request.method == followed
    assert request.body == (b"" if followed == "GET" else b'{"a":1}')
    assert ("content-type" in request.headers) is (followed != "GET")


@pytest.mark.parametrize("status", [307, 308])
def test_bodies_never_leave_the_origin(
    connect: Connect, server: FaultServer, other: FaultServer, status: int
) -> None:
    server.then(to(f"{other.url}/x", status))
    with pytest.raises(APIStatusError):
        connect().send(method("POST", body=JsonBody()), body={"a": 1})
    assert other.requests == []


def test_a_303_leads_elsewhere_without_the_body(
    connect: Connect, server: FaultServer, other: FaultServer
) -> None:
    server.then(to(f"{other.url}/x", 303))
    connect().send(method("POST", body=JsonBody()), body={"a": 1})
    assert (other.requests[0].method, other.requests[0].body) == ("GET", b"")


def test_a_stream_isn_t_sent_twice(connect: Connect, server: FaultServer) -> None:
    server.then(to("/x", 307))
    with pytest.raises(APIStatusError):
        connect().send(method("POST", body=BytesBody()), body=iter([b"a"]))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "location",
    [
        "",
        "ftp://h.example/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:pass@127.0.0.1/x",
        "http://plain.example/x",
        "https://[broken",
        "/a b",
        "//",
        "/\xe9",
    ],
)
def test_where_no_one_should_go(
    connect: Connect, server: FaultServer, location: str
) -> None:
    server.then(to(location))
    if location == "//":
        server.then(reply(404))
    with pytest.raises(APIStatusError):
        connect().send(method("GET"))
    assert len(server.requests) <= 2


def test_from_https_never_to_http() -> None:
    request = Request("GET", Origin("https", "h.example", 443), "/", [])
    assert follow(request, 302, b"http://h.example/", allow_http=True) is None
    assert follow(request, 302, b"http://127.0.0.1/", allow_http=True) is None
    assert follow(request, 302, b"https://o.example/", allow_http=False) is not None


def test_loops_end(connect: Connect, server: FaultServer) -> None:
    server.default = to("/again")
    with pytest.raises(APIStatusError, match="redirect"):
        connect().send(method("GET"))
    assert len(server.requests) == 11


def test_a_redirect_is_no_retry(connect: Connect, server: FaultServer) -> None:
    server.then(to("/a"), to("/b"))
    response = connect(max_retries=0).respond(method("GET"))
    assert (response.data, response.retries) == (Note("1", "Ann"), 0)


def test_errors_name_the_operation(connect: Connect, server: FaultServer) -> None:
    server.then(to("/elsewhere"), reply(404))
    with pytest.raises(NotFoundError) as caught:
        connect().send(method("GET"))
    assert caught.value.path == "/notes"


def test_a_declared_redirect_is_followed_all_the_same(
    connect: Connect, server: FaultServer
) -> None:
    server.then(to("/recording"), reply(200, b"audio", content_type="audio/wav"))
    operation = method("GET", responses={"302": Empty()})
    assert connect().send(operation) == b"audio"
    assert [request.target for request in server.requests] == ["/notes", "/recording"]


def test_a_supplied_client_adds_nothing_elsewhere(
    server: FaultServer, other: FaultServer
) -> None:
    server.then(to(f"{other.url}/x"))
    headers = {"X-Own": "o", "Authorization": TOKEN}
    with httpx2.Client(headers=headers, cookies={"a": TOKEN}) as own:
        driver = Driver(False, base_url=server.url, http_client=own)
        driver.send(method("GET"))
    assert server.requests[0].headers["x-own"] == "o"
    assert "x-own" not in other.requests[0].headers
    assert TOKEN not in repr(other.requests)
