"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class 用户地址Params(TypedDict):
    """An object without a name in the API."""

    城市: str
    邮编: NotRequired[str]


StrasseParams = TypedDict(
    "StrasseParams",
    {
        "größe": NotRequired[int],
        "Łódź": NotRequired[str],
    },
)
"""What the API calls `Straße`."""
