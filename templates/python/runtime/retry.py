"""When a request is sent again, and after how long.

A request is repeated only where that can't do its work twice: always when it can't have reached
the server; after a broken connection, a 408, a 429 or a 5xx when its method is idempotent; and for
other methods after a 408 (the server didn't get all of it), a 429 (it was turned away) and a 503
whose Retry-After asks for it. A 409 is an answer.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

Random: TypeAlias = Callable[[], float]

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
_REQUEST_TIMEOUT, _TOO_MANY, _UNAVAILABLE = 408, 429, 503
_SERVER_ERRORS = range(500, 600)

_FIRST = 0.5
_LONGEST = 8.0
# A server that asks for more than this is reported to the caller, not waited for.
_PATIENCE = 60.0
# What asks for more than this isn't meant as a wait.
_ABSURD = 7 * 24 * 3600.0
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
    return idempotent(method) or (status == _UNAVAILABLE and b"retry-after" in headers)


def backoff(retries: int, random: Random) -> float:
    """Seconds before the next attempt: anything up to a limit that doubles each time.

    Args:
        retries: How many retries there have been.
        random: Gives numbers from 0 to 1.
    """
    return random() * min(_LONGEST, _FIRST * 2.0 ** min(retries, 10))


def pause(
    headers: Mapping[bytes, bytes],
    retries: int,
    random: Random,
    wall: Callable[[], float],
) -> float | None:
    """Seconds that an answer asks to wait, or a backoff where it doesn't.

    Args:
        headers: The answer's headers by lower-case name.
        retries: How many retries there have been.
        random: Gives numbers from 0 to 1.
        wall: The time as unix seconds.

    Returns:
        The seconds, or None when the server asks for more than is worth waiting.
    """
    own = backoff(retries, random)
    asked = retry_after(headers, wall)
    if asked is None:
        # Whole seconds, and everyone's at once: the jitter goes on top.
        reset = _reset(headers, wall)
        asked = None if reset is None else reset + own
    if asked is None:
        return own
    return asked if asked <= _PATIENCE else None


def retry_after(
    headers: Mapping[bytes, bytes], wall: Callable[[], float]
) -> float | None:
    """The seconds in Retry-After, a number or a date; None when it is missing or makes no sense."""
    value = headers.get(b"retry-after", b"").decode("latin-1").strip()
    if _NUMBER(value):
        return _sensible(float(value))
    when = _date(value)
    return None if when is None else _sensible(max(0.0, when - wall()))


def _reset(headers: Mapping[bytes, bytes], wall: Callable[[], float]) -> float | None:
    value = headers.get(b"x-ratelimit-reset", b"").decode("latin-1").strip()
    if not _NUMBER(value):
        return None
    left = float(value) - wall()
    return _sensible(left) if left > 0 else None


def _sensible(seconds: float) -> float | None:
    return seconds if seconds <= _ABSURD else None


def _date(value: str) -> float | None:
    if not value or not value[0].isalpha():
        return None
    # Needed for dates alone, and slow to import.
    from email.utils import mktime_tz, parsedate_tz  # noqa: PLC0415 -- as said above

    try:
        parts = parsedate_tz(value)
        # A date without a zone is in GMT here, not in the zone of this machine.
        return None if parts is None else mktime_tz((*parts[:9], parts[9] or 0))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
