"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict

NamelessParams = TypedDict(
    "NamelessParams",
    {
        "a-b": NotRequired[str],
    },
)
"""What the API calls `Nameless`."""
