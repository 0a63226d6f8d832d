"""Make lists of the tuples that may be longer or shorter than what they describe.

A type for a tuple has its length, so that an exact one alone can have it. Any other is a list
of whatever may stand in it; its constraints say what stands where.
"""

from __future__ import annotations

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.types import Array, Tuple, Type, Union, Variant
from generator.refine.rewrite.api import map_types
from generator.refine.types.normal_union import union_of


def widen_tuples(api: Api, notebook: Notebook) -> Api:
    """Replace every tuple that isn't exact."""
    return map_types(api, _loosened)


def _loosened(type: Type) -> Type:
    if not isinstance(type, Tuple) or type.is_exact:
        return type
    held = [Variant(type=each) for each in (*type.items, type.rest)]
    return Array(item=union_of(held, Union(variants=())))
