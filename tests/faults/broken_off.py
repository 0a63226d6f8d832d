"""Calls that are cancelled or interrupted at any point; no slot is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Generator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import sdk_runtime
from driver import GET
from sdk_runtime.call.async_download import AsyncDownload

from faults import calls
from faults.slots import taken_slots

if TYPE_CHECKING:
    from faults.stage import Stage

_PATIENCE = 5.0
_FREE = "all were free each time"
# Fewer points than a call has that is sent and read.
MANY = 50
CONNECTIONS = 3
_RUNTIME = Path(sdk_runtime.__file__).parent
_OURS = frozenset(map(str, _RUNTIME.rglob("*.py")))


# Cancellation.


def _cancelled(
    make: Callable[[Stage], Coroutine[Any, Any, Any]],
) -> Callable[[Stage], Any]:
    def call(stage: Stage) -> Any:
        async def run() -> str:
            at = 0
            while True:
                at += 1
                task = asyncio.current_task()
                assert task is not None
                try:
                    await _Broken(make(stage), at, task.cancel)
                except asyncio.CancelledError:
                    task.uncancel()
                else:
                    break
                await _all_free(stage)
            assert at > 1, "it waited for nothing"
            return _FREE

        return stage.driver.wait(run())

    call.__doc__ = f"{(make.__doc__ or '').rstrip('.')}, cancelled at each await"
    return call


class _Broken:
    """Awaits a coroutine, and calls something when that waits for the nth time."""

    def __init__(
        self, inner: Coroutine[Any, Any, Any], at: int, act: Callable[[], object]
    ) -> None:
        self._inner = inner
        self._at = at
        self._act = act

    def __await__(self) -> Generator[Any, Any, Any]:
        inner, count = self._inner.__await__(), 0
        step: Callable[[], Any] = partial(next, inner)
        while True:
            try:
                future = step()
            except StopIteration as stop:
                return stop.value
            count += 1
            if count == self._at:
                self._act()
            try:
                step = partial(inner.send, (yield future))
            except BaseException as error:
                step = partial(inner.throw, error)


async def _all_free(stage: Stage) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        await asyncio.sleep(0.001)
        try:
            if taken_slots(stage.driver) == 0:
                return
        except AssertionError:
            # It is being closed.
            continue
    raise AssertionError("a slot or a connection is lost")


async def _get(stage: Stage) -> Any:
    """A GET"""
    return await stage.driver.session.send(GET, ("1",))


async def _post(stage: Stage) -> Any:
    """A POST of a megabyte"""
    return await stage.driver.session.send(calls.UPLOAD, (), bytes(1_000_000))


async def _download(stage: Stage) -> Any:
    """A download"""
    stream = await stage.driver.session.stream(AsyncDownload, calls.FILE, ())
    async with stream as body:
        return await body.read()


async def _listed(stage: Stage) -> Any:
    """A list of two pages"""
    pager = stage.driver.session.paginate(calls.LIST, ())
    return [item async for item in pager]


cancelled_get = _cancelled(_get)
cancelled_post = _cancelled(_post)
cancelled_download = _cancelled(_download)
cancelled_list = _cancelled(_listed)


# Interrupts.


def interrupted(stage: Stage) -> Any:
    """A GET that Ctrl-C ends"""
    session = stage.driver.session

    def press() -> None:
        stage.until(lambda: bool(stage.server.requests))
        time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)

    presser = threading.Thread(target=press)
    presser.start()
    try:
        stage.driver.send(GET)
    except KeyboardInterrupt:
        return "interrupted"
    finally:
        presser.join()
        assert session is not None
    raise AssertionError("it went on")


def interrupted_anywhere(stage: Stage) -> Any:
    """A GET that Ctrl-C ends, at each point of the package at which Python looks for that"""
    at, session = 0, stage.driver.session
    while True:
        at += 1
        if not _interrupted_at(at, partial(session.send, GET, ("1",))):
            break
        # A slot that was dropped is given back, and its connection closed by who takes it next.
        for _ in range(CONNECTIONS):
            stage.driver.send(GET)
        assert taken_slots(stage.driver) == 0
    assert at > MANY, "it has passed too few points"
    return _FREE


def _interrupted_at(at: int, call: Callable[[], object]) -> bool:
    """Raise KeyboardInterrupt at the nth point of a call, and return whether there is one.

    Python looks for signals where a function begins, and where one of C has returned; a loop goes
    on through one of these.
    """
    count = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        if event in {"call", "c_return"} and frame.f_code.co_filename in _OURS:
            count += 1
            if count == at:
                sys.setprofile(None)
                raise KeyboardInterrupt

    sys.setprofile(look)
    try:
        call()
    except KeyboardInterrupt:
        return True
    finally:
        sys.setprofile(None)
    return False
