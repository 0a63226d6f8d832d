"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class KeyParams(TypedDict):
    """What the API calls `Key`."""

    teeth: NotRequired[str]
    next: NotRequired[KeyParams]
