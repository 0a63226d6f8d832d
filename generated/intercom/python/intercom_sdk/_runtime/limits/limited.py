"""Transports that hold requests back until they may be sent."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Final

from ..process import LOGGER, LazyModule
from ..transport.deadline import Limits
from .limiter import Limiter
from .schedules import Turn

if TYPE_CHECKING:
    import asyncio

    from ..transport.exchange import (
        AsyncRawResponse,
        AsyncTransport,
        RawResponse,
        Request,
        Transport,
    )
    from ..transport.urls import Origin
else:
    # Synchronous use needs none.
    asyncio = LazyModule("asyncio")

# Whoever waits looks at the clock at least as often, whatever number the delay is.
_MAX_WAIT: Final = 600.0
_WAITING: Final = "a request waits, since the rate limit is reached"


class RateLimitTimeout(TimeoutError):
    """The rate limit left no time to send a request."""


class LimitedTransport:
    """Sends over another transport, as its rate limit allows.

    Args:
        transport: The other one, which is closed with this one.
        limiter_of: The limiter of an origin.
        refuse: Refuses all that wait and all that come.
    """

    def __init__(
        self,
        transport: Transport,
        limiter_of: Callable[[Origin], Limiter],
        refuse: Callable[[], None],
    ) -> None:
        self.connections: Transport = transport
        self._limiter_of = limiter_of
        self._refuse = refuse

    def send(self, request: Request, limits: Limits) -> RawResponse:
        """Wait for the request's turn, send, and wait for the head of the answer."""
        if request.foreign:
            return self.connections.send(request, limits)
        limiter, turn = self._limiter_of(request.origin), Turn()
        try:
            if limiter.enter(turn) > 0:
                self._wait(limiter, turn, limits)
            answer = self.connections.send(request, limits)
            limiter.answered(turn, answer.status, answer.headers)
        except BaseException:
            limiter.leave(turn)
            raise
        return answer

    def close(self) -> None:
        """Give up all connections, and refuse what waits."""
        self._refuse()
        self.connections.close()

    @staticmethod
    def _wait(limiter: Limiter, turn: Turn, limits: Limits) -> None:
        LOGGER.debug(_WAITING)
        called = Event()
        turn.wake = called.set
        while (delay := limiter.enter(turn)) > 0:
            called.wait(_bounded(delay, limits))
            called.clear()
        limits.begin()


class AsyncLimitedTransport:
    """Sends over another transport, as `LimitedTransport`."""

    def __init__(
        self,
        transport: AsyncTransport,
        limiter_of: Callable[[Origin], Limiter],
        refuse: Callable[[], None],
    ) -> None:
        self.connections: AsyncTransport = transport
        self._limiter_of = limiter_of
        self._refuse = refuse

    async def send(self, request: Request, limits: Limits) -> AsyncRawResponse:
        """Wait for the request's turn, send, and wait for the head of the answer."""
        if request.foreign:
            return await self.connections.send(request, limits)
        limiter = self._limiter_of(request.origin)
        turn = Turn(asyncio.get_running_loop())
        try:
            if limiter.enter(turn) > 0:
                await self._wait(limiter, turn, limits)
            answer = await self.connections.send(request, limits)
            limiter.answered(turn, answer.status, answer.headers)
        except BaseException:
            limiter.leave(turn)
            raise
        return answer

    async def aclose(self) -> None:
        """Give up all connections, and refuse what waits."""
        self._refuse()
        await self.connections.aclose()

    @staticmethod
    async def _wait(limiter: Limiter, turn: Turn, limits: Limits) -> None:
        LOGGER.debug(_WAITING)
        loop, called = asyncio.get_running_loop(), asyncio.Event()
        turn.wake = lambda: loop.call_soon_threadsafe(called.set)
        while (delay := limiter.enter(turn)) > 0:
            timer = loop.call_later(_bounded(delay, limits), called.set)
            try:
                await called.wait()
            finally:
                timer.cancel()
            called.clear()
        limits.begin()


def _bounded(delay: float, limits: Limits) -> float:
    """How long to wait at once.

    Raises:
        RateLimitTimeout: The call has to be over by now.
    """
    left = limits.until_deadline()
    if left is None:
        left = _MAX_WAIT
    elif left <= 0:
        raise RateLimitTimeout("the deadline has passed in the wait for the rate limit")
    return min(delay, left, _MAX_WAIT)
