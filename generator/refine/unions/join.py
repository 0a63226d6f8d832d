"""Merge the variants of a union that JSON types don't distinguish, where no value is lost by it.

Strings of several formats are strings, enumerations beside each other are one, lists of this or
of that are lists of either. What stays apart afterwards are objects, tuples, and different JSON
types. The types get wider by this, never narrower.
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import (
    Type,
    Union,
)
from generator.refine.graph.dependency_order import dependency_order
from generator.refine.rewrite.api import TypeUse, map_uses
from generator.refine.rewrite.types import map_declaration, rebuild
from generator.refine.types.join_types import Joiner
from generator.refine.unions.subject import subject_of

_MOST_ROUNDS = 4


def join_unions(api: Api, notebook: Notebook) -> Api:
    """Merge variants in every union."""
    joiner = _UnionJoiner(api.declarations, notebook)

    def visit(type: Type, use: TypeUse) -> Type:
        return joiner.change_all(type, use.holder.place)

    declarations = joiner.change_declarations()
    return replace(map_uses(api, visit), declarations=declarations)


class _UnionJoiner:
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

        A union that is joined into something else is another type for those that refer to
        themselves through it, so they are joined again.
        """
        order, _ = dependency_order(self._declarations)
        for _ in range(_MOST_ROUNDS):
            before = self._unions()
            for id in order:
                each = self._declarations[id]
                change = partial(self.change_all, place=each.place, own=id)
                self._declarations[id] = map_declaration(each, change)
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

    def _note(self, what: str, hint: str, place: Place | None) -> None:
        place = place or self._place
        self._notebook.write(
            "union-joined",
            f"{subject_of(place)} has several kinds of {what}, which nothing tells apart",
            place,
            hint=hint,
        )
