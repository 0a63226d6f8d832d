"""Connections of pyreqwest for asynchronous calls."""

# ruff: noqa: ANN401 -- the library is an extra, so nothing of it is known to type checkers

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..process import PROCESS
from ..response.response import LazyHeaders
from .async_slots import AsyncSlots
from .exchange import async_drain, run_later
from .faults import pyreqwest_failure
from .in_thread import InThread
from .pool import choose_default
from .pyreqwest import (
    Clients,
    PyreqwestError,
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
        self._slots: AsyncSlots | None = None

    async def send(self, request: Request, limits: Limits) -> Any:
        """Send, and wait for the head of the answer."""
        url, why = self._clients.locate(request, limits)
        if why:
            choose_default(why, request, self._is_explicit)
            return await (await self._other()).send(request, limits)
        slots = self._slots
        if slots is None or slots.loop is not asyncio.get_running_loop():
            slots = self._slots_here()
        if not slots.take():
            await slots.acquire(limits)
        try:
            if limits.each_wait not in self._clients.by_wait:
                # Certificates are read.
                make = partial(self._clients.client, limits)
                await self._making.setdefault(limits.each_wait, InThread(make)).result()
            sent = self._clients.prepare(request, url, limits)
            answer = await sent.__aenter__()
            headers = LazyHeaders(answer.headers)
            return AsyncPyreqwestAnswer(
                answer.status, headers, sent, answer.body_reader, slots
            )
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
                slots.close()
            for client in self._clients.take():
                await client.close()

    def _slots_here(self) -> AsyncSlots:
        """Slots for the running event loop."""
        if self._closed:
            raise_closed()
        slots = self._slots = AsyncSlots(self._options.max_connections)
        return slots

    async def _other(self) -> AsyncTransport:
        if self._closed:
            raise_closed()
        if self._default is None:
            made = await self._making_default.result()
            self._default = self._default or made
        return self._default


class AsyncPyreqwestAnswer(Struct, eq=False):
    """The head of an answer, and its body to be read.

    Args:
        status: The HTTP status.
        headers: The headers as they came.
        sent: The request, which ends its answer.
        reader: What is left of the body.
        slots: Where its slot is given back, until it is closed.
        has_ended: Whether the body was read to its end.
    """

    status: int
    headers: LazyHeaders
    sent: Any
    reader: Any
    slots: AsyncSlots | None
    has_ended: bool = False

    def __repr__(self) -> str:
        return f"<AsyncPyreqwestAnswer {self.status}>"

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            piece = await self.reader.read_chunk()
        except PyreqwestError as error:
            failed = pyreqwest_failure(error)
        else:
            self.has_ended = piece is None
            if piece is None:
                raise StopAsyncIteration
            data: bytes = piece.to_bytes()
            return data
        raise failed

    async def aclose(self) -> None:
        """Give the connection back, or drop it if the body wasn't read to its end."""
        slots, self.slots = self.slots, None
        if slots is None or slots.process != PROCESS.id:
            return
        if self.has_ended:
            # One that has come to its end has given its connection back.
            slots.release()
        else:
            await _close(self.sent, slots)

    async def drain(self) -> None:
        """Read what little is left, so that the connection can be used again, and close."""
        await async_drain(self, (OSError,))

    def abandon(self) -> bool:
        """Give the connection up from a finaliser, which may run in any thread.

        Returns:
            Whether it was still open.
        """
        slots, self.slots = self.slots, None
        if slots is None or slots.process != PROCESS.id:
            return False
        # The slots of an event loop that is closed are wanted by nobody.
        with suppress(RuntimeError):
            close = partial(_close, self.sent, slots)
            slots.loop.call_soon_threadsafe(run_later, close)
        return True


async def _close(sent: Any, slots: AsyncSlots) -> None:
    """Drop the connection of an answer, and free the slot."""
    try:
        await sent.__aexit__(None, None, None)
    finally:
        slots.release()
