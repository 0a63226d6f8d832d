"""Rebuilding a type from its leaves upwards."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import TypeAlias

from msgspec.structs import replace

from generator.ir.declarations import Declaration, Model
from generator.ir.graph import LEAVES
from generator.ir.types import Array, Map, Nullable, Tuple, Type, Union
from generator.ir.unrefined import Compound, Inline, WrittenType, until_refined

Change: TypeAlias = Callable[[Type], Type]


def rebuild(type: Type, change: Change) -> Type:
    """Apply a change to every part of a type, to the innermost parts first.

    What nothing changes stays the same object, so that an untouched document costs no memory.
    The depth of types is bounded by the pass `hoist`, which doesn't use this function.
    """
    return change(type) if type.__class__ in LEAVES else rebuilding(change)(type)


def rebuilding(change: Change) -> Change:
    """What `rebuild` does, for many types and one change."""

    def rebuilt(type: Type) -> Type:
        if type.__class__ in LEAVES:
            return change(type)
        return change(map_inner(type, rebuilt))

    return rebuilt


def map_inner(type: WrittenType, change: Change) -> Type:
    """Apply a change to what stands directly inside a type."""
    match type:
        case Array(item=inner):
            item, kinds = change(inner), tuple(map(change, type.kinds))
            same = item is inner and all(map(is_, kinds, type.kinds))
            return type if same else Array(item=item, kinds=kinds)
        case Map(value=inner):
            value = change(inner)
            return type if value is inner else Map(value=value)
        case Nullable(inner=inner):
            some = change(inner)
            return type if some is inner else Nullable(inner=some)
        case Tuple(items=items, rest=rest):
            return replace(type, items=tuple(map(change, items)), rest=change(rest))
        case Union(variants=variants):
            types = [variant.type for variant in variants]
            changed = [change(each) for each in types]
            if all(map(is_, changed, types)):
                return type
            pairs = zip(variants, changed, strict=True)
            return replace(
                type, variants=tuple(replace(old, type=new) for old, new in pairs)
            )
        case Compound(parts=parts):
            return until_refined(replace(type, parts=tuple(map(change, parts))))
        case Inline(model=model):
            rebuilt = map_model(model, change)
            return until_refined(
                type if rebuilt is model else replace(type, model=rebuilt)
            )
        case _:
            return type


def map_model(model: Model, change: Change) -> Model:
    """Apply a change to the type of every field and of the additional properties."""
    before = [field.type for field in model.fields]
    types = [change(type) for type in before]
    extra = None if model.additional is None else change(model.additional)
    fields = model.fields
    if not all(map(is_, types, before)):
        pairs = zip(fields, types, strict=True)
        fields = tuple(
            old if new is old.type else replace(old, type=new) for old, new in pairs
        )
    if fields is model.fields and extra is model.additional:
        return model
    return replace(model, fields=fields, additional=extra)


def map_declaration(declaration: Declaration, change: Change) -> Declaration:
    """Apply a change to every type that a declaration is directly made of."""
    if isinstance(declaration, Model):
        return map_model(declaration, change)
    type = change(declaration.type)
    return declaration if type is declaration.type else replace(declaration, type=type)
