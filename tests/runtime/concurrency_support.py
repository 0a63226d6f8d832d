"""Functions for tests of many calls at once."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from typing import Any


def workers() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if "map_concurrently" in one.name]


class Wrong(Exception):
    """Raised by calls."""


class Calls:
    """A function of both kinds that counts its calls.

    Args:
        lasting: Seconds, by item.
        wrong: The items for which it raises.
    """

    def __init__(
        self, lasting: Callable[[int], float] = lambda item: 0.0, wrong: Any = ()
    ) -> None:
        self.lasting, self.wrong = lasting, wrong
        self.begun: list[int] = []
        self.running = self.most = self.cancelled = 0
        self._lock = threading.Lock()

    def _begin(self, item: int) -> None:
        with self._lock:
            self.begun.append(item)
            self.running += 1
            self.most = max(self.most, self.running)

    def _end(self) -> None:
        with self._lock:
            self.running -= 1

    def __call__(self, item: int) -> int:
        self._begin(item)
        try:
            time.sleep(self.lasting(item))
            if item in self.wrong:
                raise Wrong(item)
            return -item
        finally:
            self._end()

    async def later(self, item: int) -> int:
        self._begin(item)
        try:
            await asyncio.sleep(self.lasting(item))
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        else:
            if item in self.wrong:
                raise Wrong(item)
            return -item
        finally:
            self._end()


async def stepwise(items: Any) -> AsyncIterator[Any]:
    for item in items:
        await asyncio.sleep(0)
        yield item
