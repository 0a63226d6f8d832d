"""One function over many items.

for note in map_concurrently(client.notes.retrieve, ids, concurrency=4):
    print(note)
"""

# The overloads go from the narrow to the wide, and the first that fits is meant; mypy warns that a
# value could be awaitable by chance.
# mypy: disable-error-code="overload-overlap"

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Iterator,
)
from types import TracebackType
from typing import Any, Literal, Self, TypeGuard, TypeVar, overload

from ..argument_checks import check_count, check_flag, kind_of
from ..errors import ArgumentError
from .in_tasks import results_in_tasks
from .in_threads import results_in_threads
from .outcome import Failure, Plan

T = TypeVar("T")
R = TypeVar("R")


class Results(Iterator[R]):
    """The results of `map_concurrently`. Closing it, at the end of `with` too, begins no further
    call and waits for those that run.
    """

    _rest: Generator[R, None, None]

    def __next__(self) -> R:
        return next(self._rest)

    def close(self) -> None:
        """Begin no further call, and wait for those that run."""
        self._rest.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncResults(AsyncIterator[R]):
    """The results of `map_concurrently`, to be awaited. Closing it, at the end of `async with` too,
    cancels the calls that run and waits for their end.
    """

    _async_rest: AsyncGenerator[R, None]

    def __anext__(self) -> Awaitable[R]:
        return anext(self._async_rest)

    async def aclose(self) -> None:
        """Cancel the calls that run, and wait for their end."""
        await self._async_rest.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


class _Map(Results[Any], AsyncResults[Any]):
    """Either kind: only when it is called does a function show whether it has to be awaited."""

    def __init__(self, plan: Plan) -> None:
        # Neither holds this object, so that one that is dropped is closed at once.
        self._rest = results_in_threads(plan)
        self._async_rest = results_in_tasks(plan)


@overload
def map_concurrently(
    function: Callable[[T], Awaitable[R]],
    items: Iterable[T] | AsyncIterable[T],
    *,
    concurrency: int = 8,
    ordered: bool = True,
    errors: Literal["raise"] = "raise",
) -> AsyncResults[R]: ...
@overload
def map_concurrently(
    function: Callable[[T], Awaitable[R]],
    items: Iterable[T] | AsyncIterable[T],
    *,
    concurrency: int = 8,
    ordered: bool = True,
    errors: Literal["collect"],
) -> AsyncResults[R | Failure[T]]: ...
@overload
def map_concurrently(
    function: Callable[[T], R],
    items: Iterable[T],
    *,
    concurrency: int = 8,
    ordered: bool = True,
    errors: Literal["raise"] = "raise",
) -> Results[R]: ...
@overload
def map_concurrently(
    function: Callable[[T], R],
    items: Iterable[T],
    *,
    concurrency: int = 8,
    ordered: bool = True,
    errors: Literal["collect"],
) -> Results[R | Failure[T]]: ...
def map_concurrently(
    function: Callable[[Any], Any],
    items: object,
    *,
    concurrency: int = 8,
    ordered: bool = True,
    errors: object = "raise",
) -> Any:
    """Call a function with each item, several at once, and hand the results out.

    `for` runs the calls in threads; `async for`, of an asynchronous function, in tasks. Nothing is
    called before the first result is requested. Items are read as they are needed, by the caller's
    thread, so there may be any number of them: no more than `concurrency` are read ahead of the
    results that were handed out. Calls run in a copy of the context (`contextvars`) of the first
    request. When the results are closed or dropped, after an error, and when the task is cancelled,
    no further call begins: threads are waited for, tasks are cancelled and waited for.

        for note in map_concurrently(client.notes.retrieve, ids):
            print(note)

    Args:
        function: Is called with one item, such as a method of a client.
        items: What it is called with; for an asynchronous function an asynchronous iterable, too.
        concurrency: How many calls run at once.
        ordered: Whether the results come in the order of the items, or as the calls end.
        errors: "raise" for the first error that a call raises, which ends all; "collect" for a
            `Failure` with item and error in the place of each result that there isn't.

    Returns:
        An iterator of the results, or an asynchronous one; `with`, or `async with`, closes it.

    Raises:
        ArgumentError: An argument can't be used.
    """
    if not callable(function):
        raise ArgumentError(f"function must be a function, not {kind_of(function)}")
    plain = items if _is_iterable(items) else None
    awaited = items if _is_async_iterable(items) else None
    if plain is None and awaited is None:
        raise ArgumentError(f"items must be an iterable, not {kind_of(items)}")
    check_count("concurrency", concurrency, 1)
    check_flag("ordered", ordered)
    if not isinstance(errors, str) or errors not in {"raise", "collect"}:
        raise ArgumentError(f"errors is {errors!r}, which isn't 'raise' or 'collect'")
    plan = Plan(
        function=function,
        items=plain,
        async_items=awaited,
        concurrency=concurrency,
        ordered=ordered,
        collects=errors == "collect",
    )
    return _Map(plan)


def _is_iterable(items: object) -> TypeGuard[Iterable[Any]]:
    return isinstance(items, Iterable)


def _is_async_iterable(items: object) -> TypeGuard[AsyncIterable[Any]]:
    return isinstance(items, AsyncIterable)
