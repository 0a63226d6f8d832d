"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from ._models.things import Item, Kind


class ItemParams(TypedDict):
    """What the API calls `Item`."""

    kind: NotRequired[Kind]
    id: str


class TreeParams(TypedDict):
    """What the API calls `Tree`."""

    kind: NotRequired[Literal["tree"]]
    left: NotRequired[TreeParams]
    leaves: NotRequired[Sequence[Item | ItemParams]]


class CircleParams(TypedDict):
    """What the API calls `Circle`."""

    shape: Literal["circle"]
    unit: NotRequired[Literal["cm"]]
    radius: float


class SquareParams(TypedDict):
    """What the API calls `Square`."""

    shape: Literal["square"]
    unit: NotRequired[Literal["mm"]]
    side: float


class SameWithAParams(TypedDict):
    """An object without a name in the API."""

    scale: NotRequired[Literal["big"]]
    a: str


class SameWithBParams(TypedDict):
    """An object without a name in the API."""

    scale: NotRequired[Literal["big"]]
    b: str


class DifferingBigParams(TypedDict):
    """An object without a name in the API."""

    scale: Literal["big"]
    a: str


class DifferingWithBParams(TypedDict):
    """An object without a name in the API."""

    b: str


ShapeParams: TypeAlias = CircleParams | SquareParams

SameParams: TypeAlias = SameWithAParams | SameWithBParams

DifferingParams: TypeAlias = DifferingBigParams | DifferingWithBParams
