"""Functions that run in forked processes while this one does something else."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import BinaryIO, Generic, NoReturn, TypeVar

T = TypeVar("T")
ItemT = TypeVar("ItemT")

_MOST_PROCESSES = 8
# How much longer an item takes elsewhere: memory is copied as it is read, and results are sent.
_ELSEWHERE = 1.2


class BackgroundTask(Generic[T]):
    """A function without side effects, run in a fork of this process where that is possible.

    A fork shares all memory of this process, so only the result is sent. Where forking isn't safe
    (anywhere but on Linux) or isn't allowed (in the workers of a pool), where there is one
    processor, or where the fork has died, the function runs here when `result` is called.
    """

    def __init__(self, function: Callable[[], T], *, worth_it: bool = True) -> None:
        """Start.

        Args:
            function: Its result has to pickle.
            worth_it: Whether it takes longer than forking, some ten milliseconds.
        """
        self._function = function
        self._process = 0
        if worth_it and _can_fork():
            self._start()

    def _start(self) -> None:
        reading, writing = os.pipe()
        self._pipe, end = os.fdopen(reading, "rb"), os.fdopen(writing, "wb")
        with warnings.catch_warnings():
            # Python warns of threads; the one that draws progress holds nothing used here.
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                self._process = os.fork()
            except OSError:
                # Out of processes or memory.
                self._pipe.close()
            else:
                if self._process == 0:
                    _run(self._function, end)
        end.close()

    def result(self) -> T:
        """Wait for the function's result; whatever it raises is raised here."""
        if self._process:
            with suppress(EOFError, pickle.UnpicklingError):
                sent = self._pipe.read()
                result: T = pickle.loads(sent)  # noqa: S301 -- of this very program
                self.stop()
                return result
            self.stop()
        return self._function()

    def stop(self) -> None:
        """End the process, whether or not it is done."""
        if self._process:
            # Where nobody wants to hear of children that end, there may be none any more.
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
            self._process = 0
            self._pipe.close()


def in_shares(
    function: Callable[[ItemT], T],
    items: Sequence[ItemT],
    *,
    size: Callable[[ItemT], int],
    worth_it: int,
    on_result: Callable[[], object] = lambda: None,
) -> list[T]:
    """Call a function without side effects for each item, in several processes.

    Args:
        function: Its results have to pickle.
        items: What it is called with, each by itself.
        size: How long a call takes, in any unit.
        worth_it: What takes about as long as forking, in the same unit.
        on_result: Called after each call here, and for each result of another process.

    Returns:
        The results in the order of the items; whatever a call raises is raised here.
    """
    sizes = [*map(size, items)]
    most = min(processors(), _MOST_PROCESSES)
    count = max(1, min(sum(sizes) // worth_it, most))
    own, *others = _shares(sizes, count, worth_it)
    calls = [partial(_call, function, [items[i] for i in share]) for share in others]
    tasks = [*map(BackgroundTask, calls)]
    results: dict[int, T] = {}
    try:
        for i in own:
            results[i] = function(items[i])
            on_result()
        for share, task in zip(others, tasks, strict=True):
            for i, result in zip(share, task.result(), strict=True):
                results[i] = result
                on_result()
    finally:
        for task in tasks:
            task.stop()
    return [results[i] for i in range(len(items))]


def _shares(sizes: Sequence[int], count: int, start: int) -> list[list[int]]:
    """The positions of items in shares that are done at about the same time.

    Args:
        sizes: The size of each item; the largest come first.
        count: How many shares.
        start: The size of what another process has to do beside its share.
    """
    shares: list[list[int]] = [[] for _ in range(count)]
    totals = [0.0, *[float(start)] * (count - 1)]
    for i in sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True):
        least = totals.index(min(totals))
        shares[least].append(i)
        totals[least] += sizes[i] * (_ELSEWHERE if least else 1)
    return shares


def _call(function: Callable[[ItemT], T], items: Sequence[ItemT]) -> list[T]:
    return [*map(function, items)]


def _can_fork() -> bool:
    # Loading it takes a tenth of what a run takes that changes nothing.
    pools = sys.modules.get("multiprocessing.process")
    is_worker = pools is not None and pools.current_process().daemon
    is_helper = is_worker or bool(_copies)
    return sys.platform == "linux" and processors() > 1 and not is_helper


def processors() -> int:
    """The number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# In a process that works for another one, its number.
_copies: set[int] = set()


def _run(function: Callable[[], object], pipe: BinaryIO) -> NoReturn:
    """Send a function's result, and end this process, which is a copy."""
    # The other one handles an interrupt, and ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _copies.add(os.getpid())
    # Collecting garbage would copy the pages that both processes share.
    gc.disable()
    gc.freeze()
    try:
        # The other one calls it again after an exception, which is raised there.
        with suppress(Exception):
            pipe.write(pickle.dumps(function(), pickle.HIGHEST_PROTOCOL))
            pipe.flush()
    finally:
        os._exit(0)
