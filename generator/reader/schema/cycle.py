"""Schemas that are defined by themselves, with no property or item in between.

A base that lists its children in a `oneOf`, while each child extends the base by `allOf`, means the
base's own properties there. A union that lists itself means its other variants. What is left with
nothing can't be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from generator.diagnostics import Diagnostic, Severity
from generator.ir.declarations import Alias, Declaration
from generator.ir.loops import loops
from generator.ir.types import (
    Compound,
    Inline,
    Null,
    Nullable,
    Reference,
    Type,
    Union,
)
from generator.reader.context import Context
from generator.reader.schema.union import union_of

Declarations = dict[str, Declaration]


def unrolled(declarations: Declarations, context: Context) -> Declarations:
    """Rewrite the schemas that are defined by themselves.

    Returns:
        The declarations that are left, none of which is part of itself.
    """
    if not (circles := loops(_graph(declarations))):
        return declarations
    bases = {identity for circle in circles for identity in circle}
    parted = {
        identity: _parted(declarations, circle, identity)
        for circle in circles
        for identity in circle
    }
    changed, lost = _settled(declarations, parted)
    for circle in loops(_graph(changed)):
        opened = {identity: _opened(changed, circle, identity) for identity in circle}
        changed, more = _settled(changed, opened)
        lost |= more
    for identity in bases:
        _report(declarations[identity], identity in lost, context)
    if not context.lenient:
        lost = bases
    return {key: one for key, one in changed.items() if key not in lost}


def _graph(declarations: Mapping[str, Declaration]) -> dict[str, tuple[str, ...]]:
    """Which declarations each one is, without a property or an item in between."""
    return {
        identity: tuple(
            one for one in _directly(declaration.type) if one in declarations
        )
        for identity, declaration in declarations.items()
        if isinstance(declaration, Alias)
    }


def _directly(type: Type) -> Iterator[str]:
    match type:
        case Reference(id=identity):
            yield identity
        case Nullable(inner=inner):
            yield from _directly(inner)
        case Union(variants=variants):
            for variant in variants:
                yield from _directly(variant.type)
        case Compound(parts=parts):
            for part in parts:
                yield from _directly(part)
        case _:
            pass


def _settled(
    declarations: Declarations, types: Mapping[str, Type | None]
) -> tuple[Declarations, set[str]]:
    """The declarations with new types, and the ids of those left with none."""
    settled = dict(declarations)
    for identity, type in types.items():
        declaration = settled[identity]
        if type is not None and isinstance(declaration, Alias):
            settled[identity] = msgspec.structs.replace(declaration, type=type)
    return settled, {identity for identity, type in types.items() if type is None}


def _parted(
    declarations: Declarations, circle: frozenset[str], identity: str
) -> Type | None:
    """A schema's type with the bases that it extends cut down to what is their own."""
    seen = {identity}

    def own(type: Type, origin: str) -> Type | None:
        match type:
            case Reference(id=target) if target in circle:
                if target in seen:
                    return None
                seen.add(target)
                return own(_type(declarations, target), target)
            case Union() if not circle.isdisjoint(_directly(type)):
                return None
            case Nullable(inner=inner):
                return own(inner, origin)
            case Compound(parts=parts, id=at):
                return _joined([own(part, origin) for part in parts], at)
            case Inline(model=model):
                fields = tuple(
                    msgspec.structs.replace(one, origin=one.origin or origin)
                    for one in model.fields
                )
                return Inline(model=msgspec.structs.replace(model, fields=fields))
            case _:
                return type

    def cut(type: Type) -> Type | None:
        if isinstance(type, Nullable):
            inner = cut(type.inner)
            return Nullable(inner=inner) if inner is not None else None
        if not isinstance(type, Compound):
            return type
        return _joined(
            [
                own(part, "") if isinstance(part, Reference) else part
                for part in type.parts
            ],
            type.id,
        )

    return cut(_type(declarations, identity))


def _opened(
    declarations: Declarations, circle: frozenset[str], identity: str
) -> Type | None:
    """A schema's type with the unions that it is part of replaced by their other variants."""
    seen = {identity}

    def opened(type: Type) -> Type | None:
        match type:
            case Reference(id=target) if target in circle:
                if target in seen:
                    return None
                seen.add(target)
                return opened(_type(declarations, target))
            case Nullable(inner=inner):
                some = opened(inner)
                return Null() if some is None else Nullable(inner=some)
            case Union(variants=variants, discriminator=rule, id=at):
                kept = [
                    msgspec.structs.replace(one, type=some)
                    for one in variants
                    if (some := opened(one.type)) is not None
                ]
                return union_of(kept, rule, at, type.place) if kept else None
            case Compound(parts=parts, id=at):
                return _joined([opened(part) for part in parts], at)
            case _:
                return type

    return opened(_type(declarations, identity))


def _type(declarations: Declarations, identity: str) -> Type:
    declaration = declarations[identity]
    if isinstance(declaration, Alias):
        return declaration.type
    return Inline(model=declaration)


def _joined(parts: list[Type | None], identity: str) -> Type | None:
    kept = [part for part in parts if part is not None]
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Compound(parts=tuple(kept), id=identity)


def _report(declaration: Declaration, lost: bool, context: Context) -> None:
    message = f"the schema `{declaration.name.wire}` is defined by itself"
    if lost or not context.lenient:
        context.unread[declaration.id] = Diagnostic(
            "schema-cycle", Severity.ERROR, message, declaration.place
        )
    else:
        context.notebook.write(
            "schema-cycle",
            message,
            declaration.place,
            hint="the part that leads back to it is left out",
            severity=Severity.REPAIR,
        )
