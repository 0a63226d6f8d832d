"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class AParams(TypedDict):
    """What the API calls `A`."""

    a: NotRequired[str]
