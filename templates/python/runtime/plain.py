"""Plain data: what parsed JSON is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias, TypeGuard

# Parsed JSON: None, bool, int, float, str, list or dict. What it is shows when it is looked at.
Plain: TypeAlias = Any
# What stands in an annotation: a class, a union, `list[str]`, a stand-in.
Annotation: TypeAlias = Any

# What a JSON parser gives for each JSON type. `Decimal` is a number too large for a float.
KINDS: Final[dict[type, str]] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "number",
    str: "string",
    list: "array",
    dict: "object",
}


def is_object(value: object) -> TypeGuard[dict[str, Plain]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    """Whether a value that a caller passes is a mapping of any kind."""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[Plain]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Plain, ...]]:
    """Whether a value is a tuple, which becomes an array in JSON."""
    return isinstance(value, tuple)


def is_listed(value: object) -> TypeGuard[Sequence[Plain]]:
    """Whether a value that a caller passes is a list, or a tuple that stands for one."""
    return isinstance(value, list | tuple)


def is_collection(value: object) -> TypeGuard[Collection[object]]:
    """Whether a value that a caller passes is a collection of others, and no text or bytes."""
    text = str | bytes | bytearray | memoryview
    return isinstance(value, Collection) and not isinstance(value, text)
