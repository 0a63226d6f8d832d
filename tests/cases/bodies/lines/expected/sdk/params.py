"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import TypedDict


class PetParams(TypedDict):
    """What the API calls `Pet`."""

    name: str
