"""Calls in threads."""

from __future__ import annotations

import inspect
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from itertools import count
from queue import SimpleQueue
from threading import current_thread
from typing import Any, Final

from ..argument_checks import is_asynchronous
from ..errors import ArgumentError
from .outcome import Misuse, Plan

_FOR_ASYNC: Final = Misuse(
    "the function, or what gives the items, is asynchronous: use `async for`"
)
_numbers: Final = count()


def results_in_threads(plan: Plan) -> Generator[Any, None, None]:
    """The results of calls in threads."""
    if plan.items is None or is_asynchronous(plan.function):
        raise ArgumentError(_FOR_ASYNC.message)
    name, context = f"map_concurrently_{next(_numbers)}_", copy_context()
    threads = ThreadPoolExecutor(plan.concurrency, name)
    source = iter(plan.items)
    running: dict[Future[Any], Any] = {}
    ended: SimpleQueue[Future[Any]] = SimpleQueue()
    is_open, failure = True, None

    def is_ready() -> bool:
        return next(iter(running)).done() if plan.ordered else not ended.empty()

    try:
        while True:
            # One item for each result; more only while there is no result to hand out.
            is_waiting = True
            while is_open and is_waiting and len(running) < plan.concurrency:
                try:
                    item = next(source)
                except StopIteration:
                    is_open = False
                except Exception as error:
                    # It comes behind the results of the items before it.
                    is_open, failure = False, error
                else:
                    call = threads.submit(context.copy().run, _called, plan, item)
                    running[call] = item
                    if not plan.ordered:
                        call.add_done_callback(ended.put)
                    is_waiting = not is_ready()
            if not running:
                break
            call = next(iter(running)) if plan.ordered else ended.get()
            wait([call])
            yield plan.outcome(running.pop(call), call)
        if failure is not None:
            raise failure
    finally:
        # A finaliser may run in one of the threads, which can't wait for itself.
        is_own = current_thread().name.startswith(name)
        threads.shutdown(wait=not is_own, cancel_futures=True)


def _called(plan: Plan, item: object) -> object:
    result: object = plan.function(item)
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        return _FOR_ASYNC
    return result
