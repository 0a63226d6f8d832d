"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time as time_, timedelta
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from uuid import UUID

from ._models.shared import OrderExtra, Timing
from ._runtime.json.plain_data import SequenceNotStr, UnknownValue


class TimingParams(TypedDict):
    """What the API calls `Timing`."""

    time: time_ | str
    at: datetime | int
    """When it begins. Unix seconds in JSON."""
    duration: NotRequired[timedelta | str]
    """Pattern `"^P"`."""
    ends: NotRequired[Sequence[datetime | int]]
    """Each item: unix seconds in JSON."""
    price: NotRequired[Decimal | str]


class OrderParams(TypedDict):
    """What the API calls `Order`."""

    id: UUID | str
    uuid: UUID | str | None
    kind: NotRequired[Literal["123e4567-e89b-12d3-a456-426614174000"] | UnknownValue]
    decimal: NotRequired[Decimal | str]
    """Default `"0.00"`."""
    share: NotRequired[float]
    """A number stays one. Format `decimal`."""
    paid_at: NotRequired[OrderPaidAtParams]
    """A unix time or a text."""
    sent_at: NotRequired[OrderSentAtParams]
    """A unix time or a moment as text."""
    owner: NotRequired[UUID | str | int]
    """An id or a number."""
    label: NotRequired[str]
    """Texts of two formats are texts."""
    waits: NotRequired[SequenceNotStr[timedelta | str]]
    prices: NotRequired[Mapping[str, Decimal | str]]
    moments: NotRequired[Mapping[str, datetime | int]]
    """Each value: unix seconds in JSON."""
    ref: NotRequired[UUID | str]
    timing: NotRequired[Timing | TimingParams]
    steps: NotRequired[Sequence[Timing | TimingParams]]
    extra: NotRequired[OrderExtra | OrderExtraParams | Mapping[str, Any]]


class OrderExtraParams(TypedDict):
    """An object without a name in the API."""

    at: NotRequired[datetime | int]
    """Unix seconds in JSON."""


OrderPaidAtParams: TypeAlias = datetime | int | Literal["", "now"] | UnknownValue
"""Unix seconds in JSON."""

OrderSentAtParams: TypeAlias = datetime | int | str
"""Unix seconds in JSON."""
