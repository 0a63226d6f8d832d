"""What one call may take: time as a whole, time for each attempt, and attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .arguments import check_type
from .deadline import Limits
from .exchange import DRAIN_SECONDS
from .options import RequestOptions

if TYPE_CHECKING:
    from .core import Core


class Budget:
    """What is left of a call's time and attempts.

    Args:
        core: The client's settings.
        options: What the caller says about this call; it wins.
    """

    __slots__ = (
        "_attempt",
        "_clock",
        "_limits",
        "_max_retries",
        "_start",
        "_timeout",
        "deadline",
        "retries",
    )

    def __init__(self, core: Core, options: RequestOptions | None) -> None:
        self._clock = core.clock
        self._timeout = core.timeout
        self._max_retries = core.max_retries
        self._start = self._attempt = core.clock()
        self._limits: Limits | None = None
        self.retries: int = 0
        seconds = core.deadline
        if options is not None:
            check_type("options", options, RequestOptions)
            self._timeout = core.timeout if options.timeout is None else options.timeout
            seconds = seconds if options.deadline is None else options.deadline
            if options.max_retries is not None:
                self._max_retries = options.max_retries
        self.deadline: float | None = None if seconds is None else self._start + seconds

    def left(self) -> float | None:
        """The seconds until the deadline, if there is one."""
        return None if self.deadline is None else self.deadline - self._clock()

    def begin(self, held: bool) -> Limits:
        """Begin an attempt; `held` tells whether request and answer are held in memory.

        Raises:
            TimeoutError: The deadline has passed.
        """
        self._attempt = self._clock()
        if self.deadline is not None and self._attempt >= self.deadline:
            raise TimeoutError("the deadline has passed")
        self._limits = Limits(self._timeout, self.deadline, held, self._clock)
        return self._limits

    @property
    def end(self) -> float | None:
        """When the attempt has to be over, on the clock."""
        return None if self._limits is None else self._limits.end

    def check(self) -> None:
        """Notice between two pieces of a body that the time is over.

        Raises:
            TimeoutError: It is.
        """
        end = self.end
        if end is not None and self._clock() >= end:
            raise TimeoutError("the answer took too long")

    def allows(self, pause: float) -> bool:
        """Whether there may be another attempt after so many seconds."""
        left = self.left()
        return self.retries < self._max_retries and (left is None or pause < left)

    def may_drain(self, verdict: str | float) -> bool:
        """Whether there is time to read what is left of an answer that is given up.

        Args:
            verdict: The seconds before the next attempt, or what else comes before it.
        """
        left = self.left()
        pause = verdict if isinstance(verdict, float) else 0.0
        return left is None or left - pause > DRAIN_SECONDS

    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self._clock() - self._start

    def attempted(self) -> float:
        """Seconds since the attempt began."""
        return self._clock() - self._attempt
