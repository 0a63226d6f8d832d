"""Bring types as they are written into their normal form.

Null is taken out of unions and listed values, and a union with any value is any value. A union in a
union is opened, equal variants are one, and variants that are all listed values are one
enumeration, so that no later pass handles either. Of what an allOf combines, parts that add
nothing to the others are left out. An alias that comes to an object is a model.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import (
    Anything,
    Boolean,
    Enumeration,
    Nothing,
    Null,
    Nullable,
    Type,
    Union,
)
from generator.ir.unrefined import (
    Compound,
    Inline,
    WrittenType,
    as_written,
    until_refined,
)
from generator.refine.rewrite.api import map_types
from generator.refine.types.normal import compound_of, or_null
from generator.refine.types.normal_union import union_of


def flatten(api: Api, notebook: Notebook) -> Api:
    """Flatten every union and every allOf, and deduplicate what they combine."""
    flat = map_types(api, _flat)
    return replace(flat, declarations=tuple(map(_declared, flat.declarations)))


def _declared(declaration: Declaration) -> Declaration:
    if isinstance(declaration, Alias):
        type = as_written(declaration.type)
        if isinstance(type, Inline):
            return replace(
                type.model,
                id=declaration.id,
                name=declaration.name,
                tag=declaration.tag,
                origin=declaration.origin,
            )
    return declaration


def _flat(type: WrittenType) -> Type:
    match type:
        case Union():
            flat = union_of([*type.variants], type)
            same = isinstance(flat, Union) and flat.variants == type.variants
            return type if same else flat
        case Compound():
            return compound_of(type)
        case Enumeration():
            return _flat_enumeration(type)
        case Nullable(inner=Anything() | Nothing() | Null() | Nullable() as inner):
            return or_null(inner)
        case _:
            return until_refined(type)


def _flat_enumeration(type: Enumeration) -> Type:
    """Listed values without null, which stands around them; both booleans are any."""
    values = tuple(value for value in type.values if value is not None)
    if not values:
        return Null()
    flat: Type = (
        type if len(values) == len(type.values) else replace(type, values=values)
    )
    is_boolean = all(isinstance(value, bool) for value in values)
    if type.base is not None and is_boolean and {*values} == {True, False}:
        flat = Boolean()
    return or_null(flat) if None in type.values else flat
