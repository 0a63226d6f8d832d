"""The rate limits of a client and of its copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..transport.deadline import Clock
from ..transport.urls import Origin
from .limited import AsyncLimitedTransport, LimitedTransport
from .limiter import Limiter, RateLimitState
from .schedules import Spacing, Windows

if TYPE_CHECKING:
    from ..transport.exchange import AsyncTransport, Transport

# What the headers of the server say, or requests a second.
Rate: TypeAlias = float | Literal["auto"]


class RateLimiter:
    """Holds the requests of a client and of its copies back, those to each origin by themselves.

    Args:
        setting: "auto", requests a second, or None for no limit.
        clock: A monotonic clock.
        wall: The time as unix seconds.
    """

    def __init__(
        self,
        setting: Rate | None,
        clock: Clock,
        wall: Callable[[], float],
    ) -> None:
        self.setting: Rate | None = setting
        self._clock = clock
        self._wall = wall
        self._limiters: dict[Origin, Limiter] = {}
        self._is_closed = False

    def of(self, origin: Origin) -> Limiter:
        """The limiter of an origin."""
        found = self._limiters.get(origin)
        if found is None:
            setting = self.setting
            rate = setting if isinstance(setting, int | float) else None
            schedule = Windows() if rate is None else Spacing(rate)
            made = Limiter(schedule, self._clock, self._wall)
            found = self._limiters.setdefault(origin, made)
            if self._is_closed:
                found.close()
        return found

    def state(self, origin: Origin) -> RateLimitState | None:
        """What is known of an origin, None without a limit."""
        if self.setting is None:
            return None
        return self.of(origin).state(None if self.setting == "auto" else self.setting)

    def over(self, transport: Transport) -> Transport:
        """A transport that sends over another one as this allows, whatever that one's own limit."""
        if isinstance(transport, LimitedTransport):
            transport = transport.connections
        if self.setting is None:
            return transport
        return LimitedTransport(transport, self.of, self.close)

    def over_async(self, transport: AsyncTransport) -> AsyncTransport:
        """The same for an asynchronous client."""
        if isinstance(transport, AsyncLimitedTransport):
            transport = transport.connections
        if self.setting is None:
            return transport
        return AsyncLimitedTransport(transport, self.of, self.close)

    def lifted(self) -> RateLimiter:
        """No limit, for copies of a client that has one."""
        return RateLimiter(None, self._clock, self._wall)

    def close(self) -> None:
        """Refuse all requests that wait, and all that come."""
        self._is_closed = True
        for limiter in list(self._limiters.values()):
            limiter.close()
