"""Limits of time: for single waits, and for a call or an attempt as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from httpx2 import Timeout

Clock: TypeAlias = Callable[[], float]

_MOMENT: Final = 1e-6


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
    """What one attempt may take.

    Args:
        connect: Seconds for making a connection.
        read: Seconds without a byte.
        write: Seconds until the other side takes more.
        pool: Seconds until a connection is free.
        end: When the attempt has to be over, on the clock, or None.
        covered: Whether the end comes before any of these waits is over.
    """

    __slots__ = ("connect", "covered", "end", "pool", "read", "write")

    def __init__(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        connect: float | None,
        read: float | None,
        write: float | None,
        pool: float | None,
        end: float | None = None,
        covered: bool = False,
    ) -> None:
        self.connect: float | None = connect
        self.read: float | None = read
        self.write: float | None = write
        self.pool: float | None = pool
        self.end: float | None = end
        self.covered: bool = covered

    def extension(self) -> dict[str, float | None]:
        """The limits in the form that httpcore2 takes."""
        return {
            "connect": self.connect,
            "read": self.read,
            "write": self.write,
            "pool": self.pool,
        }


def limits(
    timeout: float | Timeout | None, deadline: float | None, whole: bool, clock: Clock
) -> Limits:
    """The limits of an attempt that begins now.

    Args:
        timeout: A number bounds each wait, and the attempt if it is held in memory; a Timeout
            bounds each kind of wait.
        deadline: When the call has to be over, on the clock.
        whole: Whether the request and the answer are held in memory.
        clock: A monotonic clock.
    """
    if timeout is None or isinstance(timeout, int | float):
        end = deadline
        if timeout is not None and whole:
            own = clock() + timeout
            end = own if deadline is None else min(own, deadline)
        if end is None:
            return Limits(timeout, timeout, timeout, timeout)
        bound = Bound.until(end, timeout, clock)
        covered = timeout is None or bound < timeout or whole
        return Limits(bound, bound, bound, bound, end, covered)
    waits = (timeout.connect, timeout.read, timeout.write, timeout.pool)
    if deadline is not None:
        connect, read, write, pool = (
            Bound.until(deadline, wait, clock) for wait in waits
        )
        return Limits(connect, read, write, pool, deadline)
    return Limits(*waits)


def _now(wait: float | None) -> float | None:
    # No time at all would mean not to wait, which is another error than a timeout.
    return max(wait.left(), _MOMENT) if isinstance(wait, Bound) else wait
