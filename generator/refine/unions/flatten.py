"""Bring unions, as they are written, into their normal form.

A union in a union is opened, equal variants are one, and variants that are all listed values are
one enumeration, so that no later pass has to think of either.
"""

from __future__ import annotations

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.types import Type, Union
from generator.refine.rewrite.api import map_types
from generator.refine.rewrite.types import rebuild
from generator.refine.types.normal_union import union_of


def flatten_unions(api: Api, notebook: Notebook) -> Api:
    """Flatten every union, and deduplicate its variants."""
    return map_types(api, lambda type: rebuild(type, _flat))


def _flat(type: Type) -> Type:
    if not isinstance(type, Union):
        return type
    flat = union_of([*type.variants], type.discriminator, type.id, type.place)
    return type if flat == type else flat
