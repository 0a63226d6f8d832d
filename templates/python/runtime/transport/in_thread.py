"""What would stop an event loop is done in a thread beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class InThread(Generic[T]):
    """Work that one thread does for all tasks of an event loop that wait for it.

    No executor is used: its threads would stay, which a later fork is warned of.

    Args:
        work: What is done; once more where it is asked for after it was done.
    """

    __slots__ = ("_running", "_work")

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._running: tuple[object, asyncio.Future[T]] | None = None

    async def result(self) -> T:
        """Wait for what the work comes to, or raise what it raises."""
        loop = asyncio.get_running_loop()
        running = self._running
        if running is None or running[0] is not loop:
            running = self._running = loop, _start(loop, self._work)
        try:
            # A task that is cancelled doesn't cancel what others wait for.
            return await asyncio.shield(running[1])
        finally:
            if running[1].done() and self._running is running:
                self._running = None


def _start(loop: asyncio.AbstractEventLoop, work: Callable[[], T]) -> asyncio.Future[T]:
    done: asyncio.Future[T] = loop.create_future()

    def finish(result: T | None, error: Exception | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # there is one without an error

    def run() -> None:
        result, failed = None, None
        try:
            result = work()
        except Exception as error:
            failed = error
        # The loop may have ended meanwhile.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(finish, result, failed)

    Thread(target=run, daemon=True).start()
    return done
