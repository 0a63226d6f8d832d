"""What stands inside an allOf, an alias that turns out to be a model, and null around a type."""

from __future__ import annotations

from msgspec import json
from msgspec.structs import replace

from generator.ir.declarations import Alias, Model
from generator.ir.types import Anything, Compound, Nothing, Null, Nullable, Type


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
        elif not isinstance(part, Anything) and not any(
            is_same(part, each) for each in parts
        ):
            parts.append(part)
    return tuple(parts) or (Anything(),)


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
