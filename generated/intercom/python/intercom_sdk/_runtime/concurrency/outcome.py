"""What is called, and what a call comes to."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from ..errors import ArgumentError

if TYPE_CHECKING:
    from asyncio import Task
    from concurrent.futures import Future

T = TypeVar("T")


class Failure(Struct, Generic[T], frozen=True):
    """A call that failed, in the place of its result.

    Args:
        item: What the function was called with.
        error: What it raised.
    """

    item: T
    error: Exception


class Misuse(Struct, frozen=True):
    """Stands for the result of a function of the other kind, which is no failure to collect."""

    message: str


class Plan(Struct, frozen=True):
    """What is to be called, and how.

    Args:
        function: Is called with each item.
        items: The items, if they are there without waiting.
        async_items: The items, if they can be awaited.
        concurrency: How many calls may run at once, and how many results may wait.
        ordered: Whether the results come in the order of the items.
        collects: Whether failures come as values.
    """

    function: Callable[[Any], Any]
    items: Iterable[Any] | None
    async_items: AsyncIterable[Any] | None
    concurrency: int
    ordered: bool
    collects: bool

    def outcome(self, item: object, call: Future[Any] | Task[Any]) -> object:
        """The result of a call that has ended."""
        if self.collects and not call.cancelled():
            error = call.exception()
            if isinstance(error, Exception):
                return Failure[object](item, error)
        result = call.result()
        if isinstance(result, Misuse):
            raise ArgumentError(result.message)
        return result
