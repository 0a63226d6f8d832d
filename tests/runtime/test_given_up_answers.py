"""Answers that are given up for another attempt: what little they hold is read, and no more."""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from driver import Driver, FakeTime, Note, method
from fault_server import Connection, FaultServer, Step, does, raw, reply
from sdk_runtime.auth.digest import DigestAuth
from sdk_runtime.errors import APIError, ClientClosedError
from sdk_runtime.request.body import JsonBody

Connect = Callable[..., Driver]

CHUNKS = {"Transfer-Encoding": "chunked"}
CHALLENGE = {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}


@pytest.fixture(params=["own", "supplied"])
def carried(
    request: pytest.FixtureRequest, connect: Connect
) -> Iterator[Callable[..., Driver]]:
    """Makes clients over connections of their own, and over those of a caller."""
    supplied: list[tuple[Driver, Any]] = []

    def make(**settings: Any) -> Driver:
        if request.param == "own":
            return connect(time=FakeTime(), **settings)
        kind = httpx2.AsyncClient if connect().asynchronous else httpx2.Client
        client: Any = kind()
        driver = connect(time=FakeTime(), http_client=client, **settings)
        supplied.append((driver, client))
        return driver

    yield make
    for driver, client in supplied:
        if driver.asynchronous:
            driver.wait(client.aclose())
        else:
            client.close()


SMALL = [
    reply(503, ""),
    reply(503, '{"message":"busy"}'),
    reply(503, "x" * 60_000),
    reply(429, '{"message":"slow down"}', headers={"Retry-After": "1"}),
    reply(503, b"4\r\nbusy\r\n0\r\n\r\n", headers=CHUNKS),
    reply(302, "<html>moved</html>", headers={"Location": "/notes"}),
    reply(307, "", headers={"Location": "/notes"}),
]


@pytest.mark.parametrize("fault", SMALL)
def test_a_small_body_leaves_its_connection(
    carried: Connect, server: FaultServer, fault: Step
) -> None:
    server.then(fault, fault)
    assert carried().send(method("GET")) == Note("1", "Ann")
    assert [request.connection for request in server.requests] == [1, 1, 1]


def test_a_small_body_of_a_post_leaves_its_connection(
    carried: Connect, server: FaultServer
) -> None:
    fault = reply(429, '{"message":"slow down"}')
    server.then(fault, fault)
    carried().send(method("POST", body=JsonBody()), body={"a": 1})
    assert [request.connection for request in server.requests] == [1, 1, 1]


def test_a_challenge_leaves_its_connection(
    carried: Connect, server: FaultServer
) -> None:
    server.then(reply(401, '{"message":"who?"}', headers=CHALLENGE))
    driver = carried(
        credentials={"auth": DigestAuth("ann", "s3cret")}, security=(("auth",),)
    )
    assert driver.send(method("GET")) == Note("1", "Ann")
    assert [request.connection for request in server.requests] == [1, 1]


def endless(connection: Connection) -> None:
    connection.write(b"HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not connection.stopping.is_set():
        connection.write(b"%x\r\n%s\r\n" % (65_536, bytes(65_536)))


def slow(connection: Connection) -> None:
    connection.write(b"HTTP/1.1 503 No\r\nContent-Length: 9000\r\n\r\n")
    connection.trickle(bytes(9000))


def silent(connection: Connection) -> None:
    connection.write(b"HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n")
    connection.hang()


LARGE = [
    reply(503, "x" * 200_000),
    does(endless),
    does(slow),
    does(silent),
    raw(b"HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\nbusy"),
    raw(b"HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    raw(b"HTTP/1.1 503 No\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy"),
]


@pytest.mark.parametrize("fault", LARGE)
def test_any_other_body_is_left_with_its_connection(
    carried: Connect, server: FaultServer, fault: Step
) -> None:
    server.then(fault)
    began = clock.monotonic()
    assert carried().send(method("GET")) == Note("1", "Ann")
    assert clock.monotonic() - began < 5.0
    assert [request.connection for request in server.requests] == [1, 2]


@pytest.mark.parametrize("fault", [does(endless), does(slow), does(silent)])
def test_a_deadline_ends_what_is_left(
    connect: Connect, server: FaultServer, fault: Step
) -> None:
    server.default = fault
    began = clock.monotonic()
    # On a busy machine it passes before the second answer comes.
    with pytest.raises(APIError, match=r"503|deadline|no answer in time"):
        connect().send(method("GET"), deadline=0.6)
    assert clock.monotonic() - began < 5.0


@pytest.mark.parametrize(("deadline", "used"), [(0.24, [1, 2]), (30.0, [1, 1])])
def test_without_the_time_to_read_it_a_connection_is_left(
    carried: Connect, server: FaultServer, deadline: float, used: list[int]
) -> None:
    server.then(reply(503, "busy"))
    driver = carried(random=lambda: 0.0, deadline=deadline)
    assert driver.send(method("GET")) == Note("1", "Ann")
    assert [request.connection for request in server.requests] == used


def test_a_client_of_the_caller_s_that_is_closed(
    connect: Connect, server: FaultServer
) -> None:
    kind = httpx2.AsyncClient if connect().asynchronous else httpx2.Client
    client: Any = kind()
    time = FakeTime()
    driver = connect(http_client=client, time=time)
    if driver.asynchronous:
        driver.wait(client.aclose())
    else:
        client.close()
    with pytest.raises(ClientClosedError, match="http_client is closed"):
        driver.send(method("GET"))
    assert time.slept == []
    assert server.requests == []
