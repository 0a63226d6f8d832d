"""When the next request may be sent: as a server says, or evenly spaced."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Final

from .quota import PAUSE, Quota

# How long the others wait for the answer that says how many may follow it.
_PATIENCE: Final = 1.0
# How far behind its moment a request still counts as sent then, if it waited for it.
_LATENESS: Final = 0.05


class Turn:
    """One request: it waits for its turn, and is then under way until its answer comes.

    Args:
        home: The event loop of the task that waits, or None for a thread.

    Attributes:
        wake: Called when it may be its turn.
        is_queued: Whether it waits.
        arrived: When it came, on the monotonic clock.
        sent: When its turn came.
        number: How many had their turn before it, and itself.
    """

    __slots__ = ("arrived", "home", "is_queued", "number", "sent", "wake")

    def __init__(self, home: object = None) -> None:
        self.home: object = home
        self.wake: Callable[[], object] = _nothing
        self.is_queued: bool = False
        self.arrived: float = -inf
        self.sent: float = -inf
        self.number: int = 0


def _nothing() -> None:
    """The wake-up of one that doesn't wait."""


class Schedule:
    """Says when the next request may be sent; called under a lock. This one never lets one wait."""

    def delay(self, turn: Turn, now: float, under_way: int) -> float:
        """Seconds before a turn can begin while so many are under way; 0 or less for none."""
        del turn, now, under_way
        return 0.0

    def started(self, turn: Turn) -> None:
        """Count a turn that has begun."""

    def answered(self, turn: Turn, quota: Quota) -> None:
        """Take note of what the answer to a turn says."""

    def lost(self, turn: Turn) -> None:
        """Count a turn that was given up without an answer; the server may have counted it."""

    def known(self, now: float) -> Quota:
        """What is known of the server; `remaining` counts what is under way as left."""
        del now
        return Quota()


class Spacing(Schedule):
    """Requests at even distances.

    Args:
        rate: How many a second.
    """

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._next = -inf

    def delay(self, turn: Turn, now: float, under_way: int) -> float:
        """Seconds before a turn can begin."""
        del under_way
        return self._moment(turn, now) - now

    def started(self, turn: Turn) -> None:
        """Count a turn that has begun."""
        self._next = self._moment(turn, turn.sent) + self._interval

    def _moment(self, turn: Turn, now: float) -> float:
        # Whoever waits wakes up late; without this, the rate would be lower by that.
        return max(self._next, turn.arrived, now - _LATENESS)


class Windows(Schedule):
    """Requests as the server's headers allow.

    Where nothing is known, at first and when a window begins, one request goes ahead and the others
    wait for its answer. What is left then is the number that the latest answer names, without the
    requests under way: the server may have counted none of them. Answers come in any order. One to
    a request that was sent after the last news is news; of the others the lowest number counts,
    since a server counts down, unless its window is another one.
    """

    def __init__(self) -> None:
        self._started = 0
        self._limit: int | None = None
        self._window: float | None = None
        self._begin()

    def _begin(self) -> None:
        """Take nothing for granted that an answer to an earlier request says."""
        self._news = self._started
        self._left: int | None = None
        self._is_unlimited = False
        self._earliest, self._latest = -inf, inf
        self._first: Turn | None = None

    def delay(self, turn: Turn, now: float, under_way: int) -> float:
        """Seconds before a turn can begin."""
        del turn
        if now >= self._latest:
            self._begin()
        if self._left is None:
            first = None if self._is_unlimited else self._first
            return 0.0 if first is None else first.sent + _PATIENCE - now
        if self._left > under_way:
            return 0.0
        if self._latest == inf:
            # Nobody says until when.
            self._latest = now + PAUSE
        return self._latest - now

    def started(self, turn: Turn) -> None:
        """Count a turn that has begun."""
        self._started += 1
        turn.number = self._started
        if self._left is None:
            self._first = turn

    def answered(self, turn: Turn, quota: Quota) -> None:
        """Take note of what an answer says."""
        if turn is self._first:
            self._first = None
        if quota.limit is not None:
            self._limit, self._window = quota.limit, quota.window
        if quota.blocked_until is not None:
            self._begin()
            return
        left, is_news = quota.remaining, turn.number > self._news
        if left is None and quota.limit is not None and quota.window is not None:
            # A policy alone: what is sent is counted here.
            left = quota.limit - 1 if self._left is None else None
        if left is None:
            self._is_unlimited = self._is_unlimited or (is_news and self._left is None)
            self.lost(turn)
        elif self._left is None:
            if is_news:
                self._learn(left, quota)
        elif (
            is_news
            or self._is_later(quota)
            or (left < self._left and not self._is_over(quota))
        ):
            self._learn(left, quota)

    def lost(self, turn: Turn) -> None:
        """Count a turn without an answer."""
        if turn is self._first:
            self._first = None
        if self._left is not None:
            self._left -= 1

    def known(self, now: float) -> Quota:
        """What is known of the window; of one that has ended, nothing says how many are left."""
        return Quota(
            limit=self._limit,
            remaining=self._left if now < self._latest else None,
            window=self._window,
            latest=None if self._latest == inf else self._latest,
        )

    def _learn(self, left: int, quota: Quota) -> None:
        """Take a number as the latest, and the end of its window, as narrow as answers say it."""
        self._left, self._news, self._is_unlimited = left, self._started, False
        if quota.earliest is None or quota.latest is None:
            return
        if self._is_later(quota) or self._is_over(quota):
            self._earliest, self._latest = quota.earliest, quota.latest
        else:
            self._earliest = max(self._earliest, quota.earliest)
            self._latest = min(self._latest, quota.latest)

    def _is_later(self, quota: Quota) -> bool:
        """Whether an answer is about a window after the known one."""
        return quota.earliest is not None and quota.earliest > self._latest

    def _is_over(self, quota: Quota) -> bool:
        """Whether an answer is about a window before the known one."""
        return quota.latest is not None and quota.latest < self._earliest
