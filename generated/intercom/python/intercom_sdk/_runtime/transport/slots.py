"""How many requests a client sends at once, for threads."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from typing import Final, NoReturn, Protocol
from weakref import ref

from ..errors import ClientClosedError
from ..process import PROCESS
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


class Slot:
    """Room for one request. One that is dropped, as by an interrupt, gives its room back itself.

    Args:
        free: Where the slots are that nobody has.
    """

    __slots__ = ("_free", "held", "process")

    def __init__(self, free: SimpleQueue[Slot]) -> None:
        # The queue holds its slots, so that they can't hold it.
        self._free = ref(free)
        self.process: int = PROCESS.id
        # The answer that is read; of one that was given up, whoever takes the slot next closes it.
        self.held: Abandoned | None = None

    def release(self) -> None:
        """Give it back; its holder forgets it before."""
        free = self._free()
        if free is not None:
            free.put(self)

    def __del__(self) -> None:
        free = self._free()
        if free is not None:
            slot = Slot(free)
            slot.held = self.held
            free.put(slot)


class Slots:
    """Room for some requests, for threads.

    Args:
        count: How many requests fit.
    """

    __slots__ = ("_count", "_free", "closed")

    def __init__(self, count: int) -> None:
        self._count = count
        self.closed: bool = False
        # Its `put` alone may interrupt itself, so that a finaliser can call it at any point.
        self._free: SimpleQueue[Slot] = SimpleQueue()
        for _ in range(min(count, _MOST)):
            self._free.put(Slot(self._free))

    def acquire(self, limits: Limits) -> Slot:
        """Take a slot; where it has to be waited for, the limits begin when it is there.

        Raises:
            ClientClosedError: The client is closed, or was meanwhile.
            PoolTimeout: None became free in so many seconds.
        """
        try:
            slot = self._free.get_nowait()
        except Empty:
            slot = self._next(limits)
            limits.begin()
        if self.closed:
            # The next that waits is to see it as well.
            slot.release()
            raise_closed()
        held = slot.held
        if held is not None:
            slot.held = None
            try:
                held.close()
            except BaseException:
                slot.release()
                raise
        return slot

    def close(self) -> None:
        """Refuse all who wait, and all who come."""
        self.closed = True
        self._free.put(Slot(self._free))

    def _next(self, limits: Limits) -> Slot:
        try:
            return self._free.get(timeout=remaining(limits.waits["pool"]))
        except (Empty, TimeoutError):
            raise none_free(self._count) from None
