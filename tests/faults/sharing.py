"""Calls of several threads, tasks, event loops and processes at once."""

from __future__ import annotations

import asyncio
import gc
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from driver import GET, Note
from fork_support import in_child
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.errors import APIError

if TYPE_CHECKING:
    from faults.stage import Stage

MANY = 12


def at_once(stage: Stage) -> Any:
    """Twelve GETs at once"""
    return _counted(_all(stage, MANY))


def four_and_one(stage: Stage) -> Any:
    """Four GETs at once, and a fifth with a deadline when they are sent"""
    first = _start(stage, 4)
    stage.until(lambda: len(stage.server.requests) >= 4)
    try:
        return stage.driver.send(GET, deadline=0.2)
    finally:
        first()


def _all(stage: Stage, count: int) -> list[Any]:
    return _start(stage, count)()


def _start(stage: Stage, count: int) -> Callable[[], list[Any]]:
    """Begin some calls; what is returned gives what they came to."""
    session = stage.driver.session
    if not stage.asynchronous:
        pool = ThreadPoolExecutor(count)
        running = [pool.submit(session.send, GET, ("1",)) for _ in range(count)]

        def ended() -> list[Any]:
            results = [one.exception() or one.result() for one in running]
            pool.shutdown()
            return results

        return ended

    async def begin() -> list[asyncio.Task[Any]]:
        tasks = [asyncio.create_task(session.send(GET, ("1",))) for _ in range(count)]
        await asyncio.sleep(0.05)
        return tasks

    async def gathered() -> list[Any]:
        return await asyncio.gather(*tasks, return_exceptions=True)

    tasks = stage.driver.wait(begin())
    return lambda: list(stage.driver.wait(gathered()))


def _counted(results: list[Any]) -> dict[str, int]:
    return dict(Counter(type(one).__name__ for one in results))


def cancelled_crowd(stage: Stage) -> Any:
    """Twelve GETs, half of which are cancelled while they wait for a connection"""
    session = stage.driver.session

    async def run() -> dict[str, int]:
        tasks = [asyncio.create_task(session.send(GET, ("1",))) for _ in range(MANY)]
        await asyncio.sleep(0.03)
        for task in tasks[MANY // 2 :]:
            task.cancel()
        return _counted(await asyncio.gather(*tasks, return_exceptions=True))

    return stage.driver.wait(run())


# Event loops, threads and processes.


def three_loops(stage: Stage) -> Any:
    """A GET in each of three event loops, one after the other"""
    session: Any = AsyncClient(**_plain(stage)).__session__()
    with _uncollected():
        for _ in range(2):
            asyncio.run(_sent(session))
        note = asyncio.run(_last(session))
        del session
    return note


async def _last(session: Any) -> Note:
    note = await _sent(session)
    await session.aclose()
    return note


def loops_in_threads(stage: Stage) -> Any:
    """GETs of four clients in the event loops of four threads"""
    drivers = [stage.make_driver() for _ in range(4)]

    def run(driver: Any) -> Any:
        return driver.wait(_sent(driver.session))

    with ThreadPoolExecutor(4) as pool:
        return _counted(list(pool.map(run, drivers)))


async def _sent(session: Any) -> Note:
    note: Note = await session.send(GET, ("1",))
    return note


def forked(stage: Stage) -> Any:
    """A GET, one in a forked process, and another"""
    driver = stage.driver
    driver.send(GET)

    def act() -> None:
        session = driver.session
        note = (
            asyncio.run(_sent(session))
            if stage.asynchronous
            else session.send(GET, ("1",))
        )
        assert note.name == "Ann"

    assert in_child(act) == 0
    return driver.send(GET)


def forked_while_sending(stage: Stage) -> Any:
    """A GET of a thread, while a forked process calls and closes its copy"""
    end = _start(stage, 1)
    stage.until(lambda: bool(stage.server.requests))
    client = stage.driver.client

    def act() -> None:
        if stage.asynchronous:
            asyncio.run(client.close())
        else:
            client.close()

    assert in_child(act) == 0
    return _counted(end())


# The end.


def closed_meanwhile(stage: Stage) -> Any:
    """Twelve GETs, during which the client is closed"""
    end = _start(stage, MANY)
    stage.until(lambda: len(stage.server.requests) >= 4)
    stage.driver.close()
    results = end()
    assert all(isinstance(one, APIError) for one in results), _counted(results)
    return "all raise an error of ours"


def closed_before(stage: Stage) -> Any:
    """A GET after the client was closed"""
    stage.driver.close()
    return stage.driver.send(GET)


def closed_twice(stage: Stage) -> Any:
    """A GET, after which the client is closed twice"""
    result = stage.driver.send(GET)
    stage.driver.close()
    stage.driver.close()
    return result


def never_closed(stage: Stage) -> Any:
    """A GET of a client that is dropped without being closed"""
    client = SyncClient(**_plain(stage))
    with _uncollected():
        note = client.__session__().send(GET, ("1",))
        del client
    return note


def _plain(stage: Stage) -> dict[str, Any]:
    return {"base_url": stage.url, "transport": stage.transport}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python warns of sockets that nobody has closed, which is right."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
        gc.collect()
