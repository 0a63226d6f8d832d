"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ._models.pets import Cat, Dog


class CatParams(TypedDict):
    """What the API calls `Cat`."""

    kind: Literal["cat"]
    lives: NotRequired[int]


class DogParams(TypedDict):
    """What the API calls `Dog`."""

    kind: Literal["dog"]
    good: NotRequired[bool]


PetParams: TypeAlias = Cat | CatParams | Dog | DogParams
"""A cat or a dog."""
