"""Unix times: moments that JSON has as whole seconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar, Final, Self

from msgspec import ValidationError

from ..errors import ArgumentError
from .json_limits import NO_ZONE
from .plain_data import PydanticType, is_listed

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)
_FRACTION: Final = (
    "a fraction of a second can't be sent, since the moment is written in whole seconds: pass "
    "value.replace(microsecond=0)"
)


class UnixTime(PydanticType, datetime):
    """A moment in UTC that JSON has as whole seconds since 1970; otherwise a datetime."""

    __json_types__: ClassVar[frozenset[str]] = frozenset({"integer"})

    @classmethod
    def __decode__(cls, value: object) -> Self:
        # JSON makes no difference between 1 and 1.0, and true is no number.
        is_whole = type(value) is int or (type(value) is float and value.is_integer())
        if not is_whole or not isinstance(value, int | float):
            raise ValidationError(f"Expected `int`, got `{type(value).__name__}`")
        try:
            moment = _EPOCH + timedelta(seconds=value)
        except OverflowError:
            raise ValidationError("the moment is beyond the last year") from None
        return cls.combine(moment.date(), moment.timetz())

    def __encode__(self) -> int:
        return seconds(self)


def as_seconds(value: object) -> object:
    """A moment as seconds, and those in a list; any other value as it is."""
    if is_listed(value):
        return [as_seconds(item) for item in value]
    return seconds(value) if isinstance(value, datetime) else value


def seconds(moment: datetime) -> int:
    """A moment as whole seconds since 1970.

    Raises:
        ArgumentError: It has no time zone, or a fraction of a second.
    """
    if moment.utcoffset() is None:
        raise ArgumentError(NO_ZONE)
    whole, rest = divmod(moment - _EPOCH, _SECOND)
    if rest:
        raise ArgumentError(_FRACTION)
    return whole
