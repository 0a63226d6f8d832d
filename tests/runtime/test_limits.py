"""The rate limit of a client: rates, waits that end early, copies, and its state."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from driver import GET, Driver
from fault_server import Connection, FaultServer, Recorded, reply
from sdk_runtime.call.client import SyncClient, rate_limit
from sdk_runtime.errors import (
    APITimeoutError,
    ArgumentError,
    RateLimitError,
)
from sdk_runtime.hooks.events import ResponseEvent
from shop import Colour

Connect = Callable[..., Driver]
NONE_LEFT = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0"}
LONG = {**NONE_LEFT, "X-RateLimit-Reset": "500"}


@pytest.mark.parametrize("setting", ["all", True, 0, -1, math.inf, math.nan, "5", []])
def test_what_is_no_limit_is_refused(connect: Connect, setting: Any) -> None:
    with pytest.raises(ArgumentError, match="rate_limit"):
        connect(rate_limit=setting)
    with pytest.raises(ArgumentError, match="rate_limit"):
        connect(rate_limit=1.0).client._session.copy_with(
            ["rate_limit"], {"base_url": "http://127.0.0.1", "rate_limit": setting}
        )


def test_without_a_limit_there_is_no_state(connect: Connect) -> None:
    driver = connect()
    driver.send()
    assert rate_limit(driver.client) is None


def test_a_rate_spaces_calls_evenly(connect: Connect, server: FaultServer) -> None:
    driver, began = connect(rate_limit=50), time.monotonic()
    for _ in range(11):
        driver.send()
    assert time.monotonic() - began >= 0.2
    assert len(server.requests) == 11
    state = rate_limit(driver.client)
    assert state is not None
    assert (state.rate, state.limit, state.waiting) == (50, None, 0)


def test_threads_share_a_rate(server: FaultServer) -> None:
    with (
        SyncClient(base_url=server.url, rate_limit=100.0) as client,
        ThreadPoolExecutor(20) as threads,
    ):
        began = time.monotonic()
        list(threads.map(lambda _: client._session.send(GET, ("1",)), range(41)))
        assert time.monotonic() - began >= 0.4


def test_the_state_is_what_headers_say(connect: Connect, server: FaultServer) -> None:
    headers = {
        "RateLimit-Policy": '"burst";q=100;w=60',
        "RateLimit": '"burst";r=99;t=30',
    }
    server.default = reply(headers=headers)
    driver = connect(rate_limit="auto")
    driver.send()
    state = rate_limit(driver.client)
    assert state is not None
    assert (state.limit, state.remaining, state.window) == (100, 99, 60)
    assert (state.under_way, state.waiting, state.rate) == (0, 0, None)
    assert state.reset is not None
    left = state.reset - datetime.now(UTC)
    assert timedelta(seconds=25) < left < timedelta(seconds=32)


def test_a_deadline_ends_the_wait(connect: Connect, server: FaultServer) -> None:
    server.default = reply(headers=LONG)
    driver = connect(rate_limit="auto")
    driver.send()
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match="rate limit") as caught:
        driver.send(deadline=0.1)
    assert 0.1 <= time.monotonic() - began < 2
    assert (caught.value.path, caught.value.attempts) == ("/notes/1", 1)
    assert len(server.requests) == 1
    state = rate_limit(driver.client)
    assert state is not None
    assert (state.remaining, state.under_way, state.waiting) == (0, 0, 0)


def test_the_wait_is_none_of_the_time_of_an_attempt(
    connect: Connect, server: FaultServer
) -> None:
    events: list[ResponseEvent] = []
    driver = connect(
        rate_limit=2.0, timeout=0.3, max_retries=0, on_response=events.append
    )
    driver.send()
    driver.send()
    assert len(server.requests) == 2
    assert max(event.elapsed for event in events) < 0.3


@pytest.mark.parametrize("status", [429, 503])
def test_nobody_sends_before_retry_after(
    connect: Connect, server: FaultServer, status: int
) -> None:
    server.then(reply(status, headers={"Retry-After": "1"}))
    driver = connect(rate_limit="auto", max_retries=0)
    with pytest.raises(Exception, match=str(status)):
        driver.send()
    refused = time.monotonic()
    with pytest.raises(APITimeoutError):
        driver.send(deadline=0.05)
    driver.send()
    assert time.monotonic() - refused >= 0.95
    assert len(server.requests) == 2


def test_retries_are_calls(connect: Connect, server: FaultServer) -> None:
    server.then(reply(500), reply(500))
    driver, began = connect(rate_limit=10.0, random=lambda: 0.0), time.monotonic()
    driver.send()
    assert time.monotonic() - began >= 0.2
    assert len(server.requests) == 3


def test_a_server_that_says_nothing_is_not_limited(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(rate_limit="auto")
    for _ in range(30):
        driver.send()
    state = rate_limit(driver.client)
    assert state is not None
    assert (state.limit, state.remaining, state.reset) == (None, None, None)


def test_a_refusal_without_a_time_is_asked_about_once_a_second(
    connect: Connect, server: FaultServer
) -> None:
    server.then(reply(429))
    driver = connect(rate_limit="auto", max_retries=0)
    with pytest.raises(RateLimitError):
        driver.send()
    began = time.monotonic()
    driver.send()
    assert 0.9 < time.monotonic() - began < 3


def test_a_lost_connection_loses_no_turn(connect: Connect, server: FaultServer) -> None:
    def drop(connection: Connection, request: Recorded) -> bool:
        return False

    server.default = reply(headers={**LONG, "X-RateLimit-Remaining": "50"})
    driver = connect(rate_limit="auto", max_retries=0)
    driver.send()
    server.then(*[drop] * 5)
    for _ in range(5):
        with pytest.raises(Exception, match="/notes/1"):
            driver.send()
    driver.send()
    state = rate_limit(driver.client)
    assert state is not None
    assert (state.remaining, state.under_way) == (50, 0)


def test_copies_share_the_limit_of_a_credential(
    colour: Colour, server: FaultServer
) -> None:
    server.default = reply(headers={**LONG, "X-RateLimit-Remaining": "3"})
    client = colour.make(rate_limit="auto")
    colour.get(client.with_options(timeout=5))
    state = rate_limit(client)
    assert state is not None
    assert state.remaining == 3
    for changes, remaining in (
        ({"rate_limit": "auto"}, 3),
        ({"max_retries": 0}, 3),
        ({"rate_limit": 100}, None),
        ({"token": "another"}, None),
    ):
        copy = client.with_options(**changes)
        found = rate_limit(copy)
        assert found is not None
        assert found.remaining == remaining, changes
    server.default = reply(headers=LONG)
    colour.get(client)
    free = client.with_options(rate_limit=None)
    for one in (free, free.with_options(timeout=3)):
        assert rate_limit(one) is None
        colour.get(one)
    again = rate_limit(free.with_options(rate_limit="auto"))
    assert again is not None
    with pytest.raises(APITimeoutError, match="rate limit"):
        colour.get(client.with_options(deadline=0.05))


def test_a_copy_may_be_limited_alone(colour: Colour, server: FaultServer) -> None:
    server.default = reply(headers=LONG)
    client = colour.make()
    copy = client.with_options(rate_limit="auto", deadline=0.1)
    colour.get(copy)
    with pytest.raises(APITimeoutError, match="rate limit"):
        colour.get(copy)
    colour.get(client)
    assert server.connections == 1
