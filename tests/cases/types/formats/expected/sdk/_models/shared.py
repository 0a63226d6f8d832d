"""What the API answers with."""

from __future__ import annotations

from datetime import datetime, time as time_, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from uuid import UUID

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.plain_data import Number, UnknownValue
from .._runtime.json.unions import union
from .._runtime.json.unix_time import UnixTime


class Timing(Model, kw_only=True):
    """What the API calls `Timing`."""

    time: time_
    at: UnixTime
    """When it begins. Unix seconds in JSON."""
    duration: Maybe[timedelta] = None
    """Pattern `"^P"`."""
    ends: Maybe[list[UnixTime]] = None
    """Each item: unix seconds in JSON."""
    price: Maybe[Decimal] = None


class Order(Model, kw_only=True):
    """What the API calls `Order`."""

    id: UUID
    uuid: UUID | None
    kind: Maybe[Literal["123e4567-e89b-12d3-a456-426614174000"] | UnknownValue] = None
    decimal: Maybe[Decimal] = None
    """Default `"0.00"`."""
    share: Maybe[Number] = None
    """A number stays one. Format `decimal`."""
    created_at: Maybe[UnixTime] = None
    """Unix seconds in JSON."""
    paid_at: Maybe[OrderPaidAt] = None
    """A unix time or a text."""
    sent_at: Maybe[OrderSentAt] = None
    """A unix time or a moment as text."""
    owner: Maybe[UUID | int] = None
    """An id or a number."""
    label: Maybe[str] = None
    """Texts of two formats are texts."""
    waits: Maybe[list[timedelta]] = None
    prices: Maybe[dict[str, Decimal]] = None
    moments: Maybe[dict[str, UnixTime]] = None
    """Each value: unix seconds in JSON."""
    ref: Maybe[UUID] = None
    timing: Maybe[Timing] = None
    steps: Maybe[list[Timing]] = None
    extra: Maybe[OrderExtra] = None


class OrderExtra(OpenModel):
    """An object without a name in the API."""

    at: Maybe[UnixTime] = None
    """Unix seconds in JSON."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


if TYPE_CHECKING:
    OrderPaidAt: TypeAlias = UnixTime | Literal["", "now"] | UnknownValue
else:
    OrderPaidAt = union(
        "OrderPaidAt", lambda: (UnixTime, Literal["", "now"] | UnknownValue)
    )
"""Unix seconds in JSON."""

if TYPE_CHECKING:
    OrderSentAt: TypeAlias = UnixTime | datetime
else:
    OrderSentAt = union("OrderSentAt", lambda: (UnixTime, datetime))
"""Unix seconds in JSON."""
