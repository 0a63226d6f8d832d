"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, NotRequired, TypeAlias, TypedDict

from ._models.events import All, Date, Event, EventFurther, Range, Text


class EventParams(TypedDict):
    """What the API calls `Event`."""

    created_at: datetime | int
    """When it began. Unix seconds in JSON."""
    ended_at: NotRequired[MomentParams]
    text_at: NotRequired[datetime | str]
    either: NotRequired[datetime | int | str]
    """Unix seconds in JSON."""
    when: NotRequired[datetime | int | Range | RangeParams]
    """Unix seconds in JSON."""
    causes: NotRequired[Sequence[Event | EventParams]]
    by_name: NotRequired[Mapping[str, datetime | int]]
    """Each value: unix seconds in JSON."""
    filter: NotRequired[FilterParams]
    further: NotRequired[
        EventFurther | EventFurtherParams | Mapping[str, str | datetime | int]
    ]
    pair: NotRequired[tuple[datetime | int, datetime | str]]


class RangeParams(TypedDict):
    """What the API calls `Range`."""

    gt: NotRequired[datetime | int]
    """Unix seconds in JSON."""
    lt: NotRequired[datetime | int]
    """Unix seconds in JSON."""


class DateParams(TypedDict):
    """What the API calls `Date`."""

    kind: Literal["date"]
    value: datetime | int
    """Unix seconds in JSON."""


class TextParams(TypedDict):
    """What the API calls `Text`."""

    kind: Literal["text"]
    value: datetime | str


class AllParams(TypedDict):
    """What the API calls `All`."""

    kind: Literal["all"]
    filters: Sequence[FilterParams]


class EventFurtherParams(TypedDict):
    """An object without a name in the API."""

    name: NotRequired[str]
    at: NotRequired[datetime | str]


MomentParams: TypeAlias = datetime | int
"""When something happens.

Unix seconds in JSON.
"""

FilterParams: TypeAlias = Date | DateParams | Text | TextParams | All | AllParams
