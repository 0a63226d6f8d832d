"""Connections of pyreqwest for asynchronous calls."""

# ruff: noqa: ANN401 -- the library is an extra, so nothing of it is known to type checkers

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from ..response.response import LazyHeaders
from .async_slots import AsyncSlots
from .exchange import async_drain, run_later
from .faults import pyreqwest_failure
from .in_thread import InThread
from .pyreqwest import (
    Clients,
    PyreqwestError,
    choose_default,
    is_forked,
)
from .slots import raise_closed

if TYPE_CHECKING:
    from .deadline import Limits
    from .exchange import AsyncTransport, Request
    from .pool import PoolOptions


class AsyncPyreqwestTransport:
    """Sends as `PyreqwestTransport`; the library's own threads serve any event loop.

    Args:
        make_default: Makes the other transport.
        options: How connections are made and kept.
        is_explicit: Whether what it can't send is an error.
    """

    def __init__(
        self,
        make_default: Callable[[], AsyncTransport],
        options: PoolOptions,
        is_explicit: bool,
    ) -> None:
        self._options = options
        self._closed = False
        self._making_default = InThread(make_default)
        self._making: dict[float | None, InThread[Any]] = {}
        self._is_explicit = is_explicit
        self._default: AsyncTransport | None = None
        self._clients = Clients("ClientBuilder", options)
        self._slots: tuple[object, AsyncSlots] | None = None

    async def send(self, request: Request, limits: Limits) -> Any:
        """Send, and wait for the head of the answer."""
        why = self._clients.obstacle(request, limits)
        if why:
            choose_default(why, request, self._is_explicit)
            return await (await self._other()).send(request, limits)
        slots = self._here()
        if not slots.take():
            await slots.acquire(limits)
        try:
            if self._clients.is_new(limits):
                make = partial(self._clients.client, limits)
                await self._making.setdefault(limits.each_wait, InThread(make)).result()
            sent = self._clients.prepare(request, limits)
            return AsyncPyreqwestAnswer(sent, await sent.__aenter__(), slots)
        except PyreqwestError as error:
            slots.release()
            failed = pyreqwest_failure(error)
        except BaseException:
            slots.release()
            raise
        raise failed

    async def aclose(self) -> None:
        """Give up all connections; what waits for one is refused."""
        self._closed = True
        default, self._default = self._default, None
        if default is not None:
            await default.aclose()
        if not is_forked():
            slots, self._slots = self._slots, None
            if slots is not None:
                slots[1].close()
            for client in self._clients.take():
                await client.close()

    def _here(self) -> AsyncSlots:
        """The slots of the running event loop."""
        loop = asyncio.get_running_loop()
        if self._slots is None or self._slots[0] is not loop:
            if self._closed:
                raise_closed()
            self._slots = loop, AsyncSlots(self._options.max_connections)
        return self._slots[1]

    async def _other(self) -> AsyncTransport:
        if self._closed:
            raise_closed()
        if self._default is None:
            made = await self._making_default.result()
            self._default = self._default or made
        return self._default


class AsyncPyreqwestAnswer:
    """The head of an answer, and its body to be read.

    Args:
        sent: The request, which ends its answer.
        response: The answer as the library has it.
        slots: Where its slot is given back.
    """

    __slots__ = ("_ended", "_loop", "_reader", "_sent", "_slots", "headers", "status")

    def __init__(self, sent: Any, response: Any, slots: AsyncSlots) -> None:
        self._sent: Any = sent
        self._reader: Any = response.body_reader
        self._slots: AsyncSlots | None = slots
        self._loop = asyncio.get_running_loop()
        self._ended = False
        self.status: int = response.status
        self.headers: LazyHeaders = LazyHeaders(response.headers)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            piece = await self._reader.read_chunk()
        except PyreqwestError as error:
            failed = pyreqwest_failure(error)
        else:
            self._ended = piece is None
            if piece is None:
                raise StopAsyncIteration
            data: bytes = piece.to_bytes()
            return data
        raise failed

    async def aclose(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        slots, self._slots = self._slots, None
        if slots is None or slots.process != os.getpid():
            return
        await _close(None if self._ended else self._sent, slots)

    async def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        await async_drain(self, (OSError,))

    def abandon(self) -> bool:
        """Give the connection up from a finaliser, which may run in any thread.

        Returns:
            Whether it was still open.
        """
        slots, self._slots = self._slots, None
        if slots is None or slots.process != os.getpid():
            return False
        # The slots of an event loop that is closed are wanted by nobody.
        with suppress(RuntimeError):
            close = partial(_close, self._sent, slots)
            self._loop.call_soon_threadsafe(run_later, close)
        return True


async def _close(sent: Any, slots: AsyncSlots) -> None:
    """Drop the connection of an answer, unless it was given back at its end, and free the slot."""
    try:
        if sent is not None:
            await sent.__aexit__(None, None, None)
    finally:
        slots.release()
