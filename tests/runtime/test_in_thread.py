"""Work beside an event loop: done once for all tasks that wait for it."""

from __future__ import annotations

import asyncio
import threading

import pytest
from driver import GET
from sdk_runtime.call.client import AsyncClient
from sdk_runtime.errors import ClientClosedError
from sdk_runtime.transport.in_thread import InThread


class Work:
    """Counts how often it is done, and lasts until it is let go."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.count = 0
        self.go = threading.Event()

    def __call__(self) -> int:
        self.go.wait(5)
        self.count += 1
        if self.error is not None:
            raise self.error
        return self.count


async def results(work: Work, cancelled: int) -> list[object]:
    shared = InThread(work)
    tasks = [asyncio.create_task(shared.result()) for _ in range(5)]
    await asyncio.sleep(0)
    for task in tasks[:cancelled]:
        task.cancel()
    work.go.set()
    return list(await asyncio.gather(*tasks[cancelled:], return_exceptions=True))


def test_five_tasks_share_one_result() -> None:
    work = Work()
    assert asyncio.run(results(work, 0)) == [1] * 5


def test_a_cancelled_task_leaves_the_others_their_result() -> None:
    work = Work()
    assert asyncio.run(results(work, 1)) == [1] * 4


def test_all_see_the_error_and_the_next_begins_anew() -> None:
    work = Work(ValueError("no"))
    shared = InThread(work)
    work.go.set()

    async def twice() -> int:
        with pytest.raises(ValueError, match="no"):
            await shared.result()
        work.error = None
        return await shared.result()

    assert asyncio.run(twice()) == 2


def test_each_event_loop_has_its_own() -> None:
    work = Work()
    work.go.set()
    shared = InThread(work)
    assert [asyncio.run(shared.result()) for _ in range(2)] == [1, 2]


def test_a_client_that_is_closed_while_it_connects_refuses_the_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def close_meanwhile() -> None:
        client = AsyncClient(base_url="https://127.0.0.1:1", transport="httpcore2")
        go, session = threading.Event(), client._session
        connect = session._connect
        monkeypatch.setattr(session, "_connect", lambda: (go.wait(5), connect())[1])
        call = asyncio.create_task(session.send(GET, ("1",)))
        await asyncio.sleep(0)
        await client.aclose()
        go.set()
        with pytest.raises(ClientClosedError):
            await call

    asyncio.run(close_meanwhile())
