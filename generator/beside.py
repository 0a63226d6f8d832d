"""Work that goes on in a second process while this one does something else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """A function without side effects, at work in a copy of this process where there can be one.

    A copy has everything in memory that this process has, so only the result travels. Where
    processes can't be copied safely (anywhere but on Linux) or may not be (in the workers of a
    pool), where a second one has no processor of its own, or where the copy has died, the function
    runs here when its result is asked for.
    """

    def __init__(self, do: Callable[[], T], *, worth_it: bool = True) -> None:
        """Start.

        Args:
            do: What to do; its result has to pickle.
            worth_it: Whether it takes longer than copying a process, some ten milliseconds.
        """
        self._do = do
        self._process: BaseProcess | None = None
        if worth_it and _may_copy():
            self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(self._do, theirs), daemon=True
        )
        with warnings.catch_warnings():
            # Python warns of threads; the one that draws progress holds nothing used here.
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                self._process.start()
            except OSError:
                # Out of processes or memory.
                self._process = None
        theirs.close()

    def result(self) -> T:
        """What the function returns; whatever it raises is raised here."""
        if self._process is not None:
            with suppress(EOFError):
                result: T = self._pipe.recv()
                self.stop()
                return result
            self.stop()
        return self._do()

    def stop(self) -> None:
        """End the work, whether or not it is done."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._process = None


def _may_copy() -> bool:
    is_worker = multiprocessing.current_process().daemon
    return sys.platform == "linux" and processors() > 1 and not is_worker


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _work(do: Callable[[], object], pipe: Connection) -> None:
    # An interrupt is for the process that waits, which ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Looking through what was copied would copy it for good.
    gc.disable()
    gc.freeze()
    # What it raises is raised again where it is asked for.
    with suppress(Exception):
        pipe.send(do())
