"""Merge what `allOf` puts together.

An allOf of objects becomes one model whose fields have their origin; of other types, the
narrowest type that fits all; over a union, a union whose variants have everything. A declaration
is merged once, after those it is made of, so that the work grows with what comes out.
"""

from __future__ import annotations

from functools import reduce

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration, InPlace, Model
from generator.ir.types import Anything, Reference, Type
from generator.ir.unrefined import Compound
from generator.refine.allof.combine import Combiner
from generator.refine.allof.intersections import Intersections
from generator.refine.allof.merge_models import Merger, Part
from generator.refine.allof.workspace import Workspace
from generator.refine.graph.dependency_order import dependency_order, without
from generator.refine.graph.least_fixpoint import json_types_of_aliases
from generator.refine.rewrite.api import TypeUse, map_uses
from generator.refine.rewrite.types import map_declaration, rebuild
from generator.refine.types.intersect import EmptyIntersection, Intersector


def compose(api: Api, notebook: Notebook) -> Api:
    """Merge every allOf."""
    composer = _Composer(api.declarations, notebook)
    composer.merge_all()
    called = map_uses(api, composer.visit)
    composer.merge_pairs()
    return replace(called, declarations=composer.workspace.all)


class _Composer:
    """Merges declaration after declaration."""

    def __init__(
        self, declarations: tuple[Declaration, ...], notebook: Notebook
    ) -> None:
        self.workspace = Workspace(declarations)
        self._notebook = notebook
        self._intersections = Intersections(self.workspace)
        kinds = json_types_of_aliases(declarations)
        self._intersector = Intersector(
            self.workspace.find, kinds, self._intersections.pair, self.workspace.admit
        )
        self._merger = Merger(self._intersector, self._clash)
        self._combiner = Combiner(
            self.workspace, self._intersector, self._merger, self._widened
        )

    def merge_all(self) -> None:
        """Merge every declaration, those that others are made of first."""
        order, broken = dependency_order(self.workspace.raw)
        for id, parts in broken.items():
            self._cut(self.workspace.raw[id], parts)
        for id in order:
            self.workspace.done[id] = self._finish(self.workspace.raw[id])
        self.merge_pairs()

    def merge_pairs(self) -> None:
        """Merge the pairs that merging asked for, until no merge asks for more."""
        while self._intersections.waiting:
            alias = self._intersections.waiting.pop()
            self.workspace.made[alias.id] = self._finish(alias)

    def visit(self, type: Type, use: TypeUse) -> Type:
        """Merge what stands in an operation."""
        return self._fold(type, use.holder.place)

    def _cut(self, declaration: Declaration, parts: set[str]) -> None:
        """Take out of an alias the schemas that would make it a part of itself."""
        if isinstance(declaration, Alias):
            cut = without(declaration.type, parts)
            self.workspace.raw[declaration.id] = replace(declaration, type=cut)
        self._notebook.write(
            "allof-recursive",
            f"`{_called(declaration)}` is a part of itself",
            declaration.place,
            hint="that part is left out",
        )

    def _finish(self, declaration: Declaration) -> Declaration:
        if isinstance(declaration, Alias) and isinstance(declaration.type, Compound):
            return self._merge(declaration, declaration.type)
        folded = map_declaration(
            declaration, lambda type: self._fold(type, declaration.place)
        )
        if not isinstance(folded, Model) or not folded.required:
            return folded
        whole = self._merger.merge(replace(folded, fields=()), [Part(folded)])
        return replace(whole, parents=folded.parents)

    def _merge(self, alias: Alias, compound: Compound) -> Declaration:
        parts = tuple(self._fold(part, alias.place) for part in compound.parts)
        around = (part.id for part in parts if isinstance(part, Reference))
        if isinstance(alias.origin, InPlace) and any(
            found is not None and alias.place.is_inside(found.place)
            for found in map(self.workspace.find, around)
        ):
            self._note_inside(alias)
        try:
            return self._combiner.merge(alias, replace(compound, parts=parts))
        except EmptyIntersection:
            self._refuse(f"`{_called(alias)}`", alias.place)
            return replace(alias, type=Anything())

    def _fold(self, type: Type, place: Place) -> Type:
        """Merge the allOfs of other types than objects, which have no declaration."""

        def change(inner: Type) -> Type:
            if not isinstance(inner, Compound):
                return inner
            try:
                return reduce(self._intersector.intersect, inner.parts)
            except EmptyIntersection:
                self._refuse("an allOf", place)
                return Anything()

        return rebuild(type, change)

    def _clash(self, model: Model, property: str) -> None:
        self._notebook.write(
            "allof-conflict",
            f"no value fits all that `{_called(model)}` says of `{property}`",
            model.place,
            hint="what the last schema in the allOf says is taken",
        )

    def _refuse(self, what: str, place: Place) -> None:
        self._notebook.write(
            "allof-conflict",
            f"no value fits all parts of {what}",
            place,
            hint="any value is accepted",
        )

    def _note_inside(self, alias: Alias) -> None:
        self._notebook.write(
            "allof-inside-itself",
            f"`{_called(alias)}` extends the schema that it stands in",
            alias.place,
            hint="its type refers to itself",
        )

    def _widened(self, alias: Alias) -> None:
        self._notebook.write(
            "allof-widened",
            f"`{_called(alias)}` combines too many unions",
            alias.place,
            hint="the properties of one of them are all optional",
        )


def _called(declaration: Declaration) -> str:
    return declaration.name.wire or "".join(map(str.title, declaration.name.words))
