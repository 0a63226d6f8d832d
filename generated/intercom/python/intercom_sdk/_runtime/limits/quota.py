"""What an answer says of how many requests a server still takes, on the clock of this machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from ..response.rate_limit import UNIX_SECONDS, read_rate_limit, read_window
from ..response.response import Headers
from ..response.retry import read_http_date, retry_after
from ..transport.exchange import RawHeaders

TOO_MANY: Final = 429
_UNAVAILABLE: Final = 503
# Seconds to wait where a server refuses a request and says nothing of the time.
PAUSE: Final = 1.0
# Nobody waits longer without one request that asks anew: an hour is the longest window in use, and
# a server whose clock can't be compared with ours may mean any moment.
_LONGEST: Final = 3600.0
_LONGEST_UNSURE: Final = 60.0


class Quota(Struct, frozen=True, kw_only=True):
    """How many requests a server still takes, as one answer says; None for what it doesn't say.

    Args:
        limit: How many it takes in a window.
        remaining: How many of these are left.
        window: The seconds that a window lasts.
        earliest: The first moment, on the monotonic clock, at which the next window may begin.
        latest: The moment at which it has begun, however the server rounds.
        blocked_until: The moment before which the server wants no request at all.
    """

    limit: int | None = None
    remaining: int | None = None
    window: float | None = None
    earliest: float | None = None
    latest: float | None = None
    blocked_until: float | None = None


def read_quota(
    status: int,
    raw: RawHeaders,
    sent: float,
    now: float,
    wall: Callable[[], float],
) -> Quota:
    """Read an answer's head.

    Args:
        status: Its status.
        raw: Its headers as they came.
        sent: When its request was sent, on the monotonic clock.
        now: When it came.
        wall: The time as unix seconds, for moments in an answer without a Date.
    """
    headers = Headers(raw)
    # Counted from 0, only moments are larger than the unix time of the past decades.
    found = read_rate_limit(headers, 0.0)
    limit = remaining = window = earliest = latest = None
    if found is not None:
        limit, remaining = found.limit, found.remaining
        window = read_window(headers)
        if found.reset is not None:
            reset = found.reset.timestamp()
            seconds = _from_now(reset, headers, wall)
            # Of a number of whole seconds nobody says how it was rounded, nor when in its second a
            # Date was written.
            is_exact = bool(reset % 1) and reset < UNIX_SECONDS
            slack = 0.01 if is_exact else 1.0
            seconds = seconds if window is None else min(seconds, window)
            earliest, latest = sent + seconds - 2 * slack, now + seconds + slack
        elif window is not None:
            earliest, latest = sent, now + min(window, _LONGEST)
    blocked_until = None
    if status in {TOO_MANY, _UNAVAILABLE}:
        pause = retry_after(status, raw, lambda: 0.0)
        if pause is not None:
            blocked_until = now + _from_now(pause, headers, wall)
        elif status == TOO_MANY:
            blocked_until = now + PAUSE
        if blocked_until is not None and latest is not None and not remaining:
            blocked_until = max(blocked_until, latest)
    return Quota(
        limit=limit,
        remaining=remaining,
        window=window,
        earliest=earliest,
        latest=latest,
        blocked_until=blocked_until,
    )


def _from_now(seconds: float, headers: Headers, wall: Callable[[], float]) -> float:
    """The seconds until then; a moment is compared with the Date of the answer if it has one."""
    longest = _LONGEST
    if seconds >= UNIX_SECONDS:
        date = read_http_date(headers.get("date", ""))
        longest = _LONGEST if date is not None else _LONGEST_UNSURE
        seconds -= wall() if date is None else date
    return min(max(seconds, 0.0), longest)
