"""How many requests a client sends at once, for threads."""

from __future__ import annotations

import os
from queue import Empty, SimpleQueue
from typing import Final, NoReturn, Protocol

from ..errors import ClientClosedError
from .deadline import Limits, remaining
from .faults import PoolTimeout

# More sockets no address has ports for.
_MOST: Final = 65_536


def raise_closed() -> NoReturn:
    """Raise the error of a closed client."""
    raise ClientClosedError("the client is closed")


def none_free(count: int) -> PoolTimeout:
    """The error for a wait that took too long."""
    return PoolTimeout(
        f"no connection was free in time: all {count} of the client are in use"
    )


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
        for _ in range(min(count, _MOST)):
            self._free.put(None)

    def acquire(self, limits: Limits) -> bool:
        """Take a slot, and return whether it had to be waited for.

        Raises:
            ClientClosedError: The client is closed, or was meanwhile.
            PoolTimeout: None became free in so many seconds.
        """
        waited = False
        try:
            abandoned = self._free.get_nowait()
        except Empty:
            waited = True
            abandoned = self._next(limits)
        if self.closed:
            # The next that waits is to see it as well.
            self._free.put(abandoned)
            raise_closed()
        if abandoned is not None:
            try:
                abandoned.close()
            except BaseException:
                self._free.put(None)
                raise
        return waited

    def release(self, abandoned: Abandoned | None = None) -> None:
        """Give a slot back; `abandoned` is closed by whoever takes it next."""
        self._free.put(abandoned)

    def close(self) -> None:
        """Refuse all who wait, and all who come."""
        self.closed = True
        self._free.put(None)

    def _next(self, limits: Limits) -> Abandoned | None:
        try:
            return self._free.get(timeout=remaining(limits.waits["pool"]))
        except (Empty, TimeoutError):
            raise none_free(self._count) from None
