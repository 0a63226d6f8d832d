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

from tests.judge.process_groups import end_group, lead_group

T = TypeVar("T")
R = TypeVar("R")
# What a worker sends: the type is known to whoever chose the work.
Answer: TypeAlias = Any

_TICK = 0.5
_TRACE = 6


class Limits(msgspec.Struct, frozen=True):
    """What one piece of work may take: seconds for each answer, and bytes of memory; 0 is any."""

    seconds: float = 300.0
    memory: int = 6 * 2**30


class Lost(msgspec.Struct, frozen=True):
    """A piece of work that broke off, and why: `hung`, `out of memory`, how it died."""

    reason: str


class Done(msgspec.Struct, frozen=True):
    """A piece of work that has given its last answer."""


class _Worker(Generic[T]):
    """A process at work on one thing."""

    def __init__(self, thing: T, process: ForkServerProcess, pipe: Connection) -> None:
        self.thing = thing
        self.process = process
        self.pipe = pipe
        self.began = time.monotonic()

    def answer(self, limits: Limits) -> Answer:
        """What it has to say, or None while it works."""
        if self.pipe.poll():
            self.began = time.monotonic()
            with suppress(EOFError):
                return self.pipe.recv()
            self.process.join()
            code = self.process.exitcode
            return Lost(f"died with exit code {code}") if code else Done()
        if time.monotonic() - self.began > limits.seconds:
            return Lost(f"hung: no answer within {limits.seconds:.0f} s")
        return None

    def end(self) -> None:
        """Stop the process if it still works, and whatever it has started."""
        if self.process.is_alive():
            # It leads no group before it has begun.
            self.process.kill()
        self.process.join()
        if self.process.pid is not None and self.process.exitcode:
            end_group(self.process.pid)
        self.pipe.close()


def work(
    things: Iterable[T],
    do: Callable[[T], Iterable[R]],
    *,
    jobs: int,
    limits: Limits = Limits(),  # noqa: B008 -- frozen
    preload: Iterable[str] = (),
) -> Iterator[tuple[T, R | Lost | Done]]:
    """Do something to many things, each in a process of its own, and give answers as they come.

    The last answer to each thing is `Done` or `Lost`.

    Args:
        things: What to work on, in order; they and the answers have to pickle.
        do: A function of a module, which gives answers one after another.
        jobs: How many processes work at the same time.
        limits: What each may take.
        preload: Modules that processes would otherwise import one by one.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*preload])
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
                answer = worker.answer(limits)
                if answer is None:
                    continue
                if isinstance(answer, Lost | Done):
                    busy.remove(worker)
                    worker.end()
                yield worker.thing, answer
    finally:
        for worker in busy:
            worker.end()


def _start(
    context: ForkServerContext,
    thing: T,
    do: Callable[[T], Iterable[R]],
    limits: Limits,
) -> _Worker[T]:
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(thing, do, limits, theirs))
    process.start()
    theirs.close()
    return _Worker(thing, process, ours)


def _child(
    thing: T, do: Callable[[T], Iterable[R]], limits: Limits, pipe: Connection
) -> None:
    lead_group()
    if limits.memory:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    try:
        for answer in do(thing):
            pipe.send(answer)
    except MemoryError:
        pipe.send(Lost("out of memory"))
    except Exception:
        last = traceback.format_exc().strip().splitlines()[-_TRACE:]
        pipe.send(Lost("raised: " + " | ".join(line.strip() for line in last)))
