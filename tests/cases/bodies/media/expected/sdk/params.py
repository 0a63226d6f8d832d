"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import TypedDict


class PlainParams(TypedDict):
    """What the API calls `Plain`."""

    a: str
