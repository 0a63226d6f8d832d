"""Bring unions and compounds, as they are written, into their normal form.

A union in a union is opened, equal variants are one, and variants that are all listed values are
one enumeration, so that no later pass has to think of either. Of what an allOf combines, parts
that add nothing to the others are left out.
"""

from __future__ import annotations

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.types import Anything, Nothing, Null, Nullable, Type, Union
from generator.ir.unrefined import Compound, WrittenType, until_refined
from generator.refine.rewrite.api import map_types
from generator.refine.types.normal import compound_of, or_null
from generator.refine.types.normal_union import union_of


def flatten(api: Api, notebook: Notebook) -> Api:
    """Flatten every union and every allOf, and deduplicate what they combine."""
    return map_types(api, _flat)


def _flat(type: WrittenType) -> Type:
    match type:
        case Union():
            flat = union_of([*type.variants], type.discriminator, type.id, type.place)
            same = isinstance(flat, Union) and flat.variants == type.variants
            return type if same else flat
        case Compound():
            return compound_of(type.parts, type.id)
        case Nullable(inner=Anything() | Nothing() | Null() | Nullable() as inner):
            return or_null(inner)
        case _:
            return until_refined(type)
