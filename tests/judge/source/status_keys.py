"""Statuses as the keys of responses name them: one, a range of a hundred, or all others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_KEY = re.compile(r"[1-5](\d\d|XX)")
_SPREAD = re.compile(r"[1-5][X0-9*?]{2}")
# Of each hundred the statuses that nothing else is meant by come first.
_USUAL = {"2": (200, 299), "4": (400, 418, 499), "5": (500, 599)}

# Before it stands what is said on the way to an answer.
_FIRST = 200
_EMPTY = {204, 205, 304}


def as_key(written: str) -> str:
    """The key as `404`, `4XX` or `default`; "" for one that is no status.

    The letters of a range may be small; what is written as one in other ways, `40X`, is one.
    """
    key = written.strip().upper()
    if key == "DEFAULT":
        return "default"
    if _KEY.fullmatch(key):
        return key
    return f"{key[0]}XX" if _SPREAD.fullmatch(key) else ""


def statuses_of(key: str, keys: Collection[str]) -> Iterator[int]:
    """Statuses that an answer is sent with which stands under a key.

    Args:
        key: The key, as `as_key` gives it.
        keys: All keys of the operation.
    """
    if key.isdecimal():
        yield int(key)
        return
    is_success_described = any(each.startswith("2") for each in keys)
    hundreds = ["5", "4"] if key == "default" else [key[0]]
    if key == "default" and not is_success_described:
        hundreds = ["2", *hundreds]
    for hundred in hundreds:
        if key == "default" and f"{hundred}XX" in keys:
            continue
        first = int(hundred) * 100
        for status in (*_USUAL.get(hundred, ()), *range(first, first + 100)):
            if str(status) not in keys:
                yield status
                break


def has_body(method: str, status: int) -> bool:
    """Whether an answer can have a body (RFC 9110, 6.4.1)."""
    return method != "HEAD" and status >= _FIRST and status not in _EMPTY
