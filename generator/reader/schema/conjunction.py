"""Several types that a value has to fit at once."""

from __future__ import annotations

from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Compound,
    Enumeration,
    Inline,
    Integer,
    Map,
    Null,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
    Union,
)

_NO_OBJECTS = (Boolean, Integer, Number, String, Enumeration, Array, Tuple)
_BARE = (Boolean(), Integer(), Number(), String(), Array(item=Anything()))


def all_of(parts: list[Type], own: Type, identity: str) -> Type:
    """All of some types at once, without those that add nothing.

    Args:
        parts: The other schemas' types.
        own: The type that the schema's own keywords give, which comes last.
        identity: The schema's id.
    """
    useful = [one for one in (*parts, own) if not is_trivial(one)]
    if any(isinstance(one, _NO_OBJECTS) for one in useful):
        # An object of any form adds nothing to another object, but no value is both of these.
        useful = [one for one in (*parts, own) if not isinstance(one, Anything)]
    detailed = [one for one in useful if not _is_bare(one)]
    # Beside a type of known shape a bare one may contradict it, which `compose` has to see.
    if detailed and not any(
        isinstance(one, (Inline, Map, Array, Tuple)) for one in detailed
    ):
        useful = detailed
    distinct = [one for index, one in enumerate(useful) if one not in useful[:index]]
    if not distinct:
        return max((own, *parts), key=_TRIVIAL.index)
    if len(distinct) == 1:
        return distinct[0]
    return Compound(parts=tuple(distinct), id=identity)


def is_trivial(type: Type) -> bool:
    """Whether a type says at most that a value is an object."""
    return isinstance(type, (Anything, Map)) and type in _TRIVIAL


def nullable(type: Type) -> Type:
    """The type, or null."""
    if isinstance(type, (Null, Nullable, Anything)):
        return type
    return Nullable(inner=type)


_TRIVIAL = (Anything(), Map(value=Anything()))


def _is_bare(type: Type) -> bool:
    """Whether a type says no more than the keyword `type`."""
    if isinstance(type, Union):
        return all(_is_bare(one.type) or is_trivial(one.type) for one in type.variants)
    return type in _BARE
