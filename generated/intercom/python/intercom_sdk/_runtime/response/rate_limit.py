"""What the headers of a response say of a rate limit, in their usual spellings.

`X-RateLimit-Limit`, `X-Rate-Limit-…`, `RateLimit-…` and names with a vendor's word before or
`-Requests` behind, `X-Rate-Limit` alone, HubSpot's `…-Max` and `…-Interval-Milliseconds`, and
`RateLimit` with `RateLimit-Policy`:
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
    r"x-rate-?limit|(?:[a-z0-9-]+-)?rate-?limit-(?:requests-)?(limit|max|remaining|reset|interval)"
    r"(?:-requests)?(-after|-in|-ms|-at|-time|-timestamp|-milliseconds)?"
).fullmatch
_COUNT: Final = re.compile(r"(\d{1,15})(?![^\s,;])", re.ASCII).match
# `1,000`; a list of numbers has spaces.
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,4}", re.ASCII).fullmatch
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
UNIX_SECONDS: Final = 1e9
_UNIX_MILLISECONDS: Final = 1e11


def read_rate_limit(headers: Headers, at: float) -> RateLimit | None:
    """The rate limit that a response's headers name, or None where they name none.

    Args:
        headers: The headers.
        at: When the response came, as unix seconds: what is counted from now is counted from there.
    """
    said, policy = _structured(headers)
    limit, remaining = policy.get("q"), said.get("r")
    reset = _at(at + said["t"]) if "t" in said else None
    for name in headers:
        found = _NAME(name)
        if found is None:
            continue
        what, unit = found[1] or "limit", found[2] or ""
        for value in headers.all(name):
            if what in {"limit", "max"} and limit is None:
                limit = _count(value)
            elif what == "remaining" and remaining is None:
                remaining = _count(value)
            elif what == "reset" and reset is None:
                reset = _moment(value.strip(), unit, at)
    if limit is None and remaining is None and reset is None:
        return None
    return RateLimit(limit=limit, remaining=remaining, reset=reset)


def read_window(headers: Headers) -> float | None:
    """The seconds after which the limit counts anew each time, or None where headers don't say."""
    _, policy = _structured(headers)
    # Drafts before the fourth have it behind the limit: `RateLimit-Limit: 100, 100;w=60`.
    older = dict(_parameters(", ".join(headers.all("ratelimit-limit"))))
    if seconds := policy.get("w") or older.get("w"):
        return float(seconds)
    for name in headers:
        found = _NAME(name)
        if found and found[1] == "interval" and found[2] == "-milliseconds":
            count = _count(headers[name])
            return None if count is None else count / 1000
    return None


def _structured(headers: Headers) -> tuple[dict[str, int], dict[str, int]]:
    """What `RateLimit` and `RateLimit-Policy` say: of several limits, that with the least left."""
    # Earlier drafts have one limit, `limit=100, remaining=50, reset=5`.
    whole = dict(_parameters(", ".join(headers.all("ratelimit"))))
    if "remaining" in whole or "limit" in whole:
        names = {"remaining": "r", "reset": "t", "limit": "q"}
        said = {names[key]: value for key, value in whole.items() if key in names}
        return said, said
    limits = [(name, said) for name, said in _members(headers, "ratelimit") if said]
    policies = dict(_members(headers, "ratelimit-policy"))
    if not limits:
        known = [policy for policy in policies.values() if "q" in policy]
        return {}, known[0] if known else {}
    name, said = min(limits, key=lambda one: one[1].get("r", UNIX_SECONDS))
    return said, policies.get(name, {})


def _members(headers: Headers, name: str) -> Iterator[tuple[str, dict[str, int]]]:
    for value in headers.all(name):
        for member in _MEMBER.findall(value):
            key, _, rest = member.strip().partition(";")
            yield key.strip().strip('"'), dict(_parameters(rest))


def _parameters(text: str) -> Iterator[tuple[str, int]]:
    for name, _, number in _PARAMETER.findall(text):
        yield name, int(number)


def _count(value: str) -> int | None:
    value = value.strip()
    if _GROUPED(value):
        return int(value.replace(",", ""))
    found = _COUNT(value)
    return int(found[1]) if found else None


def _moment(value: str, unit: str, at: float) -> datetime | None:
    """When a limit begins anew, where this is unix time, a time from now, or a date."""
    if _NUMBER(value):
        number = float(value)
        if number >= _UNIX_MILLISECONDS:
            return _at(number / 1000)
        if unit == "-ms":
            return _at(at + number / 1000)
        return _at(number if number >= UNIX_SECONDS else at + number)
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
