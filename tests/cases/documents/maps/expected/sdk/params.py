"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from ._models.pets import Owner, Pet


class OwnerParams(TypedDict):
    """What the API calls `Owner`."""

    name: NotRequired[str]
    pets: NotRequired[Sequence[Pet | PetParams]]


PetParams = TypedDict(
    "PetParams",
    {
        "id": int,
        "$ref": NotRequired[str],
        "owner": NotRequired[Owner | OwnerParams],
    },
)
"""What the API calls `Pet`."""
