"""HTTP clients that callers bring along."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import httpx2
import pytest
from driver import GET, Driver, Note
from fault_server import FaultServer
from sdk_runtime.client import AsyncClient, SyncClient
from sdk_runtime.errors import (
    APIConnectionError,
    ArgumentError,
)
from sdk_runtime.security import ApiKey

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
