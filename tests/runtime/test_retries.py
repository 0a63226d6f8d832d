"""How often requests are repeated, and what is waited for in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import GET, Driver, FakeTime, Note, method
from fault_server import FaultServer, Step, does, raw, reply
from sdk_runtime.errors import (
    APIConnectionError,
    APIStatusError,
    ArgumentError,
    ConflictError,
    RateLimitError,
    ServerError,
)
from sdk_runtime.request.body import JsonBody
from sdk_runtime.request.request_options import RequestOptions
from sdk_runtime.response.retry import backoff_delay

Connect = Callable[..., Driver]

DROPPED = does(lambda connection: None)
CUT = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}")


@pytest.mark.parametrize("retries", [0, 1, 2, 5])
@pytest.mark.parametrize("fault", [reply(500), reply(429), reply(408), DROPPED, CUT])
def test_exact_counts(
    connect: Connect, server: FaultServer, retries: int, fault: Step
) -> None:
    server.default = fault
    with pytest.raises((APIStatusError, APIConnectionError)):
        connect(time=FakeTime(), max_retries=retries).send()
    assert len(server.requests) == retries + 1


def test_two_retries_unless_reported_otherwise(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(500)
    driver = connect(time=FakeTime())
    with pytest.raises(ServerError):
        driver.send()
    assert len(server.requests) == 3
    with pytest.raises(ServerError):
        driver.send(max_retries=0)
    assert len(server.requests) == 4


def test_success_after_faults(connect: Connect, server: FaultServer) -> None:
    server.then(DROPPED, reply(502), reply())
    response = connect(time=FakeTime()).respond()
    assert response.data == Note("1", "Ann")
    assert response.retries == 2


SAFE = ("GET", "HEAD", "PUT", "DELETE", "OPTIONS")
UNSAFE = ("POST", "PATCH")


@pytest.mark.parametrize(
    ("verbs", "fault", "attempts"),
    [
        (SAFE, reply(500), 3),
        (SAFE, reply(501), 3),
        (SAFE, reply(503), 3),
        (SAFE, reply(408), 3),
        (SAFE, reply(429), 3),
        (SAFE, reply(409), 1),
        (SAFE, reply(400), 1),
        (SAFE, reply(404), 1),
        (SAFE, DROPPED, 3),
        (UNSAFE, reply(500), 1),
        (UNSAFE, reply(502), 1),
        (UNSAFE, reply(503), 1),
        (UNSAFE, reply(503, headers={"Retry-After": "1"}), 3),
        (UNSAFE, reply(503, headers={"Retry-After-Ms": "10"}), 3),
        (UNSAFE, reply(500, headers={"Retry-After": "1"}), 1),
        (UNSAFE, reply(408), 3),
        (UNSAFE, reply(429), 3),
        (UNSAFE, reply(409), 1),
        (UNSAFE, DROPPED, 1),
        (UNSAFE, CUT, 1),
    ],
)
def test_only_what_can_be_repeated_is(
    connect: Connect,
    server: FaultServer,
    verbs: tuple[str, ...],
    fault: Step,
    attempts: int,
) -> None:
    server.default = fault
    driver = connect(time=FakeTime())
    for verb in verbs:
        server.requests.clear()
        with pytest.raises((APIStatusError, APIConnectionError)):
            driver.send(method(verb, body=JsonBody()), body={"a": 1})
        assert len(server.requests) == attempts, verb
        assert {request.body for request in server.requests} == {b'{"a":1}'}


@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_what_never_arrived_is_always_repeated(connect: Connect, verb: str) -> None:
    time = FakeTime()
    driver = connect(time=time, base_url="http://127.0.0.1:1")
    with pytest.raises(APIConnectionError) as caught:
        driver.send(method(verb, body=JsonBody()), body={})
    assert caught.value.attempts == 3
    assert len(time.slept) == 2


def test_waits_double_up_to_a_limit() -> None:
    waits = [backoff_delay(retries, lambda: 1.0) for retries in range(8)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0, 8.0]
    assert backoff_delay(3, lambda: 0.0) == 0.0
    assert backoff_delay(3, lambda: 0.25) == 1.0
    assert backoff_delay(10_000, lambda: 1.0) == 8.0


@pytest.mark.parametrize(
    ("fault", "slept"),
    [
        (reply(429, headers={"Retry-After": "3"}), [3.0, 3.0]),
        (reply(503, headers={"Retry-After": "3"}), [3.0, 3.0]),
        (reply(429, headers={"X-RateLimit-Reset": "1700000002"}), [2.5, 3.0]),
        (reply(500), [0.5, 1.0]),
        (DROPPED, [0.5, 1.0]),
        (reply(429, headers={"Retry-After": "3600"}), []),
    ],
)
def test_what_is_waited_for(
    connect: Connect, server: FaultServer, fault: Step, slept: list[float]
) -> None:
    time = FakeTime()
    server.default = fault
    with pytest.raises((APIStatusError, APIConnectionError)):
        connect(time=time).send()
    assert time.slept == slept


def test_no_wait_beyond_the_deadline(connect: Connect, server: FaultServer) -> None:
    time = FakeTime()
    server.default = reply(429, headers={"Retry-After": "5"})
    with pytest.raises(RateLimitError):
        connect(time=time).send(deadline=12.0)
    assert time.slept == [5.0, 5.0]
    time.slept.clear()
    server.requests.clear()
    with pytest.raises(RateLimitError):
        connect(time=time, deadline=4.0).send()
    assert time.slept == []
    assert len(server.requests) == 1


def test_a_conflict_is_an_answer(connect: Connect, server: FaultServer) -> None:
    server.default = reply(409)
    with pytest.raises(ConflictError):
        connect(time=FakeTime()).send()
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"max_retries": -1},
        {"timeout": "soon"},
        {"deadline": 0},
        {"deadline": -1.0},
        {"timeout": 0},
        {"deadline": float("nan")},
    ],
)
def test_settings_that_make_no_sense(
    connect: Connect, server: FaultServer, bad: dict[str, object]
) -> None:
    with pytest.raises(ArgumentError):
        connect(**bad)
    with pytest.raises(ArgumentError):
        connect().send(GET, **bad)


def test_options_show_no_values() -> None:
    options = RequestOptions(
        headers={"Authorization": "s3cret"}, query={"key": "s3cret"}
    )
    assert "s3cret" not in repr(options)
    assert RequestOptions.adding(options, {"a": 1}).query == {"key": "s3cret", "a": 1}
    assert RequestOptions.adding(None, {"a": 1}).query == {"a": 1}
