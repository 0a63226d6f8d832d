"""How many requests a client sends at once, for the tasks of an event loop."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from ..errors import ClientClosedError
from ..process import PROCESS
from .deadline import Limits, remaining
from .slots import none_free, raise_closed


class AsyncSlots:
    """Room for some requests, for the tasks of one event loop, the running one.

    Args:
        count: How many requests fit.
    """

    __slots__ = ("_count", "_free", "_waiting", "closed", "loop", "process")

    def __init__(self, count: int) -> None:
        self._count = count
        self._free = count
        self._waiting: deque[asyncio.Future[None]] = deque()
        self.closed: bool = False
        self.process: int = PROCESS.id
        self.loop: asyncio.AbstractEventLoop = asyncio.get_running_loop()

    def take(self) -> bool:
        """Take a slot if one is free, and return whether it was.

        Raises:
            ClientClosedError: The client is closed.
        """
        if self.closed:
            raise_closed()
        if not self._free:
            return False
        self._free -= 1
        return True

    async def acquire(self, limits: Limits) -> None:
        """Wait for a slot, and let the limits begin when it is there.

        Raises:
            ClientClosedError: The client was closed meanwhile.
            PoolTimeout: None became free in so many seconds.
        """
        turn = self.loop.create_future()
        self._waiting.append(turn)
        try:
            async with asyncio.timeout(remaining(limits.waits["pool"])):
                await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                # It came at the moment in which the wait was given up.
                self.release()
            turn.cancel()
            with suppress(ValueError):
                self._waiting.remove(turn)
            if isinstance(error, TimeoutError):
                raise none_free(self._count) from None
            raise
        limits.begin()

    def release(self) -> None:
        """Give a slot back."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def close(self) -> None:
        """Refuse all who wait, and all who come."""
        self.closed = True
        for turn in self._waiting:
            if not turn.done():
                turn.set_exception(ClientClosedError("the client is closed"))
        self._waiting.clear()
