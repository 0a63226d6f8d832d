"""How many requests a pool carries at once, and what waits until there is room for another.

The library's own queue would send what waits in it after the client was closed, and would count the
wait as the server's time.
"""

from __future__ import annotations

import os
from queue import Empty, SimpleQueue
from typing import NoReturn, Protocol

import httpcore2

from .deadline import remaining
from .errors import ClientClosedError


class Abandoned(Protocol):
    """An answer that was dropped without being closed."""

    def close(self) -> None:
        """Take it out of its pool."""
        ...


class Slots:
    """Room for some requests, for threads.

    Args:
        count: How many requests fit.
    """

    __slots__ = ("_count", "_free", "closed", "process")

    def __init__(self, count: int) -> None:
        self._count = count
        self.closed: bool = False
        self.process: int = os.getpid()
        # Its `put` alone may interrupt itself, so that a finaliser can call it at any point.
        self._free: SimpleQueue[Abandoned | None] = SimpleQueue()
        for _ in range(count):
            self._free.put(None)

    def take(self, wait: float | None) -> bool:
        """Take a slot, and return whether it had to be waited for.

        Raises:
            ClientClosedError: The client is closed, or was meanwhile.
            PoolTimeout: None became free in so many seconds.
        """
        waited = False
        try:
            left_over = self._free.get_nowait()
        except Empty:
            waited = True
            left_over = self._next(wait)
        if self.closed:
            # The next that waits is to see it as well.
            self._free.put(left_over)
            refuse()
        if left_over is not None:
            try:
                left_over.close()
            except BaseException:
                self._free.put(None)
                raise
        return waited

    def give(self, left_over: Abandoned | None = None) -> None:
        """Give a slot back; `left_over` is closed by whoever takes it next."""
        self._free.put(left_over)

    def close(self) -> None:
        """Refuse all who wait, and all who come."""
        self.closed = True
        self._free.put(None)

    def _next(self, wait: float | None) -> Abandoned | None:
        try:
            return self._free.get(timeout=remaining(wait))
        except (Empty, TimeoutError):
            raise none_free(self._count) from None


def refuse() -> NoReturn:
    """Raise what a closed client says."""
    raise ClientClosedError("the client is closed")


def none_free(count: int) -> httpcore2.PoolTimeout:
    """The error for a wait that took too long."""
    return httpcore2.PoolTimeout(
        f"no connection was free in time: all {count} of the client are in use"
    )
