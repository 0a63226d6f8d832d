"""The JSON types that a type takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, assert_never

from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Union,
)
from generator.ir.unrefined import Compound, Inline, WrittenType
from generator.ir.value import Scalar

JsonTypes: TypeAlias = frozenset[str]

# In this order wherever kinds are listed. Bytes that aren't JSON are a kind of their own.
ALL = ("object", "array", "string", "number", "boolean", "null", "binary")
EVERY: JsonTypes = frozenset(ALL)
NONE: JsonTypes = frozenset()
OBJECT: JsonTypes = frozenset({"object"})
_ARRAY: JsonTypes = frozenset({"array"})
_NUMBER: JsonTypes = frozenset({"number"})

_PLAIN: dict[type[WrittenType], JsonTypes] = {
    Anything: EVERY,
    Array: _ARRAY,
    Binary: frozenset({"binary"}),
    Boolean: frozenset({"boolean"}),
    Inline: OBJECT,
    Integer: _NUMBER,
    Map: OBJECT,
    Nothing: NONE,
    Null: frozenset({"null"}),
    Number: _NUMBER,
    String: frozenset({"string"}),
    Tuple: _ARRAY,
}


def json_types_of(type: WrittenType, known: Mapping[str, JsonTypes]) -> JsonTypes:
    """The JSON types that a type takes.

    Args:
        type: The type.
        known: Those of the aliases.
    """
    match type:
        case Reference(id=id):
            return known.get(id, OBJECT)
        case Enumeration(values=values):
            return frozenset(map(json_type_of, values))
        case Nullable(inner=inner):
            return json_types_of(inner, known) | {"null"}
        case Union(variants=variants):
            return NONE.union(*(json_types_of(each.type, known) for each in variants))
        case Compound(parts=parts):
            return EVERY.intersection(*(json_types_of(part, known) for part in parts))
        case _:
            return _PLAIN[type.__class__]


def json_type_of(value: Scalar) -> str:
    """The JSON type of a scalar."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case _:
            assert_never(value)


def is_listed(value: Scalar, values: Iterable[Scalar]) -> bool:
    """Whether a scalar is one of others as JSON has them: 1 is 1.0, and true is not 1."""
    kind = json_type_of(value)
    return any(value == one and json_type_of(one) == kind for one in values)


def in_order(kinds: JsonTypes) -> tuple[str, ...]:
    """JSON types as a tuple that doesn't depend on hashing."""
    return tuple(kind for kind in ALL if kind in kinds)
