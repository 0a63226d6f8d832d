"""Several scalar types that a value may have, as few types."""

from __future__ import annotations

from generator.ir.types import (
    Boolean,
    Enumeration,
    Integer,
    Number,
    String,
    Type,
)
from generator.ir.value import Scalar
from generator.refine.types.json_types import (
    NONE,
    in_order,
    json_type_of,
    json_types_of,
)

_TIMES = frozenset({"date", "date-time"})
SCALARS = (Boolean, Integer, Number, String, Enumeration)


def join_scalars(types: list[Type]) -> list[Type]:
    """Join scalar types so that no two share a JSON type.

    Args:
        types: Scalars and enumerations.

    Returns:
        One type for each JSON type among them, in a fixed order; two for numbers where whole ones
        are said to be apart, as no float can follow a large one, and for days and moments, which
        no text is both of.
    """
    kinds = in_order(NONE.union(*(json_types_of(type, {}) for type in types)))
    return [joined for kind in kinds for joined in _join(kind, types)]


def _join(kind: str, types: list[Type]) -> list[Type]:
    """The type of all values of one JSON type."""
    values: dict[Scalar, None] = {}
    free: list[Type] = []
    takes_any = False
    for type in types:
        if not isinstance(type, Enumeration):
            free += [type] if kind in json_types_of(type, {}) else []
            takes_any |= kind == "string" and isinstance(type, String)
            continue
        takes_any |= kind == "string" and type.takes_any
        own = [value for value in type.values if json_type_of(value) == kind]
        values |= dict.fromkeys(own)
        if own and type.base is not None:
            free += [type.base] if kind in json_types_of(type.base, {}) else []
    if not values and are_days_or_moments(free):
        return list(dict.fromkeys(free))
    if not values:
        whole: list[Type] = [type for type in free if isinstance(type, Integer)]
        broken = [type for type in free if type not in whole]
        return [_widest(kind, part) for part in (whole, broken) if part]
    if kind == "boolean" and free:
        return [Boolean()]
    # A listed text has no format, so that all of them are read as plain text.
    base = None if not free else String() if kind == "string" else _widest(kind, free)
    return [Enumeration(values=tuple(values), base=base, takes_any=takes_any)]


def are_days_or_moments(types: list[Type]) -> bool:
    """Whether each is a date or a date-time, and both are there: every value tells which it is."""
    texts = [each.format for each in types if isinstance(each, String)]
    return len(texts) == len(types) and frozenset(texts) == _TIMES


def _widest(kind: str, types: list[Type]) -> Type:
    """One type for all: formats that differ are none."""
    if all(type == types[0] for type in types):
        return types[0]
    if kind == "number":
        whole = all(isinstance(type, Integer) for type in types)
        return Integer() if whole else Number()
    return Boolean() if kind == "boolean" else String()
