"""Several types that a value has to fit at once."""

from __future__ import annotations

from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Null,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)
from generator.ir.unrefined import Compound, until_refined

_NO_OBJECTS = (Boolean, Integer, Number, String, Enumeration, Array, Tuple)


def all_of(parts: list[Type], own: Type, identity: str) -> Type:
    """All of some types at once, as they are written, without those that say nothing.

    Args:
        parts: The other schemas' types.
        own: The type that the schema's own keywords give, which comes last.
        identity: The schema's id.
    """
    useful = [one for one in (*parts, own) if not is_trivial(one)]
    if any(isinstance(one, _NO_OBJECTS) for one in useful):
        # An object of any form adds nothing to another object, but no value is both of these.
        useful = [one for one in (*parts, own) if not isinstance(one, Anything)]
    if not useful:
        return max((own, *parts), key=_TRIVIAL.index)
    if len(useful) == 1:
        return useful[0]
    return until_refined(Compound(parts=tuple(useful), id=identity))


def is_trivial(type: Type) -> bool:
    """Whether a type says at most that a value is an object."""
    return isinstance(type, (Anything, Map)) and type in _TRIVIAL


def nullable(type: Type) -> Type:
    """The type, or null."""
    if isinstance(type, (Null, Nullable, Anything)):
        return type
    return Nullable(inner=type)


_TRIVIAL = (Anything(), Map(value=Anything()))
