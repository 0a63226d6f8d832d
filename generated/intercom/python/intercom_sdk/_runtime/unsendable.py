"""Values that would be changed on the way, and where they stand in what is to be sent.

JSON has no NaN and no infinity, and msgspec writes null in their place, which clears a field. A
`datetime` without a time zone names no moment, and RFC 3339 has no form for it. Half a surrogate
pair can't be written in UTF-8. Looking at every value would cost more than encoding does, so what
was encoded is searched for what such values leave there, and only then are the values looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Final

from msgspec import Struct

from .drift import At, spell
from .errors import ArgumentError
from .plain import Plain, is_array, is_collection, is_mapping, is_object, is_tuple

# What has no time zone ends with its seconds.
_NAIVE: Final = re.compile(rb'T\d\d:\d\d:\d\d(?:\.\d+)?"').search
# Of text alone UTF-8 may have no form, and what has been encoded holds no such text.
_ENCODED: Final = frozenset({bool, int, str, type(None), bytes, bytearray})
_NO_NUMBER: Final = "can't be sent: JSON has no such number"
_NO_ZONE: Final = (
    "a datetime without a time zone can't be sent, since it names no moment: give it one, with "
    "value.replace(tzinfo=timezone.utc), or with value.astimezone() where it is local time"
)
_SURROGATE: Final = "the text holds a lone surrogate, which can't be sent"


def check_encoded(value: object, encoded: bytes) -> None:
    """Refuse a value in which something stood that the encoder wrote as something else.

    Args:
        value: What was encoded.
        encoded: Its JSON.

    Raises:
        ArgumentError: There is something; its `member` says where.
    """
    if (
        b"null" in encoded
        or b"NaN" in encoded
        or b"Infinity" in encoded
        or _NAIVE(encoded) is not None
    ) and _is_changed(value):
        check(value)


def check(value: object) -> None:
    """Refuse a value in which something stands that can't be sent, at any depth.

    Args:
        value: Anything that can be encoded as JSON, so that it has an end.

    Raises:
        ArgumentError: There is something; its `member` says where.
    """
    _look_at(value, None)
    waiting: list[tuple[object, At | None]] = [(value, None)]
    while waiting:
        here, at = waiting.pop()
        for key, item in members(here):
            place = At(at, key if isinstance(key, int) else str(key))
            _look_at(key, place)
            _look_at(item, place)
            waiting.append((item, place))


def _is_changed(value: object) -> bool:
    """The same without saying where, which is many times faster."""
    waiting: list[object] = [value]
    while waiting:
        here = waiting.pop()
        items: Iterable[object]
        if is_array(here):
            items = here
        elif is_object(here):
            items = here.values()
            if not _ENCODED.issuperset(map(type, here)):
                waiting += here
        elif _refusal(here):
            return True
        else:
            items = [item for pair in members(here) for item in pair]
        for item in items:
            if type(item) is float:
                # Nothing but infinity and NaN differs from itself less itself.
                if item - item != 0:
                    return True
            elif type(item) not in _ENCODED:
                waiting.append(item)
    return False


def _look_at(value: object, at: At | None) -> None:
    said = _refusal(value)
    if said:
        raise ArgumentError(said, member=spell(at) if at else "")


def _refusal(value: object) -> str:
    """Why a value can't be sent by itself, or ""."""
    match value:
        case str():
            return "" if is_text(value) else _SURROGATE
        case float() if not isfinite(value):
            return f"{value} {_NO_NUMBER}"
        case Decimal() if not value.is_finite():
            return f"{value} {_NO_NUMBER}"
        case datetime() if value.utcoffset() is None:
            return _NO_ZONE
        case _:
            return ""


def is_text(value: str) -> bool:
    """Whether UTF-8 has a form for a text."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def members(value: Plain) -> Iterable[tuple[object, object]]:
    """What stands in a value that JSON has an array or an object for, by its JSON name."""
    if is_object(value):
        return value.items()
    if is_array(value) or is_tuple(value):
        return enumerate(value)
    if isinstance(value, Struct):
        names = zip(
            value.__struct_encode_fields__, value.__struct_fields__, strict=True
        )
        return ((wire, getattr(value, name)) for wire, name in names)
    if hasattr(value, "__encode__"):
        return members(value.__encode__())
    return _members_of_others(value)


def _members_of_others(value: Plain) -> Iterable[tuple[object, object]]:
    if is_mapping(value):
        return value.items()
    if isinstance(value, Enum):
        return [("value", value.value)]
    if is_dataclass(value):
        return ((one.name, getattr(value, one.name)) for one in fields(value))
    return enumerate(value) if is_collection(value) else ()
