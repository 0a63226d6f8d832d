"""Many calls at once: what is read ahead, and what is left behind."""

from __future__ import annotations

import asyncio
import gc
import itertools
import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
from concurrency_support import Calls, stepwise, workers
from sdk_runtime.concurrency.concurrent_map import map_concurrently


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("concurrency", [1, 3])
def test_a_slow_consumer_holds_threads_back(concurrency: int, ordered: bool) -> None:
    read = itertools.count()
    calls = Calls()
    with map_concurrently(
        calls, read, concurrency=concurrency, ordered=ordered
    ) as results:
        assert calls.begun == []
        for taken in range(1, 6):
            next(results)
            time.sleep(0.01)
            assert len(calls.begun) <= taken + concurrency
    # One more is the look at the iterator itself.
    assert next(read) <= 5 + concurrency
    assert workers() == []


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("concurrency", [1, 3])
@pytest.mark.parametrize("wrap", [iter, stepwise])
def test_a_slow_consumer_holds_tasks_back(
    concurrency: int, ordered: bool, wrap: Any
) -> None:
    read = itertools.count()
    calls = Calls()

    async def consume() -> None:
        async with map_concurrently(
            calls.later, wrap(read), concurrency=concurrency, ordered=ordered
        ) as results:
            assert calls.begun == []
            for taken in range(1, 6):
                await anext(results)
                await asyncio.sleep(0.01)
                assert len(calls.begun) <= taken + concurrency
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(consume())
    assert next(read) <= 5 + concurrency + 1


def test_a_loop_that_is_left_leaves_no_thread() -> None:
    calls = Calls(lambda item: 0.01)
    for _ in map_concurrently(calls, itertools.count(), concurrency=4):
        break
    assert (calls.running, workers()) == (0, [])


def test_a_loop_that_is_left_leaves_no_task() -> None:
    calls = Calls(lambda item: 0.01 + item)

    async def consume() -> None:
        async for _ in map_concurrently(calls.later, itertools.count(), concurrency=4):
            break
        for _ in range(5):
            await asyncio.sleep(0)
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(consume())
    assert (calls.running, calls.cancelled) == (0, 4)


@pytest.mark.parametrize("wrap", [iter, stepwise])
def test_cancelling_the_consumer_cancels_the_calls(wrap: Any) -> None:
    calls = Calls(lambda item: 60)

    async def consume() -> None:
        async for _ in map_concurrently(calls.later, wrap(range(100))):
            raise AssertionError

    async def main() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await consume()
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(main())
    assert (calls.running, calls.cancelled) == (0, 8)


def test_dropped_results_in_a_cycle_are_closed() -> None:
    calls = Calls(lambda item: 0.01)
    held: list[Any] = [map_concurrently(calls, itertools.count())]
    next(held[0])
    held.append(held)
    del held
    gc.collect()
    assert (calls.running, workers()) == (0, [])


def test_nothing_is_called_before_the_first_result_is_requested() -> None:
    def items() -> Iterator[int]:
        raise AssertionError
        yield 1

    map_concurrently(Calls(), items()).close()
    results: Any = map_concurrently(Calls().later, items())
    asyncio.run(results.aclose())


def test_an_interrupt_waits_for_the_threads() -> None:
    calls = Calls(lambda item: 0.05)

    def interrupting(item: int) -> int:
        if item == 5:
            os.kill(os.getpid(), signal.SIGINT)
        return calls(item)

    with pytest.raises(KeyboardInterrupt):
        list(map_concurrently(interrupting, itertools.count(), concurrency=3))
    assert (calls.running, workers()) == (0, [])
