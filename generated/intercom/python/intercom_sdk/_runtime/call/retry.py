"""The attempts of a call: how many, for how long, and the delay before a retry."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from ..argument_checks import check_type
from ..request.request_options import RequestOptions
from ..transport.deadline import Limits
from ..transport.exchange import DRAIN_SECONDS

if TYPE_CHECKING:
    from ..transport.exchange import RawHeaders
    from .client_settings import ClientSettings


class Budget:
    """What is left of a call's time and attempts.

    Args:
        settings: The client's settings.
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

    def __init__(
        self, settings: ClientSettings, options: RequestOptions | None
    ) -> None:
        self._clock = settings.clock
        self._timeout = settings.timeout
        self._max_retries = settings.max_retries
        self._start = self._attempt = settings.clock()
        self._limits: Limits | None = None
        self.retries: int = 0
        seconds = settings.deadline
        if options is not None:
            check_type("options", options, RequestOptions)
            self._timeout = (
                settings.timeout if options.timeout is None else options.timeout
            )
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


Random: TypeAlias = Callable[[], float]

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
_REQUEST_TIMEOUT, _TOO_MANY, _UNAVAILABLE = 408, 429, 503
_SERVER_ERRORS = range(500, 600)

_FIRST = 0.5
_LONGEST = 8.0
# A server that asks for more than this is reported to the caller, not waited for.
_PATIENCE = 60.0
# What is further away isn't in seconds.
_FAR = 366 * 24 * 3600.0
_MILLISECONDS = "retry-after-ms", "x-ms-retry-after-ms"
_REMAINING, _RESET = "x-ratelimit-remaining", "x-ratelimit-reset"
_ASKING = frozenset(
    name.encode() for name in ("retry-after", *_MILLISECONDS, _REMAINING, _RESET)
)
_NUMBER = re.compile(r"\d{1,15}(\.\d{1,15})?", re.ASCII).fullmatch


def chance() -> float:
    """A number from 0 to 1; the module for random numbers is slow to import."""
    return int.from_bytes(os.urandom(4)) / 0xFFFFFFFF


def idempotent(method: str) -> bool:
    """Whether sending a request twice does what sending it once does."""
    return method in _IDEMPOTENT


def repeatable(method: str, status: int, headers: Mapping[bytes, bytes]) -> bool:
    """Whether an answer asks for, or at least allows, the same request again."""
    if status in {_REQUEST_TIMEOUT, _TOO_MANY}:
        return True
    if status not in _SERVER_ERRORS:
        return False
    asks = any(name.encode() in headers for name in ("retry-after", *_MILLISECONDS))
    return idempotent(method) or (status == _UNAVAILABLE and asks)


def backoff(retries: int, random: Random) -> float:
    """Seconds before the next attempt: anything up to a limit that doubles each time.

    Args:
        retries: How many retries there have been.
        random: Gives numbers from 0 to 1.
    """
    return random() * min(_LONGEST, _FIRST * 2.0 ** min(retries, 10))


def pause(
    status: int,
    headers: RawHeaders,
    retries: int,
    random: Random,
    wall: Callable[[], float],
) -> float | None:
    """Seconds that an answer asks to wait, or a backoff where it doesn't.

    Args:
        status: The answer's status.
        headers: The answer's headers as they came.
        retries: How many retries there have been.
        random: Gives numbers from 0 to 1.
        wall: The time as unix seconds.

    Returns:
        The seconds, or None when the server asks for more than is worth waiting.
    """
    own = backoff(retries, random)
    values = _values(headers)
    asked, reset = _asked(values, wall), _reset(status, values, wall)
    if reset is not None and reset > (asked or 0.0):
        # Whole seconds, and everyone's at once: the jitter goes on top.
        asked = reset + own
    if asked is None:
        return own
    return asked if asked <= _PATIENCE else None


def retry_after(
    status: int, headers: RawHeaders, wall: Callable[[], float]
) -> float | None:
    """The seconds that an answer asks to wait, or None when it asks for nothing.

    Args:
        status: The answer's status.
        headers: The answer's headers as they came: Retry-After, a number or a date
            (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3), the same in milliseconds, and
            X-RateLimit-Reset where nothing is left until then. The largest counts.
        wall: The time as unix seconds.
    """
    values = _values(headers)
    found = [_asked(values, wall), _reset(status, values, wall)]
    return max((one for one in found if one is not None), default=None)


def _values(headers: RawHeaders) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in headers:
        key = name.lower()
        if key in _ASKING:
            text = value.decode("latin-1").strip()
            found.setdefault(key.decode(), []).append(text)
    return found


def _asked(
    values: Mapping[str, Sequence[str]], wall: Callable[[], float]
) -> float | None:
    found = [
        seconds
        for value in values.get("retry-after", ())
        for seconds in _seconds(value, wall)
    ]
    for name in _MILLISECONDS:
        found += [
            float(value) / 1000 for value in values.get(name, ()) if _NUMBER(value)
        ]
    return max(found, default=None)


def _seconds(value: str, wall: Callable[[], float]) -> list[float]:
    """What one Retry-After says; proxies join those of several servers with commas."""
    parts = [part.strip() for part in value.split(",")]
    if all(_NUMBER(part) for part in parts):
        return [float(part) for part in parts]
    when = _date(value)
    return [] if when is None else [max(0.0, when - wall())]


def _reset(
    status: int, values: Mapping[str, Sequence[str]], wall: Callable[[], float]
) -> float | None:
    """The seconds until there is something left again, where nothing is."""
    remaining = [float(left) for left in values.get(_REMAINING, ()) if _NUMBER(left)]
    # Many servers send both with each answer, whatever it is.
    if any(remaining) or not (remaining or status in {_TOO_MANY, _UNAVAILABLE}):
        return None
    now = wall()
    found = [float(value) - now for value in values.get(_RESET, ()) if _NUMBER(value)]
    return max((left for left in found if 0 < left <= _FAR), default=None)


def _date(value: str) -> float | None:
    if not value or not value[0].isalpha():
        return None
    # Needed for dates alone, and slow to import.
    from datetime import date  # noqa: PLC0415 -- as said above
    from email.utils import mktime_tz, parsedate_tz  # noqa: PLC0415 -- as said above

    try:
        parts = parsedate_tz(value)
        if parts is None:
            return None
        # The parser takes any number for a day.
        date(*parts[:3])
        # A date without a zone is in GMT here, not in the zone of this machine.
        return mktime_tz((*parts[:9], parts[9] or 0))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
