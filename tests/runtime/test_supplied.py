"""HTTP clients that callers bring along."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from driver import GET, Driver, FakeTime, Note
from fault_server import FaultServer
from sdk_runtime.auth.security import ApiKey
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.errors import APIConnectionError, APITimeoutError, ArgumentError
from sdk_runtime.transport.deadline import Bound, Phases

Connect = Callable[..., Driver]


TOKEN = "tok_1234567890abcdef"


def test_a_supplied_client_logs_no_secret(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with httpx2.Client() as own:
        driver = Driver(
            False,
            base_url=server.url,
            http_client=own,
            credentials={"q": ApiKey(TOKEN, "query", "key")},
            security=(("q",),),
        )
        driver.send(query={"a": 1})
    assert server.requests[0].target == f"/notes/1?a=1&key={TOKEN}"
    assert "/notes/1" in caplog.text
    assert TOKEN not in caplog.text


def answer(request: httpx2.Request) -> httpx2.Response:
    content = {"id": "1", "name": request.headers["user-agent"]}
    return httpx2.Response(200, json=content, headers={"Set-Cookie": "a=b"})


def test_a_supplied_client_is_used_and_left_open(server: FaultServer) -> None:
    seen: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return answer(request)

    own = httpx2.Client(transport=httpx2.MockTransport(handle), headers={"X-Own": "o"})
    with SyncClient(
        base_url="https://api.example.com/v1", http_client=own, user_agent="mine"
    ) as client:
        assert client._session.send(GET, ("1",)) == Note("1", "mine")
        client._session.send(GET, ("1",))
    assert not own.is_closed
    assert str(seen[0].url) == "https://api.example.com/v1/notes/1"
    assert seen[0].headers["x-own"] == "o"
    assert "cookie" not in seen[1].headers
    own.close()


def test_a_supplied_asynchronous_client(server: FaultServer) -> None:
    async def run() -> None:
        own = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
        async with AsyncClient(
            base_url="https://api.example.com", http_client=own, user_agent="mine"
        ) as client:
            assert await client._session.send(GET, ("1",)) == Note("1", "mine")
        assert not own.is_closed
        await own.aclose()

    asyncio.run(run())


def test_clients_of_the_wrong_kind() -> None:
    with httpx2.Client() as own, pytest.raises(ArgumentError):
        AsyncClient(base_url="https://h.example", http_client=own)  # type: ignore[arg-type]  # refused, as is shown
    with pytest.raises(ArgumentError):
        SyncClient(base_url="https://h.example", http_client=object())  # type: ignore[arg-type]  # refused, as is shown


class Slow(httpx2.BaseTransport):
    """Takes a while to connect, then waits as long as it may for the head.

    Args:
        time: The clock that it moves.
    """

    def __init__(self, time: FakeTime) -> None:
        self.time = time
        self.waits: list[float] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        timeouts = request.extensions["timeout"]
        assert set(timeouts) == {"connect", "read", "write", "pool"}
        for phase, seconds in (("connect", 4.0), ("write", 3.0), ("read", 9.0)):
            wait = timeouts.get(phase)
            assert wait == timeouts[phase]
            self.waits.append(wait)
            self.time.now += min(wait, seconds)
            if wait < seconds:
                raise httpx2.ReadTimeout(f"{phase} took {wait}")
        raise AssertionError("it had the time")


@pytest.mark.parametrize(
    ("settings", "waits"),
    [
        # Each phase gets what the ones before it have left.
        ({"deadline": 10.0, "timeout": 60.0}, [10.0, 6.0, 3.0]),
        ({"timeout": 8.0}, [8.0, 4.0, 1.0]),
        ({"deadline": 5.0, "timeout": None}, [5.0, 1.0]),
        (
            {"deadline": 20.0, "timeout": httpx2.Timeout(5.0, connect=30.0)},
            [20.0, 5.0, 5.0],
        ),
    ],
)
def test_a_supplied_client_gets_what_is_left_of_the_deadline(
    settings: dict[str, Any], waits: list[float]
) -> None:
    time = FakeTime()
    slow = Slow(time)
    with httpx2.Client(transport=slow) as own:
        driver = Driver(
            False,
            time,
            base_url="https://h.example",
            http_client=own,
            max_retries=0,
            **settings,
        )
        with pytest.raises(APITimeoutError):
            driver.send()
    assert slow.waits == waits


def test_time_that_is_over_is_still_a_timeout() -> None:
    now = [10.0]
    phases = Phases({"read": Bound.until(15.0, 3.0, lambda: now[0]), "pool": None})
    assert (phases["read"], phases.get("read"), phases["pool"]) == (3.0, 3.0, None)
    assert (phases.get("other"), phases.get("other", 1.0)) == (None, 1.0)
    now[0] = 16.0
    # Zero would mean not to wait at all, and fail as a broken connection does.
    assert 0 < phases["read"] < 0.001


@pytest.mark.parametrize(
    "fault",
    [httpx2.ReadError("x"), ValueError(TOKEN), OSError("x"), RuntimeError(TOKEN)],
)
def test_whatever_a_supplied_client_raises(fault: Exception) -> None:
    def handle(request: httpx2.Request) -> httpx2.Response:
        raise fault

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as own:
        driver = Driver(
            False, base_url="https://h.example", http_client=own, max_retries=0
        )
        with pytest.raises(APIConnectionError) as caught:
            driver.send()
        assert TOKEN not in str(caught.value)
        assert caught.value.__cause__ is fault
