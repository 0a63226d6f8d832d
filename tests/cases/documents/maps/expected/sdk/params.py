"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class OwnerParams(TypedDict):
    """What the API calls `Owner`."""

    name: NotRequired[str]
    pets: NotRequired[list[PetParams]]


PetParams = TypedDict(
    "PetParams",
    {
        "id": int,
        "$ref": NotRequired[str],
        "owner": NotRequired[OwnerParams],
    },
)
"""What the API calls `Pet`."""
