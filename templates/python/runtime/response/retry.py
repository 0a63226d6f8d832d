"""Which requests are repeated, and the retry delay: how long to wait before the next attempt."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

Random: TypeAlias = Callable[[], float]
# As they came.
Headers: TypeAlias = Iterable[tuple[bytes, bytes]]

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
_REQUEST_TIMEOUT, _TOO_MANY, _UNAVAILABLE = 408, 429, 503
_SERVER_ERRORS = range(500, 600)

_INITIAL_BACKOFF = 0.5
_MAX_BACKOFF = 8.0
# A server that requests more than this is reported to the caller, not waited for.
_MAX_RETRY_AFTER = 60.0
# What is further away isn't in seconds.
_MAX_RESET = 366 * 24 * 3600.0
_MILLISECONDS = "retry-after-ms", "x-ms-retry-after-ms"
_REMAINING, _RESET = "x-ratelimit-remaining", "x-ratelimit-reset"
_RETRY_HEADERS = frozenset(
    name.encode() for name in ("retry-after", *_MILLISECONDS, _REMAINING, _RESET)
)
_NUMBER = re.compile(r"\d{1,15}(\.\d{1,15})?", re.ASCII).fullmatch


def random_fraction() -> float:
    """A number from 0 to 1; the module for random numbers is slow to import."""
    return int.from_bytes(os.urandom(4)) / 0xFFFFFFFF


def is_idempotent(method: str) -> bool:
    """Whether sending a request twice does what sending it once does."""
    return method in _IDEMPOTENT


def is_retryable(
    status: int, headers: Mapping[bytes, bytes], is_repeatable: bool
) -> bool:
    """Whether a response requests, or at least allows, the same request again."""
    if status in {_REQUEST_TIMEOUT, _TOO_MANY}:
        return True
    if status not in _SERVER_ERRORS:
        return False
    has_delay = any(
        name.encode() in headers for name in ("retry-after", *_MILLISECONDS)
    )
    return is_repeatable or (status == _UNAVAILABLE and has_delay)


def backoff_delay(retries: int, random: Random) -> float:
    """Seconds before the next attempt: anything up to a limit that doubles each time.

    Args:
        retries: How many retries there have been.
        random: Gives numbers from 0 to 1.
    """
    return random() * min(_MAX_BACKOFF, _INITIAL_BACKOFF * 2.0 ** min(retries, 10))


def retry_delay(
    status: int,
    headers: Headers,
    retries: int,
    random: Random,
    wall: Callable[[], float],
) -> float | None:
    """The delay in seconds that a response requests, or a backoff where it requests none.

    Args:
        status: The answer's status.
        headers: The answer's headers as they came.
        retries: How many retries there have been.
        random: Gives numbers from 0 to 1.
        wall: The time as unix seconds.

    Returns:
        The seconds, or None when the server requests more than is worth waiting.
    """
    own = backoff_delay(retries, random)
    values = _values(headers)
    requested, reset = _retry_after(values, wall), _reset(status, values, wall)
    if reset is not None and reset > (requested or 0.0):
        # Whole seconds, and everyone's at once: the jitter goes on top.
        requested = reset + own
    if requested is None:
        return own
    return requested if requested <= _MAX_RETRY_AFTER else None


def retry_after(
    status: int, headers: Headers, wall: Callable[[], float]
) -> float | None:
    """The delay in seconds that a response requests, or None where it requests none.

    Args:
        status: The answer's status.
        headers: The answer's headers as they came: Retry-After, a number or a date
            (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3), the same in milliseconds, and
            X-RateLimit-Reset where nothing is left until then. The largest counts.
        wall: The time as unix seconds.
    """
    values = _values(headers)
    found = [_retry_after(values, wall), _reset(status, values, wall)]
    return max((one for one in found if one is not None), default=None)


def _values(headers: Headers) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in headers:
        key = name.lower()
        if key in _RETRY_HEADERS:
            text = value.decode("latin-1").strip()
            found.setdefault(key.decode(), []).append(text)
    return found


def _retry_after(
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
    """The delays in one Retry-After; proxies join those of several servers with commas."""
    parts = [part.strip() for part in value.split(",")]
    if all(_NUMBER(part) for part in parts):
        return [float(part) for part in parts]
    when = read_http_date(value)
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
    return max((left for left in found if 0 < left <= _MAX_RESET), default=None)


def read_http_date(value: str) -> float | None:
    """A date as unix seconds, or None for what is none; one without a zone is in GMT.

    https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
    """
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
