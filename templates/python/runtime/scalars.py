"""Values as plain data, and plain scalars as the text that URLs and headers carry."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from math import isfinite

import msgspec

from .errors import ArgumentError
from .options import OMIT
from .plain import is_array, is_object


def plain(value: object) -> object:
    """A value as str, int, float, bool, None, list or dict, whatever it was made of.

    Dates, UUIDs, decimals, enums and models become what they are in JSON.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str | int | float) or value is None:
        return value
    try:
        return msgspec.to_builtins(value, str_keys=True)
    except (TypeError, ValueError, RecursionError, msgspec.MsgspecError) as error:
        name = type(value).__name__
        raise ArgumentError(f"a value of type {name} can't be sent") from error


def text(value: object) -> str:
    """A scalar as text: `true` and `false`, `null`, numbers as JSON has them."""
    if type(value) is str:
        return value
    value = plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    match value:
        case str():
            return str(value)
        case None:
            return "null"
        case int() | float() if isfinite(value):
            return encode_json(value).decode()
        case _:
            name = type(value).__name__
            raise ArgumentError(
                f"a {name} inside a parameter has no form in this style"
            )


def written(value: object) -> str:
    """A scalar as text; an array or object, which no style reaches into, as JSON."""
    if is_array(value) or is_object(value):
        return encode_json(value).decode()
    return text(value)


def present(fields: Mapping[str, object]) -> dict[str, object]:
    """The members of a mapping that are to be sent."""
    return {name: value for name, value in fields.items() if value is not OMIT}


def encode_json(value: object) -> bytes:
    """A value as JSON; numbers that JSON doesn't have are refused."""
    try:
        return msgspec.json.encode(value)
    except (TypeError, ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise ArgumentError(f"the value can't be sent as JSON: {error}") from error
