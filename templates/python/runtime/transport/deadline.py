"""Limits of time: for single waits, and for a call or an attempt as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from httpx2 import Timeout

Clock: TypeAlias = Callable[[], float]

_MOMENT: Final = 1e-6
_GRACE: Final = 0.05
# More seconds than the system's calls take.
_ENDLESS: Final = 1e6


class Bound(float):
    """Seconds for one wait, which become fewer as the end nears.

    Network libraries hand a timeout down unchanged and use it for each read. This one is an
    ordinary number to them; our own sockets ask it what is left.
    """

    __slots__ = ("_clock", "_end")
    _clock: Clock
    _end: float

    @classmethod
    def until(cls, end: float, seconds: float | None, clock: Clock) -> Bound:
        """At most so many seconds, and not beyond the end."""
        left = end - clock()
        bound = cls(max(0.0, left if seconds is None else min(seconds, left)))
        bound._end = end
        bound._clock = clock
        return bound

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
        "_clock",
        "_deadline",
        "_timeout",
        "_whole",
        "connect",
        "end",
        "pool",
        "read",
        "write",
    )

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None
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
        self._whole = whole
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Count from now: the wait for a free connection is none of the server's time."""
        timeout, deadline = self._timeout, self._deadline
        self.end = end = deadline
        if timeout is None or isinstance(timeout, int | float):
            if timeout is not None and self._whole:
                own = self._clock() + timeout
                self.end = end = own if deadline is None else min(own, deadline)
            wait = timeout if end is None else Bound.until(end, timeout, self._clock)
            self.connect = self.read = self.write = self.pool = wait
        else:
            self.connect = self._bounded(timeout.connect)
            self.read = self._bounded(timeout.read)
            self.write = self._bounded(timeout.write)
            self.pool = self._bounded(timeout.pool)

    def left(self) -> float | None:
        """Seconds until the attempt is cut off, if it has an end; by then, each wait that knows its
        own end has said what it waited for.
        """
        return None if self.end is None else self.end - self._clock() + _GRACE

    def extension(self) -> dict[str, float | None]:
        """The limits in the form that httpcore2 takes."""
        return {
            "connect": self.connect,
            "read": self.read,
            "write": self.write,
            "pool": self.pool,
        }

    def _bounded(self, wait: float | None) -> float | None:
        end = self.end
        return wait if end is None else Bound.until(end, wait, self._clock)


def remaining(wait: float | None) -> float | None:
    """The seconds that a wait may take now.

    Raises:
        TimeoutError: The end has passed.
    """
    if isinstance(wait, Bound):
        wait = wait.left()
        if wait <= 0:
            raise TimeoutError("the time is over")
    return None if wait is None or wait > _ENDLESS else wait


def _now(wait: float | None) -> float | None:
    # No time at all would mean not to wait, which is another error than a timeout.
    return max(wait.left(), _MOMENT) if isinstance(wait, Bound) else wait
