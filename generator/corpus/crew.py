"""Processes that work on many things at once, none of which can stop the others."""

from __future__ import annotations

import multiprocessing
import resource
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

T = TypeVar("T")
R = TypeVar("R")
# What a worker sends: the type is known to whoever chose the work.
Answer: TypeAlias = Any

_TICK = 0.5
_TRACE = 6
# What children would otherwise import one by one.
_PRELOADED = ["generator.corpus.job"]


class Limits(msgspec.Struct, frozen=True):
    """What one piece of work may take: seconds, and bytes of memory."""

    seconds: float = 300.0
    memory: int = 6 * 2**30


class Lost(msgspec.Struct, frozen=True):
    """A piece of work that gave no answer, and why: `hung`, `out of memory`, how it died."""

    reason: str


class _Worker(Generic[T]):
    """A process at work on one thing."""

    def __init__(self, thing: T, process: ForkServerProcess, pipe: Connection) -> None:
        self.thing = thing
        self.process = process
        self.pipe = pipe
        self.began = time.monotonic()

    def end(self) -> None:
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        self.pipe.close()


def work(
    things: Iterable[T],
    do: Callable[[T], R],
    *,
    jobs: int,
    limits: Limits = Limits(),  # noqa: B008 -- frozen
) -> Iterator[tuple[T, R | Lost]]:
    """Do something to many things, each in a process of its own, and give results as they come.

    Args:
        things: What to work on, in order; they and the results have to pickle.
        do: A function of a module.
        jobs: How many processes work at the same time.
        limits: What each may take.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    waiting = iter(things)
    busy: list[_Worker[T]] = []
    try:
        while True:
            while len(busy) < jobs and (thing := next(waiting, None)) is not None:
                busy.append(_start(context, thing, do, limits))
            if not busy:
                return
            wait([worker.pipe for worker in busy], timeout=_TICK)
            for worker in list(busy):
                result: R | Lost | None = _result(worker, limits)
                if result is not None:
                    busy.remove(worker)
                    worker.end()
                    yield worker.thing, result
    finally:
        for worker in busy:
            worker.end()


def _start(
    context: ForkServerContext, thing: T, do: Callable[[T], R], limits: Limits
) -> _Worker[T]:
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(thing, do, limits, theirs))
    process.start()
    theirs.close()
    return _Worker(thing, process, ours)


def _child(thing: T, do: Callable[[T], R], limits: Limits, pipe: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    try:
        pipe.send(do(thing))
    except MemoryError:
        pipe.send(Lost("out of memory"))
    except Exception:
        last = traceback.format_exc().strip().splitlines()[-_TRACE:]
        pipe.send(Lost("raised: " + " | ".join(line.strip() for line in last)))


def _result(worker: _Worker[T], limits: Limits) -> Answer:
    """What a worker has to say, or None while it works."""
    if worker.pipe.poll():
        with suppress(EOFError):
            return worker.pipe.recv()
        worker.process.join()
        return Lost(f"died with exit code {worker.process.exitcode}")
    if time.monotonic() - worker.began > limits.seconds:
        return Lost(f"hung: no answer within {limits.seconds:.0f} s")
    return None
