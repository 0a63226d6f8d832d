"""The order in which declarations are merged: each after those it is made of."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ir.declarations import Declaration, Model
from generator.ir.graph import direct_references
from generator.ir.types import Anything, Nothing, Nullable, Reference, Type, Union
from generator.ir.unrefined import Compound, WrittenType, until_refined
from generator.refine.rewrite.types import map_inner


def dependency_order(
    declarations: Mapping[str, Declaration],
) -> tuple[tuple[str, ...], dict[str, set[str]]]:
    """Order declarations so that each comes after those it is made of.

    Args:
        declarations: All declarations by id.

    Returns:
        The ids in order, and for each declaration that would be a part of itself, the ids that
        lead back to it or that don't exist.
    """
    order: list[str] = []
    broken: dict[str, set[str]] = {}
    finished: dict[str, bool] = {}
    for start in declarations:
        waiting = [start]
        while waiting:
            id = waiting[-1]
            if id in finished:
                waiting.pop()
                if not finished[id]:
                    finished[id] = True
                    order.append(id)
                continue
            finished[id] = False
            for used in _made_of(declarations[id]):
                if used not in declarations or finished.get(used) is False:
                    broken.setdefault(id, set()).add(used)
                elif used not in finished:
                    waiting.append(used)
    return tuple(order), broken


def _made_of(declaration: Declaration) -> tuple[str, ...]:
    return () if isinstance(declaration, Model) else direct_references(declaration.type)


def without(type: WrittenType, ids: set[str]) -> Type:
    """A type that is no longer made of some declarations: any value stands in for them."""
    match type:
        case Reference(id=id):
            return Anything() if id in ids else type
        case Union():
            return map_inner(type, lambda inner: _dropped(inner, ids))
        case Compound() | Nullable():
            return map_inner(type, lambda inner: without(inner, ids))
        case _:
            return until_refined(type)


def _dropped(type: Type, ids: set[str]) -> Type:
    if isinstance(type, Reference):
        return Nothing() if type.id in ids else type
    return without(type, ids)
