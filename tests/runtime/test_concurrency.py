"""Many calls at once: their results, and what is refused."""

from __future__ import annotations

import asyncio
import contextvars
import itertools
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from concurrency_support import Calls, Wrong, stepwise, workers
from hypothesis import given, settings
from hypothesis import strategies as st
from sdk_runtime.concurrency.concurrent_map import map_concurrently
from sdk_runtime.concurrency.outcome import Failure
from sdk_runtime.errors import ArgumentError

Mapper = Callable[..., list[Any]]


def threads(calls: Calls, items: Any, **options: Any) -> list[Any]:
    return list(map_concurrently(calls, items, **options))


def tasks(calls: Calls, items: Any, **options: Any) -> list[Any]:
    async def collect() -> list[Any]:
        found = [r async for r in map_concurrently(calls.later, items, **options)]
        assert len(asyncio.all_tasks()) == 1
        return found

    return asyncio.run(collect())


def stepping(calls: Calls, items: Any, **options: Any) -> list[Any]:
    return tasks(calls, stepwise(items), **options)


ALL = pytest.mark.parametrize("mapper", [threads, tasks, stepping])


@ALL
@settings(max_examples=25, deadline=None)
@given(
    pauses=st.lists(st.integers(0, 3), max_size=12),
    concurrency=st.integers(1, 14),
    ordered=st.booleans(),
    wrong=st.sets(st.integers(0, 11)),
)
def test_each_item_comes_to_one_result(
    mapper: Mapper,
    pauses: list[int],
    concurrency: int,
    ordered: bool,
    wrong: set[int],
) -> None:
    calls = Calls(lambda item: pauses[item] / 1000, wrong)
    items = range(len(pauses))
    found = mapper(
        calls, items, concurrency=concurrency, ordered=ordered, errors="collect"
    )
    shown = [
        one.item if isinstance(one, Failure) and isinstance(one.error, Wrong) else -one
        for one in found
    ]
    assert (shown if ordered else sorted(shown)) == list(items)
    assert {one.item for one in found if isinstance(one, Failure)} == wrong & {*items}
    assert sorted(calls.begun) == list(items)
    assert calls.most <= concurrency
    assert workers() == []


@ALL
def test_they_run_at_once(mapper: Mapper) -> None:
    # The first ends when there has been time for the others to begin.
    calls = Calls(lambda item: 0.0 if item else 0.5)
    wide = Calls(lambda item: 0.5)
    assert mapper(calls, range(30), concurrency=2) == [-n for n in range(30)]
    assert calls.most == 2
    assert mapper(wide, range(6), concurrency=6) == [-n for n in range(6)]
    assert wide.most == 6


@ALL
def test_as_completed(mapper: Mapper) -> None:
    calls = Calls(lambda item: 0.05 * (3 - item))
    assert mapper(calls, range(3), ordered=False) == [-2, -1, 0]


@ALL
def test_an_error_ends_all(mapper: Mapper) -> None:
    calls = Calls(lambda item: 0.01, wrong={5})
    with pytest.raises(Wrong, match="5"):
        mapper(calls, itertools.count(), concurrency=4)
    assert calls.running == 0
    assert max(calls.begun) <= 5 + 4
    assert workers() == []


@ALL
def test_items_that_break_off(mapper: Mapper) -> None:
    def items() -> Iterator[int]:
        yield from range(5)
        raise Wrong("items")

    seen: list[int] = []

    class Seen(Calls):
        def _end(self) -> None:
            super()._end()
            seen.append(1)

    calls = Seen(lambda item: 0.01)
    with pytest.raises(Wrong, match="items"):
        mapper(calls, items(), concurrency=2, errors="collect")
    assert (calls.begun, calls.running, len(seen)) == ([*range(5)], 0, 5)


def test_results_before_broken_items_are_handed_out() -> None:
    def items() -> Iterator[int]:
        yield from range(5)
        raise Wrong("items")

    results = map_concurrently(Calls(), items(), concurrency=8)
    assert [next(results) for _ in range(5)] == [0, -1, -2, -3, -4]
    with pytest.raises(Wrong):
        next(results)
    assert list(results) == []


def test_threads_have_the_context_of_the_caller() -> None:
    variable = contextvars.ContextVar("variable", default="none")
    variable.set("caller")

    def use(item: int) -> str:
        found = variable.get()
        variable.set(f"call {item}")
        return found

    assert list(map_concurrently(use, range(20))) == ["caller"] * 20
    assert variable.get() == "caller"


def test_live_items_hold_no_result_back() -> None:
    """A source that waits is read once at most while a result is there."""
    gate = threading.Semaphore(2)

    def live() -> Iterator[int]:
        for number in itertools.count():
            assert gate.acquire(timeout=5)
            yield number

    with map_concurrently(Calls(), live(), concurrency=4) as results:
        first = next(results)
        assert first == 0
        gate.release(10)


@pytest.mark.parametrize("errors", ["raise", "collect"])
def test_the_wrong_kind_of_loop(errors: Any) -> None:
    calls = Calls()
    function: Any = calls.later
    for one in (function, lambda item: function(item + 1)):
        with pytest.raises(ArgumentError, match="async for"):
            list(map_concurrently(one, [1], errors=errors))
    wrong: Any = stepwise([1])
    with pytest.raises(ArgumentError, match="async for"):
        list(map_concurrently(calls, wrong))

    async def consume() -> None:
        results: Any = map_concurrently(calls, [1], errors=errors)
        async for _ in results:
            raise AssertionError

    with pytest.raises(ArgumentError, match="use `for`"):
        asyncio.run(consume())
    assert workers() == []


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((1, []), {}, "function"),
        ((len, 1), {}, "items"),
        ((len, []), {"concurrency": 0}, "concurrency"),
        ((len, []), {"concurrency": True}, "concurrency"),
        ((len, []), {"concurrency": 2.0}, "concurrency"),
        ((len, []), {"ordered": 1}, "ordered"),
        ((len, []), {"errors": "ignore"}, "errors"),
        ((len, []), {"errors": ["raise"]}, "errors"),
    ],
)
def test_arguments_are_checked(arguments: Any, options: Any, message: str) -> None:
    function: Any = map_concurrently
    with pytest.raises(ArgumentError, match=message):
        function(*arguments, **options)
