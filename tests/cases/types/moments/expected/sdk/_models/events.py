"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel


class Event(Model, kw_only=True):
    """What the API calls `Event`."""

    created_at: int
    """When it began. Unix seconds in JSON."""
    ended_at: Maybe[Moment] = None
    read_at: Maybe[int] = None
    """Unix seconds in JSON."""
    text_at: Maybe[datetime] = None
    either: Maybe[int | datetime] = None
    """Unix seconds in JSON."""
    when: Maybe[int | Range] = None
    """Unix seconds in JSON."""
    causes: Maybe[list[Event]] = None
    by_name: Maybe[dict[str, int]] = None
    """Each value: unix seconds in JSON."""
    filter: Maybe[Filter] = None
    further: Maybe[EventFurther] = None
    pair: Maybe[tuple[int, datetime]] = None


class Range(Model, kw_only=True):
    """What the API calls `Range`."""

    gt: Maybe[int] = None
    """Unix seconds in JSON."""
    lt: Maybe[int] = None
    """Unix seconds in JSON."""


class Date(Model, kw_only=True, tag_field="kind", tag="date"):
    """What the API calls `Date`."""

    kind: ClassVar[Literal["date"]] = "date"
    value: int
    """Unix seconds in JSON."""


class Text(Model, kw_only=True, tag_field="kind", tag="text"):
    """What the API calls `Text`."""

    kind: ClassVar[Literal["text"]] = "text"
    value: datetime


class All(Model, kw_only=True, tag_field="kind", tag="all"):
    """What the API calls `All`."""

    kind: ClassVar[Literal["all"]] = "all"
    filters: list[Filter]


class EventFurther(OpenModel):
    """An object without a name in the API."""

    name: Maybe[str] = None
    at: Maybe[datetime] = None
    additional: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


Moment: TypeAlias = int
"""When something happens.

Unix seconds in JSON.
"""

Filter: TypeAlias = Date | Text | All
