"""Declarations by id, and what references to them lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.ir.graph import flatten, follow_to_end
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.enumerations import lists_text, others
from generator.targets.python.types.formats import format_of

Index: TypeAlias = Mapping[str, Declaration]


def index_of(api: Api) -> Index:
    """The declarations of an API."""
    return {declaration.id: declaration for declaration in api.declarations}


def resolve(type: Type, index: Index) -> Type | Model:
    """The first model, or type that is no reference, behind aliases."""
    if not isinstance(type, Reference):
        return type
    return follow_to_end(type, index.get) or type


def besides_null(type: Type, index: Index) -> Type | Model:
    """What a value is if it isn't null, behind all references."""
    found = resolve(type, index)
    while isinstance(found, Nullable):
        found = resolve(found.inner, index)
    return found


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
    found = besides_null(type, index)
    if isinstance(found, Union):
        yield from (resolve(one.type, index) for one in found.variants)
    else:
        yield found


def lists_scalars(type: Type, index: Index) -> bool:
    """Whether a caller passes a list and nothing else, in which texts or numbers may stand."""
    if not all(isinstance(one, Array | Tuple) for one in either(type, index)):
        return False
    items = tuple(scalars(type, index))
    return not any(isinstance(one, Binary) for one in items) and any(
        isinstance(one, Anything | Boolean | Enumeration | Integer | Number | String)
        for one in items
    )


def takes_null(type: Type, index: Index) -> bool:
    """Whether null is one of a type's values."""
    return any(
        (
            None in one.values
            if isinstance(one, Enumeration)
            else isinstance(one, Null | Anything)
        )
        for one in flatten(type, index.get)
    )


def takes_text(type: Type, index: Index) -> bool:
    """Whether any text is one of the values that a caller may pass."""
    return any(map(_is_any_text, flatten(type, index.get)))


def takes_unknown(type: Type, index: Index) -> bool:
    """Whether a value may be a text that an enumeration doesn't list."""
    return not takes_text(type, index) and any(
        isinstance(one, Enumeration) and String() in others(one)
        for one in flatten(type, index.get)
    )


def _is_any_text(type: Type | Model) -> bool:
    match type:
        case String():
            format = format_of(type)
            return format is None or format.takes_json
        case Enumeration():
            return String() in others(type) and not lists_text(type)
        case _:
            return isinstance(type, Anything)
