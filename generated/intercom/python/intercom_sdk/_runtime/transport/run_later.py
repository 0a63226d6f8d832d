"""Runs what has to be awaited, where nothing can be awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

# The event loop itself holds its tasks only weakly.
_running: set[asyncio.Task[None]] = set()


def run_later(make: Callable[[], Coroutine[object, object, None]]) -> None:
    """Run a coroutine as a task of the running event loop.

    Args:
        make: Makes the coroutine; one that is never made needs not be awaited.
    """
    task = asyncio.get_running_loop().create_task(make())
    _running.add(task)
    task.add_done_callback(_running.discard)
