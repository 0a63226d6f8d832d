"""Calls end in time, however slowly bytes come or go."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from driver import GET, Driver, Note, method
from fault_server import Connection, FaultServer, Step, does, reply
from sdk_runtime.errors import APITimeoutError, NotFoundError
from sdk_runtime.request.body import BytesBody
from sdk_runtime.request.request_options import Timeout
from sdk_runtime.response.sequences import JsonLines
from sdk_runtime.transport.deadline import Bound, Limits, remaining

Connect = Callable[..., Driver]
SOON = 0.15
# What a busy machine may take on top.
LATE = 3.0

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def endless_headers(connection: Connection) -> None:
    connection.write(HEAD)
    connection.trickle(b"X-Filler: abcdefgh\r\n" * 1000)


def endless_interim(connection: Connection) -> None:
    while not connection.stopping.wait(0.005):
        connection.write(b"HTTP/1.1 100 Continue\r\n\r\n")


def slow_status(connection: Connection) -> None:
    connection.trickle(b"HTTP/1.1 200 " + b"O" * 1000)


def slow_body(connection: Connection) -> None:
    connection.write(HEAD + b"Content-Length: 100000\r\n\r\n")
    connection.trickle(b"x" * 100_000)


def slow_chunks(connection: Connection) -> None:
    connection.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    connection.trickle(b"1\r\nx\r\n" * 10_000)


def silence(connection: Connection) -> None:
    connection.hang()


def half_a_body(connection: Connection) -> None:
    connection.write(HEAD + b"Content-Length: 100\r\n\r\n{")
    connection.hang()


FAULTS = [
    endless_headers,
    endless_interim,
    slow_status,
    slow_body,
    slow_chunks,
    silence,
    half_a_body,
]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    ("settings", "options"),
    [
        ({}, {"deadline": SOON}),
        ({"deadline": SOON}, {}),
        ({"timeout": SOON, "max_retries": 0}, {}),
    ],
)
def test_trickles_end(
    connect: Connect,
    server: FaultServer,
    fault: Callable[[Connection], None],
    settings: dict[str, Any],
    options: dict[str, Any],
) -> None:
    server.default = does(fault)
    driver = connect(**settings)
    began = time.monotonic()
    with pytest.raises(APITimeoutError) as caught:
        driver.send(**options)
    assert time.monotonic() - began < LATE
    assert (caught.value.method, caught.value.path) == ("GET", "/notes/1")


@pytest.mark.parametrize(
    "timeout", [httpx2.Timeout(5.0, read=0.05), Timeout(read=0.05)]
)
def test_a_timeout_object_bounds_each_wait(
    connect: Connect, server: FaultServer, timeout: Any
) -> None:
    server.default = does(silence)
    driver = connect(timeout=timeout, max_retries=0)
    with pytest.raises(APITimeoutError):
        driver.send()


def test_options_win_over_the_client(connect: Connect, server: FaultServer) -> None:
    server.default = does(silence)
    with pytest.raises(APITimeoutError):
        connect(timeout=30, deadline=30).send(timeout=0.05, max_retries=0)


def test_attempts_that_time_out_are_repeated(
    connect: Connect, server: FaultServer
) -> None:
    server.then(does(silence), does(silence))
    assert connect(timeout=0.2, random=lambda: 0.0).send() == Note("1", "Ann")
    assert len(server.requests) == 3


def test_the_deadline_is_over_all_attempts(
    connect: Connect, server: FaultServer
) -> None:
    server.default = does(silence)
    began = time.monotonic()
    with pytest.raises(APITimeoutError):
        connect(timeout=0.05, max_retries=1000, random=lambda: 0.0).send(deadline=0.2)
    assert time.monotonic() - began < LATE
    assert 1 <= len(server.requests) <= 6


def test_a_known_status_stands(connect: Connect, server: FaultServer) -> None:
    def act(connection: Connection) -> None:
        connection.write(b"HTTP/1.1 404 No\r\nContent-Length: 1000\r\n\r\npart")
        connection.hang()

    server.then(does(act))
    with pytest.raises(NotFoundError) as caught:
        connect().send(deadline=0.4)
    assert caught.value.body == b"part"


def test_a_server_that_takes_nothing(connect: Connect) -> None:
    """The request's body doesn't leave; the deadline ends that, too."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    driver = connect(base_url=f"http://127.0.0.1:{port}", max_retries=0)
    began = time.monotonic()
    with pytest.raises(APITimeoutError):
        driver.send(
            method("PUT", body=BytesBody()), body=b"x" * 30_000_000, deadline=SOON
        )
    assert time.monotonic() - began < LATE
    listener.close()


def test_streamed_uploads_have_no_limit_as_a_whole(
    connect: Connect, server: FaultServer
) -> None:
    def content() -> Iterator[bytes]:
        for _ in range(4):
            time.sleep(0.1)
            yield b"x"

    assert connect(timeout=0.3).send(method("PUT", body=BytesBody()), body=content())


def _slow_lines(connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n")
    for _ in range(4):
        if connection.stopping.wait(0.1):
            return
        connection.write(b'{"id":"1","name":"Ann"}\n')


LINES = method("GET", responses={"200": JsonLines(Note)})


def test_streams_are_bounded_by_each_wait(
    connect: Connect, server: FaultServer
) -> None:
    server.then(does(_slow_lines))
    driver = connect(timeout=0.3)
    stream = driver.wait(driver.stream(LINES, ()))
    assert len(driver.collect(stream)) == 4


def test_streams_end_at_a_deadline(connect: Connect, server: FaultServer) -> None:
    server.then(does(_slow_lines))
    driver = connect(deadline=0.2)
    with pytest.raises(APITimeoutError):
        driver.collect(driver.wait(driver.stream(LINES, ())))


@pytest.mark.parametrize("fault", [slow_body, silence, half_a_body])
def test_supplied_clients_meet_it_too(
    server: FaultServer, fault: Callable[[Connection], None]
) -> None:
    server.default = does(fault)
    with httpx2.Client() as own:
        driver = Driver(False, base_url=server.url, http_client=own)
        began = time.monotonic()
        with pytest.raises(APITimeoutError):
            driver.send(deadline=SOON)
        assert time.monotonic() - began < LATE


def test_bounds_shrink() -> None:
    now = [10.0]
    bound = Bound.until(15.0, 3.0, lambda: now[0])
    assert (bound, bound.left()) == (3.0, 3.0)
    now[0] = 14.0
    assert bound.left() == 1.0
    now[0] = 16.0
    assert bound.left() < 0
    assert Bound.until(15.0, None, lambda: now[0]) == 0.0


@pytest.mark.parametrize(
    ("timeout", "deadline", "whole", "read", "end"),
    [
        (60.0, None, True, 60.0, 70.0),
        (60.0, None, False, 60.0, None),
        (60.0, 15.0, False, 5.0, 15.0),
        (2.0, 15.0, True, 2.0, 12.0),
        (None, None, True, None, None),
        (None, 15.0, True, 5.0, 15.0),
        (httpx2.Timeout(3.0), None, True, 3.0, None),
        (httpx2.Timeout(30.0), 15.0, True, 5.0, 15.0),
        (httpx2.Timeout(None), 15.0, True, 5.0, 15.0),
        (Timeout(read=3.0), None, True, 3.0, None),
        (Timeout(connect=1.0), None, True, 60.0, None),
        (Timeout(read=30.0), 15.0, True, 5.0, 15.0),
        (Timeout(read=None), 15.0, True, 5.0, 15.0),
        (Timeout(read=None), None, True, None, None),
    ],
)
def test_limits(
    timeout: Any,
    deadline: float | None,
    whole: bool,
    read: float | None,
    end: float | None,
) -> None:
    made = Limits(timeout, deadline, whole, lambda: 10.0)
    assert (remaining(made.waits["read"]), made.end) == (read, end)


def test_a_deadline_that_has_passed_sends_nothing(
    connect: Connect, server: FaultServer
) -> None:
    ticks = iter(range(1000))
    with pytest.raises(APITimeoutError):
        connect(clock=lambda: float(next(ticks))).send(GET, deadline=0.5)
    assert server.requests == []


def test_steps_are_taken_in_order(server: FaultServer) -> None:
    """The server itself: a step for each request, then the default."""
    steps: list[Step] = [reply(201), reply(202)]
    server.then(*steps)
    with httpx2.Client() as own:
        assert [own.get(server.url).status_code for _ in range(3)] == [201, 202, 200]
