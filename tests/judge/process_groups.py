"""How a run ends before its end, without a process that outlives it.

Each child leads a group of its own, which its own children are in. A run that is told to stop ends
the groups; one that is killed can't, and each child ends its own group when the run is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Thread
from types import FrameType

# What a shell, a terminal that closes and a service manager tell a program to end with.
_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_CODE = 128


class Stopped(BaseException):
    """A signal says to end; no `except Exception` on the way is to catch it."""

    def __init__(self, number: int) -> None:
        super().__init__(f"stopped by {signal.Signals(number).name}")
        self.code = _CODE + number


@contextmanager
def stoppable() -> Generator[None]:
    """Raise `Stopped` where a signal says to end, as Ctrl-C raises KeyboardInterrupt."""

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def lead_group() -> None:
    """Lead a group of one's own, as a child of `multiprocessing`, and end it with the parent."""
    os.setpgrp()
    # A handler of the parent's is no business of a child's.
    for number in (signal.SIGINT, *_SIGNALS):
        signal.signal(number, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def end_group(leader: int) -> None:
    """End a group by the process that leads it; nothing where there is none any more."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.killpg(0, signal.SIGKILL)
