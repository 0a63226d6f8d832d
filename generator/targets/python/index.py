"""Declarations by id, and what references to them lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.ir.types import Array, Nullable, Reference, Tuple, Type, Union

Index: TypeAlias = Mapping[str, Declaration]


def index_of(api: Api) -> Index:
    """The declarations of an API."""
    return {declaration.id: declaration for declaration in api.declarations}


def resolve(type: Type, index: Index) -> Type | Model:
    """Follow references through aliases to the first type or model that isn't one."""
    seen: set[str] = set()
    while isinstance(type, Reference) and type.id not in seen:
        seen.add(type.id)
        declaration = index[type.id]
        if isinstance(declaration, Model):
            return declaration
        type = declaration.type
    return type


def scalars(type: Type, index: Index) -> Iterator[Type | Model]:
    """What a value may be, and what its items may be where it is a list, one level down."""
    for found in either(type, index):
        match found:
            case Array(item=item):
                yield from either(item, index)
            case Tuple(items=items):
                yield from (resolve(item, index) for item in items)
            case _:
                yield found


def either(type: Type, index: Index) -> Iterator[Type | Model]:
    """What a value may be: a union's variants, or the type itself, without null."""
    found = resolve(type, index)
    if isinstance(found, Nullable):
        found = resolve(found.inner, index)
    if isinstance(found, Union):
        yield from (resolve(one.type, index) for one in found.variants)
    else:
        yield found
