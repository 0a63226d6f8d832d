"""Limits of time: for single waits, and for a call or an attempt as a whole."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import monotonic
from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct

from ..argument_checks import check_type
from ..request.request_options import RequestOptions, Timeout

Clock: TypeAlias = Callable[[], float]
# Seconds before the request is sent again; it may be another one by now.
RetryDelay: TypeAlias = float
# Read an answer's body, or send the request again, with refreshed credentials or after a delay.
Decision: TypeAlias = Literal["read", "refresh"] | RetryDelay

PHASES: Final = ("connect", "read", "write", "pool")
# How long to read what is left of an answer that nobody wants.
DRAIN_SECONDS: Final = 0.25

_MIN_WAIT: Final = 1e-6
_CUTOFF_GRACE: Final = 0.05
# Made once: a union costs more than the look at the type.
_Seconds: TypeAlias = int | float
# More seconds than the system's calls take; stands for a wait without a limit.
_MAX_WAIT: Final = 1e6


class Bound(float):
    """Seconds for one wait, which become fewer as the end nears.

    Network libraries hand a timeout down unchanged and use it for each read. This one is an
    ordinary number to them; our own sockets read what is left of it.
    """

    __slots__ = ("_clock", "_end")
    _clock: Clock
    _end: float

    @classmethod
    def until(cls, end: float | None, seconds: float | None, clock: Clock) -> Bound:
        """At most so many seconds, and not beyond the end."""
        limit = _MAX_WAIT if seconds is None else seconds
        bound = cls(limit if end is None else max(0.0, min(limit, end - clock())))
        bound._end = inf if end is None else end
        bound._clock = clock
        return bound

    def shorten(self, seconds: float) -> None:
        """Let it end in so many seconds by the system's clock."""
        self._end = monotonic() + seconds
        self._clock = monotonic

    def left(self) -> float:
        """The seconds that this wait may take now; 0 or less when the end has passed."""
        return min(self, self._end - self._clock())


class Phases(dict[str, "float | None"]):
    """Waits by their names, each of what is left of it when it is looked up.

    httpx2 looks a wait up when a phase of a request begins: connecting, sending, waiting for the
    head, reading the body.
    """

    def __getitem__(self, name: str) -> float | None:
        return _now(super().__getitem__(name))

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 -- as a dict's
        """The seconds that a wait may take now."""
        return _now(super().get(name, default))


class Limits:
    """What one attempt may take: `connect`, `read`, `write` and `pool` are seconds for one wait of
    that kind, `end` is when the attempt has to be over, on the clock.

    Args:
        timeout: A number bounds each wait, and the attempt if it is held in memory; a Timeout
            bounds each kind of wait.
        deadline: When the call has to be over, on the clock.
        whole: Whether the request and the answer are held in memory.
        clock: A monotonic clock.
    """

    __slots__ = (
        "_attempt",
        "_clock",
        "_deadline",
        "_timeout",
        "_waits",
        "began",
        "each_wait",
        "end",
        "has_phases",
        "is_held",
    )

    end: float | None

    def __init__(
        self,
        timeout: float | Timeout | None,
        deadline: float | None,
        whole: bool,
        clock: Clock,
    ) -> None:
        self._timeout = timeout
        self._deadline = deadline
        self._clock = clock
        seconds = timeout if isinstance(timeout, _Seconds) else None
        # Whether the request and the answer are held in memory.
        self.is_held: bool = whole
        self._attempt = seconds if whole else None
        # Whether single kinds of wait are set.
        self.has_phases: bool = timeout is not seconds
        # Seconds for each wait of an attempt that isn't bounded as a whole.
        self.each_wait: float | None = None if whole else seconds
        self.begin()

    def begin(self) -> None:
        """Count from now: the wait for a turn or a free connection is none of the server's time."""
        self.began: float = self._clock()
        self._waits: dict[str, Bound] | None = None
        self.end = self._deadline
        if self._attempt is not None:
            end = self.began + self._attempt
            self.end = end if self.end is None else min(end, self.end)

    def until_deadline(self) -> float | None:
        """Seconds until the call has to be over, if it has to."""
        return None if self._deadline is None else self._deadline - self._clock()

    @property
    def waits(self) -> dict[str, Bound]:
        """The waits by their names."""
        if self._waits is None:
            timeout, end, clock = self._timeout, self.end, self._clock
            if self.has_phases:
                self._waits = {
                    name: Bound.until(end, getattr(timeout, name), clock)
                    for name in PHASES
                }
            else:
                self._waits = dict.fromkeys(
                    PHASES, Bound.until(end, self._attempt or self.each_wait, clock)
                )
        return self._waits

    def whole_wait(self) -> float | None:
        """Seconds until the end of the attempt, which has just begun, if it has one.

        Raises:
            TimeoutError: It has passed.
        """
        left = self._attempt
        if self.end is not None and self._deadline is not None:
            left = self.end - self._clock()
            if left <= 0:
                raise TimeoutError("the time is over")
        return left if left is not None and left < _MAX_WAIT else None

    def left(self) -> float | None:
        """Seconds until the attempt is cut off, if it has an end; by then, each wait with an
        end of its own has raised what it waited for.
        """
        return None if self.end is None else self.end - self._clock() + _CUTOFF_GRACE


class Budget(Struct, eq=False):
    """What is left of a call's time and attempts.

    Args:
        clock: A monotonic clock.
        start: When the call began, on the clock.
        timeout: What bounds each attempt, as `Limits` takes it.
        deadline: When the call has to be over, on the clock.
        max_retries: How often a request may be repeated.
        limits: Those of the last attempt.
        retries: How often a request was repeated.
    """

    clock: Clock
    start: float
    timeout: float | Timeout | None
    deadline: float | None
    max_retries: int
    limits: Limits | None = None
    retries: int = 0

    def change(self, options: RequestOptions) -> None:
        """Let the caller's options for this call win."""
        check_type("options", options, RequestOptions)
        if options.timeout is not None:
            self.timeout = options.timeout
        if options.deadline is not None:
            self.deadline = self.start + options.deadline
        if options.max_retries is not None:
            self.max_retries = options.max_retries

    def left(self) -> float | None:
        """The seconds until the deadline, if there is one."""
        return None if self.deadline is None else self.deadline - self.clock()

    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        left = self.left()
        return left is not None and left <= 0

    def check(self) -> None:
        """Notice between two pieces of a body that the time is over.

        Raises:
            TimeoutError: It is.
        """
        end = None if self.limits is None else self.limits.end
        if end is not None and self.clock() >= end:
            raise TimeoutError("the answer took too long")

    def allows(self, pause: float) -> bool:
        """Whether there may be another attempt after so many seconds."""
        left = self.left()
        return self.retries < self.max_retries and (left is None or pause < left)

    def may_drain(self, decision: Decision) -> bool:
        """Whether there is time to read what is left of an answer that is given up.

        Args:
            decision: The seconds before the next attempt, or what else comes before it.
        """
        left = self.left()
        pause = decision if isinstance(decision, float) else 0.0
        return left is None or left - pause > DRAIN_SECONDS

    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.clock() - self.start

    def attempted(self) -> float:
        """Seconds since the last request was sent."""
        return self.clock() - (self.limits.began if self.limits else self.start)


def remaining(wait: float | None) -> float | None:
    """The seconds that a wait may take now.

    Raises:
        TimeoutError: The end has passed.
    """
    if isinstance(wait, Bound):
        wait = wait.left()
        if wait <= 0:
            raise TimeoutError("the time is over")
    return None if wait is None or wait >= _MAX_WAIT else wait


def _now(wait: float | None) -> float | None:
    if not isinstance(wait, Bound):
        return wait
    left = wait.left()
    # No time at all would mean not to wait, which is another error than a timeout.
    return None if left >= _MAX_WAIT else max(left, _MIN_WAIT)
