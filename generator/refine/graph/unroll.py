"""Schemas that are defined by themselves, with no property or item in between.

A base that lists its children in a `oneOf`, while each child extends the base by `allOf`, means the
base's own properties there. A union that lists itself means its other variants. What is left with
nothing can't be read.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from generator.diagnostics import Notebook, Severity
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.graph import direct_references, loops
from generator.ir.types import Null, Nullable, Reference, Type, Union
from generator.ir.unread import ReadApi, Unread
from generator.ir.unrefined import Compound, Inline, WrittenType, until_refined
from generator.refine.types.normal_union import union_of

Declarations = dict[str, Declaration]


def unroll(api: Api, notebook: Notebook) -> Api:
    """Rewrite the schemas that are defined by themselves, so that none is part of itself."""
    if not isinstance(api, ReadApi):
        return api
    declarations = {each.id: each for each in api.declarations}
    if not (circles := loops(_graph(declarations))):
        return api
    circular = {identity for circle in circles for identity in circle}
    bases = [identity for identity in declarations if identity in circular]
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
    if not api.lenient:
        lost = circular
    unread = [_unread(declarations[each]) for each in bases if each in lost]
    for identity in bases:
        if identity not in lost:
            _note(declarations[identity], notebook)
    return replace(
        api,
        declarations=tuple(
            declarations[id] if id in lost else each for id, each in changed.items()
        ),
        unread=(*api.unread, *unread),
    )


def _graph(declarations: Mapping[str, Declaration]) -> dict[str, tuple[str, ...]]:
    """Which declarations each one is, without a property or an item in between."""
    return {
        identity: tuple(
            one for one in direct_references(declaration.type) if one in declarations
        )
        for identity, declaration in declarations.items()
        if isinstance(declaration, Alias)
    }


def _settled(
    declarations: Declarations, types: Mapping[str, Type | None]
) -> tuple[Declarations, set[str]]:
    """The declarations with new types, and the ids of those left with none."""
    settled = dict(declarations)
    for identity, type in types.items():
        declaration = settled[identity]
        if type is not None and isinstance(declaration, Alias):
            settled[identity] = replace(declaration, type=type)
    return settled, {identity for identity, type in types.items() if type is None}


def _parted(
    declarations: Declarations, circle: frozenset[str], identity: str
) -> Type | None:
    """A schema's type with the bases that it extends cut down to what is their own."""
    seen = {identity}

    def own(type: WrittenType, origin: str) -> Type | None:
        match type:
            case Reference(id=target) if target in circle:
                if target in seen:
                    return None
                seen.add(target)
                return own(_type(declarations, target), target)
            case Union() if not circle.isdisjoint(direct_references(type)):
                return None
            case Nullable(inner=inner):
                return own(inner, origin)
            case Compound(parts=parts):
                return _joined([own(part, origin) for part in parts], type)
            case Inline(model=model):
                fields = tuple(
                    replace(one, origin=one.origin or origin) for one in model.fields
                )
                return until_refined(replace(type, model=replace(model, fields=fields)))
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
            type,
        )

    return cut(_type(declarations, identity))


def _opened(
    declarations: Declarations, circle: frozenset[str], identity: str
) -> Type | None:
    """A schema's type with the unions that it is part of replaced by their other variants."""
    seen = {identity}

    def opened(type: WrittenType) -> Type | None:
        match type:
            case Reference(id=target) if target in circle:
                if target in seen:
                    return None
                seen.add(target)
                return opened(_type(declarations, target))
            case Nullable(inner=inner):
                some = opened(inner)
                return Null() if some is None else Nullable(inner=some)
            case Union(variants=variants):
                kept = [
                    replace(one, type=some)
                    for one in variants
                    if (some := opened(one.type)) is not None
                ]
                return union_of(kept, type) if kept else None
            case Compound(parts=parts):
                return _joined([opened(part) for part in parts], type)
            case _:
                return until_refined(type)

    return opened(_type(declarations, identity))


def _type(declarations: Declarations, identity: str) -> Type:
    declaration = declarations[identity]
    if isinstance(declaration, Alias):
        return declaration.type
    return until_refined(Inline(model=declaration))


def _joined(parts: list[Type | None], whole: Compound) -> Type | None:
    kept = [part for part in parts if part is not None]
    if not kept:
        return None
    if len(kept) == 1:
        return kept[0]
    return until_refined(replace(whole, parts=tuple(kept)))


def _message(declaration: Declaration) -> str:
    return f"the schema `{declaration.name.wire}` is defined by itself"


def _unread(declaration: Declaration) -> Unread:
    return Unread(
        id=declaration.id,
        schema=declaration.id,
        code="schema-cycle",
        message=_message(declaration),
        place=declaration.place,
    )


def _note(declaration: Declaration, notebook: Notebook) -> None:
    notebook.write(
        "schema-cycle",
        _message(declaration),
        declaration.place,
        hint="the part that leads back to it is left out",
        severity=Severity.REPAIR,
    )
