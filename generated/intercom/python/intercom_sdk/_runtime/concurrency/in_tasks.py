"""Calls in tasks of an event loop."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator
from typing import Any, Final

from .outcome import Misuse, Plan

_FOR_SYNC: Final = Misuse(
    "the function isn't asynchronous: use `for`, which calls it in threads"
)
_END: Final = object()


async def results_in_tasks(plan: Plan) -> AsyncGenerator[Any, None]:
    """The results of calls in tasks."""
    free = asyncio.Semaphore(plan.concurrency)
    running: dict[asyncio.Task[Any], Any] = {}
    # The tasks as they are to be handed out, and None behind the last.
    coming: asyncio.Queue[asyncio.Task[Any] | None] = asyncio.Queue()
    feeding = asyncio.create_task(_feed(plan, free, running, coming))
    is_open = True
    try:
        while is_open or running:
            call = await coming.get()
            if call is None:
                is_open = False
                continue
            await asyncio.wait([call])
            item = running.pop(call)
            free.release()
            yield plan.outcome(item, call)
        await feeding
    finally:
        left = [feeding, *running]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def _feed(
    plan: Plan,
    free: asyncio.Semaphore,
    running: dict[asyncio.Task[Any], Any],
    coming: asyncio.Queue[asyncio.Task[Any] | None],
) -> None:
    """Begin a call for each item, as there is room."""
    try:
        source = None if plan.async_items is None else aiter(plan.async_items)
        plain = iter(plan.items or ())
        while True:
            await free.acquire()
            item: object = (
                next(plain, _END) if source is None else await anext(source, _END)
            )
            if item is _END:
                break
            call = asyncio.create_task(_awaited(plan, item))
            running[call] = item
            if plan.ordered:
                coming.put_nowait(call)
            else:
                call.add_done_callback(coming.put_nowait)
    finally:
        coming.put_nowait(None)


async def _awaited(plan: Plan, item: object) -> object:
    result: object = plan.function(item)
    if not inspect.isawaitable(result):
        return _FOR_SYNC
    return await result
