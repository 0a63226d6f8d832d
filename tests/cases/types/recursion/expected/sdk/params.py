"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from ._models.values import Bag, Equal, Every, Step
from ._runtime.json.plain_data import SequenceNotStr


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
    filters: Sequence[FilterParams]


if TYPE_CHECKING:
    JsonValueParams: TypeAlias = (
        "str | float | bool | SequenceNotStr[JsonValueParams | None] | Mapping[str, JsonValueParams | None]"
    )
else:
    JsonValueParams = str | float | bool | SequenceNotStr[Any] | Mapping[str, Any]
"""Anything that JSON can say."""

if TYPE_CHECKING:
    LaterItemParams: TypeAlias = (
        "Bag | BagParams | Mapping[str, str | LaterParams] | int"
    )
else:
    LaterItemParams = Bag | BagParams | Mapping[str, Any] | int

LaterParams: TypeAlias = Sequence[LaterItemParams]

if TYPE_CHECKING:
    NestParams: TypeAlias = "Sequence[NestParams]"
else:
    NestParams = SequenceNotStr[Any]
"""A list of such lists."""

if TYPE_CHECKING:
    MomentsParams: TypeAlias = "datetime | str | SequenceNotStr[MomentsParams]"
else:
    MomentsParams = datetime | str | SequenceNotStr[Any]

if TYPE_CHECKING:
    OddParams: TypeAlias = "Mapping[str, EvenParams]"
else:
    OddParams = Mapping[str, Any]

EvenParams: TypeAlias = Sequence[OddParams]

if TYPE_CHECKING:
    FilterParams: TypeAlias = (
        "Equal | EqualParams | Every | EveryParams | Sequence[FilterParams]"
    )
else:
    FilterParams = Equal | EqualParams | Every | EveryParams | SequenceNotStr[Any]

MixedItemParams: TypeAlias = Equal | EqualParams | Every | EveryParams

if TYPE_CHECKING:
    MixedParams: TypeAlias = (
        "str | SequenceNotStr[MixedParams] | Sequence[MixedItemParams]"
    )
else:
    MixedParams = str | SequenceNotStr[Any] | Sequence[MixedItemParams]

if TYPE_CHECKING:
    StepsParams: TypeAlias = "Sequence[Step | StepParams]"
else:
    StepsParams = SequenceNotStr[Any]

StepParams = TypedDict(
    "StepParams",
    {
        "next-steps": NotRequired[StepsParams],
    },
)
"""What the API calls `Step`."""
