"""Values as plain data, and plain scalars as the text that URLs and headers carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Final

import msgspec

from ..errors import ArgumentError
from ..json.data import to_builtins
from ..json.extra import encodable
from ..json.json_limits import check, check_encoded
from ..json.model import enc_hook
from ..json.plain_data import is_array, is_object
from .payload import File, is_file, is_path, read
from .request_options import OMIT

# From here on whole floats are written with an exponent.
_EXPONENTS: Final = 1e21


def plain(value: object) -> object:
    """A value as str, int, float, bool, None, list or dict, whatever it was made of.

    Dates, UUIDs, decimals, enums and models become what they are in JSON, files base64.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str | int | float) or value is None:
        return value
    try:
        made = to_builtins(value, _to_encodable)
    except ArgumentError:
        # It is nested too deeply, or a file in it can't be read.
        raise
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        name = type(value).__name__
        raise ArgumentError(f"a value of type {name} can't be sent") from error
    check(value)
    return made


def text(value: object) -> str:
    """A scalar as text: `true` and `false`, `null`, numbers as JSON has them.

    A float without a fraction is written without one, 373.0 as `373`, and from 1e21 on with an
    exponent (ECMAScript, Number::toString). A Decimal is written as it is.
    """
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
        case float() if value.is_integer() and abs(value) < _EXPONENTS:
            return str(int(value))
        case int() | float():
            check(value)
            return msgspec.json.encode(value).decode()
        case _:
            name = type(value).__name__
            raise ArgumentError(
                f"a {name} inside a parameter has no form in this style"
            )


def encode_text(value: object, charset: str) -> bytes:
    """A scalar as text in a charset, "" for UTF-8."""
    try:
        return text(value).encode(charset or "utf-8")
    except UnicodeEncodeError:
        name = charset or "utf-8"
        raise ArgumentError(f"the text can't be written in {name}") from None
    except LookupError:
        raise ArgumentError(f"{charset} is a charset that isn't known") from None


def written(value: object) -> str:
    """A scalar as text; an array or object, which no style reaches into, as JSON."""
    if is_array(value) or is_object(value):
        return encode_json(value).decode()
    return text(value)


def present(fields: Mapping[str, object]) -> dict[str, object]:
    """The members of a mapping that are to be sent."""
    return {name: value for name, value in fields.items() if value is not OMIT}


def encode_json(value: object) -> bytes:
    """A value as JSON, with files as base64; what JSON has no form for is refused."""
    value = encodable(value)
    try:
        encoded = msgspec.json.encode(value, enc_hook=_to_encodable)
    except ArgumentError:
        # A file in it can't be read.
        raise
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        if isinstance(error, UnicodeEncodeError):
            check(value)
        raise ArgumentError(f"the value can't be sent as JSON: {error}") from error
    check_encoded(value, encoded)
    return encoded


def _to_encodable(value: object) -> object:
    """Values that msgspec doesn't know, as values that it encodes: models, mappings, files."""
    if isinstance(value, datetime):
        # What is to be seconds is so already.
        return datetime.combine(value.date(), value.timetz())
    if isinstance(value, File) or is_path(value) or is_file(value):
        return read(value)
    return enc_hook(value)
