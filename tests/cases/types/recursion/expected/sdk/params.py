"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict


class BagParams(TypedDict):
    """What the API calls `Bag`."""

    name: NotRequired[str]


class EqualParams(TypedDict):
    """What the API calls `Equal`."""

    op: Literal["equal"]
    field: str
    since: NotRequired[datetime | str]


class EveryParams(TypedDict):
    """What the API calls `Every`."""

    op: Literal["every"]
    filters: list[FilterParams]


if TYPE_CHECKING:
    LaterItemParams: TypeAlias = "BagParams | Mapping[str, str | LaterParams] | int"
else:
    LaterItemParams = BagParams | dict[str, Any] | int

LaterParams: TypeAlias = list[LaterItemParams]

if TYPE_CHECKING:
    MomentsParams: TypeAlias = "datetime | str | list[MomentsParams]"
else:
    MomentsParams = datetime | str | list[Any]

if TYPE_CHECKING:
    FilterParams: TypeAlias = "EqualParams | EveryParams | list[FilterParams]"
else:
    FilterParams = EqualParams | EveryParams | list[Any]

if TYPE_CHECKING:
    MixedItemParams: TypeAlias = "MixedParams | EqualParams | EveryParams"
else:
    MixedItemParams = Any

MixedParams: TypeAlias = str | list[MixedItemParams]

if TYPE_CHECKING:
    StepsParams: TypeAlias = "list[StepParams]"
else:
    StepsParams = list[Any]

StepParams = TypedDict(
    "StepParams",
    {
        "next-steps": NotRequired[StepsParams],
    },
)
"""What the API calls `Step`."""
