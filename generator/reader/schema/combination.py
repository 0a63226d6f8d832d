"""Types that combine others, as they are written, and what decides how such a schema is read."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from generator.document.node import Node
from generator.ir.declarations import Model
from generator.ir.types import (
    Anything,
    Discriminator,
    Map,
    Nothing,
    Null,
    Nullable,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import (
    Compound,
    Inline,
    Undecided,
    WrittenType,
    until_refined,
)
from generator.reader.schema.name import component_of

_ANY_OBJECT = Map(value=Anything())


def all_of(parts: list[Type], own: Type, node: Node) -> Type:
    """All of some types at once.

    Args:
        parts: The other schemas' types.
        own: The type that the schema's own keywords give, any where they say nothing.
        node: The schema.
    """
    every = parts if parts and isinstance(own, Anything) else [*parts, own]
    if len(every) == 1:
        return every[0]
    component = component_of(node)
    return until_refined(Compound(parts=tuple(every), id=node.id, component=component))


def one_of(
    variants: list[Variant],
    discriminator: Discriminator | None,
    node: Node,
    below: str = "",
) -> Type:
    """One of some types.

    Args:
        variants: The variants in order.
        discriminator: What the document says about telling them apart.
        node: The schema that they stand in.
        below: What tells the union's id from the schema's.
    """
    if len(variants) == 1:
        return variants[0].type
    return Union(
        variants=tuple(variants),
        discriminator=discriminator,
        strategy=Undecided(component=component_of(node)),
        id=f"{node.id}{below}",
        place=node.place,
    )


def essence(type: WrittenType) -> WrittenType:
    """The one type that a combination comes to, or null beside it; others are what they are.

    Parts of an `allOf` that add nothing don't count, nor do variants that no value has.
    """
    match type:
        case Nullable(inner=inner):
            return _or_null(essence(inner))
        case Map(value=value) if isinstance(essence(value), Anything):
            return _ANY_OBJECT
        case Compound(parts=parts):
            said = [part for part in parts if not is_trivial(part)]
            if said:
                return essence(said[0]) if len(said) == 1 else type
            forms = [essence(part) for part in parts]
            return _ANY_OBJECT if _ANY_OBJECT in forms else Anything()
        case Union():
            return _union_essence(type)
        case _:
            return type


def _union_essence(union: Union) -> WrittenType:
    pairs = [(each, essence(each.type)) for each in union.variants]
    types = [type for _, type in pairs]
    if Anything() in types:
        return Anything()
    left = [each for each, type in pairs if not isinstance(type, Null | Nothing)]
    if not left:
        return Null() if Null() in types else Nothing()
    one = replace(union, variants=tuple(left))
    some = one if len(left) > 1 else essence(left[0].type)
    return _or_null(some) if Null() in types else some


def _or_null(type: WrittenType) -> WrittenType:
    if isinstance(type, Null | Nullable | Anything):
        return type
    return Nullable(inner=until_refined(type))


def is_trivial(type: WrittenType) -> bool:
    """Whether a type says at most that a value is an object."""
    return essence(type) in (Anything(), _ANY_OBJECT)


def map_model(type: WrittenType, change: Callable[[Model], Model]) -> Type:
    """Change the model that the essence of a type is, where it stands in the type."""
    match type:
        case Inline(model=model):
            return until_refined(replace(type, model=change(model)))
        case Nullable(inner=inner):
            return Nullable(inner=map_model(inner, change))
        case Compound(parts=parts):
            changed = tuple(map_model(part, change) for part in parts)
            return until_refined(replace(type, parts=changed))
        case Union(variants=variants):
            types = [map_model(each.type, change) for each in variants]
            pairs = zip(variants, types, strict=True)
            return replace(
                type, variants=tuple(replace(each, type=new) for each, new in pairs)
            )
        case _:
            return type
