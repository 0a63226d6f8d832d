"""Declarations by id, and what references to them lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
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
    """Follow references through aliases to the first type or model that isn't one."""
    seen: set[str] = set()
    while isinstance(type, Reference) and type.id not in seen:
        seen.add(type.id)
        declaration = index[type.id]
        if isinstance(declaration, Model):
            return declaration
        type = declaration.type
    return type


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


def takes_text(type: Type, index: Index, seen: frozenset[str] = frozenset()) -> bool:
    """Whether any text is one of the values that a caller may pass."""
    match type:
        case Anything():
            return True
        case String():
            format = format_of(type)
            return format is None or format.takes_text
        case Enumeration():
            return String() in others(type) and not lists_text(type)
        case _:
            return any(
                takes_text(one, index, more)
                for one, more in _alternatives(type, index, seen)
            )


def takes_unknown(type: Type, index: Index, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a value may be a text that an enumeration doesn't list."""
    match type:
        case Enumeration():
            return String() in others(type) and lists_text(type)
        case _:
            return not takes_text(type, index) and any(
                takes_unknown(one, index, more)
                for one, more in _alternatives(type, index, seen)
            )


def _alternatives(
    type: Type, index: Index, seen: frozenset[str]
) -> Iterator[tuple[Type, frozenset[str]]]:
    """The types that one stands for, each with the references followed to it."""
    match type:
        case Nullable(inner=inner):
            yield inner, seen
        case Union(variants=variants):
            for variant in variants:
                yield variant.type, seen
        case Reference(id=id) if id not in seen and not isinstance(
            found := index[id], Model
        ):
            yield found.type, seen | {id}
        case _:
            pass
