"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class AboutParams(TypedDict):
    """What the API calls `About`."""

    title: NotRequired[str]
