"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from msgspec import field as field_

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.plain_data import Number
from .._runtime.json.unions import union


class Rules(Model, kw_only=True):
    """What the API calls `Rules`."""

    nest: Nest
    moments: Maybe[Moments] = None
    even: Maybe[Even] = None
    filter: Maybe[Filter] = None
    mixed: Maybe[Mixed] = None
    bag: Maybe[Bag] = None
    odd_key: Maybe[Step] = field_(default=None, name="odd-key")


class Bag(OpenModel):
    """What the API calls `Bag`."""

    name: Maybe[str] = None
    additional: dict[str, Later] = field_(default_factory=lambda: {})
    """Further properties."""


class Equal(Model, kw_only=True, tag_field="op", tag="equal"):
    """What the API calls `Equal`."""

    op: ClassVar[Literal["equal"]] = "equal"
    field: str
    since: Maybe[datetime] = None


class Every(Model, kw_only=True, tag_field="op", tag="every"):
    """What the API calls `Every`."""

    op: ClassVar[Literal["every"]] = "every"
    filters: list[Filter]


class Step(Model, kw_only=True):
    """What the API calls `Step`."""

    next_steps: Maybe[Steps] = field_(default=None, name="next-steps")


if TYPE_CHECKING:
    JsonValue: TypeAlias = (
        "str | Number | bool | list[JsonValue | None] | dict[str, JsonValue | None]"
    )
else:
    JsonValue = union(
        "JsonValue",
        lambda: (
            str,
            Number,
            bool,
            list[JsonValue | None],
            dict[str, JsonValue | None],
        ),
    )
"""Anything that JSON can say."""

if TYPE_CHECKING:
    LaterItem: TypeAlias = Bag | int
else:
    LaterItem = union("LaterItem", lambda: (Bag, int))

Later: TypeAlias = list[LaterItem]

if TYPE_CHECKING:
    Nest: TypeAlias = "list[Nest]"
else:
    Nest = union("Nest", lambda: (list[Nest],))
"""A list of such lists."""

if TYPE_CHECKING:
    Moments: TypeAlias = "datetime | list[Moments]"
else:
    Moments = union("Moments", lambda: (datetime, list[Moments]))

if TYPE_CHECKING:
    Odd: TypeAlias = "dict[str, Even]"
else:
    Odd = union("Odd", lambda: (dict[str, Even],))

if TYPE_CHECKING:
    Even: TypeAlias = list[Odd]
else:
    Even = union("Even", lambda: (list[Odd],))

if TYPE_CHECKING:
    Filter: TypeAlias = "Equal | Every | list[Filter]"
else:
    Filter = union("Filter", lambda: (Equal, Every, list[Filter]))

if TYPE_CHECKING:
    MixedItemValue: TypeAlias = "Mixed | Equal | Every"
else:
    MixedItemValue = union("MixedItemValue", lambda: (Mixed, Equal, Every))

if TYPE_CHECKING:
    Mixed: TypeAlias = str | list[MixedItemValue]
else:
    Mixed = union("Mixed", lambda: (str, list[MixedItemValue]))

Steps: TypeAlias = list[Step]
