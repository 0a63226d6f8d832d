"""Samples of scalars: an example's text, number or boolean as a value of its type."""

from __future__ import annotations

import json
import math

from generator.emit.text.code import (
    Code,
    JsonValue,
    Unprintable,
    literal,
)
from generator.ir.types import (
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Null,
    Number,
    String,
    Type,
)
from generator.ir.value import Scalar
from generator.targets.python.enumerations import lists_text, others
from generator.targets.python.types.formats import BASE64, sample_of

BYTES = Code('b"..."')
_BYTES = (BASE64, Binary())
_LONGEST = 48
# An example that another type's value stands for: `"5"` for a number, 5 for a text.
_CONVERTED = 1
_REPLACED = 8


def made_scalar(type: Type) -> Code:
    """A value of a type that is no list and no object."""
    match type:
        case Boolean():
            return Code("True")
        case Integer():
            return literal(sample_of(type) or 1)
        case Number():
            return Code("1.5")
        case String() | Binary() if type in _BYTES:
            return BYTES
        case String():
            return literal(sample_of(type) or "text")
        case Enumeration(values=values):
            present = [value for value in values if value is not None]
            return _printed(present[0]) if present else Code("None")
        case _:
            return Code("None")


def fit_scalar(given: JsonValue, type: Type) -> tuple[Code, int]:
    """An example as a value of such a type, and how far it is from the example.

    Returns:
        The literal, "" where the example is of another type.
    """
    match type, given:
        case Null(), None:
            return Code("None"), 0
        case Enumeration(), (bool() | int() | float() | str() | None):
            return _enumerated(given, type)
        case (Null() | Enumeration()), _:
            return Code(""), 0
        case (Binary() | String()), str() if type in _BYTES:
            return BYTES, 0
        case String(), str():
            return literal(given if sample_of(type) else shortened(given)), 0
        case String(), (bool() | int() | float()):
            return literal(json.dumps(given)), _CONVERTED
        case Boolean(), bool():
            return literal(given), 0
        case Boolean(), ("true" | "false"):
            return literal(given == "true"), _CONVERTED
        case (Integer() | Number()), (int() | float() | str()):
            return _number(given, type)
        case _:
            return Code(""), 0


def shortened(text: str) -> str:
    """A text that fits on a line."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0]


def _enumerated(given: Scalar, type: Enumeration) -> tuple[Code, int]:
    for value in type.values:
        # True is no 1.
        if value == given and isinstance(value, bool) is isinstance(given, bool):
            return _printed(value), 0
    if isinstance(given, str):
        if String() in others(type) and not lists_text(type):
            return literal(shortened(given)), 0
        for value in type.values:
            if isinstance(value, str) and value.casefold() == given.casefold():
                return literal(value), _CONVERTED
    # Type checkers would refuse it.
    return (made_scalar(type), _REPLACED) if given is not None else (Code(""), 0)


def _number(given: float | str, type: Type) -> tuple[Code, int]:
    if isinstance(given, bool):
        return Code(""), 0
    try:
        value = float(given) if isinstance(given, str) else given
    except ValueError:
        return Code(""), 0
    if isinstance(value, float) and not math.isfinite(value):
        return Code(""), 0
    if isinstance(type, Integer) and isinstance(value, float):
        if not value.is_integer():
            return Code(""), 0
        value = int(value)
    return literal(value), 0 if value is given else _CONVERTED


def _printed(value: Scalar) -> Code:
    try:
        return literal(value)
    except Unprintable:
        return Code("None")
