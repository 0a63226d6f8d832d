"""What stands inside an allOf, an alias that turns out to be a model, and null around a type."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import json
from msgspec.structs import replace

from generator.ir.declarations import Alias, Model
from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
    Union,
)
from generator.ir.unrefined import Compound, Inline, until_refined

_SHAPES = (Inline, Map, Array, Tuple)
_NO_OBJECTS = (Boolean, Integer, Number, String, Enumeration, Array, Tuple)
_FREE_FORMS = (Anything(), Map(value=Anything()))
_BARE = (Boolean(), Integer(), Number(), String(), Array(item=Anything()))


def as_model(alias: Alias, model: Model) -> Model:
    """The model that an alias for an object schema written in place really is."""
    return replace(
        model,
        id=alias.id,
        name=alias.name,
        place=alias.place,
        docs=alias.docs,
        deprecated=alias.deprecated,
        constraints=(*model.constraints, *alias.constraints),
        example=alias.example,
        tag=alias.tag,
        origin=alias.origin,
    )


def flat_parts(compound: Compound) -> tuple[Type, ...]:
    """The parts of an allOf that say anything, nested ones included, each once."""
    parts: list[Type] = []
    waiting = list(reversed(compound.parts))
    while waiting:
        part = waiting.pop()
        if isinstance(part, Compound):
            waiting.extend(reversed(part.parts))
        elif not isinstance(part, Anything):
            parts.append(part)
    return deduplicate(parts) or (Anything(),)


def compound_of(compound: Compound) -> Type:
    """All of several types at once, without those that add nothing to the others."""
    parts = compound.parts
    useful = [each for each in parts if each not in _FREE_FORMS]
    if any(isinstance(each, _NO_OBJECTS) for each in useful):
        # An object of any form adds nothing to another object, but no value is both of these.
        useful = [each for each in parts if not isinstance(each, Anything)]
    said = useful or [max(parts, key=_FREE_FORMS.index)]
    useful = [each for each in said if not _is_bare(each)]
    # Beside a type of known shape a bare one may contradict it, which merging has to see.
    if not useful or any(isinstance(each, _SHAPES) for each in useful):
        useful = said
    distinct = deduplicate(useful)
    if len(distinct) == 1:
        return distinct[0]
    return until_refined(replace(compound, parts=distinct))


def deduplicate(types: Iterable[Type]) -> tuple[Type, ...]:
    """Each of some types once, in order."""
    found: list[Type] = []
    for type in types:
        if not any(is_same(type, each) for each in found):
            found.append(type)
    return tuple(found)


def _is_bare(type: Type) -> bool:
    """Whether the keyword `type` alone says as much as a type."""
    if isinstance(type, Union):
        return all(
            _is_bare(each.type) or each.type in _FREE_FORMS for each in type.variants
        )
    return type in _BARE


def is_same(one: Type, other: Type) -> bool:
    """Whether two types are the same, also where Python takes 1 for True."""
    if one is other:
        return True
    return one == other and json.encode(one) == json.encode(other)


def or_null(type: Type) -> Type:
    """A type or null, with null said once."""
    match type:
        case Anything() | Null() | Nullable():
            return type
        case Nothing():
            return Null()
        case _:
            return Nullable(inner=type)
