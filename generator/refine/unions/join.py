"""Merge the variants of a union that JSON can't tell apart and that needn't be.

Strings of several formats are strings, enumerations beside each other are one, lists of this or
of that are lists of either. What stays apart afterwards are objects, tuples, and kinds of JSON
that everyone can tell. The types get wider by this, never narrower, and no value is lost.
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import (
    Nullable,
    Type,
    Union,
)
from generator.refine.graph.dependency_order import parts_first
from generator.refine.rewrite.api import Spot, visit_calls
from generator.refine.rewrite.types import change_declaration, rebuild
from generator.refine.types.join_types import Joiner
from generator.refine.unions.normalize import simplify
from generator.refine.unions.subject import subject_of

_MOST_ROUNDS = 4


def unite(api: Api, notebook: Notebook) -> Api:
    """Merge variants in every union."""
    uniter = _Uniter(api.declarations, notebook)

    def visit(type: Type, spot: Spot) -> Type:
        return uniter.change_all(type, spot.holder.place)

    declarations = uniter.change_declarations()
    united = replace(visit_calls(api, visit), declarations=declarations)
    if any(isinstance(each.type, Nullable) for each in _aliases(united)):
        # Null came out of a variant, and declarations are to be without it.
        return simplify(united, notebook)
    return united


def _aliases(api: Api) -> list[Alias]:
    return [each for each in api.declarations if isinstance(each, Alias)]


class _Uniter:
    """Merges variants, looking names up among the declarations."""

    def __init__(
        self, declarations: tuple[Declaration, ...], notebook: Notebook
    ) -> None:
        self._declarations = {each.id: each for each in declarations}
        self._joiner = Joiner(self._declarations, self._note)
        self._notebook = notebook
        self._place = Place("")

    def change_declarations(self) -> tuple[Declaration, ...]:
        """Merge variants in all declarations, in those that others are made of first.

        A union that is joined into something else changes what it looks like to those that
        refer to themselves through it, so they are looked at again.
        """
        order, _ = parts_first(self._declarations)
        for _ in range(_MOST_ROUNDS):
            before = self._unions()
            for id in order:
                each = self._declarations[id]
                change = partial(self.change_all, place=each.place, own=id)
                self._declarations[id] = change_declaration(each, change)
            if before == self._unions():
                break
        return tuple(self._declarations.values())

    def _unions(self) -> set[str]:
        return {
            id
            for id, each in self._declarations.items()
            if isinstance(each, Alias) and isinstance(each.type, Union)
        }

    def change_all(self, type: Type, place: Place, own: str = "") -> Type:
        """Merge the variants of every union in a type that stands at a place."""
        self._place = place
        return rebuild(type, partial(self._joiner.join, own=own))

    def _note(self, what: str, told: str, place: Place | None) -> None:
        place = place or self._place
        self._notebook.write(
            "union-joined",
            f"{subject_of(place)} has several kinds of {what}, which nothing tells apart",
            place,
            hint=told,
        )
