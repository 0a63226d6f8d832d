"""Unix times: moments that JSON has as whole seconds since 1970."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar, Self

from msgspec import ValidationError

from ..argument_checks import EPOCH, seconds
from .plain_data import PydanticType


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
            moment = EPOCH + timedelta(seconds=value)
        except OverflowError:
            raise ValidationError("the moment is beyond the last year") from None
        return cls.combine(moment.date(), moment.timetz())

    def __encode__(self) -> int:
        return seconds(self)
