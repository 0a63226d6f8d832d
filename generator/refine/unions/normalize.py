"""Put null in one place, and leave out what says nothing.

A declaration never allows null: its users do, by `Nullable(Reference)`. So a model that may be null
somewhere is still a model, and `Note | None` is written where it holds. Within a type, null stands
around a union or an enumeration and never inside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import (
    Anything,
    Enumeration,
    Nothing,
    Null,
    Nullable,
    Reference,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import (
    Compound,
    Inline,
    WrittenType,
    as_written,
    until_refined,
)
from generator.refine.graph.least_fixpoint import least_fixpoint
from generator.refine.rewrite.api import map_types
from generator.refine.types.normal import as_model, flat_parts, or_null

_Test: TypeAlias = Callable[[Type], bool]


def normalize(api: Api, notebook: Notebook) -> Api:
    """Move null out of declarations, unions and enumerations."""
    aliases = {each.id: each for each in api.declarations if isinstance(each, Alias)}
    allowing = least_fixpoint(aliases, False, _allows_null)
    only = least_fixpoint(aliases, False, _is_at_most_null)

    def lift(type: Type) -> Type:
        if isinstance(type, Reference) and only.get(type.id) and allowing[type.id]:
            return Null()
        return _lift(type, allowing)

    changed = map_types(api, lift)
    return replace(changed, declarations=tuple(map(_bare, changed.declarations)))


def _is_at_most_null(type: WrittenType, facts: Mapping[str, bool]) -> bool:
    """Whether a type allows nothing but null."""
    match type:
        case Null() | Nothing():
            return True
        case Enumeration(values=values):
            return set(values) == {None}
        case Reference(id=id):
            return facts.get(id, False)
        case Nullable(inner=inner):
            return _is_at_most_null(inner, facts)
        case Union(variants=variants):
            return all(_is_at_most_null(variant.type, facts) for variant in variants)
        case Compound(parts=parts):
            return any(_is_at_most_null(part, facts) for part in parts)
        case _:
            return False


def _allows_null(type: WrittenType, facts: Mapping[str, bool]) -> bool:
    match type:
        case Null() | Nullable():
            return True
        case Enumeration(values=values):
            return None in values
        case Reference(id=id):
            return facts.get(id, False)
        case Union(variants=variants):
            return any(_allows_null(variant.type, facts) for variant in variants)
        case Compound(parts=parts):
            return _all_allow(parts, lambda part: _allows_null(part, facts))
        case _:
            return False


def _all_allow(parts: tuple[Type, ...], allows: _Test) -> bool:
    """Whether an allOf allows null: all parts do, or one says nothing else."""
    if Nullable(inner=Anything()) in parts:
        return True
    said = [part for part in parts if not isinstance(part, Anything)]
    return bool(said) and all(map(allows, said))


def _lift(type: WrittenType, facts: Mapping[str, bool]) -> Type:
    match type:
        case Reference(id=id):
            return Nullable(inner=type) if facts.get(id) else type
        case Nullable(inner=Nullable() | Null() | Nothing() as inner):
            return or_null(inner)
        case Enumeration(values=values) if None in values:
            rest = tuple(value for value in values if value is not None)
            return Nullable(inner=replace(type, values=rest)) if rest else Null()
        case Union():
            return _lift_union(type)
        case Compound():
            return _lift_compound(type)
        case _:
            return until_refined(type)


def _lift_union(union: Union) -> Type:
    """Take null out of the variants; a union inside that no discriminator rules is opened."""
    variants: list[Variant] = []
    for variant in union.variants:
        inner = _strip(variant.type)
        if isinstance(inner, Union) and inner.discriminator is None:
            variants += inner.variants
        elif not isinstance(inner, Nothing):
            variants.append(
                variant if inner is variant.type else replace(variant, type=inner)
            )
    nullable = any(_is_nullable(variant.type) for variant in union.variants)
    inner = replace(union, variants=tuple(variants))
    if len(variants) == 1:
        inner = variants[0].type
    elif not variants:
        return Null() if nullable else Nothing()
    return Nullable(inner=inner) if nullable else inner


def _lift_compound(compound: Compound) -> Type:
    parts = flat_parts(compound)
    nullable = _all_allow(parts, _is_nullable)
    stripped = replace(compound, parts=tuple(map(_strip, parts)))
    if nullable and all(isinstance(part, Null) for part in parts):
        return Null()
    kept = flat_parts(stripped)
    whole = replace(compound, parts=kept)
    inner = kept[0] if len(kept) == 1 else until_refined(whole)
    return Nullable(inner=inner) if nullable else inner


def _is_nullable(type: Type) -> bool:
    return isinstance(type, Null | Nullable)


def _strip(type: Type) -> Type:
    match type:
        case Nullable(inner=inner):
            return inner
        case Null():
            return Nothing()
        case _:
            return type


def _bare(declaration: Declaration) -> Declaration:
    if not isinstance(declaration, Alias):
        return declaration
    type = declaration.type
    inner = type.inner if isinstance(type, Nullable) else type
    written = as_written(inner)
    if isinstance(written, Inline):
        return as_model(declaration, written.model)
    return declaration if inner is type else replace(declaration, type=inner)
