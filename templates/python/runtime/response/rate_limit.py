"""What the headers of a response say of a rate limit, in their usual spellings.

`X-RateLimit-Limit`, `X-Rate-Limit-…`, `RateLimit-…` and names with a vendor's word before or
`-Requests` behind, `X-Rate-Limit` alone, and `RateLimit` with `RateLimit-Policy`:
https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from .response import Headers, RateLimit
from .retry import read_http_date

_NAME: Final = re.compile(
    r"x-rate-?limit|(?:[a-z0-9-]+-)?rate-?limit-(?:requests-)?(limit|remaining|reset)"
    r"(?:-requests)?(-after|-in|-ms|-at|-time|-timestamp)?"
).fullmatch
_COUNT: Final = re.compile(r"(\d{1,15})(?![^\s,;])", re.ASCII).match
_NUMBER: Final = re.compile(r"\d{1,16}(\.\d{1,15})?", re.ASCII).fullmatch
# `1h6m0.5s`, as Go writes durations.
_DURATION: Final = re.compile(
    r"(?=.)(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9}(?:\.\d{1,9})?)ms)?",
    re.ASCII,
).fullmatch
# A member of a list, and a parameter of it; text in quotes may hold any sign.
_MEMBER: Final = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+')
_PARAMETER: Final = re.compile(
    r'(?:^|[;,\s])([a-z]+)\s*=\s*("?)(\d{1,15})\2(?=$|[;,\s])'
)
# What is larger is no time from now: unix seconds since 2001, and milliseconds since 1973.
_UNIX_SECONDS: Final = 1e9
_UNIX_MILLISECONDS: Final = 1e11


def read_rate_limit(headers: Headers, at: float) -> RateLimit | None:
    """The rate limit that a response's headers name, or None where they name none.

    Args:
        headers: The headers.
        at: When the response came, as unix seconds: what is counted from now is counted from there.
    """
    limit, remaining, reset = _structured(headers, at)
    for name in headers:
        found = _NAME(name)
        if found is None:
            continue
        what, unit = found[1] or "limit", found[2] or ""
        for value in headers.all(name):
            if what == "limit" and limit is None:
                limit = _count(value)
            elif what == "remaining" and remaining is None:
                remaining = _count(value)
            elif what == "reset" and reset is None:
                reset = _moment(value.strip(), unit, at)
    if limit is None and remaining is None and reset is None:
        return None
    return RateLimit(limit=limit, remaining=remaining, reset=reset)


def _structured(
    headers: Headers, at: float
) -> tuple[int | None, int | None, datetime | None]:
    """What `RateLimit` and `RateLimit-Policy` say: of several limits, that with the least left."""
    # Earlier drafts have one limit, `limit=100, remaining=50, reset=5`.
    whole = dict(_parameters(", ".join(headers.all("ratelimit"))))
    if "remaining" in whole or "limit" in whole:
        reset = _at(at + whole["reset"]) if "reset" in whole else None
        return whole.get("limit"), whole.get("remaining"), reset
    limits = [(name, said) for name, said in _members(headers, "ratelimit") if said]
    policies = dict(_members(headers, "ratelimit-policy"))
    if not limits:
        quotas = (policy["q"] for policy in policies.values() if "q" in policy)
        return next(quotas, None), None, None
    name, said = min(limits, key=lambda one: one[1].get("r", _UNIX_SECONDS))
    reset = _at(at + said["t"]) if "t" in said else None
    return policies.get(name, {}).get("q"), said.get("r"), reset


def _members(headers: Headers, name: str) -> Iterator[tuple[str, dict[str, int]]]:
    for value in headers.all(name):
        for member in _MEMBER.findall(value):
            key, _, rest = member.strip().partition(";")
            yield key.strip().strip('"'), dict(_parameters(rest))


def _parameters(text: str) -> Iterator[tuple[str, int]]:
    for name, _, number in _PARAMETER.findall(text):
        yield name, int(number)


def _count(value: str) -> int | None:
    found = _COUNT(value.strip())
    return int(found[1]) if found else None


def _moment(value: str, unit: str, at: float) -> datetime | None:
    """When a limit begins anew, where this is unix time, a time from now, or a date."""
    if _NUMBER(value):
        number = float(value)
        if number >= _UNIX_MILLISECONDS:
            return _at(number / 1000)
        if unit == "-ms":
            return _at(at + number / 1000)
        return _at(number if number >= _UNIX_SECONDS else at + number)
    if duration := _DURATION(value):
        hours, minutes, seconds, milliseconds = (
            float(part or 0) for part in duration.groups()
        )
        return _at(at + hours * 3600 + minutes * 60 + seconds + milliseconds / 1000)
    date = read_http_date(value)
    if date is not None:
        return _at(date)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return _at(moment.timestamp())


def _at(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
