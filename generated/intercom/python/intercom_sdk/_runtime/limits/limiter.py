"""The queue of the requests to one origin, shared by threads and by the tasks of event loops."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from math import inf
from threading import RLock

from ..errors import ClientClosedError
from ..process import watch
from ..response.response import RateLimit
from ..transport.deadline import Clock
from ..transport.exchange import RawHeaders
from .quota import read_quota
from .schedules import Schedule, Turn


class RateLimitState(RateLimit, frozen=True, kw_only=True):
    """The rate limit that a client keeps, at one moment.

    Args:
        limit: How many requests the server takes in a window, as it said last.
        remaining: How many can be sent at once, those under way already taken off; None where
            nothing is known, as when a window begins.
        reset: When the next window begins, or when requests may be sent again after the server has
            refused one; by the clock of this machine.
        window: The seconds that a window lasts.
        rate: The requests a second that the client was made with; None for "auto".
        under_way: How many requests have no answer yet.
        waiting: How many wait for their turn.
    """

    window: float | None = None
    rate: float | None = None
    under_way: int = 0
    waiting: int = 0


class Limiter:
    """Holds requests to one origin back. Threads and event loops may share it.

    Each event loop has a queue of its own, and all threads together, so that one that stands still
    stops none of the others. The lock is held for moments only, and never while something waits.

    Args:
        schedule: Says when the next request may be sent.
        clock: A monotonic clock.
        wall: The time as unix seconds.
    """

    def __init__(
        self, schedule: Schedule, clock: Clock, wall: Callable[[], float]
    ) -> None:
        self._schedule = schedule
        self._clock = clock
        self._wall = wall
        self._blocked_until = -inf
        self._is_closed = False
        self.after_fork()
        watch(self)

    def after_fork(self) -> None:
        """Begin anew: the threads that waited, and those that had sent, aren't there any more."""
        # Reentrant, since the finaliser of a dropped task may come in between anywhere.
        self._lock = RLock()
        self._queues: dict[object, deque[Turn]] = {}
        self._under_way: set[Turn] = set()

    def enter(self, turn: Turn) -> float:
        """Let a turn begin if it may.

        Args:
            turn: A new one, or one that waited; it is called by `wake` when it should ask again.

        Returns:
            0 where it has begun, otherwise the seconds after which to ask again.

        Raises:
            ClientClosedError: The client is closed.
        """
        with self._lock:
            if self._is_closed:
                raise ClientClosedError("the client is closed")
            now = self._clock()
            turn.arrived = now if turn.arrived == -inf else turn.arrived
            queue = self._queues.get(turn.home)
            delay = inf if queue and queue[0] is not turn else self._delay(turn, now)
            if delay > 0:
                if not turn.is_queued:
                    turn.is_queued = True
                    self._queues.setdefault(turn.home, deque()).append(turn)
                return delay
            self._unqueue(turn)
            turn.sent = now
            self._under_way.add(turn)
            self._schedule.started(turn)
            self._wake()
            return 0.0

    def answered(self, turn: Turn, status: int, headers: RawHeaders) -> None:
        """End a turn whose answer has come."""
        now = self._clock()
        quota = read_quota(status, headers, turn.sent, now, self._wall)
        with self._lock:
            self._under_way.discard(turn)
            if quota.blocked_until is not None:
                self._blocked_until = max(self._blocked_until, quota.blocked_until)
            self._schedule.answered(turn, quota)
            self._wake()

    def leave(self, turn: Turn) -> None:
        """End a turn that is given up, wherever it is; one that has ended stays as it is."""
        with self._lock:
            self._unqueue(turn)
            if turn in self._under_way:
                self._under_way.discard(turn)
                self._schedule.lost(turn)
            self._wake()

    def close(self) -> None:
        """Refuse all that wait, and all that come."""
        with self._lock:
            self._is_closed = True
            self._wake(None)

    def state(self, rate: float | None) -> RateLimitState:
        """What is known, and who waits."""
        with self._lock:
            now = self._clock()
            known = self._schedule.known(now)
            under_way = len(self._under_way)
            waiting = sum(map(len, self._queues.values()))
            until = max(self._blocked_until, known.latest or -inf)
        left = known.remaining
        return RateLimitState(
            limit=known.limit,
            remaining=None if left is None else max(left - under_way, 0),
            reset=(
                datetime.fromtimestamp(self._wall() + until - now, UTC)
                if until > now
                else None
            ),
            window=known.window,
            rate=rate,
            under_way=under_way,
            waiting=waiting,
        )

    def _delay(self, turn: Turn, now: float) -> float:
        if now < self._blocked_until:
            return self._blocked_until - now
        return self._schedule.delay(turn, now, len(self._under_way))

    def _unqueue(self, turn: Turn) -> None:
        if turn.is_queued:
            turn.is_queued = False
            queue = self._queues[turn.home]
            queue.remove(turn)
            if not queue:
                del self._queues[turn.home]

    def _wake(self, count: int | None = 1) -> None:
        """Let the first of each queue ask again, or all of them."""
        for home, queue in list(self._queues.items()):
            try:
                for turn in list(islice(queue, count)):
                    turn.wake()
            except RuntimeError:
                # Its event loop is closed, and nobody of it comes back.
                for turn in self._queues.pop(home):
                    turn.is_queued = False
